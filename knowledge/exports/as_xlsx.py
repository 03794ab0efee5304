"""Plans as a workbook that staff can work in: statements, sources, notes, and what columns mean."""

from collections.abc import Iterable
from datetime import date
from gettext import gettext as _
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.errors import InvalidData, Problem
from knowledge.exports.columns import sheets
from knowledge.exports.entries import entries
from knowledge.exports.rows import plan_rows
from knowledge.library import Library, PlanFile
from knowledge.models import Kind, NoteKind

_HEADING = Font(bold=True)
_GREY = PatternFill("solid", fgColor="EEEEEE")
_TOP = Alignment(wrap_text=True, vertical="top")
# Workbooks count days from here, and wrongly before it; an earlier day is written as text.
_FIRST_DAY = date(1900, 3, 1)
# Lists that a person chooses from, by sheet and column.
_CHOICES: dict[tuple[str, str], Iterable[str]] = {
    ("statements", "kind"): Kind,
    ("notes", "kind"): NoteKind,
}
# Rows below the last one that offer the choices too, for what is added.
_MORE_ROWS = 500


def as_xlsx(plan_files: Iterable[PlanFile], library: Library, day: date) -> bytes:
    """The workbook. InvalidData where a text holds a character that no workbook can."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets():
        _head(book.create_sheet(sheet), sheet)
    for plan_file in plan_files:
        found = list(entries(plan_file, library, day))
        for sheet, rows in plan_rows(plan_file.plan, found).items():
            for row in rows:
                _add(book[sheet], sheet, row, plan_file.file)
    for (sheet, column), choices in _CHOICES.items():
        _offer(book[sheet], list(sheets()[sheet]).index(column) + 1, choices)
    _explain(book.create_sheet("columns"))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _head(worksheet: Worksheet, sheet: str) -> None:
    for number, (name, column) in enumerate(sheets()[sheet].items(), start=1):
        cell = worksheet.cell(1, number, name)
        cell.font = _HEADING
        if column.derived:
            cell.fill = _GREY
        worksheet.column_dimensions[get_column_letter(number)].width = column.width
    worksheet.freeze_panes = "B2"
    worksheet.auto_filter.ref = f"A1:{get_column_letter(len(sheets()[sheet]))}1"


def _add(worksheet: Worksheet, sheet: str, row: dict[str, Any], file: str) -> None:
    line = worksheet.max_row + 1
    for number, name in enumerate(sheets()[sheet], start=1):
        value = row.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, str) and ILLEGAL_CHARACTERS_RE.search(value):
            where = f"{sheet} '{row.get('id', '')}', {name}"
            raise InvalidData([Problem(file, where, _("holds a character that no workbook can"))])
        cell = worksheet.cell(line, number)
        if not isinstance(cell, Cell):
            continue
        _fill(cell, value)
        cell.alignment = _TOP
        if sheets()[sheet][name].derived:
            cell.fill = _GREY


def _fill(cell: Cell, value: Any) -> None:
    if isinstance(value, date) and value < _FIRST_DAY:
        value = value.isoformat()
    cell.value = value
    if isinstance(value, str):
        # A quote that begins with "=" is text, never a formula.
        cell.data_type = "s"
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"


def _offer(worksheet: Worksheet, column: int, choices: Iterable[str]) -> None:
    letter = get_column_letter(column)
    offered = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    offered.add(f"{letter}2:{letter}{worksheet.max_row + _MORE_ROWS}")
    worksheet.add_data_validation(offered)


def _explain(worksheet: Worksheet) -> None:
    for number, (heading, width) in enumerate(
        (("sheet", 12), ("column", 22), ("svenska", 60), ("English", 60)), start=1
    ):
        worksheet.cell(1, number, heading).font = _HEADING
        worksheet.column_dimensions[get_column_letter(number)].width = width
    for sheet, columns in sheets().items():
        for name, column in columns.items():
            worksheet.append([sheet, name, column.sv, column.en])
