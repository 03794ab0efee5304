"""The foot of a picture: where the words stand, from when, and who drew it."""

from collections.abc import Iterable

from bot.rendering.phrases import Phrases
from bot.rendering.picture.content import Room
from bot.rendering.picture.setting import Setting
from bot.rendering.picture.shortening import shorten, tidy
from bot.rendering.wording import dates, host, is_translated
from knowledge.models import Municipality
from knowledge.rows import SourceRow, StatementRow

_TITLE = 70


def sources(rows: Iterable[StatementRow], phrases: Phrases, room: Room) -> list[str]:
    """Each source once: its title where there is room, its web site and dates."""
    found = {row.source.id: row.source for row in rows}
    return [
        phrases("Source: {title}", title=_title(source, phrases, room)) for source in found.values()
    ]


def addresses(rows: Iterable[StatementRow]) -> list[str]:
    """Where those sources are, in the same order."""
    return list({row.source.id: row.source.url for row in rows}.values())


def _title(source: SourceRow, phrases: Phrases, room: Room) -> str:
    title, site = tidy(shorten(source.title, _TITLE)), tidy(host(source.url))
    name = f"{title}, {site}" if room.titles else site
    return f"{name} ({dates(source, phrases)})"


def foot(setting: Setting, places: Iterable[Municipality]) -> list[str]:
    """Our own lines: the day that statuses are worked out for, and what the English is."""
    phrases, store = setting.phrases, setting.store
    rows = (row for place in places for row in store.of_municipality(place.code))
    lines = [phrases("As of {date}. Drawn by Kommunmål.", date=setting.day)]
    if phrases.language == "en" and any(map(is_translated, rows)):
        lines.append(phrases("The English texts are our own unofficial translations."))
    return lines
