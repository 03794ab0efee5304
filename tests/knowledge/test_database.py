"""Where the database is, and that one of its own is made when it is needed."""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from knowledge import database
from knowledge.build import build
from knowledge.errors import DatabaseUnusable
from knowledge.library import Library


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's cache folder of its own, and no data folder."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda _: tmp_path / "cache")
    monkeypatch.setattr(platformdirs, "user_data_path", lambda _: tmp_path / "no-data")
    return tmp_path / "cache" / "knowledge.sqlite"


def test_a_named_file_is_taken_as_it_is(tmp_path: Path) -> None:
    """KOMMUNMAL_DATABASE is never built by itself: the message says how to."""
    path = tmp_path / "k.sqlite"
    environ = {"KOMMUNMAL_DATABASE": str(path)}

    assert database.database_path(environ) == path
    with pytest.raises(DatabaseUnusable, match="Make it: kommunmal build"):
        database.open_store(environ)
    assert not path.exists()


def test_a_named_file_may_be_of_older_data(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever names a file decides when it is built anew, and is told that it should be."""
    path = tmp_path / "k.sqlite"
    build(library, path)

    with database.open_store({"KOMMUNMAL_DATABASE": str(path)}) as store:
        assert [place.name for place in store.covered] == ["Habo"]

    (told,) = caplog.messages
    assert str(path) in told
    assert "Build it anew: kommunmal build" in told


def test_nothing_is_said_of_a_named_file_of_todays_data(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Of what ships, and of a folder of one's own laid over it, until something in it changes."""
    path = tmp_path / "k.sqlite"
    environ = {"KOMMUNMAL_DATABASE": str(path), "KOMMUNMAL_DATA": str(folder)}
    build(database.library(environ), path)

    database.open_store(environ).close()
    before = caplog.messages
    (folder / "plans" / "habo.toml").unlink()
    database.open_store(environ).close()

    assert before == []
    assert len(caplog.messages) == 1


def test_without_a_name_it_is_built_in_the_cache(cache: Path) -> None:
    """On first use; the second use takes the same file."""
    database.open_store({}).close()
    first = cache.stat().st_mtime_ns
    database.open_store({}).close()

    assert cache.stat().st_mtime_ns == first


def test_one_of_other_data_is_built_anew(library: Library, cache: Path) -> None:
    """After an upgrade the fingerprint differs."""
    build(library, cache)

    with database.open_store({}) as store:
        assert len(store.covered) == 5


@pytest.mark.parametrize("content", [b"", b"Habo", b"SQLite format 3\0" + b"*" * 5000])
def test_one_that_is_damaged_is_built_anew(cache: Path, content: bytes) -> None:
    """What is ours to build needs no one's help."""
    cache.parent.mkdir()
    cache.write_bytes(content)

    with database.open_store({}) as store:
        assert len(store.covered) == 5


def test_one_that_ships_beside_the_package_serves_if_it_is_of_the_same_data(
    library: Library, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container; one of other data is left alone, and another made in the cache."""
    monkeypatch.setattr(database, "SHIPPED", tmp_path)
    ready = tmp_path / "knowledge.sqlite"

    build(Library(), ready)
    with database.open_store({}) as store:
        assert store.path == ready
    build(library, ready)
    with database.open_store({}) as store:
        assert store.path == cache


def test_a_municipalitys_own_folder_is_laid_over(folder: Path, cache: Path) -> None:
    """KOMMUNMAL_DATA holds a plan of its own: six municipalities then."""
    with database.open_store({"KOMMUNMAL_DATA": str(folder)}) as store:
        assert len(store.covered) == 6


def test_a_cache_that_cannot_be_written_is_told(cache: Path) -> None:
    """A file where the cache folder should be."""
    cache.parent.touch()

    with pytest.raises(DatabaseUnusable, match="Name another place: KOMMUNMAL_DATABASE="):
        database.open_store({})


OPEN = """
from knowledge.database import open_store
print(len(open_store({}).covered))
"""


def test_two_processes_at_once_both_get_it(tmp_path: Path) -> None:
    """One builds under a lock, the other waits and takes what was built."""
    environ = {
        "XDG_CACHE_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "HOME": str(tmp_path),
    }
    both = [
        subprocess.Popen([sys.executable, "-c", OPEN], env=environ, stdout=subprocess.PIPE)
        for _ in range(2)
    ]

    assert [process.communicate()[0] for process in both] == [b"5\n", b"5\n"]
    assert [process.returncode for process in both] == [0, 0]
    assert len(list(tmp_path.rglob("*.sqlite*"))) == 1
