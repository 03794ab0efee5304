"""Whether all of a kind are on a topic, or one is all there is: "Is it Värnamo's only goal?"."""

from dataclasses import replace

from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.lists import answer_list, listing_of
from bot.answering.topics import being_on
from bot.understanding.claims import claims_of_all, claims_the_only, is_turned
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Kind
from knowledge.rows import StatementRow

_KINDS = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY})


def answer_nothing_else(desk: Desk, question: Question) -> Answer | None:
    """All of the kind, after no where there are others; None where nothing such is claimed."""
    reading = question.reading
    of_one = len(question.covered) == 1 and (question.topics or question.narrow)
    if not of_one or not _KINDS.issuperset(question.kinds) or not asks_yes_or_no(reading):
        return None
    turned = is_turned(reading)
    only, every = claims_the_only(reading), claims_of_all(reading)
    if turned or not (only or every):
        return None
    listing = listing_of(question.kinds)
    asked = replace(question, intent=listing.name, topics=(), narrow=())
    told = answer_list(desk, asked, listing)
    rows = [row for row in told.statements if row.kind in question.kinds]
    if not rows or told.short is None:
        return None
    line: Said | None = None
    if only:
        line = said("No.") if len(rows) > 1 else None
    elif any(_is_of_something_else(desk, question, row) for row in rows):
        line = said("No, not all of them.")
    return replace(told, short=one_after_other(line, told.short)) if line else told


def _is_of_something_else(desk: Desk, question: Question, row: StatementRow) -> bool:
    """Whether neither a goal nor what explains it is on the topic."""
    return not any(map(being_on(question), [row, *desk.store.children([row.id])]))
