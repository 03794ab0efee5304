"""A municipality's vision and goals, or those of two or three, as a picture with a caption."""

import asyncio
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from bot.rendering.phrases import phrases
from bot.rendering.picture.caption import caption, visible
from bot.rendering.picture.composing import goals
from bot.rendering.picture.content import Content, Kind, Room
from bot.rendering.picture.drawing import Format, draw
from bot.rendering.picture.setting import Setting
from bot.rendering.picture.timeline import timeline
from knowledge.models import Language, Municipality
from knowledge.store import Store

# More columns than this can't be read on a phone.
MOST = 3
# How many times as high as wide a picture for a phone may be; a higher one would be shown small.
TALLEST = 2.65
_COMPOSERS: Mapping[Kind, Callable[[Setting, Sequence[Municipality]], Content]] = {
    "goals": goals,
    "timeline": timeline,
}
# From all there is to the least that makes a picture: the first that fits is taken.
_ROOMS = (
    Room(),
    Room(sections=3, notes=2),
    Room(sections=2, notes=2),
    Room(sections=2, notes=1, tops=2),
    Room(sections=1, notes=2, tops=2),
    Room(sections=1, notes=1, tops=1, top=150),
    Room(sections=1, notes=0, tops=1, top=150),
    Room(sections=1, notes=0, tops=1, entry=110, top=120, entries=6),
    Room(sections=1, notes=0, tops=1, entry=90, top=100, entries=5),
    Room(sections=1, notes=0, tops=1, entry=70, top=90, entries=4, originals=False),
)
# Columns are narrow: translations alone, and nothing of what was before.
_COLUMN = Room(tops=1, originals=False, earlier=False, titles=False)
_SIDE_BY_SIDE = (
    replace(_COLUMN, top=130, entry=90, entries=6, sections=3, notes=2),
    replace(_COLUMN, top=120, entry=90, entries=6, sections=2, notes=1),
    replace(_COLUMN, top=120, entry=90, entries=6, sections=1, notes=1),
    replace(_COLUMN, top=100, entry=80, entries=6, sections=1, notes=0),
    replace(_COLUMN, top=90, entry=70, entries=4, sections=1, notes=0),
    replace(_COLUMN, top=80, entry=60, entries=3, sections=1, notes=0),
    replace(_COLUMN, top=60, entry=40, entries=2, sections=1, notes=0),
    replace(_COLUMN, top=50, entry=36, entries=1, sections=1, notes=0),
)
# Paper is read from nearer, and holds texts in full.
_ON_PAPER = (
    Room(top=500, tops=4, entry=400, entries=20, notes=4, note=250),
    Room(top=300, entry=200, entries=12, notes=3),
    Room(top=300, entry=200, entries=12, notes=1),
    Room(top=300, entry=200, entries=12, notes=1, sections=2),
    Room(top=300, entry=200, entries=12, notes=1, sections=2, originals=False),
)


class CannotDraw(ValueError):
    """There is no such picture; the message says why."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with the same in words; `digest` is that of its content, the same for the same.

    `links` are lines of the caption that name a source, each with the source's address.
    """

    png: bytes
    caption: str
    digest: str
    links: tuple[tuple[str, str], ...] = ()


def picture(
    store: Store, codes: Sequence[str], kind: Kind, language: Language, day: date
) -> Picture:
    """A picture for a phone of one to three municipalities, by their SCB codes.

    Raises CannotDraw for other numbers and for municipalities without a plan, MissingExtra where
    the library that draws is not installed.
    """
    content, png = _fitting(store, codes, kind, language, day, "phone")
    digest = sha256(content.as_json().encode("utf-8", "replace")).hexdigest()
    return Picture(png, caption(content, phrases(language, store)), digest, _links(content))


def _links(content: Content) -> tuple[tuple[str, str], ...]:
    return tuple(
        (visible(line), address)
        for place in content.places
        for line, address in zip(place.sources, place.addresses, strict=True)
    )


async def picture_off_loop(
    store: Store, codes: Sequence[str], kind: Kind, language: Language, day: date
) -> Picture:
    """The same, drawn in a thread, so that other chats are served meanwhile."""
    return await asyncio.to_thread(picture, store, codes, kind, language, day)


def poster(
    store: Store,
    codes: Sequence[str],
    kind: Kind,
    language: Language,
    day: date,
    *,
    size: str = "A4",
    form: Format = "pdf",
) -> bytes:
    """The same on one sheet of paper, A4 or A3, as PDF (tagged, PDF/UA-1) or PNG.

    Raises what `picture` raises.
    """
    content, png = _fitting(store, codes, kind, language, day, size)
    return png if form == "png" else draw(content.as_json(), size, form)[0]


def _fitting(
    store: Store, codes: Sequence[str], kind: Kind, language: Language, day: date, size: str
) -> tuple[Content, bytes]:
    """The most that fits on the page, with its first page drawn."""
    places = _places(store, codes)
    rooms = _SIDE_BY_SIDE if len(places) > 1 else _ROOMS
    if size != "phone":
        rooms = (*_ON_PAPER, *rooms)
    for room in rooms:
        setting = Setting(store, day, phrases(language, store), room)
        content = _COMPOSERS[kind](setting, places)
        pages = draw(content.as_json(), size, "png")
        if len(pages) == 1 and (size != "phone" or ratio(pages[0]) <= TALLEST):
            break
    return content, pages[0]


def ratio(png: bytes) -> float:
    """How many times as high as wide a PNG is, from its header."""
    width, height = struct.unpack(">II", png[16:24])
    return float(height / width)


def _places(store: Store, codes: Sequence[str]) -> list[Municipality]:
    places = [store.municipality(code) for code in dict.fromkeys(codes)]
    covered = [place for place in places if place is not None and place.covered]
    if len(covered) < len(places):
        raise CannotDraw("A picture needs municipalities whose plans are known.")
    if not 1 <= len(covered) <= MOST:
        raise CannotDraw(f"A picture shows one to {MOST} municipalities.")
    return covered
