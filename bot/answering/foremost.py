"""Which of its goals a municipality puts first: a page that ranks none is not made to."""

from dataclasses import replace
from itertools import pairwise

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.lists import answer_list, listing_of
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_which
from knowledge.models import Kind


def answer_foremost(desk: Desk, question: Question) -> Answer | None:
    """The list that is asked for, below that the page ranks none; None where it has priorities."""
    kinds = tuple(kind for kind in question.kinds if kind is not Kind.PRIORITY)
    if len(question.covered) != 1 or not kinds or not _asks_for_the_first(question):
        return None
    here = desk.store.kinds(question.covered[0].code)
    if kinds[0] not in here or Kind.PRIORITY in here or question.topics:
        return None
    asked = replace(question, kinds=kinds)
    found = answer_list(desk, asked, listing_of(kinds))
    if len(found.statements) == 1:
        return None
    return replace(found, short=said("The page does not rank them."))


def _asks_for_the_first(question: Question) -> bool:
    """Whether a kind is called the foremost: "the most important goal", "vilket mål är främst"."""
    reading = question.reading
    kinds = {hit.start for hit in reading.hits if hit.group in _RANKED}
    beside = clause_words()["being"]
    words = [(at, word) for at, word in enumerate(reading.folded) if word not in beside]
    first = clause_words()["foremost"]
    near = any(
        (a in first and at in kinds) or (b in first and before in kinds)
        for (before, a), (at, b) in pairwise(words)
    )
    return asks_which(reading) and near


_RANKED = frozenset({"kind.goal", "kind.goal_area", "kind.focus_area", "kind.value"})
