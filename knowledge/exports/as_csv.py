"""Statements as a table that Excel opens right: a mark for UTF-8, semicolons, decimal commas.

Swedish Excel splits at semicolons; with another separator, numbers keep their decimal point.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import Any

from knowledge.errors import InvalidData, Problem
from knowledge.exports.cells import as_text, guarded, unguarded
from knowledge.exports.columns import sheets
from knowledge.exports.entries import entries
from knowledge.exports.rows import plan_rows
from knowledge.library import Library, PlanFile

BYTE_ORDER_MARK = "\ufeff"
SEPARATOR = ";"


def as_csv(
    plan_files: Iterable[PlanFile], library: Library, day: date, separator: str = SEPARATOR
) -> str:
    """One row a statement, the columns of the sheet "statements"."""
    out = io.StringIO()
    columns = list(sheets()["statements"])
    writer = csv.DictWriter(out, columns, delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    for plan_file in plan_files:
        found = list(entries(plan_file, library, day))
        for row in plan_rows(plan_file.plan, found)["statements"]:
            writer.writerow({name: _text(value, separator) for name, value in row.items()})
    return BYTE_ORDER_MARK + out.getvalue()


def statement_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as this module writes them, or as Excel saves it again.

    InvalidData where it can't be read as a table.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = _("byte {number}").format(number=error.start)
        problem = _("the file is not UTF-8 text; save it as “CSV UTF-8” in Excel")
        raise InvalidData([Problem(path.name, where, problem)]) from None
    header = text.partition("\n")[0]
    separator = max((SEPARATOR, ",", "\t"), key=header.count)
    try:
        return [
            {name: unguarded(value or "") for name, value in row.items() if name}
            for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise InvalidData(
            [Problem(path.name, "", _("is no table: {error}").format(error=error))]
        ) from None


def _text(value: Any, separator: str) -> str:
    if isinstance(value, float) and separator == SEPARATOR:
        return as_text(value).replace(".", ",")
    return guarded(value) if isinstance(value, str) else as_text(value)
