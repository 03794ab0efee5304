"""What a page leaves out or counts wrong of a list, however the list is asked for."""

from collections.abc import Iterable, Sequence

from bot.answering.desk import Desk
from bot.understanding.question import Question
from knowledge.models import NoteKind
from knowledge.rows import NoteRow, StatementRow


def not_named(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> NoteRow | None:
    """The note that what is asked for is not named, where something else stands in for it."""
    if not question.kinds or question.kinds[0] in {row.kind for row in shown}:
        return None
    return _note_on(desk, shown, NoteKind.GAP)


def miscounted(desk: Desk, shown: Sequence[StatementRow]) -> NoteRow | None:
    """The note that the page says another number than it lists."""
    return _note_on(desk, shown, NoteKind.CONTRADICTION) if len(shown) > 1 else None


def _note_on(desk: Desk, shown: Sequence[StatementRow], kind: NoteKind) -> NoteRow | None:
    ids = {row.id for row in shown}
    notes = desk.store.notes(shown[0].municipality.code)
    # What leaves an aspect open ("how many live there") tells nothing of the list.
    silent = kind is NoteKind.GAP
    of_kind = (n for n in notes if n.kind is kind and n.short_sv and not (silent and n.about))
    return next((note for note in of_kind if ids & set(note.statements)), None)


def gaps_of(desk: Desk, rows: Iterable[StatementRow]) -> list[NoteRow]:
    """The notes on what the page leaves out of what these say."""
    return notes_of(desk, rows, NoteKind.GAP)


def notes_of(desk: Desk, rows: Iterable[StatementRow], kind: NoteKind) -> list[NoteRow]:
    """The notes of a kind that tell in one line something of what these say."""
    shown = {row.id: row.municipality.code for row in rows}
    return [
        note
        for note in desk.notes(shown.values())
        if note.kind is kind and note.short_sv and shown.keys() & set(note.statements)
    ]


def of_another(desk: Desk, rows: Sequence[StatementRow]) -> NoteRow | None:
    """The note that what the first says is somebody else's: another's priorities, retold."""
    return next(iter(notes_of(desk, rows[:1], NoteKind.INFO)), None)
