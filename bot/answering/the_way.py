"""The way to a vision or to goals: "How does it work towards its vision?" asks for no list."""

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, intents
from bot.answering.facts import answer_fact
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Kind, Municipality
from knowledge.rows import StatementRow
from knowledge.text import folded_words

_REACHED = frozenset({Kind.VISION, Kind.GOAL})
# What a question for the way may look like.
_LISTS = frozenset({
    "vision", "goals", "overview", "process", "steering", "breakdown", "topic", "followup",
})  # fmt: skip
_MOST = 5


def answer_way(desk: Desk, question: Question) -> Answer | None:
    """What speaks of the way there, then how the plan is broken down and steered.

    None where that is not asked, or nothing speaks of it.
    """
    if not _is_asked(question):
        return None
    place = question.covered[0]
    if desk.store.kinds(place.code).isdisjoint(question.kinds):
        # That there is no such vision is told first of all.
        return None
    told = _leading_there(desk, place, question.kinds)
    for name in ("breakdown", "steering"):
        found = answer_fact(desk, question, intents()[name])
        told += [row for row in found.statements if found.outcome == "answer"]
    if not told:
        return None
    return desk.answer(said("This is what {place} says:", place=place.name), told[:_MOST])


def _is_asked(question: Question) -> bool:
    """Whether it is asked how a vision or goals are to be reached, or how they are worked with."""
    if len(question.covered) != 1 or question.topics or question.narrow or question.counted:
        return False
    if not question.kinds or not _REACHED.issuperset(question.kinds):
        return False
    if question.intent not in _LISTS:
        return False
    listed, reading = clause_words(), question.reading
    asked = reading.folded[reading.asking.start : reading.asking.end]
    how = any(
        word in listed["how"] and after not in listed["how_much"]
        for word, after in pairwise([*asked, ""])
    )
    return how and not (listed["reach"] | listed["works"]).isdisjoint(asked)


def _leading_there(desk: Desk, place: Municipality, kinds: Sequence[Kind]) -> list[StatementRow]:
    """The sentences with "mot visionen" or "uppnå målen" in them."""
    here = [row for row in desk.store.of_municipality(place.code) if row.replaced_by is None]
    return [row for row in here if any(_leads(row, kind) for kind in kinds)]


def _leads(row: StatementRow, kind: Kind) -> bool:
    name = _NAMES[kind]
    towards = clause_words()["towards"]
    spelled = folded_words(row.original)
    return any(word in towards and after.startswith(name) for word, after in pairwise(spelled))


# What the pages, which are Swedish, call them.
_NAMES = {Kind.VISION: "vision", Kind.GOAL: "mal"}
