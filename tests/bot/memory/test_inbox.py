"""Updates wait in the inbox until they are done, each once: in a file and in Redis alike."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.memory.inbox import KEPT_SECONDS, Arrived, Inbox
from bot.memory.memory import Memory
from bot.memory.shared.inbox import SharedInbox
from bot.memory.shared.store import Shared
from tests.bot.memory.redis_server import RedisServer, everything, gone_from


@pytest.fixture
def now() -> list[float]:
    """The time, in a list so that a test can set it."""
    return [1_000_000.0]


@pytest.fixture
def memory(tmp_path: Path, now: list[float], redis_or_none: RedisServer | None) -> Iterator[Memory]:
    """An empty memory in a real file, or in a real Redis."""
    shared = Shared(redis_or_none.url, "token") if redis_or_none else None
    opened = Memory(tmp_path / "memory.sqlite", "secret", lambda: now[0], shared=shared)
    with closing(opened):
        yield opened


@pytest.fixture
def inbox(memory: Memory) -> Inbox | SharedInbox:
    """Its inbox."""
    return memory.inbox


def test_an_update_is_taken_once(inbox: Inbox | SharedInbox) -> None:
    """A repeated delivery is known, also when the update is done."""
    assert [one.update_id for one in inbox.put([Arrived(1, "a"), Arrived(2, "b")])] == [1, 2]
    assert [one.update_id for one in inbox.put([Arrived(2, "b"), Arrived(3, "c")])] == [3]
    inbox.done(2)
    assert inbox.put([Arrived(2, "b")]) == []


def test_what_waits_is_taken_up_in_order(inbox: Inbox | SharedInbox) -> None:
    """After a restart come those not done, with how far they got."""
    inbox.put([Arrived(3, "c"), Arrived(1, "a"), Arrived(2, "b")])
    inbox.done(2)
    inbox.begin(1, 1)
    inbox.begin(3, 1)
    inbox.called(3, 1)

    assert inbox.waiting() == [(1, "a", 0, 0, 1), (3, "c", 0, 1, 0)]


def test_done_updates_leave_no_text(
    inbox: Inbox | SharedInbox, memory: Memory, tmp_path: Path, redis_or_none: RedisServer | None
) -> None:
    """Only the number stays, for a day; nothing else in Redis's files either."""
    inbox.put([Arrived(1, "HEMLIGT", b"who")])
    inbox.done(1)
    if redis_or_none:
        assert "HEMLIGT" in redis_or_none.on_disk()
    memory.tidy()

    on_disk = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"HEMLIGT" not in on_disk
    if redis_or_none:
        assert gone_from(redis_or_none, "HEMLIGT")
        with redis_or_none.client() as client:
            assert "HEMLIGT" not in str(everything(client))


def test_failures_are_counted(inbox: Inbox | SharedInbox) -> None:
    """Each failure adds one; what is set aside waits no more."""
    inbox.put([Arrived(1, "a")])

    assert [inbox.tried(1), inbox.tried(1), inbox.tried(1)] == [1, 2, 3]
    inbox.set_aside(1, "ValueError")
    assert inbox.waiting() == []


def test_old_entries_are_dropped(inbox: Inbox | SharedInbox, now: list[float]) -> None:
    """Waiting ones are counted as they go; those set aside keep kind and error alone."""
    inbox.put([Arrived(1, "a"), Arrived(2, "b"), Arrived(3, "c", b"who")])
    inbox.done(2)
    inbox.set_aside(3, "ValueError")
    now[0] += KEPT_SECONDS + 1

    assert inbox.expire() == (1, 1, 1)
    assert inbox.expire() == (0, 0, 0)
    assert inbox.waiting() == []
    assert [one.update_id for one in inbox.put([Arrived(2, "b")])] == [2]
    assert inbox.put([Arrived(3, "c")]) == []
