"""The questions asked of the database, which is opened read-only."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from gettext import gettext as _
from pathlib import Path
from typing import Any, NamedTuple, Self

from knowledge.errors import DatabaseUnusable
from knowledge.models import Aspect, Kind, Municipality, NoteKind, Status, Topic, Words, status_on
from knowledge.names import FOLDED
from knowledge.schema import APPLICATION, VERSION


class Name(NamedTuple):
    """A name that a key led to. `code` is empty for a place that is no Swedish municipality."""

    key: str
    rung: int
    name: str
    code: str
    language: str
    ordinary: bool
    municipality: Municipality | None


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


_STATEMENTS = """
select s.entry, s.id, m.code, m.name, m.county, s.kind, s.label,
    coalesce(l.english, s.label), s.original, s.translation, s.topics, s.parent,
    o.id, o.title, o.url, o.published, o.changed, o.captured, o.checked,
    s.link, s.valid_from, s.valid_until, s.replaced_by, s.about, s.term, s.person, s.role,
    s.role_translation, s.decided_by, s.decided_by_translation, s.states_number, s.states_label,
    s.target_number, s.target_unit, s.target_year
from statement s
join municipality m on m.code = s.municipality
join source o on o.id = s.source
left join label l on l.label = s.label
"""

_NAMES = """
select k.key, k.rung, n.name, n.code, n.language, n.ordinary, m.code, m.name, m.county, m.covered
from name_key k
join municipality_name n on n.id = k.name
left join municipality m on m.code = n.code
"""


class Store:
    """The knowledge base, open for reading. Raises DatabaseUnusable with what to do about it."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise DatabaseUnusable(
                _("There is no database at {path}. Make it: kommunmal build").format(path=path)
            )
        self.path = path
        with self.reading():
            # A new build takes the place of the file and never changes it: without locks, and
            # without a look for changes at every query, a reply takes a fourteenth less.
            self._db = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            try:
                self._check()
            except BaseException:
                self._db.close()
                raise

    def _check(self) -> None:
        application = self._db.execute("pragma application_id").fetchone()[0]
        if application != APPLICATION:
            raise DatabaseUnusable(
                _("{path} is not a database of Kommunmål.").format(path=self.path)
            )
        version = self._db.execute("pragma user_version").fetchone()[0]
        if version != VERSION:
            raise DatabaseUnusable(
                _(
                    "The database {path} is of version {version}; this program reads version "
                    "{wanted}. Make it again: kommunmal build"
                ).format(path=self.path, version=version, wanted=VERSION)
            )

    def hold(self) -> None:
        """Read from memory from here on, whatever becomes of the file; a few megabytes.

        Raises DatabaseUnusable where the file is damaged anywhere.
        """
        held = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            with self.reading():
                self._db.backup(held)
                _require_whole(held)
        except BaseException:
            held.close()
            raise
        self._db.close()
        self._db = held

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Within this, a file that turns out to be damaged raises DatabaseUnusable."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise DatabaseUnusable(
                _(
                    "The database {path} can't be read ({error}). Make it again: kommunmal build"
                ).format(path=self.path, error=error)
            ) from None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def fingerprint(self) -> str:
        """The digest of the data files and code that the database was built from."""
        row = self._db.execute("select value from meta where key = 'fingerprint'").fetchone()
        return str(row[0]) if row else ""

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """All topics by id, with their words."""
        words: dict[tuple[str, int], dict[str, list[str]]] = {}
        rows = self._db.execute("select word, language, topic, narrow from topic_word")
        for word, language, topic, narrow in rows:
            words.setdefault((topic, narrow), {}).setdefault(language, []).append(word)

        def listed(topic: str, narrow: int) -> Words:
            found = words.get((topic, narrow), {})
            return Words(sv=tuple(found.get("sv", ())), en=tuple(found.get("en", ())))

        return {
            row[0]: Topic(
                row[0],
                row[1],
                row[2],
                tuple(json.loads(row[3])),
                tuple(json.loads(row[4])),
                listed(row[0], 0),
                listed(row[0], 1),
            )
            for row in self._db.execute(
                "select id, swedish, english, global_goals, near from topic order by rowid"
            )
        }

    @cached_property
    def labels(self) -> Mapping[str, LabelRow]:
        """The pages' own words for kinds of statement."""
        rows = self._db.execute("select label, english, plural, english_plural from label")
        return {row[0]: LabelRow(*row) for row in rows}

    @cached_property
    def covered(self) -> Sequence[Municipality]:
        """The municipalities with a plan, by name."""
        rows = self._db.execute(
            "select code, name, county, covered from municipality where covered order by name"
        )
        return sorted(
            (_municipality(row) for row in rows), key=lambda place: swedish_order(place.name)
        )

    @cached_property
    def counties(self) -> Sequence[str]:
        """The names of all counties."""
        rows = self._db.execute("select distinct county from municipality order by county")
        return [row[0] for row in rows]

    def official_names(self, names: Collection[str]) -> frozenset[str]:
        """Those of the names that are municipalities' official ones."""
        rows = self._db.execute(
            "select name from municipality where name in (select value from json_each(?))",
            (_list(names),),
        )
        return frozenset(row[0] for row in rows)

    def in_county(self, county: str) -> list[Municipality]:
        """The municipalities of a county, in the register's order."""
        rows = self._db.execute(
            "select code, name, county, covered from municipality where county = ? order by code",
            (county,),
        )
        return [_municipality(row) for row in rows]

    def municipality(self, code: str) -> Municipality | None:
        """The municipality with an SCB code, or None."""
        rows = self._db.execute(
            "select code, name, county, covered from municipality where code = ?", (code,)
        )
        row = rows.fetchone()
        return _municipality(row) if row else None

    @cached_property
    def names(self) -> Mapping[str, Sequence[Name]]:
        """All names by how they are spelled folded, in the register's order."""
        found: dict[str, list[Name]] = {}
        for row in self._db.execute(f"{_NAMES} where k.rung <= ? order by k.name", (FOLDED,)):
            found.setdefault(row[0], []).append(_name(row))
        return found

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of names of more than one, folded: "upplands", "new"."""
        return frozenset(key.partition(" ")[0] for key in self.names if " " in key)

    def near_names(self, keys: Collection[str]) -> list[Name]:
        """The names of which any of the keys is left when letters are left out."""
        rows = self._db.execute(
            f"{_NAMES} where k.key in (select value from json_each(?))", (_list(keys),)
        )
        return [_name(row) for row in rows]

    def matches(self, codes: Collection[str], terms: Collection[str]) -> list[Match]:
        """Where the terms stand among the entries of the municipalities."""
        rows: list[Match] = []
        for code in codes:
            rows += self._db.execute(
                f"""
                select municipality, entry, term, weight from search_term
                where municipality = ? and term in ({_marks(terms)})
                """,
                (code, *terms),
            )
        return rows

    def terms(self, code: str, entry: int) -> list[str]:
        """What an entry is and is about: its terms other than words."""
        rows = self._db.execute(
            """
            select term from search_term
            where municipality = ? and entry = ? and term < 'w:' order by term
            """,
            (code, entry),
        )
        return [row[0] for row in rows]

    def holds(self, term: str) -> bool:
        """Whether a term stands anywhere."""
        rows = self._db.execute("select 1 from search_term where term = ? limit 1", (term,))
        return rows.fetchone() is not None

    def mentioning(self, terms: Collection[str]) -> list[str]:
        """The codes of the municipalities with any of the terms (none of them a word's)."""
        rows = self._db.execute(
            f"select distinct municipality from mention where term in ({_marks(terms)}) order by 1",
            tuple(terms),
        )
        return [row[0] for row in rows]

    def matches_anywhere(self, terms: Collection[str]) -> list[Match]:
        """Where the terms stand, in all municipalities."""
        rows = self._db.execute(
            """
            select municipality, entry, term, weight
            from search_term indexed by search_term_anywhere
            where term in (select value from json_each(?))
            """,
            (_list(terms),),
        )
        return rows.fetchall()

    def statements(self, entries: Collection[int]) -> dict[int, StatementRow]:
        """The statements with these entry numbers; those of notes are passed over."""
        rows = self._db.execute(
            f"{_STATEMENTS} where s.entry in ({_marks(entries)})", tuple(entries)
        )
        return {row[0]: _statement(row) for row in rows}

    def statement(self, statement_id: str) -> StatementRow | None:
        """The statement with an id, or None."""
        row = self._db.execute(f"{_STATEMENTS} where s.id = ?", (statement_id,)).fetchone()
        return _statement(row) if row else None

    def children(self, statement_ids: Collection[str]) -> list[StatementRow]:
        """The statements whose parent is one of these, in the page's order."""
        rows = self._db.execute(
            f"""{_STATEMENTS}
            where s.parent in (select value from json_each(?)) order by s.entry
            """,
            (_list(statement_ids),),
        )
        return [_statement(row) for row in rows]

    def of_municipality(self, code: str) -> list[StatementRow]:
        """All statements of a municipality, in the page's order."""
        rows = self._db.execute(f"{_STATEMENTS} where s.municipality = ? order by s.entry", (code,))
        return [_statement(row) for row in rows]

    def sources(self, code: str) -> list[SourceRow]:
        """A municipality's sources."""
        rows = self._db.execute(
            """
            select id, title, url, published, changed, captured, checked
            from source where municipality = ? order by id
            """,
            (code,),
        )
        return [_source(*row) for row in rows]

    def kinds(self, code: str) -> frozenset[Kind]:
        """The kinds of statement that a municipality's plan holds."""
        rows = self._db.execute(
            "select distinct kind from statement where municipality = ?", (code,)
        )
        return frozenset([_KINDS[row[0]] for row in rows])

    def of_kinds(self, code: str, kinds: Collection[Kind]) -> list[StatementRow]:
        """A municipality's statements of some kinds, in the page's order."""
        rows = self._db.execute(
            f"""{_STATEMENTS}
            where s.municipality = ? and s.kind in ({_marks(kinds)}) order by s.entry
            """,
            (code, *kinds),
        )
        return [_statement(row) for row in rows]

    def notes(self, codes: Collection[str]) -> list[NoteRow]:
        """The notes of the municipalities, in the order of the plans."""
        rows = self._db.execute(
            f"""
            select entry, id, municipality, kind, statements, about, swedish, english,
                short_swedish, short_english, url, title
            from note where municipality in ({_marks(codes)}) order by entry
            """,
            tuple(codes),
        )
        return [_note(row) for row in rows]

    def saved_page(self, statement_id: str) -> SavedPage | None:
        """The saved page that a statement stands in, or None."""
        row = self._db.execute(
            """
            select o.title, o.url, o.text, o.sha256, o.mend
            from source o join statement s on s.source = o.id where s.id = ?
            """,
            (statement_id,),
        ).fetchone()
        return SavedPage(row[0], row[1], row[2], row[3], json.loads(row[4])) if row else None


def _require_whole(db: sqlite3.Connection) -> None:
    # `quick_check` finds NULLs that are not there in tables whose key is not their first columns.
    found = db.execute("pragma integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def _marks(values: Collection[object]) -> str:
    """Gaps for a short list of values.

    There is one text for each number of values: SQLite keeps them prepared, and looks such a list
    up in half the time that `json_each` takes.
    """
    return ",".join("?" * len(values))


# What is encoded are texts and numbers; looking for circles in them would take as long again.
_ENCODER = json.JSONEncoder(check_circular=False)


def _list(values: Collection[object]) -> str:
    """Any number of values for `json_each`: the text stays one, and SQLite keeps it prepared."""
    return _ENCODER.encode(list(values))


_SWEDISH_ORDER = str.maketrans("åäö", "{|}")


def swedish_order(name: str) -> str:
    """A key that sorts å, ä and ö last, in that order."""
    return name.lower().translate(_SWEDISH_ORDER)


# What many rows hold alike is made once: a page's statements share its source and its dates.
@lru_cache(maxsize=1024)
def _place(code: str, name: str, county: str, covered: object) -> Municipality:
    return Municipality(code, name, county, bool(covered))


def _municipality(row: Sequence[Any]) -> Municipality:
    return _place(*row)


@lru_cache(maxsize=1024)
def _source(*row: Any) -> SourceRow:
    return SourceRow(*row[:3], *(_day(text) for text in row[3:]))


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=4096)
def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(maxsize=4096)
def _aspects(text: str) -> tuple[Aspect, ...]:
    return tuple(Aspect(aspect) for aspect in json.loads(text))


_KINDS = {str(kind): kind for kind in Kind}
_NOTE_KINDS = {str(kind): kind for kind in NoteKind}


def _name(row: Sequence[Any]) -> Name:
    return Name._make((*row[:5], bool(row[5]), _municipality(row[6:]) if row[6] else None))


def _statement(row: Sequence[Any]) -> StatementRow:
    return StatementRow._make(
        (
            *row[:2],
            _place(*row[2:5], True),
            _KINDS[row[5]],
            *row[6:12],
            _source(*row[12:19]),
            row[19],
            _day(row[20]),
            _day(row[21]),
            *row[22:],
        )
    )


def _note(row: Sequence[Any]) -> NoteRow:
    return NoteRow._make((*row[:3], _NOTE_KINDS[row[3]], _texts(row[4]), *row[5:]))


def ordered(statements: Iterable[StatementRow]) -> list[StatementRow]:
    """Statements in the order of the pages."""
    return sorted(statements, key=lambda statement: statement.entry)
