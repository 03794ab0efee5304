"""Whose vision has a year in it: "Which municipalities have a year in their vision?"."""

from collections.abc import Sequence

from bot.answering.across.years import is_gone
from bot.answering.answer import Answer, said
from bot.answering.desk import MOST, Desk, shared_out
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Aspect, Kind, Municipality
from knowledge.rows import StatementRow
from knowledge.text import years


def any_year_asked(question: Question) -> bool:
    """Whether it is asked whose vision has a year in it, whichever: "a year", "inget årtal"."""
    reading = question.reading
    if question.kinds != (Kind.VISION,) or reading.years or question.topics:
        return False
    words = clause_words()
    before = words["a"] | words["anybody"] | words["lacks"]
    return any(
        word in words["a_year"]
        or (word in words["year"] and at and reading.folded[at - 1] in before)
        for at, word in enumerate(reading.folded)
    )


def answer_any_year(
    desk: Desk, question: Question, places: Sequence[Municipality]
) -> Answer | None:
    """The visions with a year, and whose have none; None where nobody's has."""
    near = list(places[:MOST])
    found = {place.name: rows for place in near if (rows := _dated(desk, place))}
    if not found:
        return None
    others = tuple(
        place.name
        for place in near
        if place.name not in found and Kind.VISION in desk.store.kinds(place.code)
    )
    shown, rest = shared_out(found.values())
    if not others:
        line = said(
            "Today a year stands in the vision, or in its name, of {places}.", places=tuple(found)
        )
    else:
        line = said(
            "Today a year stands in the vision, or in its name, of {places}, but not of {others}.",
            places=tuple(found), others=others,
        )  # fmt: skip
    return desk.answer(line, shown, rest=rest)


def _dated(desk: Desk, place: Municipality) -> list[StatementRow]:
    """The vision, where a year stands in it; else its document, where one stands in the name."""
    rows = [row for row in desk.store.of_municipality(place.code) if years(row.original)]
    own = [row for row in rows if row.kind is Kind.VISION and not is_gone(row)]
    return own or [row for row in rows if Aspect.DOCUMENT in row.about][:1]
