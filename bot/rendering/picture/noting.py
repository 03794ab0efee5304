"""The notes that go with what a picture shows: what is over, contradicted, left out, newer."""

from collections.abc import Collection
from datetime import date

from bot.rendering.phrases import Phrases
from bot.rendering.picture.content import Mark, Room
from bot.rendering.picture.shortening import shorten, tidy
from knowledge.models import NoteKind, Status
from knowledge.rows import NoteRow
from knowledge.store import Store

# The most telling first; older pages and asides are left to the answers in words.
_ORDER = (
    *(NoteKind.ENDED, NoteKind.CONTRADICTION, NoteKind.NEWER, NoteKind.REPLACED, NoteKind.GAP),
)


class Notes:
    """The notes of one municipality on a day."""

    def __init__(self, store: Store, code: str, day: date, phrases: Phrases) -> None:
        self._phrases = phrases
        self._rows = store.notes(code)
        self._status = {row.id: row.status(day) for row in store.of_municipality(code)}
        self._told: set[str] = set()

    def over(self, ids: Collection[str]) -> Mark | None:
        """That the time of all these statements is over, where a note says so and it is."""
        for note in self._rows:
            told = note.kind is NoteKind.ENDED and set(ids) <= set(note.statements)
            if told and self._has_come(note):
                self._told.add(note.id)
                return Mark("ended", self._short(note).rstrip("."))
        return None

    def texts(self, shown: Collection[str], room: Room) -> list[str]:
        """The notes on the statements shown and on newer pages, the most telling first."""
        fitting = [
            note
            for note in self._rows
            if note.kind in _ORDER and note.id not in self._told and self._concerns(note, shown)
        ]
        fitting.sort(key=lambda note: _ORDER.index(note.kind))
        return [self._text(note, room) for note in fitting[: room.notes]]

    def _concerns(self, note: NoteRow, shown: Collection[str]) -> bool:
        if not note.statements:
            return note.kind is NoteKind.NEWER
        if note.kind is NoteKind.ENDED and not self._has_come(note):
            return False
        return not set(note.statements).isdisjoint(shown)

    def _has_come(self, note: NoteRow) -> bool:
        """Whether what a note says has ended has done so on the day."""
        known = {self._status.get(name) for name in note.statements}
        dated = known - {Status.UNDATED, Status.CURRENT, None}
        return not dated or Status.ENDED in dated

    def _short(self, note: NoteRow) -> str:
        short = note.short_sv if self._phrases.language == "sv" else note.short_en
        return tidy(short or self._phrases.note(note))

    def _text(self, note: NoteRow, room: Room) -> str:
        full = tidy(self._phrases.note(note))
        return full if len(full) <= room.note else tidy(shorten(self._short(note), room.note))
