"""Updates wait in the inbox until they are done, each once."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.memory.inbox import KEPT_SECONDS, Inbox
from bot.memory.memory import Memory


@pytest.fixture
def now() -> list[float]:
    """The time, in a list so that a test can set it."""
    return [1_000_000.0]


@pytest.fixture
def memory(tmp_path: Path, now: list[float]) -> Iterator[Memory]:
    """An empty memory in a real file."""
    with closing(Memory(tmp_path / "memory.sqlite", "secret", lambda: now[0])) as opened:
        yield opened


@pytest.fixture
def inbox(memory: Memory) -> Inbox:
    """Its inbox."""
    return memory.inbox


def test_an_update_is_taken_once(inbox: Inbox) -> None:
    """A repeated delivery is known, also when the update is done."""
    assert [one.update_id for one in inbox.put([(1, "a", None), (2, "b", None)])] == [1, 2]
    assert [one.update_id for one in inbox.put([(2, "b", None), (3, "c", None)])] == [3]
    inbox.done(2)
    assert inbox.put([(2, "b", None)]) == []


def test_what_waits_is_taken_up_in_order(inbox: Inbox) -> None:
    """After a restart come those not done, with how far they got."""
    inbox.put([(3, "c", None), (1, "a", None), (2, "b", None)])
    inbox.done(2)
    inbox.begin(1, 1)
    inbox.begin(3, 1)
    inbox.called(3, 1)

    assert inbox.waiting() == [(1, "a", 0, 0, 1), (3, "c", 0, 1, 0)]


def test_done_updates_leave_no_text(inbox: Inbox, memory: Memory, tmp_path: Path) -> None:
    """Only the number stays, for a day."""
    inbox.put([(1, "HEMLIGT", b"who")])
    inbox.done(1)
    memory.file.tidy()

    on_disk = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"HEMLIGT" not in on_disk


def test_failures_are_counted(inbox: Inbox) -> None:
    """Each failure adds one; what is set aside waits no more."""
    inbox.put([(1, "a", None)])

    assert [inbox.tried(1), inbox.tried(1), inbox.tried(1)] == [1, 2, 3]
    inbox.set_aside(1, "ValueError")
    assert inbox.waiting() == []


def test_old_entries_are_dropped(inbox: Inbox, now: list[float]) -> None:
    """Waiting ones are counted as they go; those set aside keep kind and error alone."""
    inbox.put([(1, "a", None), (2, "b", None), (3, "c", b"who")])
    inbox.done(2)
    inbox.set_aside(3, "ValueError")
    now[0] += KEPT_SECONDS + 1

    assert inbox.expire() == (1, 1, 1)
    assert inbox.expire() == (0, 0, 0)
    assert inbox.waiting() == []
    assert [one.update_id for one in inbox.put([(2, "b", None)])] == [2]
    assert inbox.put([(3, "c", None)]) == []
