"""A spreadsheet with one row a statement, as staff have it, to a plan."""

from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

from knowledge.errors import InvalidData, Problem, reason
from knowledge.exports.cells import as_text
from knowledge.exports.columns import given, sheets
from knowledge.exports.data import plan_data
from knowledge.exports.unflattening import code_of, rows_to_data
from knowledge.intake.extras import extra
from knowledge.intake.identity import earlier_statements, new_id
from knowledge.intake.place import find_place, slug
from knowledge.models import Plan
from knowledge.plans import parse_plan
from knowledge.text import collapse

_NEEDED = ("kind", "label", "original", "translation")
_SHEET = "statements"


def is_table(path: Path) -> bool:
    """Whether a file is a spreadsheet, by its name."""
    return path.suffix.lower() in {".csv", ".xlsx", ".xlsm"}


def plan_from_table(path: Path, code: str, known: Plan | None) -> Plan:
    """The plan in a spreadsheet. `code` is the municipality's, `known` its plan so far.

    A sheet of statements alone takes its sources and notes from the plan so far. InvalidData
    names every column that is missing and every cell that is wrong.
    """
    if path.suffix.lower() != ".csv":
        whole = _whole_workbook(path, code)
        if whole is not None:
            return whole
    rows = [row for row in _rows(path) if _is_of(row, code)]
    if known is None:
        problem = _(
            "tells no sources, and the municipality has no plan yet: import the plan file of "
            "its draft first"
        )
        raise InvalidData([Problem(path.name, "", problem)])
    _identify(rows, code, known)
    data = rows_to_data(code, {"sources": [], _SHEET: rows})
    so_far = plan_data(known)
    data |= {"sources": so_far["sources"], "notes": so_far.get("notes", [])}
    ids = {statement.get("id") for statement in data["statements"]}
    for note in data["notes"]:
        # A note about a statement that is gone is no reason to refuse the rest.
        note["statements"] = [named for named in note.get("statements", []) if named in ids]
    return parse_plan(data, path.name)


def codes_in(path: Path) -> list[str]:
    """The codes of the municipalities in a spreadsheet, in its order; none where it has none."""
    found = (code_of(row) for row in _rows(path))
    return list(dict.fromkeys(code for code in found if code))


def _whole_workbook(path: Path, code: str) -> Plan | None:
    """The municipality's plan in a workbook as `export` writes it, or None for another one."""
    extra("openpyxl")
    from knowledge.exports.loading import plans_from_xlsx

    if "sources" not in _book(path).sheetnames:
        return None
    for plan in plans_from_xlsx(path):
        if plan.municipality == code:
            return plan
    raise InvalidData([Problem(path.name, "", _("holds no plan of {code}").format(code=code))])


def _rows(path: Path) -> list[dict[str, Any]]:
    """The rows with their columns; InvalidData where a column that is needed is missing."""
    if path.suffix.lower() == ".csv":
        from knowledge.exports.as_csv import statement_rows

        try:
            rows: list[dict[str, Any]] = [dict(row) for row in statement_rows(path)]
        except OSError as error:
            raise InvalidData([Problem(path.name, "", reason(error))]) from None
        header = list(rows[0]) if rows else []
    else:
        book = _book(path)
        lines = iter(book[_SHEET if _SHEET in book.sheetnames else book.sheetnames[0]].values)
        header = [as_text(cell).strip().lower() for cell in next(lines, ())]
        rows = [dict(zip(header, line, strict=False)) for line in lines]
    rows = [{name.strip().lower(): cell for name, cell in row.items()} for row in rows]
    _look_at_columns(path, [name.strip().lower() for name in header], bool(rows))
    return [row for row in rows if as_text(row.get("original")).strip()]


def _look_at_columns(path: Path, header: Sequence[str], has_rows: bool) -> None:
    if not has_rows:
        raise InvalidData([Problem(path.name, "", _("holds no rows"))])
    missing = [name for name in _NEEDED if name not in header]
    unknown = [name for name in header if name and name not in sheets()[_SHEET]]
    problems = [Problem(path.name, f"column '{name}'", _("is missing")) for name in missing]
    if missing:
        problems += [
            Problem(path.name, f"column '{name}'", _("is no column of a plan")) for name in unknown
        ]
    if problems:
        raise InvalidData(problems)


def _book(path: Path) -> Any:
    openpyxl = extra("openpyxl")
    try:
        return openpyxl.load_workbook(path, data_only=True)
    except FileNotFoundError:
        raise InvalidData([Problem(path.name, "", _("the file does not exist"))]) from None
    except Exception as error:  # openpyxl raises many kinds for files that are no workbooks
        problem = _("is no workbook (XLSX): {error}").format(error=type(error).__name__)
        raise InvalidData([Problem(path.name, "", problem)]) from None


def _is_of(row: dict[str, Any], code: str) -> bool:
    """Whether a row is of the municipality; one without a code is."""
    row["code"] = code_of(row) or code
    return bool(row["code"] == code)


def _identify(rows: Iterable[dict[str, Any]], code: str, known: Plan) -> None:
    """Give rows without an id one, and turn a parent told by its words into its id."""
    place = find_place(code)
    begins = slug(place) if place else code
    earlier = earlier_statements(known)
    by_words: dict[str, str] = {}
    taken: set[str] = {as_text(row.get("id")) for row in rows}
    for row in rows:
        words = collapse(as_text(row.get("original")))
        if not as_text(row.get("id")).strip():
            same = earlier.get(words)
            free = same is not None and same.id not in taken
            row["id"] = same.id if same and free else new_id(begins, words, taken)
            taken.add(row["id"])
        by_words.setdefault(words, as_text(row["id"]))
    for row in rows:
        parent = collapse(as_text(row.get("parent")))
        if parent and parent not in taken:
            row["parent"] = by_words.get(parent, parent)


def columns() -> Mapping[str, str]:
    """The columns that a person fills in, with what each holds, in Swedish."""
    return {name: sheets()[_SHEET][name].sv for name in given(_SHEET)}
