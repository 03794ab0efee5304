"""A year in which something may have changed or been adopted, of which the page tells no day."""

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.lists import listed, listing_of
from bot.answering.status import changes_told, page_date
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Kind, NoteKind
from knowledge.rows import StatementRow
from knowledge.text import folded_words

_NEAR = 2


def answer_when_unsaid(desk: Desk, question: Question) -> Answer | None:
    """What the page tells of the event, under what it leaves open and when it was published."""
    year = _year_told(question)
    if year is None or len(question.covered) != 1 or year > desk.day.year:
        return None
    if question.topics or question.narrow or "else.figure" in question.reading.cues:
        return None
    asked = asking_words(question.reading)
    here = desk.store.of_municipality(question.covered[0].code)
    if happened := _in_that_year(here, year) if asked & clause_words()["happens"] else []:
        return desk.answer(said("This is what {place} says:", place=question.covered[0].name),
                           happened)  # fmt: skip
    of_kind = [row for row in here if not question.kinds or row.kind in question.kinds]
    if any(year in _own_years(row) for row in of_kind):
        # What began or ended then is told with its day.
        return None
    rows = listed(desk, question, listing_of(question.kinds or [Kind.VISION]), question.covered[0])
    if asked & (clause_words()["changes"] | clause_words()["happens"]):
        changes = changes_told(desk, question)
        unsaid = said("The page does not say when that was.")
        return _told(desk, unsaid, [*changes, *rows]) if changes and rows else None
    if not rows or any(row.valid_from for row in rows) or not _asks_of_adoption(question, year):
        return None
    if asked & clause_words()["applies"]:
        return _told(desk, said("The page does not say from when it applies."), rows)
    return _told(desk, said("The page does not say when it was adopted."), rows)


def _told(desk: Desk, unsaid: Said, rows: Sequence[StatementRow]) -> Answer:
    dated = rows[0].source.published or rows[0].source.changed
    line = one_after_other(unsaid, page_date(rows[0], "published")) if dated else unsaid
    return desk.answer(line, list(dict.fromkeys(rows)), asked=(NoteKind.OLDER,))


def _year_told(question: Question) -> int | None:
    """The one year that is no part of a name: "2017" of "Was Jokkmokk 2030 adopted in 2017?"."""
    words, named = question.reading.folded, question.reading.named
    kinds = {hit.end for hit in question.reading.kinds}
    spelled = {str(year) for year in question.reading.years}
    times = [
        int(word)
        for at, word in enumerate(words)
        if word in spelled and at - 1 not in named and at not in kinds
    ]
    return times[0] if len(times) == 1 else None


def _asks_of_adoption(question: Question, year: int) -> bool:
    """Whether a plan is said to be of a year: "Is the vision from 2017?", "adopted in 2017"."""
    words = question.reading.folded
    at = words.index(str(year))
    dated = clause_words()["since"].intersection(words[max(0, at - _NEAR) : at])
    plan = bool(question.kinds) or "ask.decided" in question.reading.cues
    of_adoption = "ask.decided" in question.reading.cues or "ask.process" in question.reading.cues
    return plan and asks_yes_or_no(question.reading) and bool(dated or of_adoption)


def _in_that_year(here: Sequence[StatementRow], year: int) -> list[StatementRow]:
    """What the page tells of a year as a time ("Under 2015 har …"), before what is named by it."""
    during = clause_words()["during"]
    named = [row for row in here if str(year) in folded_words(row.original)]
    then = [
        row
        for row in named
        if any(
            word == str(year) and before in during
            for before, word in pairwise(folded_words(row.original))
        )
    ]
    return list(dict.fromkeys([*then, *named])) if then else []


def _own_years(row: StatementRow) -> set[int]:
    return {day.year for day in (row.valid_from, row.valid_until) if day}
