"""Of what time the thing is that was just shown: its plan's period is not its own."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Kind
from knowledge.rows import StatementRow
from knowledge.text import years

_SHORT = 8
# What is listed shares the time of its plan; what else a page says may be of any.
_LISTED = frozenset({
    Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.VALUE,
})  # fmt: skip


def time_of_last(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """That the page gives no year for what was just shown: "what year is that from?"."""
    reading = question.reading
    points = clause_words()["it"].intersection(reading.folded) and len(reading.words) <= _SHORT
    subject = question.kinds or question.topics or question.narrow or question.strange
    if question.intent not in {"start", "period"} or not points or subject or reading.mentions:
        return None
    if any(row.kind in _LISTED or _has_time(row) for row in shown):
        return None
    return desk.answer(said("The page gives no year for that."), shown)


def _has_time(row: StatementRow) -> bool:
    return bool(row.valid_from or row.valid_until or row.target_year or years(row.original))
