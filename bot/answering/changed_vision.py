"""Whether a vision has been changed: "Har Ljungby bytt vision?", "Has it updated its vision?"."""

from collections.abc import Sequence

from bot.answering.answer import Answer, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.lists import listed, listing_of
from bot.answering.newer_known import newer_known, not_its_text
from bot.answering.status import changes_told
from bot.answering.still import status_line
from bot.understanding.claims import asking_words, denies
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Kind, NoteKind, Status
from knowledge.rows import NoteRow, StatementRow


def answer_changed(desk: Desk, question: Question) -> Answer | None:
    """Yes, and what the page tells of it; where it tells of no change, what is known instead."""
    reading = question.reading
    asked = asking_words(reading) & clause_words()["changes"]
    if not asked or question.kinds != (Kind.VISION,) or len(question.covered) != 1:
        return None
    if not asks_yes_or_no(reading) or reading.years or question.topics or question.narrow:
        return None
    place = question.covered[0]
    rows = listed(desk, question, listing_of([Kind.VISION]), place)
    if not rows:
        return None
    if changes := changes_told(desk, question):
        note = _note_on(desk, question, changes)
        line = one_after_other(said("Yes."), note) if note and not denies(reading) else None
        return desk.answer(line, changes, asked=(NoteKind.OLDER,)) if line else None
    if newer := newer_known(desk, place):
        return desk.answer(not_its_text(newer[0]), rows, notes=newer[:1], asked=(NoteKind.NEWER,))
    if rows[0].status(desk.day) is Status.ENDED and rows[0].valid_until:
        line = said(
            "The page does not say; the period of the vision ended on {date}.",
            date=rows[0].valid_until,
        )
        return desk.answer(line, rows)
    return desk.answer(status_line(desk, rows), rows)


def _note_on(desk: Desk, question: Question, changes: Sequence[StatementRow]) -> NoteRow | None:
    """The note that tells in one line what was changed."""
    told = {row.id for row in changes}
    notes = desk.store.notes(question.covered[0].code)
    replaced = (note for note in notes if note.kind is NoteKind.REPLACED and note.short_sv)
    return next((note for note in replaced if told.intersection(note.statements)), None)
