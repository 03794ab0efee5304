"""A time that a page tells of some items of a list, and that the others do not share."""

from bot.answering.desk import Desk
from bot.answering.newest import marked_new
from bot.understanding.question import Question
from knowledge.models import Kind
from knowledge.rows import StatementRow

_ITEMS = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY})


def is_of_some(desk: Desk, row: StatementRow) -> bool:
    """Whether a statement is an item with a first day, beside others that have none."""
    if row.kind not in _ITEMS or row.valid_from is None:
        return False
    beside = desk.store.of_kinds(row.municipality.code, [row.kind])
    return any(one.valid_from is None and one.replaced_by is None for one in beside)


def asks_of_all(question: Question, row: StatementRow) -> bool:
    """Whether no single item is asked about, by its subject or as the new one."""
    one = question.topics or question.narrow or question.ordinal
    return not (one or marked_new(question, [row]))
