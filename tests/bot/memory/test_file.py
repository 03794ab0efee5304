"""A file that fails: a clear message, and a copy in memory that stands in until it is well."""

import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from bot.memory import schema
from bot.memory.conversations import Choice
from bot.memory.feedback import Votes
from bot.memory.file import MemoryUnusable
from bot.memory.inbox import Arrived
from bot.memory.memory import Memory
from bot.understanding.context import Context


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    """A memory in a real file, with a conversation and an update that waits."""
    with closing(Memory(tmp_path / "memory.sqlite", "secret")) as opened:
        opened.conversations.keep(opened.who(7), Context(intent="goals"))
        opened.inbox.put([Arrived(1, "{}")])
        yield opened


def _twice(work: Callable[[], object]) -> None:
    """As those who use the memory do: what failed is done again."""
    with suppress(MemoryUnusable):
        work()
        return
    work()


@contextmanager
def _full_disk() -> Iterator[None]:
    """No file of this process may grow; SQLite meets what it meets on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Another process holds the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        yield


def test_a_full_disk(memory: Memory, tmp_path: Path) -> None:
    """What is known serves on; what is new meanwhile is on disk once there is room again."""
    told: list[str] = []
    memory.file.on_trouble, memory.file.on_return = told.append, lambda: told.append("back")
    with _full_disk():
        _twice(lambda: memory.inbox.put([Arrived(2, "{}")]))
        memory.inbox.done(1)
        memory.conversations.keep(memory.who(8), Context(intent="vision"))
        memory.conversations.forget(memory.who(7))
        memory.file.go_back()
        assert [one.update_id for one in memory.inbox.waiting()] == [2]
        assert "can't be used" in memory.file.problem
    memory.file.go_back()

    assert memory.file.problem == ""
    assert len(told) == 2
    assert told[-1] == "back"
    with closing(Memory(tmp_path / "memory.sqlite", "secret")) as again:
        assert [one.update_id for one in again.inbox.waiting()] == [2]
        assert again.inbox.put([Arrived(1, "{}")]) == []
        assert again.conversations.context(again.who(7)) is None
        assert again.conversations.context(again.who(8)) == Context(intent="vision")


def test_a_locked_file(memory: Memory, tmp_path: Path) -> None:
    """Waited for a second, not more; then gone on without."""
    with _locked(tmp_path / "memory.sqlite"):
        _twice(lambda: memory.inbox.put([Arrived(2, "{}")]))
        assert "locked" in memory.file.problem
        assert memory.conversations.context(memory.who(7)) == Context(intent="goals")
    memory.file.go_back()

    assert memory.file.problem == ""
    assert [one.update_id for one in memory.inbox.waiting()] == [1, 2]


def test_a_file_locked_at_the_start(memory: Memory, tmp_path: Path) -> None:
    """It is used once it is free: what it held is there beside what came meanwhile."""
    path = tmp_path / "memory.sqlite"
    seven, eight, nine = (memory.who(number) for number in (7, 8, 9))
    memory.conversations.keep(eight, Context(intent="goals"))
    memory.conversations.choose(nine, Choice("en", None))
    memory.feedback.vote("one", "goals", good=True)
    memory.inbox.put([Arrived(2, "{}", seven)])
    memory.inbox.done(2)
    memory.close()
    with _locked(path):
        late = Memory(path, "secret")
        assert "locked" in late.file.problem
        late.inbox.put([Arrived(3, "{}")])
        late.conversations.keep(eight, Context(intent="vision"))
        late.feedback.vote("one", "goals", good=True)
        late.feedback.remark("Bus lines.")
        late.file.go_back()
        assert "locked" in late.file.problem
    late.file.go_back()
    assert late.file.problem == ""
    late.close()

    with closing(Memory(path, "secret")) as again:
        assert [one.update_id for one in again.inbox.waiting()] == [1, 3]
        assert again.inbox.put([Arrived(2, "{}")]) == []
        assert again.conversations.context(seven) == Context(intent="goals")
        assert again.conversations.context(eight) == Context(intent="vision")
        assert again.conversations.choice(nine) == Choice("en", None)
        assert again.feedback.votes() == [Votes("one", "goals", 2, 0)]
        assert again.feedback.remarks() == ["Bus lines."]


def test_forgotten_while_the_file_was_locked_at_the_start(memory: Memory, tmp_path: Path) -> None:
    """It does not come back with the file; what was said after it stays."""
    path = tmp_path / "memory.sqlite"
    seven, eight = memory.who(7), memory.who(8)
    for who in (seven, eight):
        memory.conversations.keep(who, Context(intent="goals"))
        memory.conversations.choose(who, Choice("en", "0683"))
    memory.inbox.put([Arrived(2, "Write me.", seven)])
    memory.inbox.set_aside(2, "ValueError")
    memory.close()
    with _locked(path):
        late = Memory(path, "secret")
        late.conversations.forget(seven)
        late.conversations.forget(eight)
        late.conversations.keep(eight, Context(intent="vision"))
    late.close()

    with closing(Memory(path, "secret")) as again:
        assert again.conversations.context(seven) is None
        assert again.conversations.choice(seven) == Choice()
        assert again.conversations.context(eight) == Context(intent="vision")
        assert again.conversations.choice(eight) == Choice()
    assert b"Write me." not in path.read_bytes()


def test_a_file_found_damaged_when_it_is_free(tmp_path: Path) -> None:
    """It is not tried again, and not touched."""
    path = tmp_path / "memory.sqlite"
    path.mkdir()
    with closing(Memory(path, "secret")) as memory:
        path.rmdir()
        path.write_bytes(b"no database" * 500)
        memory.file.go_back()
        path.unlink()
        memory.file.go_back()
        assert "can't be used" in memory.file.problem
    assert not path.exists()


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """The same on a file system of 200 kB, where this system lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(disk)],  # noqa: S607
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        _fill_and_empty(disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607


def _fill_and_empty(disk: Path) -> None:
    with closing(Memory(disk / "memory.sqlite", "secret")) as memory:
        memory.inbox.put([Arrived(1, "{}")])
        with suppress(OSError), (disk / "fill").open("wb", buffering=0) as fill:
            while fill.write(b"x" * 1024):
                pass
        _twice(lambda: memory.inbox.put([Arrived(n, "x" * 500) for n in range(2, 99)]))
        assert "full" in memory.file.problem
        assert len(memory.inbox.waiting()) == 98
        (disk / "fill").unlink()
        memory.file.go_back()
        assert memory.file.problem == ""
        assert len(memory.inbox.waiting()) == 98


def test_a_disk_that_turns_read_only(tmp_path: Path) -> None:
    """As disks do that fail; when it can be written again, it is gone back to."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "none", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        with closing(Memory(disk / "elsewhere" / "memory.sqlite", "secret")) as memory:
            assert memory.file.problem == ""
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607
        with closing(Memory(disk / "elsewhere" / "memory.sqlite", "secret")) as memory:
            assert "can't be used" in memory.file.problem
            assert len(memory.inbox.put([Arrived(2, "{}")])) == 1
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"x" * (len(content) - 4096)
    path.write_bytes(content)


def test_a_file_damaged_while_it_is_open(memory: Memory, tmp_path: Path) -> None:
    """It is left as it is: what was forgotten meanwhile would come back from it."""
    path = tmp_path / "memory.sqlite"
    memory.file.tidy()
    _damage(path)
    other = sqlite3.connect(path)
    with closing(other), suppress(sqlite3.Error):
        # Another's writing makes SQLite read the file anew.
        other.execute("pragma user_version = 1")
        other.commit()
    for number in range(2, 6):
        _twice(lambda number=number: memory.inbox.put([Arrived(number, "{}")]))  # type: ignore[misc]
    memory.file.go_back()

    assert {2, 3, 4, 5} <= {one.update_id for one in memory.inbox.waiting()}
    assert "can't be used" in memory.file.problem


@pytest.mark.parametrize(
    "content", [b"no database at all, by far long enough to be one" * 40, b"SQLite format 3\0" * 99]
)
def test_a_file_that_is_not_ours(tmp_path: Path, content: bytes) -> None:
    """Its name and what to do are told; it is not touched, and answering goes on without it."""
    path = tmp_path / "memory.sqlite"
    path.write_bytes(content)
    with closing(Memory(path, "secret")) as memory:
        assert f"The memory {path} can't be used" in memory.file.problem
        assert "KOMMUNMAL_MEMORY" in memory.file.problem
        assert len(memory.inbox.put([Arrived(1, "{}")])) == 1
        assert not any(memory.expire())

    assert path.read_bytes() == content


def test_a_damaged_file_at_start(tmp_path: Path) -> None:
    """Found at once, not at some question later."""
    path = tmp_path / "memory.sqlite"
    Memory(path, "secret").close()
    _damage(path)
    with closing(Memory(path, "secret")) as memory:
        assert "can't be used" in memory.file.problem


def test_a_place_that_can_not_be(tmp_path: Path) -> None:
    """A folder in the way."""
    (tmp_path / "file").write_text("")
    with closing(Memory(tmp_path / "file" / "memory.sqlite", "secret")) as memory:
        assert "can't be used" in memory.file.problem


def test_nobody_else_on_the_machine_reads_it(memory: Memory, tmp_path: Path) -> None:
    """Nor the journal beside it, which holds the same."""
    kept = [path for path in tmp_path.iterdir() if path.name.startswith("memory.sqlite")]
    assert len(kept) == 3
    assert [path.stat().st_mode & 0o077 for path in kept] == [0, 0, 0]


def test_a_file_that_everybody_could_read(tmp_path: Path) -> None:
    """One made by an earlier version is closed to others when it is opened."""
    path = tmp_path / "new" / "memory.sqlite"
    Memory(path, "secret").close()
    path.chmod(0o644)
    with closing(Memory(path, "secret")):
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0


def test_a_file_two_versions_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is brought up to date step by step; none is left out."""
    path = tmp_path / "memory.sqlite"
    with closing(sqlite3.connect(path)) as old:
        old.execute("create table kept (a)")
        old.execute("pragma user_version = 1")
    steps = {1: "alter table kept add column b;", 2: "alter table kept add column c;"}
    monkeypatch.setattr(schema, "VERSION", 3)
    monkeypatch.setattr(schema, "_CHANGES", steps)

    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        schema.prepare(db)

        assert [row[1] for row in db.execute("pragma table_info(kept)")] == ["a", "b", "c"]
        assert db.execute("pragma user_version").fetchone() == (3,)
