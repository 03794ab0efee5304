"""The nouns of the knowledge: what a plan file holds and what the database gives back.

They are plain frozen dataclasses, so that answering a question needs no validation library;
`knowledge.plans` validates plan files against these same types, and the JSON Schema for editors
is made from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal

Language = Literal["sv", "en"]


class Kind(StrEnum):
    """What a statement is. The mapping to StratML lives with the export."""

    VISION = "vision"
    MISSION = "mission"
    PURPOSE = "purpose"
    VALUE = "value"
    GOAL = "goal"
    GOAL_AREA = "goal_area"
    FOCUS_AREA = "focus_area"
    PRIORITY = "priority"
    PERSPECTIVE = "perspective"
    ACTION = "action"
    INDICATOR = "indicator"
    EXPLANATION = "explanation"
    STEERING = "steering"
    FACT = "fact"
    QUOTATION = "quotation"


class Aspect(StrEnum):
    """Which question about a plan a statement (or a note) answers."""

    START = "start"
    END = "end"
    PERIOD = "period"
    DECIDED = "decided"
    DECIDES = "decides"
    REPLACED = "replaced"
    PROCESS = "process"
    PURPOSE = "purpose"
    LEVELS = "levels"
    STEERING = "steering"
    BREAKDOWN = "breakdown"
    FOLLOWUP = "followup"
    SCOPE = "scope"
    ALIGNED = "aligned"
    COUNT = "count"
    POPULATION = "population"
    MEANING = "meaning"
    ROLE = "role"
    DOCUMENT = "document"
    REASON = "reason"
    CHALLENGE = "challenge"
    BASIS = "basis"
    PARTICIPATION = "participation"


class NoteKind(StrEnum):
    """Why a note is there."""

    CONTRADICTION = "contradiction"
    GAP = "gap"
    ENDED = "ended"
    REPLACED = "replaced"
    NEWER = "newer"
    OLDER = "older"
    INFO = "info"


class Status(StrEnum):
    """Whether a statement holds on a given day; it follows from dates alone."""

    CURRENT = "current"
    ENDED = "ended"
    REPLACED = "replaced"
    UPCOMING = "upcoming"
    UNDATED = "undated"


def status_on(
    day: date,
    *,
    replaced: bool,
    valid_from: date | None,
    valid_until: date | None,
    dated: bool,
) -> Status:
    """The status of a statement on a day; `dated` says that its page gives a date of its own."""
    if replaced:
        return Status.REPLACED
    if valid_from is not None and day < valid_from:
        return Status.UPCOMING
    if valid_until is not None and day > valid_until:
        return Status.ENDED
    return Status.CURRENT if dated or valid_from or valid_until else Status.UNDATED


def county_stem(county: str) -> str:
    """A county's name without "län": "Norrbottens län" is Norrbotten, "Kalmar län" Kalmar."""
    return county.removesuffix(" län").removesuffix("s")


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 290 municipalities: its SCB code (text, four digits), name and county."""

    code: str
    name: str
    county: str
    covered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Other words that people use for a statement or note, by language."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    sv: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many there are, as the page says: `number` of what it calls `label`."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    number: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A figure to be reached: `number` of `unit` (the page's word), in `year` where it says so."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    number: float
    unit: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page or document that statements are quoted from.

    `page` is the saved text, a path below the folder of pages. `mend` maps words that a PDF
    broke, as they stand in the page, to the same words whole.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    id: str
    title: str
    url: str
    page: str
    published: date | None = None
    changed: date | None = None
    captured: date | None = None
    checked: date | None = None
    mend: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A verbatim quote from a municipality's page, and what is known about it.

    `original` is the page's own wording, `translation` our unofficial English one.
    `label` is the page's own word for what this is. `source` may be left out in a plan that has
    one source only. Dates are the first and the last day on which the statement holds.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    id: str
    kind: Kind
    label: str
    original: str
    translation: str
    topics: tuple[str, ...] = ()
    parent: str | None = None
    source: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    replaced_by: str | None = None
    about: tuple[Aspect, ...] = ()
    term: str | None = None
    person: str | None = None
    role: str | None = None
    role_translation: str | None = None
    decided_by: str | None = None
    decided_by_translation: str | None = None
    states: Count | None = None
    target: Target | None = None
    words: Words = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Our own words about a gap, a contradiction or another page, in both languages.

    A note belongs to the statements it names; one that names none belongs to the whole plan.
    `short_sv` and `short_en` are the answer in one line where the note is the answer.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    id: str
    kind: NoteKind
    sv: str
    en: str
    statements: tuple[str, ...] = ()
    about: tuple[Aspect, ...] = ()
    words: Words = Words()
    short_sv: str | None = None
    short_en: str | None = None
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything known of one municipality: the contents of one plan file."""

    __pydantic_config__: ClassVar = {"extra": "forbid", "title": "Kommunmål plan"}

    municipality: str
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A page's own word for what a statement is: its English, its plurals (Swedish, English).

    `kind` is what a stated number of them counts.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    label: str
    en: str
    many: tuple[str, str] | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """What goals are about, with the words people use for it.

    `sdg` holds the numbers of the global goals it answers to: our tags, never shown as a
    municipality's claim. `near` are topics asked for in nearly the same words. `narrow` words
    name a thing within the topic: a statement on the topic answers them only if it holds the word.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    id: str
    sv: str
    en: str
    sdg: tuple[int, ...] = ()
    near: tuple[str, ...] = ()
    words: Words = Words()
    narrow: Words = Words()
