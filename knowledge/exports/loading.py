"""Plans read back from what was exported: JSON and XLSX, the same plan as before."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from knowledge.errors import InvalidData, Problem
from knowledge.exports.as_json import DERIVED, FORMAT
from knowledge.exports.cells import as_day, as_number, as_text, split_list
from knowledge.exports.columns import given, sheets
from knowledge.exports.rows import INNER
from knowledge.models import Plan
from knowledge.plans import parse_plan

_DAYS = {"published", "changed", "captured", "checked", "valid_from", "valid_until"}
_NUMBERS = {"states_number", "target_number", "target_year"}
_LISTS = {"topics", "about", "statements", "words_sv", "words_en"}
# What a plan's validation asks for even where a draft has nothing to say yet.
_MAY_BE_EMPTY = {"translation", "sv", "en"}
_OPTIONAL_SHEETS = {"mended", "notes"}


def plan_from_json(path: Path) -> Plan:
    """The one plan in a JSON file. InvalidData where it can't be read, or holds several."""
    return _only(plans_from_json(path), path)


def plan_from_xlsx(path: Path) -> Plan:
    """The one plan in a workbook. InvalidData where it can't be read, or holds several."""
    return _only(plans_from_xlsx(path), path)


def plans_from_json(path: Path) -> list[Plan]:
    """All plans in a JSON file, as `export` writes it; a plan alone is read too."""
    try:
        document = json.loads(path.read_bytes())
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise _refused(path, f"not valid JSON: {error}") from None
    plans = [document]
    if isinstance(document, dict) and document.get("format") == FORMAT:
        plans = document.get("plans", [])
    if not isinstance(plans, list) or not all(isinstance(plan, dict) for plan in plans):
        raise _refused(path, "holds no plans")
    return [parse_plan(_without_derived(plan), path.name) for plan in plans]


def plans_from_xlsx(path: Path) -> list[Plan]:
    """All plans in a workbook, as `export` writes it, in the order of their first source."""
    rows = _workbook_rows(path)
    codes = dict.fromkeys(_code(row) for sheet in ("sources", "statements") for row in rows[sheet])
    return [parse_plan(rows_to_data(code, rows), path.name) for code in codes]


def rows_to_data(code: str, rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[str, Any]:
    """The data of one municipality's plan from rows of cells by sheet, ready to be validated."""
    own = {sheet: [row for row in found if _code(row) == code] for sheet, found in rows.items()}
    sources = [row_to_data("sources", row) for row in own["sources"]]
    for source in sources:
        source["mend"] = {
            as_text(row.get("broken")): as_text(row.get("whole"))
            for row in own.get("mended", [])
            if as_text(row.get("source")) == source.get("id")
        }
    return {
        "municipality": code,
        "sources": sources,
        "statements": [row_to_data("statements", row) for row in own["statements"]],
        "notes": [row_to_data("notes", row) for row in own.get("notes", [])],
    }


def row_to_data(sheet: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a plan's entry from a row of cells; empty cells are left out."""
    columns = {name: _value(name, row.get(name)) for name in given(sheet) if name != "code"}
    data: dict[str, Any] = {}
    inner = {column: (field, name) for field, of in INNER.items() for name, column in of.items()}
    for name, value in columns.items():
        if name in inner and value not in (None, []):
            field, key = inner[name]
            data.setdefault(field, {})[key] = value
        elif name not in inner and (value not in (None, "", []) or name in _MAY_BE_EMPTY):
            data[name] = value
    return data


def _value(name: str, cell: Any) -> Any:
    if name in _DAYS:
        return as_day(cell)
    if name in _NUMBERS:
        return as_number(cell)
    if name in _LISTS:
        return split_list(as_text(cell))
    return as_text(cell) or (None if name not in _MAY_BE_EMPTY else "")


def _workbook_rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        raise _refused(path, f"is no workbook (XLSX): {error}") from None
    problems: list[Problem] = []
    rows: dict[str, list[dict[str, Any]]] = {}
    for sheet in sheets():
        if sheet in book.sheetnames:
            rows[sheet] = _sheet_rows(book[sheet].values, sheet, path, problems)
        elif sheet not in _OPTIONAL_SHEETS:
            problems.append(Problem(path.name, f"sheet '{sheet}'", "is missing"))
    if problems:
        raise InvalidData(problems)
    return rows


def _sheet_rows(
    values: Iterable[tuple[Any, ...]], sheet: str, path: Path, problems: list[Problem]
) -> list[dict[str, Any]]:
    lines = iter(values)
    header = [as_text(cell).strip() for cell in next(lines, ())]
    where = f"sheet '{sheet}'"
    for name in given(sheet):
        if name not in header:
            problems.append(Problem(path.name, f"{where}, column '{name}'", "is missing"))
    for name in header:
        if name and name not in sheets()[sheet]:
            problem = "is no column of this sheet"
            problems.append(Problem(path.name, f"{where}, column '{name}'", problem))
    return [
        dict(zip(header, line, strict=False))
        for line in lines
        if any(cell not in (None, "") for cell in line)
    ]


def _code(row: Mapping[str, Any]) -> str:
    # A spreadsheet program likes to drop the zeros before a number.
    code = as_text(row.get("code")).strip()
    return code.zfill(4) if code.isdigit() else code


def _without_derived(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_derived(inner) for key, inner in value.items() if key != DERIVED}
    if isinstance(value, list):
        return [_without_derived(inner) for inner in value]
    return value


def _only(plans: list[Plan], path: Path) -> Plan:
    if len(plans) != 1:
        raise _refused(path, f"holds {len(plans)} plans; export one municipality at a time")
    return plans[0]


def _refused(path: Path, problem: str) -> InvalidData:
    return InvalidData([Problem(path.name, "", problem)])
