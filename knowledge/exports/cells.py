"""Values in the cells of a spreadsheet, so that each comes back as it was.

>>> join_list(["skola", "vård; omsorg"])
'skola; "vård; omsorg"'
>>> split_list('skola; "vård; omsorg"')
['skola', 'vård; omsorg']
>>> guarded("=1+1"), unguarded("'=1+1"), unguarded("'t Hooft")
("'=1+1", '=1+1', "'t Hooft")
"""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

_SEPARATOR = ";"
# What a spreadsheet program would take for a formula when it opens a CSV file.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_SPACED_NUMBER = re.compile(r"[\s\u00a0\u202f]")


def join_list(items: Iterable[str]) -> str:
    """Several texts in one cell; one that holds a semicolon or a quotation mark is quoted."""
    found = list(items)
    awkward = any(item != item.strip() or "\n" in item or "\r" in item for item in found)
    if not found:
        return ""
    out = io.StringIO()
    if awkward:
        csv.writer(out, delimiter=_SEPARATOR, quoting=csv.QUOTE_ALL, lineterminator="").writerow(
            found
        )
        return out.getvalue()
    csv.writer(out, delimiter=_SEPARATOR, lineterminator="").writerow(found)
    return _spaced(out.getvalue())


def split_list(cell: str) -> list[str]:
    """The texts in a cell; spaces after a semicolon do not count."""
    if not cell.strip():
        return []
    rows = csv.reader(
        io.StringIO(cell, newline=""), delimiter=_SEPARATOR, skipinitialspace=True, strict=False
    )
    return [item for row in rows for item in row]


def guarded(text: str) -> str:
    """Text with an apostrophe before what a spreadsheet program would run as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def as_text(value: Any) -> str:
    """A cell's value as text; a whole number has no decimals."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def as_day(value: Any) -> Any:
    """A cell's value as a date where it is one; other text is left for validation to refuse."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return as_text(value).strip() or None


def as_number(value: Any) -> Any:
    """A cell's value as a number, also as Swedes write it: "40 000", "12,5"."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = _SPACED_NUMBER.sub("", as_text(value)).replace(",", ".")
    try:
        number = float(text)
    except ValueError:
        return text or None
    return int(number) if number.is_integer() else number


def _spaced(line: str) -> str:
    """The same list with a space after each separator, as a person would write it."""
    pieces = re.split(r'("(?:[^"]|"")*")', line)
    return "".join(
        piece if piece.startswith('"') else piece.replace(_SEPARATOR, f"{_SEPARATOR} ")
        for piece in pieces
    )
