"""Rows of cells back to the data of a plan: the reverse of `rows`."""

from collections.abc import Iterable, Mapping
from typing import Any

from knowledge.exports.cells import as_day, as_number, as_text, split_list
from knowledge.exports.columns import given
from knowledge.exports.rows import INNER

_DAYS = {"published", "changed", "captured", "checked", "valid_from", "valid_until"}
_NUMBERS = {"states_number", "target_number", "target_year"}
_LISTS = {"topics", "about", "statements", "words_sv", "words_en"}
# What a plan's validation asks for even where a draft has nothing to say yet.
_MAY_BE_EMPTY = {"translation", "sv", "en"}


def rows_to_data(code: str, rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[str, Any]:
    """The data of one municipality's plan from rows of cells by sheet, ready to be validated."""
    own = {sheet: [row for row in found if code_of(row) == code] for sheet, found in rows.items()}
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


def code_of(row: Mapping[str, Any]) -> str:
    """The municipality's code in a row, in its four digits."""
    # A spreadsheet program likes to drop the zeros before a number.
    code = as_text(row.get("code")).strip()
    return code.zfill(4) if code.isdigit() else code
