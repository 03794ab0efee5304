"""What is kept, for how long, and that it is gone when erased: also from the file's bytes."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.memory.conversations import CHOICE_SECONDS, CONTEXT_SECONDS, Choice
from bot.memory.inbox import Arrived
from bot.memory.memory import Erased, Memory
from bot.memory.shared.store import Shared
from bot.understanding.context import Context
from tests.bot.memory.redis_server import RedisServer, everything, gone_from

_HOUR = 3600.0


class Clock:
    """A time that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A time that stands still."""
    return Clock()


@pytest.fixture
def open_memory(
    tmp_path: Path, clock: Clock, redis_or_none: RedisServer | None
) -> Callable[[str], Memory]:
    """Opens one and the same memory, in a real file or in a real Redis, with a secret."""

    def opened(secret: str) -> Memory:
        shared = Shared(redis_or_none.url, "token") if redis_or_none else None
        return Memory(tmp_path / "memory.sqlite", secret, clock, shared=shared)

    return opened


@pytest.fixture
def memory(open_memory: Callable[[str], Memory]) -> Iterator[Memory]:
    """An empty one."""
    with closing(open_memory("secret")) as opened:
        yield opened


@pytest.fixture
def written(tmp_path: Path, redis_or_none: RedisServer | None) -> Callable[[], str]:
    """Everything that stands in the file and its journals, and in Redis."""

    def found() -> str:
        text = _bytes(tmp_path / "memory.sqlite")
        if redis_or_none:
            with redis_or_none.client() as client:
                text += str(everything(client))
        return text

    return found


def test_a_context_is_kept_for_a_day(memory: Memory, clock: Clock) -> None:
    """It comes back as it was, until 24 hours have gone."""
    who = memory.who(7)
    context = Context(language="en", intent="goals", codes=("0683",), shown=("varnamo-vision",))
    memory.conversations.keep(who, context)

    clock.now += CONTEXT_SECONDS - 1
    assert memory.conversations.context(who) == context
    clock.now += 1
    assert memory.conversations.context(who) is None


def test_a_choice_is_kept_a_year_after_its_last_use(memory: Memory, clock: Clock) -> None:
    """Using it begins the year anew."""
    who = memory.who(7)
    memory.conversations.choose(who, Choice("en", "0683"))

    clock.now += CHOICE_SECONDS - 1
    memory.conversations.choose(who, memory.conversations.choice(who))
    clock.now += CHOICE_SECONDS - 1
    assert memory.conversations.choice(who) == Choice("en", "0683")
    clock.now += 1
    assert memory.conversations.choice(who) == Choice()


def test_memory_survives_a_restart(memory: Memory, open_memory: Callable[[str], Memory]) -> None:
    """What one run kept, the next one finds; with another secret none of it."""
    memory.conversations.keep(memory.who(7), Context(intent="goals"))
    memory.close()

    with closing(open_memory("secret")) as again:
        found = again.conversations.context(again.who(7))
    with closing(open_memory("another")) as other:
        unknown = other.conversations.context(other.who(7))

    assert found is not None
    assert found.intent == "goals"
    assert unknown is None


def test_keys_part_chats_and_people(memory: Memory) -> None:
    """In a private chat user and chat are one; in a group each user has an own key."""
    assert memory.who(7, 7) == memory.who(7)
    assert len({memory.who(7), memory.who(-7, 7), memory.who(-7, 8), memory.who(-8, 7)}) == 4


def test_forgetting_erases_for_good(
    memory: Memory, written: Callable[[], str], redis_or_none: RedisServer | None
) -> None:
    """After /forget nothing of it stands in the file or in the journal beside it, nor in Redis."""
    who, other = memory.who(7), memory.who(8)
    for one in (who, other):
        memory.conversations.keep(one, Context(intent=f"MARK{one.hex()}"))
        memory.conversations.choose(one, Choice("en", f"HOME{one.hex()}"))
        memory.conversations.replied(one, 1, 2)
    memory.inbox.put([Arrived(1, f"TEXT{who.hex()}", who)])
    memory.inbox.set_aside(1, "ValueError")
    assert f"MARK{who.hex()}" in written()

    with memory.transaction():
        memory.conversations.forget(who)
    memory.tidy()

    assert who.hex() not in written()
    assert who.hex() not in written().encode("latin-1", "replace").hex()
    if redis_or_none:
        assert gone_from(redis_or_none, who.hex())
    assert f"MARK{other.hex()}" in written()
    assert memory.conversations.reply_to(who, 1) is None
    assert memory.conversations.reply_to(other, 1) == 2
    assert memory.conversations.choice(who) == Choice()


def test_no_id_is_kept(memory: Memory, written: Callable[[], str]) -> None:
    """Keys made with a secret are kept, not the numbers that Telegram gives."""
    memory.conversations.keep(memory.who(123456789, 987654321), Context(intent="goals"))

    memory.inbox.put([Arrived(1, "{}", None, memory.who.lane("chat:123456789"))])

    assert "123456789" not in written()
    assert "987654321" not in written()


def test_all_or_nothing_is_kept(memory: Memory) -> None:
    """Where something within a transaction fails, nothing of it is kept."""
    who = memory.who(7)

    def fails() -> None:
        with memory.transaction():
            memory.conversations.keep(who, Context(intent="goals"))
            memory.feedback.vote("varnamo-vision", "vision", True)
            raise LookupError

    with pytest.raises(LookupError):
        fails()

    assert memory.conversations.context(who) is None
    assert memory.feedback.votes() == []


def test_which_reply_belongs_to_a_question(memory: Memory, clock: Clock) -> None:
    """For an hour, for the one who asked it."""
    memory.conversations.replied(memory.who(7), 1, 2)
    memory.conversations.replied(memory.who(7), 3, 4)

    assert memory.conversations.reply_to(memory.who(7), 1) == 2
    assert memory.conversations.reply_to(memory.who(8), 1) is None
    clock.now += _HOUR + 1
    assert memory.conversations.reply_to(memory.who(7), 3) is None
    assert memory.expire().replies == 2


def test_votes_are_counted(memory: Memory) -> None:
    """By statement and kind of question; the worst come first."""
    for good in (True, True, False):
        memory.feedback.vote("varnamo-vision", "vision", good)
    memory.feedback.vote("", "topic", False)

    assert memory.feedback.votes() == [("", "topic", 0, 1), ("varnamo-vision", "vision", 2, 1)]


def test_remarks_are_text_alone(memory: Memory) -> None:
    """They come back in order, cut where they are very long."""
    memory.feedback.remark("Vattnet saknas")
    memory.feedback.remark("x" * 5000)

    assert memory.feedback.remarks() == ["Vattnet saknas", "x" * 1000]


def test_expiring_erases_what_is_old(
    memory: Memory, clock: Clock, written: Callable[[], str]
) -> None:
    """Contexts go after a day, choices stay; waiting updates are dropped and counted."""
    who = memory.who(7)
    memory.conversations.keep(who, Context(intent="MARK"))
    memory.conversations.choose(who, Choice("en"))
    memory.inbox.put([Arrived(1, "{}", who)])

    clock.now += CONTEXT_SECONDS + 1
    assert memory.expire() == Erased(
        conversations=1, choices=0, replies=0, answered=0, unanswered=1, set_aside=0
    )
    assert not any(memory.expire())
    assert "MARK" not in written()
    assert memory.conversations.choice(who) == Choice("en")


def test_an_empty_file_is_made_ours(tmp_path: Path) -> None:
    """As one that is not there."""
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"")
    with closing(Memory(path, "secret")) as memory:
        assert memory.file.problem == ""


def _bytes(path: Path) -> str:
    """Everything that stands on disk: the file and its journals."""
    return "".join(
        file.read_bytes().decode("latin-1") for file in path.parent.glob(f"{path.name}*")
    )
