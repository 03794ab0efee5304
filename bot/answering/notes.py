"""Which notes and links go with an answer."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from bot.answering.answer import Link
from knowledge.models import NoteKind, Status
from knowledge.rows import NoteRow, StatementRow

_FEW_PLACES = 2
_PAGES = {NoteKind.NEWER: "newer", NoteKind.OLDER: "older"}


def notes_for(
    notes: Callable[[Iterable[str]], Iterable[NoteRow]],
    statements: Sequence[StatementRow],
    day: date,
    asked: Collection[NoteKind] = (),
) -> tuple[NoteRow, ...]:
    """The notes that concern the statements shown, and those on newer pages of their plans.

    A note that a period has ended is given only where it has, on the day of asking. Older pages
    are named only where they were asked for.
    """
    places = {statement.municipality.code for statement in statements}
    if len(places) > _FEW_PLACES:
        # Among many, only what tells that a statement no longer holds, or where a newer one is.
        kinds = {NoteKind.ENDED, NoteKind.REPLACED, NoteKind.NEWER}
        return tuple(
            note for note in notes_for_few(notes, statements, day, asked) if note.kind in kinds
        )
    return notes_for_few(notes, statements, day, asked)


def notes_for_few(
    notes: Callable[[Iterable[str]], Iterable[NoteRow]],
    statements: Sequence[StatementRow],
    day: date,
    asked: Collection[NoteKind] = (),
) -> tuple[NoteRow, ...]:
    """All notes that concern the statements."""
    shown = {statement.id: statement for statement in statements}
    codes = list(dict.fromkeys(statement.municipality.code for statement in statements))
    return tuple(
        note for note in notes(codes) if concerns(note, shown, day, {*asked, NoteKind.NEWER})
    )


def concerns(
    note: NoteRow,
    shown: Mapping[str, StatementRow],
    day: date,
    asked: Collection[NoteKind] = (),
) -> bool:
    """Whether a note belongs to the statements shown (by id), on the day of asking."""
    if not note.statements:
        return note.kind in asked
    concerned = [shown[name] for name in note.statements if name in shown]
    if note.kind is NoteKind.ENDED:
        return any(_is_over(statement, day) for statement in concerned)
    return bool(concerned)


def _is_over(statement: StatementRow, day: date) -> bool:
    dated = statement.valid_until is not None
    return statement.status(day) is Status.ENDED or not dated


def links_of(notes: Iterable[object]) -> tuple[Link, ...]:
    """The links of notes on other pages."""
    return tuple(
        Link(note.title or note.url, note.url, _PAGES[note.kind])  # type: ignore[arg-type]
        for note in notes
        if isinstance(note, NoteRow) and note.url and note.kind in _PAGES
    )
