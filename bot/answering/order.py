"""Which of the statements that answer stands first."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.answering.desk import Desk
from bot.answering.echo import own_words
from bot.answering.terms import names_term, stems_of
from bot.understanding.question import Question
from knowledge.models import Kind, NoteKind, Status
from knowledge.rows import StatementRow
from knowledge.text import stem, stems

_GOALS = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY})
_GONE = frozenset({Status.ENDED, Status.REPLACED})


def goals_first(desk: Desk, question: Question, rows: Sequence[StatementRow]) -> list[StatementRow]:
    """Goals on the topic before what is said in passing; what holds no longer comes last.

    The rest stays as it is, the most fitting first.
    """

    ended = {
        name
        for note in desk.notes(row.municipality.code for row in rows)
        if note.kind is NoteKind.ENDED
        for name in note.statements
    }

    asked = set(question.topics)
    if not any(asked & set(row.topics) for row in rows):
        # Where nothing is on the topic, the goals that are near it.
        asked = {near for topic in asked for near in desk.store.topics[topic].near}

    def rank(row: StatementRow) -> tuple[bool, bool]:
        gone = row.id in ended or row.status(desk.day) in _GONE
        return gone, not (row.kind in _GOALS and asked & set(row.topics))

    return sorted(rows, key=rank)


def own_goals_first(
    question: Question, found: Mapping[str, Sequence[StatementRow]]
) -> dict[str, list[StatementRow]]:
    """Municipalities with a goal on the topic before those that only tell of it in a fact."""

    def in_passing(code: str) -> bool:
        return bool(question.topics) and all(row.kind is Kind.FACT for row in found[code])

    return {code: list(found[code]) for code in sorted(found, key=in_passing)}


def defining_first(
    desk: Desk, question: Question, rows: Sequence[StatementRow]
) -> list[StatementRow]:
    """What defines a word of the question before what else is said of it.

    The word may be the statement's label, as we translate that: "results-based management".
    """
    asked = {stem(word.folded) for word in question.reading.unnamed}

    def defines(row: StatementRow) -> bool:
        label = desk.store.labels.get(row.label) if row.term == row.label else None
        english = stems_of(label.english) if label else set[str]()
        return names_term(row, question) or (bool(english) and english <= asked)

    return sorted(rows, key=lambda row: not defines(row))


def naming_first(question: Question, rows: Sequence[StatementRow]) -> list[StatementRow]:
    """What names a thing that is asked about, in the question's own word, before the rest.

    Only a word that few of the rows have tells one from the others.
    """
    asked = own_words(question)
    held = {row.id: asked & stems(f"{row.original} {row.translation}") for row in rows}
    times = Counter(word for words in held.values() for word in words)
    telling = {word for word, number in times.items() if 2 * number <= len(rows)}
    return sorted(rows, key=lambda row: telling.isdisjoint(held[row.id]))
