"""Whatever the level of the log: no token, no secret, no message, nobody's name or number."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.telegram.work import where
from bot.demo import faults
from bot.demo.faults import Fault
from bot.demo.telegram import Telegram
from tests.bot.channels.telegram.running import PATIENCE, Bot, free_port

_SECRET = "hidden-word-of-the-webhook"  # noqa: S105
_WORDS = ("hemligtord", "annatord", "gruppord", "rättatord", "inlineord", "Annasdotter")


@pytest.fixture(autouse=True)
def nothing_refused() -> None:
    """Here things are refused on purpose."""


@pytest.fixture
def bot(database: Path, tmp_path: Path) -> Iterator[Bot]:
    """A bot with a webhook that logs all that can be logged."""
    port = free_port()
    with Telegram(timeout=PATIENCE) as telegram:
        made = Bot(telegram, database, tmp_path)
        made.start(
            TELEGRAM_WEBHOOK_URL=f"http://127.0.0.1:{port}/hook",
            TELEGRAM_WEBHOOK_LISTEN=f"127.0.0.1:{port}",
            TELEGRAM_WEBHOOK_SECRET=_SECRET,
            KOMMUNMAL_LOG_LEVEL="debug",
        )
        yield made
        made.stop()


def test_nothing_in_the_log(bot: Bot) -> None:
    """A walk with all that people do and much that goes wrong, at level DEBUG."""
    telegram = bot.telegram
    anna = telegram.user("Annasdotter")
    reply = anna.ask("Vad säger Värnamo om hemligtord?")
    first = anna.ask("Vilka mål har Värnamo?")
    anna.press(first, "1")
    anna.edit(anna.send("/sok annatord"), "/sok rättatord")
    anna.type_inline("inlineord")
    anna.send(f"@{telegram.username} gruppord?", chat=telegram.group("G", anna))
    telegram.settle()
    assert bot.process
    # Others on the machine see the arguments of a process.
    arguments = Path(f"/proc/{bot.process.pid}/cmdline").read_bytes().decode()
    assert telegram.token not in arguments
    telegram.faults.add(faults.dropped("sendMessage"))
    telegram.faults.add(
        Fault("refused", frozenset({"sendMessage"}), times=3, code=400, description="hemligtord",
              chat_id=anna.id)
    )  # fmt: skip
    last = anna.send("/kallor hemligtord")
    anna.chat.wait(after=last, timeout=PATIENCE)
    bot.stop()
    log = bot.log.read_text()

    assert reply.text
    assert '"level": "debug"' in log
    assert "is set aside" in log
    hidden = (telegram.token, telegram.token.partition(":")[2], _SECRET, str(anna.id))
    for words in (*hidden, *_WORDS):
        assert words not in log


def test_an_error_is_told_by_its_place() -> None:
    """Its message may quote what somebody wrote."""
    try:
        int("hemligtord")
    except ValueError as error:
        told = where(error)

    assert told.startswith("test_secrets.py:")
    assert "hemligtord" not in told
