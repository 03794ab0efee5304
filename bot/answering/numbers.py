"""A line on how many of a kind each municipality has: "who has the most goals?"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.answering.answer import Each, Label, Said, said
from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find
from bot.understanding.question import Question
from bot.understanding.subjects import compares_numbers
from knowledge.rows import StatementRow


def numbers_of_each(
    desk: Desk, question: Question, found: Iterable[Sequence[StatementRow]]
) -> Said | None:
    """How many each lists, the most first, where that is what is asked.

    Where something else is listed in their place, the number that the page states, if it does.
    """
    if question.topics or not question.kinds or not compares_numbers(question.reading):
        return None
    counts = [
        (rows[0].municipality.name, _stated(desk, question, rows) or _listed(rows))
        for rows in found
        if rows
    ]
    counts.sort(key=lambda one: -sum(label.number or 0 for label in one[1]))
    return said("According to the pages: {counts}.", counts=Each(tuple(counts)))


def _listed(rows: Sequence[StatementRow]) -> tuple[Label, ...]:
    number = Counter(row.label for row in rows)
    return tuple(Label(label, times) for label, times in number.items())


def _stated(
    desk: Desk, question: Question, rows: Sequence[StatementRow]
) -> tuple[Label, ...] | None:
    """The number of goals of a page that lists only areas: "21 övergripande mål"."""
    if rows[0].kind in question.kinds:
        return None
    counting = find(desk.store, [rows[0].municipality], Wanted(counted=question.kinds))
    told = desk.store.statements([one.entry for one in counting if one.by("n:")])
    for row in told.values():
        if row.states_number and row.states_label:
            return (Label(row.states_label, row.states_number),)
    return None
