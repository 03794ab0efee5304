"""A statement as an entry of a picture: its text in the language, and its time in words."""

from datetime import date

from bot.rendering.phrases import Phrases
from bot.rendering.picture.content import Entry, Mark, Room
from bot.rendering.picture.shortening import lead, shorten, tidy
from bot.rendering.wording import is_translated, status_note
from knowledge.marking import marked
from knowledge.models import Status
from knowledge.rows import StatementRow

_CURRENT = {
    (True, True): marked("in force from {start} to {end}"),
    (True, False): marked("in force since {start}"),
    (False, True): marked("in force until {end}"),
}


def mark(row: StatementRow, day: date, phrases: Phrases) -> Mark | None:
    """The status in words; None where there is nothing to say but that it stands on the page."""
    status = row.status(day)
    if status is Status.CURRENT:
        dated = _CURRENT.get((row.valid_from is not None, row.valid_until is not None))
        if dated is None:
            return None
        text = phrases(dated, start=row.valid_from or day, end=row.valid_until or day)
    else:
        text = status_note(row, day, phrases)
    return Mark(status.value, tidy(capital(text))) if text else None


def entry(
    row: StatementRow, phrases: Phrases, room: Room, *, limit: int = 0, level: int = 0
) -> Entry:
    """A statement's text in the language, and its original where there is room for it."""
    limit = limit or room.entry
    swedish = phrases.language == "sv"
    first, rest = lead(tidy(shorten(row.original if swedish else row.translation, limit)))
    ours = not swedish and is_translated(row)
    original = tidy(shorten(row.original, limit)) if room.originals and ours else ""
    return Entry(lead=first, rest=rest, original=original, level=level, translated=ours)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
