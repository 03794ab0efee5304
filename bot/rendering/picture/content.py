"""What a picture shows, before it is drawn: plain words in their places.

The drawing and the caption are made from the same content, so that they say the same.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from knowledge.models import Language

Kind = Literal["goals", "timeline"]
Tone = Literal["current", "ended", "replaced", "upcoming", "undated"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A status in words, and which of the palette's marks it wears."""

    tone: Tone
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement: `lead` and `rest` together are its text; `original` its Swedish, in English.

    `quoted` says that they are the page's own words and not ours, `translated` that they are our
    translation of them.
    `level` is how deep under other goals it stands. On a timeline `when` are its years, and
    `above` the word for what it is.
    """

    lead: str
    rest: str = ""
    original: str = ""
    when: str = ""
    above: str = ""
    mark: Mark | None = None
    level: int = 0
    quoted: bool = True
    translated: bool = False

    @property
    def text(self) -> str:
        """The whole text."""
        return self.lead + self.rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Entries under a heading. `tiles` are short enough to stand two in a row.

    `tone` is the time that a section of a timeline is about.
    """

    title: str
    entries: Sequence[Entry]
    tone: Tone = "current"
    mark: Mark | None = None
    tiles: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A municipality's part of the picture.

    `top` is what it is headed by (a vision, or the parts of a mission) under the word `label`;
    `earlier` what that replaced; `also` what there is no room for;
    `addresses` where the `sources` are, in the same order.
    """

    name: str
    code: str
    theme: str
    label: str = ""
    top: Sequence[Entry] = ()
    earlier: Sequence[Entry] = ()
    sections: Sequence[Section] = ()
    also: str = ""
    notes: Sequence[str] = ()
    sources: Sequence[str] = ()
    addresses: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A whole picture."""

    kind: Kind
    language: Language
    title: str
    places: Sequence[Place]
    subtitle: str = ""
    foot: Sequence[str]

    def as_json(self) -> str:
        """The content as the drawing reads it; the same content is the same text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much a picture may hold: characters of a text, entries of a section, and so on."""

    top: int = 220
    tops: int = 3
    entry: int = 150
    entries: int = 8
    originals: bool = True
    earlier: bool = True
    titles: bool = True
    sections: int = 9
    notes: int = 3
    note: int = 150
