"""A question that names statements by the page's own word for them: "development issues"."""

from collections.abc import Sequence

from bot.answering.desk import Desk
from bot.understanding.question import Question
from knowledge.rows import LabelRow, StatementRow
from knowledge.text import bases, fold, stem, stems

# "Mål" and "vision" are anybody's words; so are those that others are made of.
_SHORTEST = 6


def labels_named(desk: Desk, question: Question) -> list[str]:
    """The labels that stand in the question, in either language: "visionsmål", "vision goal"."""
    asked = {stem(word.folded) for word in question.reading.words}
    return [row.label for row in desk.store.labels.values() if _is_named(row, asked)]


def words_of_one_page(desk: Desk, question: Question) -> list[str]:
    """The labels of one Swedish word that stand in the question: "visionsmål", "goal areas"."""
    asked = {base for word in question.reading.words for base in bases(word.folded)}
    rows = (row for row in desk.store.labels.values() if len(row.label) >= _SHORTEST)
    return [
        row.label
        for row in rows
        if " " not in row.label
        and any(asked.issuperset(fold(text).split()) for text in _spellings(row))
    ]


def of_the_label(
    desk: Desk, question: Question, rows: Sequence[StatementRow]
) -> list[StatementRow]:
    """Of rows with several labels those of the label that is named, if just one is."""
    if len({row.kind for row in rows}) > 1:
        return list(rows)
    labels = {row.label for row in rows}
    named = labels.intersection(labels_named(desk, question)) if len(labels) > 1 else set()
    return [row for row in rows if row.label in named] if len(named) == 1 else list(rows)


def _is_named(row: LabelRow, asked: set[str]) -> bool:
    return len(row.label) >= _SHORTEST and any(stems(text) <= asked for text in _spellings(row))


def _spellings(row: LabelRow) -> list[str]:
    if row.plural is None:
        return [row.label]
    return [text for text in (row.label, row.plural, row.english, row.english_plural) if text]
