"""Several processes share an inbox: one has a lane at a time, and the living take over."""

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.memory.conversations import CHOICE_SECONDS, Choice
from bot.memory.file import MemoryUnusable
from bot.memory.inbox import KEPT_SECONDS, Arrived, TakenOver
from bot.memory.memory import Memory
from bot.memory.shared import inbox as shared_inbox
from bot.memory.shared.inbox import SharedInbox
from bot.memory.shared.store import Shared
from bot.understanding.context import Context
from tests.bot.memory.redis_server import PASSWORD, RedisServer, everything, serving

_TWO = [Arrived(1, "a", b"w", "lane"), Arrived(2, "b", b"w", "lane")]


@pytest.fixture
def process(redis: RedisServer) -> Iterator[Callable[[], tuple[Shared, SharedInbox]]]:
    """Makes processes that share a Redis."""
    made: list[Shared] = []

    def new() -> tuple[Shared, SharedInbox]:
        made.append(Shared(redis.url, "token"))
        return made[-1], SharedInbox(made[-1])

    yield new
    for one in made:
        one.close()


Process = Callable[[], tuple[Shared, SharedInbox]]


def test_an_update_is_taken_in_once(process: Process) -> None:
    """Delivered to two processes, it is new to one."""
    (_, one), (_, other) = process(), process()

    assert len(one.put(_TWO)) == 2
    assert other.put(_TWO) == []


def test_a_lane_is_one_process_s(process: Process) -> None:
    """It works the lane off in order, whoever takes updates in; then the lane is anybody's."""
    (_, one), (_, other) = process(), process()
    one.sweep()
    other.sweep()
    one.put(_TWO[:1])
    assert one.head("lane") == (1, "a", 0, 0, 0)
    other.put(_TWO[1:])
    assert other.head("lane") is None
    assert other.sweep() == (2, [])

    one.done(1)
    assert one.head("lane") == (2, "b", 0, 0, 0)
    one.done(2)
    assert one.head("lane") is None
    other.put([Arrived(3, "c", None, "lane")])
    assert other.head("lane") == (3, "c", 0, 0, 0)


def test_the_lanes_of_the_dead_are_taken_over(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once it has given no sign of life for a while; with how far it had come."""
    (_, dead), (_, lives) = process(), process()
    monkeypatch.setattr(shared_inbox, "LIVING_SECONDS", 0.2)
    dead.sweep()
    dead.put(_TWO)
    dead.head("lane")
    dead.begin(1, 1)
    assert lives.sweep() == (2, [])
    time.sleep(0.3)

    assert lives.sweep() == (2, ["lane"])
    assert lives.head("lane") == (1, "a", 0, 0, 1)


def test_who_was_only_held_up_sends_nothing(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told before it sends that its lane is another's, or its update done."""
    (_, slow), (_, quick) = process(), process()
    monkeypatch.setattr(shared_inbox, "LIVING_SECONDS", 0.05)
    slow.sweep()
    slow.put(_TWO)
    slow.head("lane")
    time.sleep(0.1)
    quick.head("lane")
    with pytest.raises(TakenOver):
        slow.begin(1, 1)
    quick.begin(1, 1)
    quick.done(1)
    with pytest.raises(TakenOver):
        slow.begin(1, 1)

    assert quick.head("lane") == (2, "b", 0, 0, 0)


def test_who_stops_in_peace_lets_go_at_once(process: Process) -> None:
    """Nobody waits until it counts as dead."""
    (shared, one), (_, other) = process(), process()
    one.sweep()
    one.put(_TWO)
    one.head("lane")
    shared.close()

    assert other.sweep() == (2, ["lane"])


def test_all_that_is_kept_goes_by_itself(redis: RedisServer, tmp_path: Path) -> None:
    """Every key has a time to live; of texts a day at most, though no process is left."""
    shared = Shared(redis.url, "token")
    memory = Memory(tmp_path / "memory.sqlite", "secret", shared=shared)
    who = memory.who(7)
    memory.inbox.put([Arrived(n, f"TEXT{n}", who, f"lane{n % 2}") for n in range(6)])
    assert isinstance(memory.inbox, SharedInbox)
    memory.inbox.sweep()
    memory.inbox.head("lane0")
    memory.inbox.begin(0, 1)
    memory.inbox.called(0, 1)
    memory.inbox.done(2)
    memory.inbox.tried(3)
    memory.inbox.set_aside(4, "ValueError")
    with memory.transaction():
        memory.conversations.keep(who, Context(intent="goals"))
        memory.conversations.choose(who, Choice("en", "0683"))
        memory.conversations.replied(who, 1, 2)

    with redis.client() as client:
        kept = everything(client)
        lives = {key: int(client.ttl(key)) for key in kept}
    assert len(kept) > 12
    assert all(seconds > 0 for seconds in lives.values())
    assert {key for key, value in kept.items() if "TEXT" in str(value)} == {
        key for key in kept if ":text:" in key
    }
    assert max(seconds for key, seconds in lives.items() if ":text:" in key) <= KEPT_SECONDS
    assert max(lives.values()) <= 2 * CHOICE_SECONDS
    memory.close()


def test_bots_do_not_meet(redis: RedisServer) -> None:
    """Two bots in one Redis know nothing of each other; nor does a bot with a new token."""
    one, other = Shared(redis.url, "token"), Shared(redis.url, "another")

    assert len(SharedInbox(one).put(_TWO)) == 2
    assert len(SharedInbox(other).put(_TWO)) == 2
    assert "token" not in str(list(one._redis.scan_iter()))
    one.close()
    other.close()


def test_a_redis_that_is_away(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Said once, without the password; then well again with what it held."""
    told: list[str] = []
    caplog.set_level(logging.DEBUG)
    with serving(tmp_path) as server:
        shared = Shared(server.url, "token")
        shared.on_trouble, shared.on_return = told.append, lambda: told.append("back")
        inbox = SharedInbox(shared)
        inbox.put(_TWO)
        server.stop()
        for _ in range(3):
            with pytest.raises(MemoryUnusable, match="can't be used") as raised:
                inbox.put([Arrived(3, "c")])
        assert PASSWORD not in str(raised.value)
        server.start()
        time.sleep(1.1)
        assert [one.update_id for one in inbox.waiting()] == [1, 2]
        shared.close()

    assert told == ["The shared memory in Redis can't be used (ConnectionError).", "back"]
    assert PASSWORD not in caplog.text
    assert PASSWORD not in repr(shared)


def test_a_wrong_password(redis: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """Told by its kind; the one that was tried is not."""
    caplog.set_level(logging.DEBUG)
    shared = Shared(SecretStr(f"redis://:wr0ng@127.0.0.1:{redis.port}"), "token")

    with pytest.raises(MemoryUnusable, match="AuthenticationError"):
        SharedInbox(shared).waiting()
    assert "wr0ng" not in caplog.text
    shared.close()


def test_snapshots_are_warned_of(redis: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """They keep what is erased until the next one."""
    shared = Shared(redis.url, "token")
    with redis.client() as client:
        client.config_set("save", "3600 1")
        shared.tidy()
        client.config_set("save", "")
    shared.close()

    assert "Redis writes snapshots" in caplog.text


def test_a_redis_that_allows_little(redis: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """As those run by others do: the bot works, and says once what the operator has to see to."""
    refused = ["-info", "-config", "-bgrewriteaof"]
    with redis.client() as client:
        client.acl_setuser("weak", enabled=True, passwords=["+weak"], keys=["*"],
                           commands=["+@all", *refused])  # fmt: skip
    shared = Shared(SecretStr(f"redis://weak:weak@127.0.0.1:{redis.port}"), "token")
    inbox = SharedInbox(shared)
    inbox.put(_TWO)
    shared.tidy()
    shared.tidy()
    with redis.client() as client:
        client.acl_setuser("weak", enabled=True, keys=["*"], commands=["+info", "+config"])
    shared.tidy()

    assert len(inbox.waiting()) == 2
    assert caplog.text.count("Redis lets nobody see or tidy its files") == 1
    shared.close()
