"""The database may be replaced while the bot runs: no question fails, the next sees the new one."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.current import Current
from knowledge.errors import DatabaseUnusable
from knowledge.store import Store
from tests.conftest import TODAY

_MADE_UP = "Värnamo, den nya visionen"


@pytest.fixture
def path(database: Path, tmp_path: Path) -> Path:
    """A copy of the database, to do harm to."""
    copy = tmp_path / "knowledge.sqlite"
    shutil.copy(database, copy)
    return copy


@pytest.fixture
def other(database: Path, tmp_path: Path) -> Path:
    """A database with another vision of Värnamo."""
    made = tmp_path / "other.sqlite"
    shutil.copy(database, made)
    with closing(sqlite3.connect(made)) as db, db:
        db.execute("update statement set original = ? where id = 'varnamo-vision'", (_MADE_UP,))
    return made


@pytest.fixture
def current(path: Path) -> Iterator[Current]:
    """The assistant over whatever lies there."""
    with closing(Current(path, _load)) as made:
        yield made


def _load(store: Store) -> Assistant:
    return Assistant(store, lambda: TODAY)


def _vision(current: Current) -> str:
    return current().reply("Vad är Värnamos vision?").answer.statements[0].original


def _renamed(path: Path, other: Path) -> None:
    other.replace(path)


def _written_over(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes())


@pytest.mark.parametrize("replace", [_renamed, _written_over])
def test_the_next_question_sees_the_new_one(
    current: Current, path: Path, other: Path, replace: Callable[[Path, Path], None]
) -> None:
    """Renamed into place, or written over where it lies."""
    told: list[str] = []
    current.on_renewal = lambda: told.append("new")
    assert _vision(current) != _MADE_UP
    replace(path, other)

    assert _vision(current) == _MADE_UP
    assert told == ["new"]


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100_000])


def _damaged_inside(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[200_000:300_000] = b"x" * 100_000
    path.write_bytes(content)


def _of_something_else(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table t (x)")


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _of_another_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 999")


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "harm",
    [_cut_short, _damaged_inside, _of_something_else, _emptied, _of_another_version, _a_folder,
     Path.unlink],
)  # fmt: skip
def test_the_old_one_serves_until_there_is_a_good_one(
    current: Current, path: Path, other: Path, harm: Callable[[Path], None]
) -> None:
    """Trouble is told once, however many questions come."""
    told: list[str] = []
    current.on_trouble = told.append
    before = _vision(current)
    harm(path)

    assert [_vision(current) for _ in range(3)] == [before] * 3
    assert len(told) == 1
    assert str(path) in told[0]
    if path.is_dir():
        path.rmdir()
    other.replace(path)
    assert _vision(current) == _MADE_UP


def test_what_was_begun_is_finished_with_the_old_one(
    current: Current, path: Path, other: Path
) -> None:
    """It is let go of when the new one is replaced in turn."""
    begun = current()
    other.replace(path)
    current()

    assert begun.store.statement("varnamo-vision") is not None


def test_nothing_good_to_begin_with(path: Path) -> None:
    """That is for the operator to see at start."""
    _damaged_inside(path)

    with pytest.raises(DatabaseUnusable, match="Make it again: kommunmal build"):
        Current(path, _load)
