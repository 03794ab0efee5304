"""What is taken in stands on the disk before it may be confirmed, and keeps its order."""

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram.intake import Intake
from bot.channels.telegram.lanes import Lanes
from bot.memory.file import MemoryUnusable
from bot.memory.inbox import Entry
from bot.memory.memory import Memory
from bot.memory.shared.store import Shared
from tests.bot.memory.redis_server import MISSING, PROGRAM, serving

_FSYNC = os.fsync


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    """A memory in a real file."""
    with closing(Memory(tmp_path / "memory.sqlite", "secret")) as opened:
        yield opened


def _update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"chat": {"id": 7}, "from": {"id": 7}}}


async def _taken(memory: Memory, happened: list[object], *numbers: int) -> None:
    async def work(entry: Entry) -> None:
        happened.append(entry.update_id)

    lanes = Lanes(work)
    intake = Intake(memory, lanes)
    try:
        await asyncio.gather(*(intake.take([_update(number)]) for number in numbers))
        happened.append("taken")
    finally:
        await lanes.finish(5.0)


def test_the_disk_has_it_first(
    memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal holds the update when the disk is waited for, and nobody works on it before."""
    happened: list[object] = []

    def fsync(number: int) -> None:
        if b'"update_id": 1' in (tmp_path / "memory.sqlite-wal").read_bytes():
            happened.append("on disk")
        _FSYNC(number)

    monkeypatch.setattr(os, "fsync", fsync)
    asyncio.run(_taken(memory, happened, 1))

    assert happened[0] == "on disk"
    assert set(happened[1:]) == {"taken", 1}


def test_deliveries_side_by_side_keep_their_order(memory: Memory) -> None:
    """Though each waits for the disk."""
    happened: list[object] = []

    asyncio.run(_taken(memory, happened, *range(20)))

    assert [one for one in happened if one != "taken"] == list(range(20))


def test_a_disk_that_does_not_take_it(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram is to keep it; it is worked on all the same, and known when it comes again."""
    happened: list[object] = []

    def fail(number: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(MemoryUnusable, match="Input/output error"):
        asyncio.run(_taken(memory, happened, 1))
    assert "Input/output error" in memory.file.problem
    asyncio.run(_taken(memory, happened, 1))

    assert happened == [1, "taken"]


@pytest.mark.skipif(not PROGRAM, reason=MISSING)
def test_what_is_shared_waits_for_no_disk_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Redis has it when it has answered, whatever becomes of this machine's disk."""
    happened: list[object] = []

    def fail(number: int) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "redis").mkdir()
    with serving(tmp_path / "redis") as redis:
        shared = Shared(redis.url, "token")
        with closing(Memory(tmp_path / "memory.sqlite", "secret", shared=shared)) as memory:
            monkeypatch.setattr(os, "fsync", fail)
            asyncio.run(_taken(memory, happened, 1))

            assert [entry.update_id for entry in memory.inbox.waiting()] == [1]
            assert memory.file.problem == ""
    assert set(happened) == {"taken", 1}


def test_a_memory_that_was_locked_at_the_start(memory: Memory, tmp_path: Path) -> None:
    """What waits in it is taken up once it is free; what came meanwhile is not done twice."""
    path = tmp_path / "memory.sqlite"
    asyncio.run(_put_only(memory, 1))
    memory.close()
    happened: list[int] = []

    async def work(entry: Entry) -> None:
        happened.append(entry.update_id)

    async def meanwhile() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("begin exclusive")
            late = Memory(path, "secret")
            lanes = Lanes(work)
            intake = Intake(late, lanes)
            assert intake.resume() == 0
            await intake.take([_update(2)])
            intake.go_back()
            other.execute("rollback")
        intake.go_back()
        await lanes.finish(5.0)
        assert late.file.problem == ""
        late.close()

    asyncio.run(meanwhile())

    assert sorted(happened) == [1, 2]


async def _put_only(memory: Memory, number: int) -> None:
    """Take an update in, and die before it is worked on."""
    await (intake := Intake(memory, Lanes(_never))).take([_update(number)])
    await intake.lanes.finish(0.0)


async def _never(entry: Entry) -> None:
    await asyncio.sleep(60.0)
