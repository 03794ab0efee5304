"""The rows of a workbook's sheets, its columns checked against `columns.toml`."""

from collections.abc import Iterable
from gettext import gettext as _
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.errors import InvalidData, Problem
from knowledge.exports.cells import as_text
from knowledge.exports.columns import given, sheets

_OPTIONAL_SHEETS = {"mended", "notes"}


def workbook_rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of each sheet by column. InvalidData lists every sheet and column that is wrong."""
    try:
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        problem = Problem(path.name, "", _("is no workbook (XLSX): {error}").format(error=error))
        raise InvalidData([problem]) from None
    problems: list[Problem] = []
    rows: dict[str, list[dict[str, Any]]] = {}
    for sheet in sheets():
        if sheet in book.sheetnames:
            rows[sheet] = _sheet_rows(book[sheet].values, sheet, path, problems)
        elif sheet not in _OPTIONAL_SHEETS:
            problems.append(Problem(path.name, f"sheet '{sheet}'", _("is missing")))
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
            problems.append(Problem(path.name, f"{where}, column '{name}'", _("is missing")))
    for name in header:
        if name and name not in sheets()[sheet]:
            problem = _("is no column of this sheet")
            problems.append(Problem(path.name, f"{where}, column '{name}'", problem))
    return [
        dict(zip(header, line, strict=False))
        for line in lines
        if any(cell not in (None, "") for cell in line)
    ]
