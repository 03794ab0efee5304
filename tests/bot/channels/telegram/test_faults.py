"""What Telegram and the network do wrong costs a moment, not a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo import faults
from bot.demo.faults import Fault
from tests.bot.channels.telegram.running import PATIENCE, Bot, running


@pytest.fixture(scope="module")
def bot(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """A bot that may meet refusals."""
    with running(database, tmp_path_factory.mktemp("faults")) as started:
        yield started


@pytest.fixture(autouse=True)
def nothing_refused() -> None:
    """Here things are refused on purpose."""


@pytest.mark.parametrize(
    ("fault", "most"),
    [
        (faults.flood("sendMessage", retry_after=1), 1),
        (faults.server_error("sendMessage"), 1),
        (faults.bad_gateway("sendMessage"), 1),
        (faults.slow("sendMessage", seconds=0.3), 1),
        (faults.dropped("sendMessage"), 1),
        (faults.garbage("sendMessage"), 1),
        # Sent, but Telegram's answer was lost: a second time is better than not at all.
        (faults.lost("sendMessage"), 2),
        (faults.cut("sendMessage"), 2),
        (faults.server_error("getUpdates"), 1),
        (faults.garbage("getUpdates"), 1),
        (faults.conflict("getUpdates"), 1),
        (faults.unauthorised("getUpdates", times=1), 1),
        (faults.cut("getUpdates"), 1),
    ],
)
def test_the_question_is_answered(bot: Bot, fault: Fault, most: int) -> None:
    """After the fault, once; twice where nobody can know."""
    anna = bot.telegram.user("Anna")
    bot.telegram.faults.add(fault)

    reply = anna.ask("/kallor Ljungby", timeout=PATIENCE)
    again = anna.ask("/vision Värnamo", timeout=PATIENCE)

    assert fault.hits == 1
    assert "Ljungby" in reply.text
    assert again.id > reply.id
    assert 2 <= len(anna.chat.replies) <= 1 + most


def test_a_blocked_chat_holds_up_nobody(bot: Bot) -> None:
    """What can't be delivered is dropped; when unblocked, the next question is answered."""
    anna = bot.telegram.user("Anna")
    anna.ask("Hej!")
    anna.block()
    anna.send("/kallor Ljungby")
    assert bot.telegram.user("Bo").ask("/kallor Ljungby").text
    bot.telegram.settle(quiet=1.5)
    anna.unblock()

    assert "Värnamo" in anna.ask("/kallor Värnamo").text


def test_unreadable_markup_is_sent_as_plain_text(bot: Bot) -> None:
    """Better without marks than not at all."""
    anna = bot.telegram.user("Anna")
    bot.telegram.faults.add(
        Fault("refused", frozenset({"sendMessage"}), code=400,
              description="Bad Request: can't parse entities: unsupported start tag")
    )  # fmt: skip
    reply = anna.ask("Vad är Värnamos vision?")

    assert "Värnamo den mänskliga tillväxtkommunen!" in reply.text
    assert not [mark for mark in reply.entities if mark["type"] == "bold"]
    assert "<b>" not in reply.text


def test_a_token_that_stops_working(database: Path, tmp_path: Path) -> None:
    """The process ends with one sentence and exit status 1, for its keeper to see."""
    with running(database, tmp_path) as bot:
        bot.telegram.faults.add(faults.unauthorised())
        bot.telegram.user("Anna").send("Hej!")
        assert bot.process
        assert bot.process.wait(40) == 1
        assert "does not accept the bot token" in bot.log.read_text().splitlines()[-1]
        bot.process = None
