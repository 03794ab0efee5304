"""What has been replaced or has ended, what holds, and what is to come, as a picture's content."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.answering.answer import Number
from bot.rendering.picture.composing import TOP
from bot.rendering.picture.content import Content, Entry, Mark, Place, Section, Tone
from bot.rendering.picture.footing import addresses, foot, sources
from bot.rendering.picture.grouping import BELOW, counted
from bot.rendering.picture.marking import capital, entry, mark
from bot.rendering.picture.noting import Notes
from bot.rendering.picture.palette import themes_for
from bot.rendering.picture.setting import Setting
from bot.rendering.picture.shortening import lead, shorten, tidy
from knowledge.marking import marked
from knowledge.models import Aspect, Kind, Municipality, Status
from knowledge.rows import StatementRow

_TITLES: tuple[tuple[Tone, str], ...] = (
    ("replaced", marked("Before")),
    ("current", marked("Today, {date}")),
    ("undated", marked("Without a date on the page")),
    ("upcoming", marked("Ahead")),
)
_TONES: dict[Status, Tone] = {
    Status.REPLACED: "replaced",
    Status.ENDED: "replaced",
    Status.CURRENT: "current",
    Status.UNDATED: "undated",
    Status.UPCOMING: "upcoming",
}
_BETWEEN = " · "
# With less room for a text than this, several statements are counted and not named.
_ENOUGH = 80
_YEAR = re.compile(r"\d{4}")


def timeline(setting: Setting, places: Sequence[Municipality]) -> Content:
    """The statements of each municipality by their time; several places one after the other."""
    themes = themes_for([place.code for place in places])
    names = tuple(place.name for place in places)
    return Content(
        kind="timeline",
        language=setting.phrases.language,
        title=setting.phrases("Timeline: {places}", places=names),
        subtitle=setting.phrases("What has applied, applies and is to come"),
        places=[
            _place(setting, place, theme["name"])
            for place, theme in zip(places, themes, strict=True)
        ],
        foot=foot(setting, places),
    )


def _place(setting: Setting, place: Municipality, theme: str) -> Place:
    phrases, room = setting.phrases, setting.room
    rows = [row for row in setting.store.of_municipality(place.code) if _belongs(row)]
    notes = Notes(setting.store, place.code, setting.day, phrases)
    found: dict[Tone, list[Entry]] = {tone: [] for tone, _ in _TITLES}
    for group in _same_time(rows, setting.day):
        over = notes.over([row.id for row in group])
        tone = "replaced" if over else _TONES[group[0].status(setting.day)]
        found[tone].append(_entry(setting, group, over))
    if not any(row.status(setting.day) is Status.REPLACED for row in rows):
        found["replaced"] = _replacing(setting, place) + found["replaced"]
    found["upcoming"] = _ahead(setting, rows) + found["upcoming"]
    return Place(
        name=place.name,
        code=place.code,
        theme=theme,
        sections=[
            Section(
                title=phrases(title, date=setting.day),
                entries=_in_order(found[tone], tone)[: room.entries],
                tone=tone,
            )
            for tone, title in _TITLES
            if found[tone]
        ],
        notes=notes.texts({row.id for row in rows}, room),
        sources=sources(rows, phrases, room),
        addresses=addresses(rows),
    )


def _in_order(entries: list[Entry], tone: Tone) -> list[Entry]:
    """By years before and ahead; what holds today stays in the order of its kinds."""
    if tone in {"replaced", "upcoming"}:
        return sorted(entries, key=lambda one: _YEAR.findall(one.when)[-1:])
    return entries


def _belongs(row: StatementRow) -> bool:
    """A vision, a goal or the like; or a fact with a period of its own."""
    if row.kind is Kind.VISION and row.parent:
        # A wording under a vision's headline has its time.
        return False
    dated = row.valid_from is not None or row.valid_until is not None
    return row.kind in {*TOP[:2], *BELOW} or (row.kind is Kind.FACT and dated)


def _same_time(rows: Iterable[StatementRow], day: date) -> list[list[StatementRow]]:
    """Statements of one kind and label with the same status and dates, the highest kinds first."""
    order = [*TOP, *BELOW, Kind.FACT]
    found: dict[object, list[StatementRow]] = {}
    for row in sorted(rows, key=lambda row: (order.index(row.kind), row.entry)):
        key = (row.kind, row.label, row.status(day), row.valid_from, row.valid_until)
        found.setdefault(key, []).append(row)
    return list(found.values())


def _entry(setting: Setting, group: Sequence[StatementRow], over: Mark | None) -> Entry:
    """One statement in full, or several by their opening words."""
    first = group[0]
    phrases, room = setting.phrases, setting.room
    above = capital(counted([(row, 0) for row in group], setting.store.labels, phrases))
    if len(group) == 1:
        one = entry(first, phrases, room)
    elif room.entry < _ENOUGH:
        one, above = Entry(lead=tidy(above), quoted=False), ""
    else:
        texts = [row.original if phrases.language == "sv" else row.translation for row in group]
        openings = [shorten(lead(text)[0], room.entry // 2) for text in texts]
        one = Entry(
            lead="", rest=tidy(shorten(_BETWEEN.join(openings), room.entry * 2)), quoted=False
        )
    time = mark(first, setting.day, phrases) or over
    return replace(one, above=above, when=_years(first), mark=time)


def _years(row: StatementRow) -> str:
    """A period in years: "2016–2020", "2024–", "–2030"; nothing where no date is known."""
    start = str(row.valid_from.year) if row.valid_from else ""
    end = str(row.valid_until.year) if row.valid_until else ""
    return f"{start}–{end}" if start or end else ""


def _replacing(setting: Setting, place: Municipality) -> list[Entry]:
    """What the page says it has replaced, where the replaced words themselves are not known."""
    facts = setting.store.of_kinds(place.code, [Kind.FACT])
    rows = [row for row in facts if Aspect.REPLACED in row.about]
    above = setting.phrases("What it replaced")
    return [replace(entry(row, setting.phrases, setting.room), above=above) for row in rows]


def _ahead(setting: Setting, rows: Iterable[StatementRow]) -> list[Entry]:
    """The figures to be reached in years to come, and the last days of what holds now."""
    phrases, day = setting.phrases, setting.day
    over = {Status.REPLACED, Status.ENDED}
    holding = [row for row in rows if row.status(day) not in over]
    found = []
    for row in holding:
        if row.target_number is not None and (row.target_year or 0) >= day.year:
            unit = setting.store.labels[row.target_unit or ""]
            name = unit.label if phrases.language == "sv" else unit.english
            figure = tidy(f"{phrases.value(Number(row.target_number))} {name}")
            above = phrases("To be reached ({label})", label=_label(setting, row))
            found.append(Entry(lead=figure, above=above, when=str(row.target_year), quoted=False))
    ends: dict[date, list[str]] = {}
    for row in holding:
        if row.valid_until:
            ends.setdefault(row.valid_until, []).append(_label(setting, row))
    for end, labels in ends.items():
        text = phrases("Last day: {date}", date=end)
        names = phrases.list(list(dict.fromkeys(labels)))
        found.append(Entry(lead=text, above=capital(names), when=str(end.year), quoted=False))
    return found


def _label(setting: Setting, row: StatementRow) -> str:
    return row.label if setting.phrases.language == "sv" else row.label_translation
