"""The questions asked of the database, which is opened read-only."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from gettext import gettext as _
from pathlib import Path
from typing import Any, Self

from knowledge.errors import DatabaseUnusable
from knowledge.models import Kind, Municipality, Topic, Words
from knowledge.names import FOLDED
from knowledge.rows import (
    KINDS,
    LabelRow,
    Match,
    Name,
    NoteRow,
    SavedPage,
    SourceRow,
    StatementRow,
    municipality,
)
from knowledge.schema import APPLICATION, VERSION

# Of so many municipalities, and so many statements, what was read last is kept.
_KEPT, _KEPT_WHOLE, _KEPT_ROWS = 512, 64, 4096
_STATEMENTS = """
select s.entry, s.id, s.municipality, s.kind, s.label, s.original, s.translation, s.topics,
    s.parent, s.source, s.link, s.valid_from, s.valid_until, s.replaced_by, s.about, s.term,
    s.person, s.role, s.role_translation, s.decided_by, s.decided_by_translation,
    s.states_number, s.states_label, s.target_number, s.target_unit, s.target_year
from statement s
"""
_PLACES = "select code, name, county, covered from municipality"
_SOURCES = "select id, title, url, published, changed, captured, checked from source"
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
        self._places: dict[str, Municipality] = {}
        self._sources: dict[str, SourceRow] = {}
        # Nearly every reply looks at these; of the municipalities asked for most they are kept.
        self._kinds = lru_cache(_KEPT)(self._read_kinds)
        self._notes = lru_cache(_KEPT)(self._read_notes)
        self._whole = lru_cache(_KEPT_WHOLE)(self._read_whole)
        self._rows: dict[int, StatementRow | None] = {}
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
        rows = self._db.execute(f"{_PLACES} where covered order by name")
        return sorted(
            (municipality(row) for row in rows), key=lambda place: swedish_order(place.name)
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
            f"{_PLACES} where county = ? order by code",
            (county,),
        )
        return [municipality(row) for row in rows]

    def municipality(self, code: str) -> Municipality | None:
        """The municipality with an SCB code, or None."""
        try:
            return self._place(code)
        except KeyError:
            return None

    def _place(self, code: str) -> Municipality:
        if code not in self._places:
            row = self._db.execute(f"{_PLACES} where code = ?", (code,)).fetchone()
            if row is None:
                raise KeyError(code)
            self._places[code] = municipality(row)
        return self._places[code]

    @cached_property
    def names(self) -> Mapping[str, Sequence[Name]]:
        """All names by how they are spelled folded, in the register's order."""
        found: dict[str, list[Name]] = {}
        for row in self._db.execute(f"{_NAMES} where k.rung <= ? order by k.name", (FOLDED,)):
            found.setdefault(row[0], []).append(Name.of(row))
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
        return [Name.of(row) for row in rows]

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

    @cached_property
    def spelled(self) -> Sequence[str]:
        """The words that statements, topics and labels are written with, in lower case."""
        return [row[0] for row in self._db.execute("select word from spelled")]

    @cached_property
    def persons(self) -> Sequence[str]:
        """The names of the persons whom pages quote."""
        rows = self._db.execute("select distinct person from statement where person is not null")
        return [row[0] for row in rows]

    def places_with(self, labels: Collection[str]) -> list[Municipality]:
        """The municipalities with statements of any of these labels, or that count such."""
        marks = _marks(labels)
        rows = self._db.execute(
            "select distinct municipality from statement "
            f"where label in ({marks}) or states_label in ({marks})",
            (*labels, *labels),
        )
        return [self._place(row[0]) for row in rows]

    def places_quoting(self, persons: Collection[str]) -> list[Municipality]:
        """The municipalities whose pages quote any of these persons."""
        rows = self._db.execute(
            f"select distinct municipality from statement where person in ({_marks(persons)})",
            tuple(persons),
        )
        return [self._place(row[0]) for row in rows]

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
        kept = self._rows
        if left := [entry for entry in entries if entry not in kept]:
            if len(kept) > _KEPT_ROWS:
                kept = self._rows = {}
                left = list(entries)
            rows = self._db.execute(f"{_STATEMENTS} where s.entry in ({_marks(left)})", left)
            kept |= dict.fromkeys(left) | {row[0]: self._statement(row) for row in rows}
        found = ((entry, kept[entry]) for entry in sorted(entries))
        return {entry: row for entry, row in found if row}

    def statement(self, statement_id: str) -> StatementRow | None:
        """The statement with an id, or None."""
        row = self._db.execute(f"{_STATEMENTS} where s.id = ?", (statement_id,)).fetchone()
        return self._statement(row) if row else None

    def _statement(self, row: Sequence[Any]) -> StatementRow:
        """A statement's row; what many have in common is read and made once."""
        place, label = self._place(row[2]), self.labels.get(row[4])
        english = label.english if label else row[4]
        return StatementRow.of(row, place, self._source(row[9]), english)

    def _source(self, source_id: str) -> SourceRow:
        if source_id not in self._sources:
            row = self._db.execute(f"{_SOURCES} where id = ?", (source_id,)).fetchone()
            self._sources[source_id] = SourceRow.of(row)
        return self._sources[source_id]

    def children(self, statement_ids: Collection[str]) -> list[StatementRow]:
        """The statements whose parent is one of these, in the page's order."""
        rows = self._db.execute(
            f"""{_STATEMENTS}
            where s.parent in (select value from json_each(?)) order by s.entry
            """,
            (_list(statement_ids),),
        )
        return [self._statement(row) for row in rows]

    def of_municipality(self, code: str) -> list[StatementRow]:
        """All statements of a municipality, in the page's order."""
        return list(self._whole(code))

    def _read_whole(self, code: str) -> Sequence[StatementRow]:
        rows = self._db.execute(f"{_STATEMENTS} where s.municipality = ? order by s.entry", (code,))
        return [self._statement(row) for row in rows]

    def sources(self, code: str) -> list[SourceRow]:
        """A municipality's sources."""
        rows = self._db.execute(f"{_SOURCES} where municipality = ? order by id", (code,))
        return [SourceRow.of(row) for row in rows]

    def kinds(self, code: str) -> frozenset[Kind]:
        """The kinds of statement that a municipality's plan holds."""
        return self._kinds(code)

    def _read_kinds(self, code: str) -> frozenset[Kind]:
        rows = self._db.execute(
            "select distinct kind from statement where municipality = ?", (code,)
        )
        return frozenset([KINDS[row[0]] for row in rows])

    def of_kinds(self, code: str, kinds: Collection[Kind]) -> list[StatementRow]:
        """A municipality's statements of some kinds, in the page's order."""
        return [row for row in self._whole(code) if row.kind in kinds]

    def notes(self, code: str) -> Sequence[NoteRow]:
        """The notes of a municipality, in the order of its plan."""
        return self._notes(code)

    def _read_notes(self, code: str) -> Sequence[NoteRow]:
        rows = self._db.execute(
            """
            select entry, id, municipality, kind, statements, about, swedish, english,
                short_swedish, short_english, url, title
            from note where municipality = ? order by entry
            """,
            (code,),
        )
        return [NoteRow.of(row) for row in rows]

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
