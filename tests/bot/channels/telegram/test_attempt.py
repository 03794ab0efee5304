"""A message whose arrival nobody can know is sent a second time, and never a third."""

import asyncio
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.attempt import Attempt, MaybeTwice, surely_failed
from bot.demo import faults
from bot.demo.people import User
from bot.memory.inbox import Arrived, Entry
from bot.memory.memory import Memory
from bot.service.metrics import Metrics
from bot.service.pulse import Pulse
from tests.bot.channels.telegram.running import Bot, free_port, running

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
        bot.telegram.until(lambda number=number: _sent(anna, words) == number or None, 15)  # type: ignore[misc]
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

    assert anna.ask("/kallor Värnamo", timeout=15).id > told.id
    assert _sent(anna, "Ljungby") == 2
    assert _row(bot, "aside") == (0, 2)
    assert "its reply may have arrived twice" in bot.log.read_text()


def test_killed_once_between_acceptance_and_its_note(bot: Bot) -> None:
    """The answer comes twice, and all is well."""
    anna = bot.telegram.user("Anna")
    anna.send("/kallor Ljungby")
    _killed_before_it_knows(bot, anna, 1, "Ljungby")
    bot.telegram.until(lambda: _sent(anna, "Ljungby") == 2 or None, 15)

    assert anna.ask("/kallor Värnamo", timeout=15).text
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
        bot.telegram.until(lambda: _sent(anna, _UNSURE) or None, 15)

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
        bot.telegram.until(lambda: _sent(anna, _UNSURE) or None, 20)

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

    assert "Ljungby" in anna.ask("/kallor Ljungby", timeout=20).text
    assert fault.hits == 3
    assert len(anna.chat.replies) == 1


def test_a_line_that_is_down_for_a_while(bot: Bot) -> None:
    """The second attempt is kept until Telegram answers again, so that the question is not lost."""
    anna = bot.telegram.user("Anna")
    bot.telegram.faults.add(faults.dropped(times=None))
    anna.send("/kallor Ljungby")
    time.sleep(3)
    bot.telegram.faults.clear()

    assert "Ljungby" in anna.chat.wait(timeout=30).text
    assert len(anna.chat.replies) == 1


@pytest.mark.parametrize(
    ("error", "cause", "sure"),
    [
        (ChatMigrated(-7), None, True),
        (Forbidden("blocked"), None, True),
        (BadRequest("can't parse entities"), None, True),
        (NetworkError("Internal Server Error"), None, True),
        (NetworkError("Bad Gateway (502)"), TelegramError("no JSON"), True),
        (NetworkError("x"), httpx.ConnectError("refused"), True),
        (TimedOut(), httpx.ConnectTimeout("x"), True),
        (TimedOut(), httpx.PoolTimeout("x"), True),
        (TimedOut(), httpx.ReadTimeout("x"), False),
        (NetworkError("x"), httpx.RemoteProtocolError("x"), False),
        (NetworkError("x"), httpx.WriteError("x"), False),
        (NetworkError("Gateway Timeout (504)"), TelegramError("no JSON"), False),
        (TelegramError("Invalid server response"), None, False),
        (asyncio.CancelledError(), None, False),
        (RuntimeError(), None, False),
    ],
)
def test_which_failures_are_sure(
    error: BaseException, cause: BaseException | None, sure: bool
) -> None:
    """Where Telegram answered with a refusal, or nothing has left this machine."""
    error.__cause__ = cause

    assert surely_failed(error) is sure


def test_attempts_are_noted_before_the_request(tmp_path: Path) -> None:
    """On disk when its first byte leaves; the third is refused; each message counts for itself."""
    with closing(Memory(tmp_path / "memory.sqlite", "secret")) as memory:
        memory.inbox.put([Arrived(1, "{}")])
        attempt = Attempt(memory, Entry(1, "{}"), asyncio.Lock(), _metrics(tmp_path))

        async def request(error: TelegramError | None = None) -> None:
            async with attempt:
                for step in ("headers.started", "headers.complete", "body.complete"):
                    await attempt.trace(f"http11.send_request_{step}", {})
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
            for _ in range(2):
                with pytest.raises(TimedOut):
                    await request(TimedOut())
            with pytest.raises(MaybeTwice):
                await request()
            assert memory.inbox.waiting() == [(1, "{}", 0, 1, 2)]

        asyncio.run(requests())


def _metrics(folder: Path) -> Metrics:
    return Metrics(Pulse(None), folder)
