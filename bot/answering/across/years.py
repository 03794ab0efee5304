"""What has a year in it, or a period that reaches it, in several municipalities."""

from collections.abc import Collection
from dataclasses import replace

from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find
from bot.understanding.question import Question
from bot.understanding.subjects import years_asked
from knowledge.models import Aspect, Kind, Municipality
from knowledge.rows import StatementRow

# The statements of each municipality, by its code, the best first.
ByPlace = dict[str, list[StatementRow]]


def of_year(desk: Desk, question: Question, places: Collection[Municipality]) -> ByPlace:
    """What belongs to a year; what is wanted by it is a vision, where one has that year."""
    if not question.kinds and question.reading.cues & _WANTED:
        question = replace(question, kinds=(Kind.VISION,))
    return _of_year(desk, question, places)


_WANTED = frozenset({"ask.want", "ask.future"})


def _of_year(desk: Desk, question: Question, places: Collection[Municipality]) -> ByPlace:
    """Statements with a year in them, or a period that reaches it."""
    years = years_asked(question.reading)
    found: ByPlace = {}
    named = [one.entry for one in find(desk.store, places, Wanted(words=years))]
    rows = desk.store.statements(named)
    current = (rows[entry] for entry in named if entry in rows)
    # A year that was in a vision once is in it no more.
    for row in (row for row in current if not is_gone(row)):
        if not question.kinds or row.kind in question.kinds:
            found.setdefault(row.municipality.code, []).append(row)
    for place in places:
        for row in desk.store.of_kinds(place.code, question.kinds):
            ends = {str(day.year) for day in (row.valid_from, row.valid_until) if day}
            if ends & years and row not in found.get(place.code, ()):
                found.setdefault(place.code, []).append(row)
    if not found and question.kinds:
        # "Goals to 2035": where only visions name the year, these.
        found = _of_year(desk, replace(question, kinds=()), places)
    return found or _in_force(desk, question, places)


def _in_force(desk: Desk, question: Question, places: Collection[Municipality]) -> ByPlace:
    """Statements whose period has the year in it: "goals that apply in 2026"."""
    years = question.reading.years
    found: ByPlace = {}
    for place in places:
        for row in desk.store.of_kinds(place.code, question.kinds):
            if not (row.valid_from or row.valid_until) or is_gone(row):
                continue
            first = row.valid_from.year if row.valid_from else min(years)
            # What has no end is known to hold to the day of asking.
            last = row.valid_until.year if row.valid_until else max(first, desk.day.year)
            if any(first <= year <= last for year in years):
                found.setdefault(place.code, []).append(row)
    return found


def is_gone(row: StatementRow) -> bool:
    """Whether a statement is replaced, or tells of what was; a new area tells of what is."""
    tells = row.kind is Kind.FACT and Aspect.REPLACED in row.about
    return row.replaced_by is not None or tells
