"""The place that what was just shown has in its list: its number, and another's of that number."""

from collections.abc import Sequence

from bot.answering.answer import Answer, Label, said
from bot.answering.desk import Desk, intents
from bot.answering.lists import heading, listed
from bot.answering.statements import explained
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.question import Question
from knowledge.models import Kind, Status
from knowledge.rows import StatementRow

_FEW = 8
_LISTED = frozenset({
    Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY, Kind.PERSPECTIVE,
})  # fmt: skip


def number_of_last(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """Which of its list the one just shown is: "which number is it?"."""
    words = set(question.reading.folded)
    asked = words & clause_words()["numbered"] and words & clause_words()["it"]
    other = question.kinds or question.topics or question.narrow or question.reading.mentions
    counts = words & clause_words()["counts"] and "ask.count" in question.reading.cues
    # "Number two, what does it mean?" names one.
    openings = clause_words()["which"] | clause_words()["being"]
    opens = not openings.isdisjoint(question.reading.folded[:1])
    if not (asked and opens) or other or counts or "chat.nth" not in question.reading.cues:
        return None
    if len(question.reading.words) > _FEW:
        return None
    alike = list_of(desk, shown[0]) if shown[0].kind in _LISTED else []
    if len(alike) < 2:
        return None
    number = alike.index(shown[0]) + 1
    count = Label(shown[0].label, len(alike))
    line = said("It is listed as number {number} of {count}.", number=number, count=count)
    return desk.answer(line, shown[:1])


def same_of_another(
    desk: Desk, question: Question, shown: Sequence[StatementRow], context: Context
) -> Answer | None:
    """The one with the same number in another's list: "the second goal?", "and Värnamo's?"."""
    intent = intents().get(context.intent)
    bare = question.intent == context.intent and question.reading.mentions and not question.topics
    if not bare or intent is None or intent.shape != "list" or len(question.covered) != 1:
        return None
    first, place = shown[0], question.covered[0]
    one = first.kind in _LISTED and all(row.parent == first.id for row in shown[1:])
    if not one or context.topics or question.reading.hits or place == first.municipality:
        return None
    alike, theirs = list_of(desk, first), listed(desk, question, intent, place)
    if len(alike) < 2 or len(theirs) < 2 or len(theirs) <= (at := alike.index(first)):
        return None
    found = [theirs[at]]
    return explained(desk, found, alone=heading(desk, found))


def list_of(desk: Desk, row: StatementRow) -> list[StatementRow]:
    """The list that a statement is one of."""
    here = desk.store.of_kinds(row.municipality.code, [row.kind])
    return [
        one
        for one in here
        if one == row or (one.label == row.label and one.status(desk.day) is not Status.REPLACED)
    ]
