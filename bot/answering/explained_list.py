"""A whole list with what explains each of it: "Explain all of Värnamo's goals"."""

from dataclasses import replace

from bot.answering.answer import Answer
from bot.answering.desk import Desk, shared_out
from bot.answering.lists import answer_list, listing_of
from bot.answering.terms import names_term
from bot.understanding.claims import asks_a_favour
from bot.understanding.ordinals import numbered
from bot.understanding.question import Question
from bot.understanding.quotations import quotations
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Kind

_ITEMS = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY})
_ASKS = frozenset({"ask.meaning", "ask.explain"})
_INTENTS = frozenset({
    "goals", "goal_areas", "focus_areas", "priorities", "explain", "meaning", "overview",
})  # fmt: skip


def explained_list(desk: Desk, question: Question) -> Answer | None:
    """The list asked to be explained, each item with its share of what explains it.

    None where no list is to be explained, or where nothing explains it.
    """
    if not _asks_for_it(question):
        return None
    place = question.covered[0]
    if any(names_term(row, question) for row in desk.store.of_municipality(place.code)):
        # "What is a vision goal?" asks for the word.
        return None
    whole = answer_list(desk, question, listing_of(question.kinds))
    items = [row for row in whole.statements if row.kind in question.kinds]
    children = desk.store.children([row.id for row in items])
    if len(items) <= 1 or not children:
        return None
    lists = [[row, *(one for one in children if one.parent == row.id)] for row in items]
    shown, rest = shared_out(lists)
    return replace(whole, statements=tuple(shown), rest=tuple(rest))


def _asks_for_it(question: Question) -> bool:
    """Whether a kind as such is to be explained, and no single item or word of it."""
    reading = question.reading
    if len(question.covered) != 1 or len(question.kinds) != 1 or question.intent not in _INTENTS:
        return False
    claims = asks_yes_or_no(reading) and not asks_a_favour(reading)
    if question.topics or question.narrow or question.strange or claims:
        return False
    single = numbered(reading) or quotations(reading.text)
    return question.kinds[0] in _ITEMS and bool(_ASKS & reading.cues) and not single
