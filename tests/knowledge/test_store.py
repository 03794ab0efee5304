"""The database is read-only, found wanting where it is, and worked out by the day."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import DatabaseUnusable
from knowledge.models import Kind, Status
from knowledge.rows import StatementRow
from knowledge.schema import VERSION
from knowledge.store import Store


def changed(database: Path, tmp_path: Path, change: Callable[[Path], object]) -> Path:
    """A copy of the database with something done to it."""
    path = tmp_path / "k.sqlite"
    path.write_bytes(database.read_bytes())
    change(path)
    return path


def sql(statement: str) -> Callable[[Path], None]:
    """A change made by SQL."""

    def run(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute(statement)
        connection.commit()
        connection.close()

    return run


def overwritten(start: int) -> Callable[[Path], object]:
    """A change that puts other bytes over the file from a place on."""

    def run(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[:start] + b"\x2a" * (len(data) - start))

    return run


BAD = [
    (lambda path: path.unlink(), "There is no database at .*k.sqlite. Make it: kommunmal build"),
    (lambda path: path.write_bytes(b""), "is not a database of Kommunmål"),
    (lambda path: path.write_text("Habo " * 900), "can't be read .* kommunmal build"),
    (lambda path: os.truncate(path, 4096 * 9), "can't be read .database disk image is malformed"),
    (lambda path: os.truncate(path, 50), "is not a database of Kommunmål"),
    (overwritten(0), "can't be read"),
    (sql("pragma application_id = 1"), "is not a database of Kommunmål"),
    (sql("pragma user_version = 0"), f"is of version 0; this program reads version {VERSION}"),
    (sql("pragma user_version = 99"), f"is of version 99; this program reads version {VERSION}"),
]


@pytest.mark.parametrize(("change", "message"), BAD)
def test_a_file_that_cannot_serve_is_told(
    database: Path, tmp_path: Path, change: Callable[[Path], object], message: str
) -> None:
    """Missing, empty, some other file, cut off, older or newer: each in plain words."""
    path = changed(database, tmp_path, change)

    with pytest.raises(DatabaseUnusable, match=message):
        Store(path)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    """A folder in the place of the file is told as a missing file."""
    with pytest.raises(DatabaseUnusable, match="There is no database"):
        Store(tmp_path)


def test_damage_found_while_reading_is_told(database: Path, tmp_path: Path) -> None:
    """A file whose beginning is good and whose rows are not."""
    path = changed(database, tmp_path, overwritten(4096 * 2))

    with (
        Store(path) as store,
        pytest.raises(DatabaseUnusable, match="can't be read"),
        store.reading(),
    ):
        store.topics  # noqa: B018


def test_nothing_is_written(store: Store) -> None:
    """The connection is read-only."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store._db.execute("delete from statement")


@pytest.fixture
def goal(store: Store) -> StatementRow:
    """A statement to give other dates."""
    found = store.statement("varnamo-en-stark-kommun")
    assert found
    return found


DAY = date(2024, 6, 15)
STATUS = [
    ({"valid_from": DAY}, Status.CURRENT),
    ({"valid_from": date(2024, 6, 16)}, Status.UPCOMING),
    ({"valid_from": date(2024, 1, 1), "valid_until": DAY}, Status.CURRENT),
    ({"valid_from": date(2024, 1, 1), "valid_until": date(2024, 6, 14)}, Status.ENDED),
    ({"valid_from": None, "valid_until": date(2030, 12, 31)}, Status.CURRENT),
    ({"valid_from": None}, Status.CURRENT),
    ({"replaced_by": "varnamo-vision"}, Status.REPLACED),
    ({"valid_from": date(2024, 6, 16), "replaced_by": "varnamo-vision"}, Status.REPLACED),
]


@pytest.mark.parametrize(("dates", "status"), STATUS)
def test_status_follows_from_dates_and_the_day_of_asking(
    goal: StatementRow, dates: dict[str, date], status: Status
) -> None:
    """The first and the last day belong to the period; a page's own date alone makes it current."""
    assert goal._replace(**dates).status(DAY) is status  # type: ignore[arg-type]


def test_a_statement_without_any_date_is_undated(goal: StatementRow) -> None:
    """Neither its own dates nor its page's."""
    source = replace(goal.source, published=None, changed=None)

    assert goal._replace(source=source, valid_from=None).status(DAY) is Status.UNDATED


@pytest.mark.parametrize(
    ("name", "day", "status"),
    [
        ("varnamo-en-stark-kommun", date(2023, 12, 31), Status.UPCOMING),
        ("varnamo-en-stark-kommun", date(2024, 1, 1), Status.CURRENT),
        ("varnamo-vision-2035", date(2024, 1, 1), Status.REPLACED),
        ("overtornea-vision", date(2020, 12, 31), Status.CURRENT),
        ("overtornea-vision", date(2021, 1, 1), Status.ENDED),
        ("overkalix-verksamhetside", date(2024, 1, 1), Status.UNDATED),
    ],
)
def test_the_shipped_statements_change_with_the_day(
    store: Store, name: str, day: date, status: Status
) -> None:
    """Värnamo's goals begin, its old vision is replaced, Övertorneå's period ends."""
    found = store.statement(name)

    assert found
    assert found.status(day) is status


def test_the_covered_municipalities_are_in_swedish_order(store: Store) -> None:
    """Ä and Ö come last: Värnamo before Överkalix before Övertorneå."""
    names = [place.name for place in store.covered]

    assert names == ["Jokkmokk", "Ljungby", "Värnamo", "Överkalix", "Övertorneå"]


def test_what_is_not_there_is_none(store: Store) -> None:
    """Unknown ids and codes, and what would be SQL."""
    assert store.statement("' or 1=1 --") is None
    assert store.saved_page("habo") is None
    assert store.municipality("0000") is None
    assert store.of_kinds("0000", [Kind.GOAL]) == []
    assert store.notes("0000") == []


def test_what_is_kept_is_what_the_file_says(
    store: Store, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many statements were read before, and in whatever order; in the page's order."""
    monkeypatch.setattr("knowledge.store._KEPT_ROWS", 10)
    entries = [row.entry for place in store.covered for row in store.of_municipality(place.code)]
    some = [entries[30], entries[2], entries[17], 0]
    with Store(database) as forgetful:
        for entry in entries:
            forgetful.statements([entry])
        kept = [forgetful.statements(some) for _ in range(2)]

    assert kept == [store.statements(some)] * 2
    assert list(kept[0]) == sorted(some[:3])
