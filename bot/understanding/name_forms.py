"""A place named in a message, and the ways in which a word or two may spell its name."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from knowledge.models import Municipality
from knowledge.rows import Name


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a message names: words `start` to `end` (exclusive), with how it was found.

    `places` are the municipalities it may be, most often one; none for a place elsewhere.
    `language` is that of the name ("Gothenburg" is "en").
    """

    start: int
    end: int
    name: str
    places: tuple[Municipality, ...]
    rung: int
    distance: int = 0
    language: str = "official"

    @property
    def codes(self) -> tuple[str, ...]:
        """The SCB codes of what it may be."""
        return tuple(place.code for place in self.places)


class Form(NamedTuple):
    """A spelling of a word or pair to look up, folded and as written, and the words it covers."""

    key: str
    lower: str
    start: int
    end: int
    genitive: bool


@cache
def name_cues() -> Mapping[str, Any]:
    """The words of `name_cues.toml`."""
    return tomllib.loads(files(__package__).joinpath("name_cues.toml").read_text("utf-8"))


@cache
def written_on() -> tuple[str, ...]:
    """What people write on to a name: "Jokkmokksvisionen"."""
    return tuple(name_cues()["written_on"])


def spellings(plain: str) -> Iterable[tuple[str, bool]]:
    """The word itself, without a genitive's s, and without what was written on to the name."""
    yield plain, False
    if plain.endswith("s"):
        yield plain[:-1], True
    if plain.endswith(written_on()):
        for ending in written_on():
            if plain.endswith(ending) and len(plain) > len(ending) + 2:
                body = plain[: -len(ending)]
                yield body, True
                yield body.removesuffix("s"), True


def places_of(rows: Iterable[Name]) -> tuple[Municipality, ...]:
    """The municipalities that some names are of, each once."""
    return tuple(dict.fromkeys(row.municipality for row in rows if row.municipality))
