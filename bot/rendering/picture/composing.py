"""Municipalities' visions and goals as the content of a picture."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.rendering.phrases import Phrases
from bot.rendering.picture.content import Content, Entry, Place, Section
from bot.rendering.picture.footing import addresses, foot, sources
from bot.rendering.picture.grouping import BELOW, Levelled, counted, groups
from bot.rendering.picture.marking import capital, entry, mark
from bot.rendering.picture.noting import Notes
from bot.rendering.picture.palette import themes_for
from bot.rendering.picture.setting import Setting
from knowledge.models import Kind, Municipality, Status
from knowledge.rows import StatementRow

# What a picture is headed by: the first of these kinds that a plan has.
TOP = (Kind.VISION, Kind.MISSION, Kind.PURPOSE)
# Texts up to this length, of words up to that, stand two in a row.
_TILE = 30
_TILE_WORD = 14


def goals(setting: Setting, places: Sequence[Municipality]) -> Content:
    """The vision above, the goals and their levels below; several places side by side."""
    themes = themes_for([place.code for place in places])
    names = tuple(place.name for place in places)
    return Content(
        kind="goals",
        language=setting.phrases.language,
        title=setting.phrases("Vision and goals: {places}", places=names),
        places=[
            _place(setting, place, theme["name"])
            for place, theme in zip(places, themes, strict=True)
        ],
        foot=foot(setting, places),
    )


def _place(setting: Setting, place: Municipality, theme: str) -> Place:
    room, phrases = setting.room, setting.phrases
    rows = setting.store.of_kinds(place.code, (*TOP, *BELOW))
    notes = Notes(setting.store, place.code, setting.day, phrases)
    tops = topmost(rows, setting.day)
    earlier = [row for row in rows if row.kind in TOP[:1] and _is_replaced(row, setting.day)]
    below = [row for row in rows if row.kind in BELOW and not _is_replaced(row, setting.day)]
    found = groups(below)
    shown = [*tops, *earlier, *(row for group in found for row, _ in group)]
    sections = [_section(setting, group, notes) for group in found[: room.sections]]
    return Place(
        name=place.name,
        code=place.code,
        theme=theme,
        label=label_of(tops[0], phrases) if tops else "",
        top=[_marked(setting, row, room.top) for row in tops[: room.tops]],
        earlier=[_marked(setting, row, room.entry) for row in earlier if room.earlier],
        sections=sections,
        also=_also(setting, found[room.sections :]),
        notes=notes.texts({row.id for row in shown}, room),
        sources=sources(shown, phrases, room),
        addresses=addresses(shown),
    )


def topmost(rows: Sequence[StatementRow], day: date) -> list[StatementRow]:
    """The statements of the highest kind that have not been replaced, those that hold first."""
    for kind in TOP:
        found = [row for row in rows if row.kind is kind and not _is_replaced(row, day)]
        if found:
            past = {Status.ENDED, Status.UPCOMING}
            return sorted(found, key=lambda row: row.status(day) in past)
    return []


def label_of(row: StatementRow, phrases: Phrases) -> str:
    """The page's own word for a statement, in the language, as a heading."""
    return capital(row.label if phrases.language == "sv" else row.label_translation)


def _is_replaced(row: StatementRow, day: date) -> bool:
    return row.status(day) is Status.REPLACED


def _marked(setting: Setting, row: StatementRow, limit: int, level: int = 0) -> Entry:
    found = entry(row, setting.phrases, setting.room, limit=limit, level=level)
    return replace(found, mark=mark(row, setting.day, setting.phrases))


def _section(setting: Setting, group: Sequence[Levelled], notes: Notes) -> Section:
    phrases, room = setting.phrases, setting.room
    marks = {mark(row, setting.day, phrases) for row, _ in group}
    common = marks.pop() if len(marks) == 1 else None
    common = common or notes.over([row.id for row, _ in group])
    entries = [_marked(setting, row, room.entry, level) for row, level in group[: room.entries]]
    if common:
        entries = [replace(one, mark=None) for one in entries]
    left = len(group) - len(entries)
    return Section(
        title=capital(counted(group, setting.store.labels, phrases)),
        entries=entries,
        mark=common,
        tiles=len(entries) > 1 and all(_is_tile(one) for one in entries),
        more=phrases("and {number} more", number=left) if left else "",
    )


def _is_tile(one: Entry) -> bool:
    short = len(one.text) <= _TILE and all(len(word) <= _TILE_WORD for word in one.text.split())
    return short and not one.mark and not one.level and len(one.original) <= _TILE


def _also(setting: Setting, left_out: Sequence[Sequence[Levelled]]) -> str:
    """What there is no room for, counted."""
    if not left_out:
        return ""
    named = [counted(group, setting.store.labels, setting.phrases) for group in left_out]
    return setting.phrases("There is more: {list}.", list=tuple(named))
