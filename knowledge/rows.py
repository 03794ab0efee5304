"""What is read from the database: names, sources, statements, notes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, Self

from knowledge.models import Aspect, Kind, Municipality, NoteKind, Status, status_on

Row = Sequence[Any]


def municipality(row: Row) -> Municipality:
    """Of the columns code, name, county and covered."""
    code, name, county, covered = row
    return Municipality(code, name, county, bool(covered))


# What many rows hold alike is made once: a page's statements share its dates.
@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=4096)
def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(maxsize=4096)
def _aspects(text: str) -> tuple[Aspect, ...]:
    return tuple(Aspect(aspect) for aspect in json.loads(text))


KINDS = {str(kind): kind for kind in Kind}
_NOTE_KINDS = {str(kind): kind for kind in NoteKind}


class Name(NamedTuple):
    """A name that a key led to. `code` is empty for a place that is no Swedish municipality."""

    key: str
    rung: int
    name: str
    code: str
    language: str
    ordinary: bool
    municipality: Municipality | None

    @classmethod
    def of(cls, row: Row) -> Self:
        """Of the columns of a name, then those of its municipality, if it has one."""
        return cls._make((*row[:5], bool(row[5]), municipality(row[6:]) if row[6] else None))


# A search term found at an entry (a statement or a note) of a municipality: the municipality's
# code, the entry's number, the term and its weight. Plain, since a question finds dozens of them.
Match = tuple[str, int, str, float]


class LabelRow(NamedTuple):
    """A page's own word for what a statement is, its English, and the plurals of both."""

    label: str
    english: str
    plural: str | None
    english_plural: str | None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as replies show it."""

    id: str
    title: str
    url: str
    published: date | None
    changed: date | None
    captured: date | None
    checked: date | None

    @classmethod
    def of(cls, row: Row) -> Self:
        """Of its columns, days as ISO texts."""
        return cls(*row[:3], *map(_day, row[3:]))


class StatementRow(NamedTuple):
    """A statement with its municipality and source, as read from the database."""

    entry: int
    id: str
    municipality: Municipality
    kind: Kind
    label: str
    label_translation: str
    original: str
    translation: str
    topics_json: str
    parent: str | None
    source: SourceRow
    link: str
    valid_from: date | None
    valid_until: date | None
    replaced_by: str | None
    about_json: str
    term: str | None
    person: str | None
    role: str | None
    role_translation: str | None
    decided_by: str | None
    decided_by_translation: str | None
    states_number: int | None
    states_label: str | None
    target_number: float | None
    target_unit: str | None
    target_year: int | None

    @classmethod
    def of(cls, row: Row, place: Municipality, source: SourceRow, english: str) -> Self:
        """Of its columns, with what the municipality, source and label in them stand for."""
        return cls._make(
            (
                *row[:2], place, KINDS[row[3]], row[4], english, *row[5:9], source, row[10],
                _day(row[11]), _day(row[12]), *row[13:],
            )
        )  # fmt: skip

    def __hash__(self) -> int:
        # Its number tells it from the others; a hash of all that it holds takes far longer.
        return self.entry

    @property
    def topics(self) -> tuple[str, ...]:
        """The ids of its topics."""
        return _texts(self.topics_json)

    @property
    def about(self) -> tuple[Aspect, ...]:
        """The aspects it answers."""
        return _aspects(self.about_json)

    def status(self, day: date) -> Status:
        """Whether the statement holds on a day, worked out from dates alone."""
        return status_on(
            day,
            replaced=self.replaced_by is not None,
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            dated=bool(self.source.published or self.source.changed),
        )


class NoteRow(NamedTuple):
    """A note as read from the database; `statements` are ids."""

    entry: int
    id: str
    municipality: str
    kind: NoteKind
    statements: tuple[str, ...]
    about_json: str
    sv: str
    en: str
    short_sv: str | None
    short_en: str | None
    url: str | None
    title: str | None

    @classmethod
    def of(cls, row: Row) -> Self:
        """Of its columns."""
        return cls._make((*row[:3], _NOTE_KINDS[row[3]], _texts(row[4]), *row[5:]))

    @property
    def about(self) -> tuple[Aspect, ...]:
        """The aspects it answers."""
        return _aspects(self.about_json)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The proof of a quote: the page as captured, its address and the digest of its bytes."""

    title: str
    url: str
    text: str
    sha256: str
    mend: Mapping[str, str]


def ordered(statements: Iterable[StatementRow]) -> list[StatementRow]:
    """Statements in the order of the pages."""
    return sorted(statements, key=lambda statement: statement.entry)
