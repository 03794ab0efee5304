"""How good or clear a plan is: "Are the goals measurable?". No page says, and we judge none."""

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.lists import listed, listing_of
from bot.answering.newest import asks_newer
from bot.answering.still import EndPut, end_put
from bot.understanding.clauses import clause_words
from bot.understanding.on_the_answer import asks_for_opinion
from bot.understanding.question import Question
from knowledge.models import Kind
from knowledge.text import stem

_OF_A_PLAN = frozenset({
    Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.VALUE,
})  # fmt: skip


def answer_quality(desk: Desk, question: Question) -> Answer | None:
    """What is asked about, below that the page does not say so; None where no quality is asked."""
    opinion = asks_for_opinion(question.reading.folded)
    if len(question.covered) != 1 or not (opinion or _asks_what_they_are_like(question)):
        return None
    place = question.covered[0]
    kinds = [kind for kind in question.kinds if kind in _OF_A_PLAN]
    shown = listed(desk, question, listing_of(kinds), place)
    if not shown:
        return None
    judges = clause_words()["judges"].intersection(question.reading.folded)
    line = said("I don't judge that; this is what the page says:")
    return desk.answer(line if judges or opinion else said("The page does not say."), shown)


def _asks_what_they_are_like(question: Question) -> bool:
    """Whether a plan is asked to be something, by a word that asks for nothing we know of."""
    reading, listed_words = question.reading, clause_words()
    asking = range(reading.asking.start, reading.asking.end)
    subject = question.topics or question.narrow or question.counties or reading.years
    if subject or reading.folded[asking.start] not in listed_words["being"]:
        return False
    if not listed_words["still"].isdisjoint(reading.folded):
        # "Is that still true?" asks whether it holds.
        return False
    if asks_newer(question) or end_put(question) is not EndPut.NOT:
        return False
    pointed = reading.folded[asking.start + 1 : asking.start + 2]
    several = (listed_words["they"] | listed_words["those"]) - listed_words["that"]
    if not _OF_A_PLAN.intersection(question.kinds) and several.isdisjoint(pointed):
        # "Is it realistic?" may point at anything.
        return False
    qualities = listed_words["judges"] | listed_words["measurable"]
    of_plan = {at for hit in reading.kinds for at in range(hit.start, hit.end)}
    left = [
        at
        for at in asking
        if at not in reading.named | of_plan
        and (reading.folded[at] in qualities or stem(reading.folded[at]) in question.words)
    ]
    known = {at for hit in reading.hits for at in range(hit.start, hit.end)}
    if len(left) != 1 or reading.folded[left[0]] in qualities:
        return len(left) == 1
    # From when or until when it applies is no answer to a word that we do not know.
    return question.intent in _OF_ITS_TIME and left[0] not in known


_OF_ITS_TIME = frozenset({"status", "start", "end", "period"})
