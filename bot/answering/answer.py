"""An answer before it is text: statements, notes and our own sentences with their values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from knowledge.models import Municipality, NoteKind
from knowledge.rows import NoteRow, StatementRow

Outcome = Literal["answer", "clarify", "unknown", "chat"]
Reason = Literal["not_covered", "not_in_sources", "off_topic", "invalid_input"]


@dataclass(frozen=True, slots=True)
class Of:
    """Names in the genitive: "Värnamos", "Värnamo's"."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Names to choose from: "Habo eller Håbo", "Habo or Håbo"."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counties:
    """Counties by their Swedish names: "Norrbottens län", "Norrbotten County"."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The page's own word for a kind of statement, counted where `number` is given."""

    label: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """Several kinds, counted: "två politiska målsättningar och fyra utvecklingsfrågor"."""

    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Each:
    """How many each municipality has: "Värnamo fyra mål, Överkalix tre mål"."""

    counts: tuple[tuple[str, tuple[Label, ...]], ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of each municipality: "Värnamo 27 december 2023"."""

    days: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question, in quotation marks."""

    word: str


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic by its name in the reply's language."""

    id: str


@dataclass(frozen=True, slots=True)
class AnyTopic:
    """Topics of which any is meant: "kultur eller fritid", "culture or leisure".

    `things` are those that only the question's own words name, beside them.
    """

    ids: tuple[str, ...]
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AllTopics:
    """Topics that are all meant: "kultur och fritid", "culture and leisure"; `things` as well."""

    ids: tuple[str, ...]
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Both:
    """Words that we have in both languages: the page's Swedish and our English."""

    sv: str
    en: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number written with digits, grouped as the language does ("35 000", "35,000")."""

    value: float


@dataclass(frozen=True, slots=True)
class Sentences:
    """First lines of several answers, one after the other."""

    each: tuple["Said | NoteRow", ...]


Value = (
    str
    | int
    | date
    | tuple[str, ...]
    | Of
    | AnyOf
    | Counties
    | Label
    | Counted
    | Each
    | Dated
    | Word
    | TopicName
    | AnyTopic
    | AllTopics
    | Both
    | Number
    | Sentences
)


@dataclass(frozen=True, slots=True)
class Said:
    """One of our fixed sentences, by its English text, and what its gaps are filled with."""

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)


def said(text: str, **values: Value) -> Said:
    """A fixed sentence; its text is what the catalogues translate."""
    return Said(text, values)


def one_after_other(*lines: "Said | NoteRow") -> Said:
    """Several first lines as one: "Yes." and "The goal is 35,000 inhabitants in 2035."."""
    return said("{sentences}", sentences=Sentences(lines))


@dataclass(frozen=True, slots=True)
class Link:
    """A link that is no statement's source: a newer or older page, a web site."""

    title: str
    url: str
    about: Literal["source", "newer", "older", "website"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the bot says to one question.

    `statements` are those shown, the most fitting first; `rest` are ids of more, in order.
    `asked` are kinds of note that the question asks for beside those that always belong.
    `silent` are municipalities that it names because they say nothing of what is asked.
    """

    outcome: Outcome
    reason: Reason | None = None
    short: Said | NoteRow | None = None
    statements: tuple[StatementRow, ...] = ()
    rest: tuple[str, ...] = ()
    notes: tuple[Said | NoteRow, ...] = ()
    links: tuple[Link, ...] = ()
    uncovered: tuple[Municipality, ...] = ()
    suggestions: tuple[Said, ...] = ()
    asked: tuple[NoteKind, ...] = ()
    silent: tuple[Municipality, ...] = ()

    @property
    def total(self) -> int:
        """How many statements there are in all, those not shown among them."""
        return len(self.statements) + len(self.rest)
