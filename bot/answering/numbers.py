"""A line on how many of a kind each municipality lists: "who has the most goals?"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.answering.answer import Each, Label, Said, said
from bot.understanding.question import Question
from bot.understanding.subjects import compares_numbers
from knowledge.rows import StatementRow


def numbers_of_each(question: Question, found: Iterable[Sequence[StatementRow]]) -> Said | None:
    """How many each lists, the most first, where that is what is asked."""
    if question.topics or not question.kinds or not compares_numbers(question.reading):
        return None
    counts = []
    for rows in sorted(filter(None, found), key=len, reverse=True):
        number = Counter(row.label for row in rows)
        labels = tuple(Label(label, times) for label, times in number.items())
        counts.append((rows[0].municipality.name, labels))
    return said("Listed on the pages: {counts}.", counts=Each(tuple(counts)))
