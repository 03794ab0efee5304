"""A message whose arrival nobody can know is sent a second time, and never a third."""

import asyncio
import io
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Self

import httpx
import pytest
from pydantic import SecretStr
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.attempt import Attempt, MaybeTwice, refused
from bot.channels.telegram.client import Client
from bot.demo import faults
from bot.demo.people import User
from bot.demo.telegram import TOKEN
from bot.memory.file import MemoryUnusable
from bot.memory.inbox import Arrived, Entry, TakenOver
from bot.memory.memory import Memory
from bot.service.metrics import Metrics
from bot.service.pulse import Pulse
from tests.bot.channels.telegram.line import ME, SENT, Line, answer, listening
from tests.bot.channels.telegram.running import PATIENCE, Bot, free_port, running

_UNSURE = "Jag kan inte se om mitt svar kom fram."
_LATE = 20.0


@pytest.fixture
def bot(database: Path, tmp_path: Path) -> Iterator[Bot]:
    """A bot that a test may kill."""
    with running(database, tmp_path) as started:
        yield started


@pytest.fixture(autouse=True)
def nothing_refused() -> None:
    """Here things are refused on purpose."""


def _killed_before_it_knows(bot: Bot, anna: User, times: int, words: str, **environ: str) -> None:
    """Kill the bot each time Telegram has accepted a reply with some words and not yet said so."""
    bot.telegram.faults.add(faults.slow("sendMessage", seconds=_LATE, times=times))
    for number in range(1, times + 1):
        bot.telegram.until(lambda number=number: _sent(anna, words) == number or None, PATIENCE)  # type: ignore[misc]
        bot.stop(signal.SIGKILL)
        bot.start_soon(**environ)


def _sent(anna: User, words: str) -> int:
    return sum(words in reply.text for reply in anna.chat.replies)


def _row(bot: Bot, state: str) -> tuple[int, int] | None:
    with closing(sqlite3.connect(bot.memory)) as db:
        found: tuple[int, int] | None = db.execute(
            "select done_calls, begun from inbox where state = ?", (state,)
        ).fetchone()
        return found


def test_killed_twice_between_acceptance_and_its_note(bot: Bot) -> None:
    """The answer came twice; not a third time, but the question how it went is told and counted."""
    anna = bot.telegram.user("Anna")
    anna.send("/kallor Ljungby")
    _killed_before_it_knows(bot, anna, 2, "Ljungby")
    told = bot.telegram.until(
        lambda: next((one for one in anna.chat.replies if _UNSURE in one.text), None), 15
    )

    assert anna.ask("/kallor Värnamo", timeout=PATIENCE).id > told.id
    assert _sent(anna, "Ljungby") == 2
    assert _row(bot, "aside") == (0, 2)
    assert "its reply may have arrived twice" in bot.log.read_text()


def test_killed_once_between_acceptance_and_its_note(bot: Bot) -> None:
    """The answer comes twice, and all is well."""
    anna = bot.telegram.user("Anna")
    anna.send("/kallor Ljungby")
    _killed_before_it_knows(bot, anna, 1, "Ljungby")
    bot.telegram.until(lambda: _sent(anna, "Ljungby") == 2 or None, PATIENCE)

    assert anna.ask("/kallor Värnamo", timeout=PATIENCE).text
    assert _row(bot, "aside") is None
    assert "a message is sent a second time" in bot.log.read_text()


def test_a_reply_of_several_messages(database: Path, tmp_path: Path) -> None:
    """What was accepted for sure is not repeated; the message in doubt comes twice at most."""
    notice = tmp_path / "notice.toml"
    notice.write_text('sv = "Ett ord till alla."', "utf-8")
    with running(database, tmp_path) as bot:
        bot.stop()
        bot.start(KOMMUNMAL_NOTICE=str(notice))
        anna = bot.telegram.user("Anna")
        bot.telegram.faults.add(faults.slow("sendMessage", seconds=0.0))
        anna.send("Vad är Värnamos vision?")
        _killed_before_it_knows(bot, anna, 2, "Ett ord", KOMMUNMAL_NOTICE=str(notice))
        bot.telegram.until(lambda: _sent(anna, _UNSURE) or None, PATIENCE)

        assert _sent(anna, "tillväxtkommunen") == 1
        assert _sent(anna, "Ett ord") == 2
        assert _row(bot, "aside") == (1, 2)


def test_metrics_tell_of_it(database: Path, tmp_path: Path) -> None:
    """Sent again, and given up: each once."""
    health = f"127.0.0.1:{free_port()}"
    with running(database, tmp_path, KOMMUNMAL_HEALTH=health) as bot:
        anna = bot.telegram.user("Anna")
        bot.telegram.faults.add(faults.lost("sendMessage", times=2))
        anna.send("/kallor Ljungby")
        bot.telegram.until(lambda: _sent(anna, _UNSURE) or None, PATIENCE)

        assert _sent(anna, "Ljungby") == 2
        told = httpx.get(f"http://{health}/metrics").text
        assert "kommunmal_messages_sent_again_total 1.0" in told
        assert "kommunmal_updates_given_up_total 1.0" in told


@pytest.mark.parametrize(
    "fault",
    [
        faults.flood("sendMessage", times=3),
        faults.server_error("sendMessage", times=3),
        faults.bad_gateway("sendMessage", times=3),
    ],
)
def test_what_surely_failed_does_not_count(bot: Bot, fault: faults.Fault) -> None:
    """Telegram said no three times; then the answer comes, once."""
    anna = bot.telegram.user("Anna")
    bot.telegram.faults.add(fault)

    assert "Ljungby" in anna.ask("/kallor Ljungby", timeout=PATIENCE).text
    assert fault.hits == 3
    assert len(anna.chat.replies) == 1


def test_a_line_that_is_down_for_a_while(bot: Bot) -> None:
    """The second attempt is kept until Telegram answers again, so that the question is not lost."""
    anna = bot.telegram.user("Anna")
    bot.telegram.faults.add(faults.dropped(times=None))
    anna.send("/kallor Ljungby")
    time.sleep(3)
    bot.telegram.faults.clear()

    assert "Ljungby" in anna.chat.wait(timeout=PATIENCE).text
    assert len(anna.chat.replies) == 1


@pytest.mark.parametrize(
    ("error", "sure"),
    [
        (ChatMigrated(-7), True),
        (Forbidden("blocked"), True),
        (BadRequest("can't parse entities"), True),
        (NetworkError("Internal Server Error"), True),
        (NetworkError("Bad Gateway (502)"), True),
        (NetworkError("Gateway Timeout (504)"), False),
        (TelegramError("Invalid server response"), False),
        (asyncio.CancelledError(), False),
        (RuntimeError(), False),
    ],
)
def test_which_answers_are_refusals(error: BaseException, sure: bool) -> None:
    """Telegram's own; not what can't be read, nor that something before it waited in vain."""
    assert refused(error) is sure


def test_attempts_are_noted_before_the_request(tmp_path: Path) -> None:
    """In the file when its first byte leaves; the third is refused; each message counts for
    itself.
    """
    with closing(Memory(tmp_path / "memory.sqlite", "secret")) as memory:
        memory.inbox.put([Arrived(1, "{}")])
        attempt = Attempt(memory, Entry(1, "{}"), asyncio.Lock(), _metrics(tmp_path))

        async def request(error: TelegramError | None = None, *, answered: bool = True) -> None:
            async with attempt:
                await attempt.leaves(10)
                attempt.leaving(10)
                if answered:
                    attempt.answered()
                if error:
                    raise error

        async def requests() -> None:
            await request()
            assert memory.inbox.waiting() == [(1, "{}", 0, 0, 1)]
            attempt.accepted(last=False)
            assert memory.inbox.waiting() == [(1, "{}", 0, 1, 0)]
            for _ in range(3):
                with pytest.raises(Forbidden):
                    await request(Forbidden("blocked"))
            assert memory.inbox.waiting() == [(1, "{}", 0, 1, 0)]
            for error in (TimedOut(), NetworkError("ServerDisconnectedError")):
                with pytest.raises(NetworkError):
                    await request(error, answered=False)
            with pytest.raises(MaybeTwice):
                await request()
            assert memory.inbox.waiting() == [(1, "{}", 0, 1, 2)]

        asyncio.run(requests())


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    """One update waits."""
    with closing(Memory(tmp_path / "memory.sqlite", "secret")) as made:
        made.inbox.put([Arrived(1, "{}")])
        yield made


class _Calls:
    """Sends over a line that a test holds, each message noted."""

    def __init__(self, line: Line, memory: Memory, folder: Path) -> None:
        self.client = Client(SecretStr(TOKEN), line.address, 0)
        self.gate = asyncio.Lock()
        self.attempt = Attempt(memory, Entry(1, "{}"), self.gate, _metrics(folder))

    async def __aenter__(self) -> Self:
        await self.client.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.shutdown()

    async def write(self) -> int:
        return await self.client.write({"chat_id": 1, "text": "Ljungby"}, self.attempt)


def test_nothing_has_left_when_it_is_noted(
    memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither over a new connection nor over one that stands open."""
    came: list[bytes] = []
    note = memory.inbox.begin

    def begin(update_id: int, begun: int) -> None:
        # Whatever is under way arrives meanwhile; nothing else of this process moves.
        time.sleep(0.2)
        came.append(line.received)
        note(update_id, begun)

    monkeypatch.setattr(memory.inbox, "begin", begin)

    async def send() -> None:
        async with _Calls(line, memory, tmp_path) as calls:
            assert [await calls.write() for _ in range(2)] == [7, 7]

    with listening(ME, SENT, SENT) as line:
        asyncio.run(send())

    assert [one.count(b"/sendMessage ") for one in came] == [0, 1]
    assert memory.inbox.waiting()[0].begun == 2


def test_what_can_not_be_noted_does_not_leave(
    memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full; another process has taken the update over."""

    async def send(error: Exception) -> None:
        def begin(update_id: int, begun: int) -> None:
            raise error

        monkeypatch.setattr(memory.inbox, "begin", begin)
        async with _Calls(line, memory, tmp_path) as calls:
            with pytest.raises(type(error)):
                await calls.write()
            assert not calls.gate.locked()

    for error in (MemoryUnusable("full"), TakenOver()):
        with listening(ME, SENT) as line:
            asyncio.run(send(error))
            assert b"/sendMessage " not in line.received


def test_nobody_listens(memory: Memory, tmp_path: Path) -> None:
    """No connection, no note: it may be tried for as long as it takes."""

    async def send() -> None:
        with listening(ME) as line:
            calls = _Calls(line, memory, tmp_path)
            await calls.client.initialize()
        # Until it is known here that the line is closed.
        await asyncio.sleep(0.1)
        for _ in range(3):
            with pytest.raises(NetworkError):
                await calls.write()
        await calls.client.shutdown()

    asyncio.run(send())
    assert memory.inbox.waiting()[0].begun == 0


@pytest.mark.parametrize(
    ("said", "begun"),
    [
        (None, 1),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{", 1),
        (answer(b"<h1>"), 1),
        (b"HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 4\r\n\r\n<h1>", 1),
        (b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 4\r\n\r\n<h1>", 0),
        (b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 90\r\n\r\n<h1>", 1),
        (b'HTTP/1.1 429 Slow\r\nContent-Length: 13\r\n\r\n{"ok": false}', 0),
    ],
)
def test_how_a_sending_ended(
    memory: Memory, tmp_path: Path, said: bytes | None, begun: int
) -> None:
    """It counts unless a whole answer says that nothing was sent."""

    async def send() -> None:
        async with _Calls(line, memory, tmp_path) as calls:
            with pytest.raises(TelegramError):
                await calls.write()
            assert not calls.gate.locked()

    with listening(ME, said) as line:
        asyncio.run(send())

    assert memory.inbox.waiting()[0].begun == begun


def test_one_leaves_at_a_time(memory: Memory, tmp_path: Path) -> None:
    """A picture that is still on its way holds others up, until all of it has left."""

    async def send() -> None:
        async with _Calls(line, memory, tmp_path) as calls:
            line.reading.clear()
            line.answering.clear()
            picture = InputFile(io.BytesIO(b"0" * 8_000_000))
            sending = asyncio.create_task(
                calls.client.send_document(1, picture, rate_limit_args=calls.attempt)
            )
            await asyncio.sleep(0.5)
            assert calls.gate.locked()
            line.reading.set()
            async with asyncio.timeout(5):
                # The answer is long in coming; what has left holds nobody up.
                async with calls.gate:
                    assert not sending.done()
            line.answering.set()
            with pytest.raises(NetworkError):
                await sending

    with listening(ME) as line:
        asyncio.run(send())


def _metrics(folder: Path) -> Metrics:
    return Metrics(Pulse(None), folder)
