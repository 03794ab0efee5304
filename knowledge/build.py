"""Plans to one SQLite file: checked first, written aside, renamed into place when whole."""

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import sqlite_utils

from knowledge.check import sound_plans
from knowledge.errors import Problem, not_writable
from knowledge.library import Library, PlanFile
from knowledge.models import Note, Source, Statement
from knowledge.names import name_keys
from knowledge.schema import APPLICATION, INDEXES, TABLES, VERSION, VIEWS
from knowledge.terms import note_terms, rarity, statement_terms
from knowledge.text import words

_LEFT_BEHIND_SECONDS = 3600


def build(library: Library, database: Path) -> list[Problem]:
    """Build the database; InvalidData where what ships has problems, and nothing is touched.

    A municipality's own files that have problems are left out; those problems are given back.
    A build that fails or is killed leaves an earlier database as it was. DatabaseUnusable where
    the file can't be written.
    """
    plan_files, left_out = sound_plans(library)
    write(library, plan_files, database)
    return left_out


def write(library: Library, plan_files: Iterable[PlanFile], database: Path) -> None:
    """Write checked plans to the database file, aside first."""
    aside = database.with_name(f".{database.name}.{os.getpid()}")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(database)
        with closing(sqlite3.connect(aside)) as connection:
            # The file is new and renamed when whole: a journal would guard nothing.
            connection.execute("pragma journal_mode = off")
            connection.execute("pragma synchronous = off")
            _fill(sqlite_utils.Database(connection), library, list(plan_files))
            connection.commit()
            connection.execute("analyze")
            connection.commit()
        _flush(aside)
        aside.replace(database)
    except (OSError, sqlite3.OperationalError) as error:
        raise not_writable(database, error) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _clear_away(database: Path) -> None:
    """Remove what builds that were killed left aside, an hour or more ago."""
    for path in database.parent.glob(f".{database.name}.*"):
        if path.suffix[1:].isdigit() and time.time() - path.stat().st_mtime > _LEFT_BEHIND_SECONDS:
            path.unlink(missing_ok=True)


def _fill(db: sqlite_utils.Database, library: Library, plan_files: list[PlanFile]) -> None:
    db.executescript(TABLES)
    covered = {plan_file.plan.municipality for plan_file in plan_files}
    _insert(db, "municipality", _municipalities(library, covered))
    _insert_names(db, library)
    _insert(db, "topic", _topics(library))
    _insert(db, "topic_word", _topic_words(library))
    _insert(db, "label", _labels(library))
    _insert(db, "spelled", ({"word": word} for word in sorted(_spelled(library, plan_files))))
    _insert_plans(db, plan_files, library)
    db.executescript(INDEXES)
    db.executescript(VIEWS)
    db.table("statement").enable_fts(
        ["original", "translation", "label"], tokenize="unicode61 remove_diacritics 0"
    )
    db.execute(f"pragma application_id = {APPLICATION}")
    db.execute(f"pragma user_version = {VERSION}")
    _insert(db, "meta", [{"key": "fingerprint", "value": library.fingerprint()}])


def _insert(db: sqlite_utils.Database, table: str, rows: Iterable[dict[str, Any]]) -> None:
    db.table(table).insert_all(rows)


def _municipalities(library: Library, covered: set[str]) -> Iterator[dict[str, Any]]:
    for place in library.register.values():
        yield asdict(place) | {"covered": int(place.code in covered)}


def _insert_names(db: sqlite_utils.Database, library: Library) -> None:
    codes = {place.name: place.code for place in library.register.values()}
    names = [(name, code, "official") for name, code in codes.items()]
    names += [
        (alias.name, codes[alias.municipality], alias.language) for alias in library.names.aliases
    ]
    names += [(name, "", country) for name, country in library.names.elsewhere.items()]
    rows, keys = [], []
    for number, (name, code, language) in enumerate(names, start=1):
        ordinary = int(name in library.names.ordinary and language == "official")
        rows.append(
            {"id": number, "name": name, "code": code, "language": language, "ordinary": ordinary}
        )
        keys += [{"key": key, "rung": rung, "name": number} for key, rung in set(name_keys(name))]
    _insert(db, "municipality_name", rows)
    _insert(db, "name_key", sorted(keys, key=lambda row: (row["key"], row["rung"], row["name"])))


def _topics(library: Library) -> Iterator[dict[str, Any]]:
    for topic in library.topics.values():
        yield {
            "id": topic.id,
            "swedish": topic.sv,
            "english": topic.en,
            "global_goals": json.dumps(topic.sdg),
            "near": json.dumps(topic.near),
        }


def _topic_words(library: Library) -> Iterator[dict[str, Any]]:
    for topic in library.topics.values():
        for narrow, listed in ((0, topic.words), (1, topic.narrow)):
            for language, found in (("sv", listed.sv), ("en", listed.en)):
                for word in dict.fromkeys(found):
                    row = {"word": word, "language": language, "topic": topic.id}
                    yield row | {"narrow": narrow}


def _labels(library: Library) -> Iterator[dict[str, Any]]:
    for _, label in sorted(library.labels.items()):
        swedish, english = label.many or (None, None)
        yield {
            "label": label.label,
            "english": label.en,
            "plural": swedish,
            "english_plural": english,
        }


def _spelled(library: Library, plan_files: Iterable[PlanFile]) -> set[str]:
    """The words that statements, topics and labels are written with, in lower case."""
    texts = [name for topic in library.topics.values() for name in (topic.sv, topic.en)]
    for label in library.labels.values():
        texts += [label.label, label.en, *(label.many or ())]
    for plan_file in plan_files:
        for statement in plan_file.plan.statements:
            texts += [statement.original, statement.translation]
    return {word.lower for text in texts for word in words(text) if word.lower.isalpha()}


def _insert_plans(db: sqlite_utils.Database, plan_files: list[PlanFile], library: Library) -> None:
    statements: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    found_by: list[tuple[str, int, dict[str, float]]] = []
    sources_read: list[dict[str, Any]] = []
    for plan_file in plan_files:
        plan = plan_file.plan
        pages = {source.id: plan_file.page(source) for source in plan.sources}
        sources = {source.id: source for source in plan.sources}
        sources_read += [_source(source, plan_file, library) for source in plan.sources]
        for statement in plan.statements:
            entry = len(found_by) + 1
            source = sources[statement.source or plan.sources[0].id]
            link = pages[source.id].link(source.url, statement.original)
            row = _statement(statement, entry, plan.municipality, source.id, link)
            statements.append(row)
            found_by.append((plan.municipality, entry, statement_terms(statement, library.labels)))
        for note in plan.notes:
            entry = len(found_by) + 1
            notes.append(_note(note, entry, plan.municipality))
            found_by.append((plan.municipality, entry, note_terms(note)))
    _insert(db, "source", sources_read)
    _insert(db, "statement", statements)
    _insert(db, "note", notes)
    _insert(
        db,
        "statement_topic",
        (
            {"statement": row["id"], "topic": topic}
            for row in statements
            for topic in json.loads(row["topics"])
        ),
    )
    # Thirty rows a statement: as plain rows they take a third of the time.
    db.conn.executemany("insert into search_term values (?, ?, ?, ?)", _search_terms(found_by))
    # Who speaks of something at all: so that thousands of municipalities are counted at once.
    told = {(t, code) for code, _, terms in found_by for t in terms if not t.startswith("w:")}
    db.conn.executemany("insert into mention values (?, ?)", sorted(told))


def _search_terms(
    found_by: list[tuple[str, int, dict[str, float]]],
) -> Iterator[tuple[str, str, int, float]]:
    """Rows of `search_term`: municipality, term, entry, weight."""
    rare = rarity(terms for _, _, terms in found_by)
    for code, entry, terms in found_by:
        for term, weight in terms.items():
            yield code, term, entry, round(weight * rare.get(term, 1.0), 4)


def _source(source: Source, plan_file: PlanFile, library: Library) -> dict[str, Any]:
    page = plan_file.page(source)
    return {
        "id": source.id,
        "municipality": plan_file.plan.municipality,
        "title": source.title,
        "url": source.url,
        "published": source.published,
        "changed": source.changed,
        "captured": source.captured,
        "checked": _latest(source.checked, library.checked.get(source.id)),
        "sha256": page.sha256,
        "text": page.text,
        "mend": json.dumps(dict(source.mend), ensure_ascii=False),
    }


def _statement(
    statement: Statement, entry: int, code: str, source: str, link: str
) -> dict[str, Any]:
    states, target = statement.states, statement.target
    return {
        "entry": entry,
        "id": statement.id,
        "municipality": code,
        "kind": str(statement.kind),
        "label": statement.label,
        "original": statement.original,
        "translation": statement.translation,
        "topics": json.dumps(statement.topics),
        "parent": statement.parent,
        "source": source,
        "link": link,
        "valid_from": statement.valid_from,
        "valid_until": statement.valid_until,
        "replaced_by": statement.replaced_by,
        "about": json.dumps(statement.about),
        "term": statement.term,
        "person": statement.person,
        "role": statement.role,
        "role_translation": statement.role_translation,
        "decided_by": statement.decided_by,
        "decided_by_translation": statement.decided_by_translation,
        "states_number": states.number if states else None,
        "states_label": states.label if states else None,
        "target_number": target.number if target else None,
        "target_unit": target.unit if target else None,
        "target_year": target.year if target else None,
    }


def _note(note: Note, entry: int, code: str) -> dict[str, Any]:
    return {
        "entry": entry,
        "id": note.id,
        "municipality": code,
        "kind": str(note.kind),
        "statements": json.dumps(note.statements),
        "about": json.dumps(note.about),
        "swedish": note.sv,
        "english": note.en,
        "short_swedish": note.short_sv,
        "short_english": note.short_en,
        "url": note.url,
        "title": note.title,
    }


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day), default=None)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
