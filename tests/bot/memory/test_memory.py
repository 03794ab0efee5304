"""What is kept, for how long, and that it is gone when erased: also from the file's bytes."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.memory.context import Context
from bot.memory.conversations import CHOICE_SECONDS, CONTEXT_SECONDS, Choice
from bot.memory.memory import Erased, Memory

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
def memory(tmp_path: Path, clock: Clock) -> Iterator[Memory]:
    """An empty memory in a real file."""
    with closing(Memory(tmp_path / "memory.sqlite", "secret", clock)) as opened:
        yield opened


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


def test_memory_survives_a_restart(memory: Memory, clock: Clock) -> None:
    """What one run kept, the next one finds; with another secret none of it."""
    path = Path(_file_of(memory))
    memory.conversations.keep(memory.who(7), Context(intent="goals"))
    memory.close()

    with closing(Memory(path, "secret", clock)) as again:
        found = again.conversations.context(again.who(7))
    with closing(Memory(path, "another", clock)) as other:
        unknown = other.conversations.context(other.who(7))

    assert found is not None
    assert found.intent == "goals"
    assert unknown is None


def test_keys_part_chats_and_people(memory: Memory) -> None:
    """In a private chat user and chat are one; in a group each user has an own key."""
    assert memory.who(7, 7) == memory.who(7)
    assert len({memory.who(7), memory.who(-7, 7), memory.who(-7, 8), memory.who(-8, 7)}) == 4


def test_forgetting_erases_from_the_file(memory: Memory, clock: Clock) -> None:
    """After /forget nothing of it stands in the file or in the journal beside it."""
    path = Path(_file_of(memory))
    who, other = memory.who(7), memory.who(8)
    for one in (who, other):
        memory.conversations.keep(one, Context(intent=f"MARK{one.hex()}"))
        memory.conversations.choose(one, Choice("en", f"HOME{one.hex()}"))
        memory.conversations.replied(one, 1, 2)
    memory.inbox.put([(1, f"TEXT{who.hex()}", who)])
    memory.inbox.set_aside(1, "ValueError")
    assert f"MARK{who.hex()}" in _bytes(path)

    with memory.file.transaction():
        memory.conversations.forget(who)
    memory.file.tidy()

    for mark in ("MARK", "HOME", "TEXT"):
        assert f"{mark}{who.hex()}" not in _bytes(path)
    assert who.hex() not in path.read_bytes().hex()
    assert f"MARK{other.hex()}" in _bytes(path)
    assert memory.conversations.choice(who) == Choice()


def test_no_id_stands_in_the_file(memory: Memory) -> None:
    """The file holds keys made with a secret, not the numbers that Telegram gives."""
    path = Path(_file_of(memory))
    memory.conversations.keep(memory.who(123456789, 987654321), Context(intent="goals"))

    assert "123456789" not in _bytes(path)
    assert "987654321" not in _bytes(path)


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


def test_expiring_erases_what_is_old(memory: Memory, clock: Clock) -> None:
    """Contexts go after a day, choices stay; waiting updates are dropped and counted."""
    who = memory.who(7)
    memory.conversations.keep(who, Context(intent="MARK"))
    memory.conversations.choose(who, Choice("en"))
    memory.inbox.put([(1, "{}", who)])

    clock.now += CONTEXT_SECONDS + 1
    assert memory.expire() == Erased(
        conversations=1, choices=0, replies=0, answered=0, unanswered=1, set_aside=0
    )
    assert not any(memory.expire())
    assert "MARK" not in _bytes(Path(_file_of(memory)))
    assert memory.conversations.choice(who) == Choice("en")


def test_an_empty_file_is_made_ours(tmp_path: Path) -> None:
    """As one that is not there."""
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"")
    with closing(Memory(path, "secret")) as memory:
        assert memory.file.problem == ""


def _file_of(memory: Memory) -> str:
    return str(memory.file.execute("pragma database_list").fetchone()[2])


def _bytes(path: Path) -> str:
    """Everything that stands on disk: the file and its journals."""
    return "".join(
        file.read_bytes().decode("latin-1") for file in path.parent.glob(f"{path.name}*")
    )
