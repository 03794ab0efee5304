"""Days and years as the page tells them: "from 2021" is no "from 1 January 2021"."""

from collections.abc import Mapping
from datetime import date

from bot.answering.answer import Said, Value, said
from bot.answering.desk import Desk
from knowledge.marking import marked
from knowledge.models import Kind
from knowledge.rows import StatementRow

_FIRST_DAY = "1 januari"
# What is said of a day, and of a year.
_OF_A_YEAR: Mapping[str, str] = {
    marked("From {date}."): marked("From {first}."),
    marked("Yes, from {date}; no end is given."): marked("Yes, from {first}; no end is given."),
    marked("No: it applies from {date}; no end is given."): marked(
        "No: it applies from {first}; no end is given."
    ),
    marked("From {date}; no end is given."): marked("From {first}; no end is given."),
    marked("From {date}; that day has not come yet."): marked(
        "From {first}; that year has not come yet."
    ),
    marked("The page does not say when; it applies from {date}."): marked(
        "The page does not say when; it applies from {first}."
    ),
    marked("The page says that of a part of them only: from {date}."): marked(
        "The page says that of a part of them only: from {first}."
    ),
    marked("The page does not say what applied in {year}; the goals apply from {date}."): marked(
        "The page does not say what applied in {year}; the goals apply from {first}."
    ),
    marked("Not in {year}: it applies from {date}."): marked(
        "Not in {year}: it applies from {first}."
    ),
}


def said_since(text: str, first: date | str, **values: Value) -> Said:
    """A sentence of the table above, of a day or of a year."""
    if isinstance(first, str):
        return said(_OF_A_YEAR[text], first=first, **values)
    return said(text, date=first, **values)


def since(desk: Desk, row: StatementRow) -> date | str:
    """From when a statement holds: a day, or the year where the page names no day."""
    first = row.valid_from
    if first is None:
        raise ValueError(f"{row.id} has no first day")
    if (first.month, first.day) != (1, 1):
        return first
    # A year that is written as such begins on its first day; that day is not what the page says.
    page = desk.store.of_kinds(row.municipality.code, list(Kind))
    told = any(_FIRST_DAY in other.original for other in page if other.valid_from == first)
    return first if told else str(first.year)
