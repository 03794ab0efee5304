"""The database is made whole or not at all, and the same from the same data."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.build import build
from knowledge.errors import DatabaseUnusable, InvalidData
from knowledge.library import Library
from knowledge.models import Status
from knowledge.store import Store

Spoil = Callable[..., None]


def rows(path: Path) -> list[str]:
    """Every row of a database, as SQL."""
    with sqlite3.connect(path) as connection:
        found = list(connection.iterdump())
    connection.close()
    return found


def test_the_same_data_gives_the_same_rows(tmp_path: Path) -> None:
    """Two builds of what ships hold the same, row for row."""
    build(Library(), tmp_path / "one.sqlite")
    build(Library(), tmp_path / "two.sqlite")

    assert rows(tmp_path / "one.sqlite") == rows(tmp_path / "two.sqlite")


def test_what_a_plan_holds_is_what_the_database_gives_back(
    library: Library, tmp_path: Path
) -> None:
    """Words, dates, parents and links come out as they went in."""
    build(library, tmp_path / "k.sqlite")

    with Store(tmp_path / "k.sqlite") as store:
        vision, decided = store.statement("habo-vision"), store.statement("habo-antogs")
        notes = store.notes("0643")

    assert vision
    assert decided
    assert vision.original == "Habo - en kommun i rörelse."
    assert vision.municipality.name == "Habo"
    assert vision.valid_from == date(2022, 3, 24)
    assert vision.status(date(2022, 3, 23)) is Status.UPCOMING
    assert decided.parent == "habo-vision"
    assert decided.decided_by_translation == "the municipal council"
    assert [note.en for note in notes] == ["There is a newer page."]


def test_data_with_problems_is_not_built(library: Library, spoil: Spoil, tmp_path: Path) -> None:
    """An earlier database is not touched, and nothing is left beside it."""
    path = tmp_path / "db" / "k.sqlite"
    build(library, path)
    before = path.read_bytes()
    spoil("en kommun i rörelse.", "en kommun i vila.")

    with pytest.raises(InvalidData, match="does not stand in pages"):
        build(Library(base=library.base), path)

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_build_that_fails_half_way_leaves_the_old_database(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full while the rows are written."""
    path = tmp_path / "db" / "k.sqlite"
    build(library, path)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("knowledge.build._insert_plans", full)
    with pytest.raises(DatabaseUnusable, match="disk is full"):
        build(library, path)

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


BUILD = """
import sys
from pathlib import Path
from knowledge.build import build
from knowledge.library import Library
build(Library(), Path(sys.argv[1]))
"""


def test_a_killed_build_leaves_the_old_database(tmp_path: Path) -> None:
    """kill -9 at six moments of a real build: the old file is whole, the next build works."""
    path = tmp_path / "db" / "k.sqlite"
    build(Library(), path)
    before = path.read_bytes()
    killed = 0
    for moment in range(6):
        process = subprocess.Popen([sys.executable, "-c", BUILD, str(path)])
        while process.poll() is None and not aside(path):
            time.sleep(0.002)
        time.sleep(moment * 0.02)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        assert path.read_bytes() == before or process.returncode == 0

    assert killed
    build(Library(), path)
    assert rows(path)


def aside(path: Path) -> list[Path]:
    """The files that builds keep beside a database until they are whole."""
    return list(path.parent.glob(f".{path.name}.*"))


def test_what_killed_builds_left_is_cleared_away(library: Library, tmp_path: Path) -> None:
    """Old files aside go with the next build; one of this very hour may belong to another."""
    old, new = tmp_path / ".k.sqlite.1", tmp_path / ".k.sqlite.2"
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))

    build(library, tmp_path / "k.sqlite")

    assert aside(tmp_path / "k.sqlite") == [new]


@pytest.mark.parametrize("place", ["file/k.sqlite", "folder"])
def test_a_place_that_cannot_be_written_is_told(
    library: Library, tmp_path: Path, place: str
) -> None:
    """A file where a folder should be, a folder where the file should be."""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    with pytest.raises(DatabaseUnusable, match=r"can't be written to .* KOMMUNMAL_DATABASE="):
        build(library, tmp_path / place)


@pytest.mark.parametrize(
    ("words", "others"),
    [("mål", "mal"), ("hållbar", "hallbar"), ("livsmiljö", "livsmiljo"), ("är", "ar")],
)
def test_full_text_keeps_swedish_letters_apart(database: Path, words: str, others: str) -> None:
    """å, ä and ö are letters of their own, not a and o with something on top."""
    with sqlite3.connect(database) as connection:
        ask = "select count(*) from statement_fts where statement_fts match ?"
        found = [
            connection.execute(ask, (f'original:"{w}"',)).fetchone()[0] for w in (words, others)
        ]
    connection.close()

    assert found[0] > 0
    assert found[1] == 0


def test_the_fingerprint_changes_with_any_file(library: Library, spoil: Spoil) -> None:
    """A letter in a page, a plan or a list is other data."""
    seen = {library.fingerprint()}
    spoil("rörelse", "rorelse", "pages/habo/vision.txt")
    seen.add(library.fingerprint())
    spoil("rörelse", "rorelse")
    seen.add(library.fingerprint())
    spoil("Falun", "Falu", "aliases.toml")
    seen.add(library.fingerprint())

    assert len(seen) == 4
