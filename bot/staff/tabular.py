"""Rows as a table to read, as CSV that Excel opens right, or as JSON."""

import csv
import io
import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from tabulate import tabulate

from knowledge.exports.as_csv import BYTE_ORDER_MARK, SEPARATOR
from knowledge.exports.cells import guarded, join_list

Form = Literal["table", "csv", "json"]
Cell = str | int | bool | date | Sequence[str] | None
Row = Mapping[str, Cell]
_NARROWEST = 24


class Column(NamedTuple):
    """A column: its name in CSV and JSON; its heading in a table, None where it is not shown.

    The `wide` column takes the room that the others leave; the longest texts are wrapped.
    """

    name: str
    heading: str | None = None
    wide: bool = False


def as_table(columns: Sequence[Column], rows: Sequence[Row], width: int | None = None) -> str:
    """For a terminal of so many characters, by default the one there is."""
    shown = [column for column in columns if column.heading is not None]
    cells = [[_text(row[column.name]) for column in shown] for row in rows]
    room = (width or shutil.get_terminal_size((100, 24)).columns) - 2 * (len(shown) - 1)
    for place, column in enumerate(shown):
        if not column.wide:
            room -= max(len(line[place]) for line in [[str(c.heading) for c in shown], *cells])
    numbers = [isinstance(row[column.name], int) for row in rows[:1] for column in shown]
    text: str = tabulate(
        cells,
        headers=[str(column.heading) for column in shown],
        maxcolwidths=[max(room, _NARROWEST) if column.wide else None for column in shown],
        colalign=["right" if number else "left" for number in numbers] or None,
        disable_numparse=True,
    )
    return text


def as_csv(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    """Semicolons and a mark for UTF-8; what would run as a formula is text."""
    out = io.StringIO()
    writer = csv.DictWriter(
        out, [c.name for c in columns], delimiter=SEPARATOR, lineterminator="\r\n"
    )
    writer.writeheader()
    for row in rows:
        writer.writerow({column.name: guarded(_text(row[column.name])) for column in columns})
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def as_json(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """One array of objects."""
    objects = [{column.name: row[column.name] for column in columns} for row in rows]
    return json.dumps(objects, ensure_ascii=False, indent=2, default=str)


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str | int | date):
        return str(cell)
    return join_list(cell)
