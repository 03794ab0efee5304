"""One bot for all tests that leave it as it was; each has people of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo.telegram import Telegram
from tests.bot.channels.telegram.running import Bot, running

# Pressing the button of what is shown already leads to this, and to nothing else.
_UNMODIFIED = "message is not modified"


@pytest.fixture(scope="session")
def bot(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """A running bot."""
    with running(database, tmp_path_factory.mktemp("bot")) as started:
        yield started


@pytest.fixture
def telegram(bot: Bot) -> Telegram:
    """The server that the bot talks to. Whatever a test does, nothing sent may be refused."""
    return bot.telegram


@pytest.fixture(autouse=True)
def nothing_refused(request: pytest.FixtureRequest) -> Iterator[None]:
    """Telegram would have refused nothing of what the bot asked for."""
    yield
    if "bot" in request.fixturenames:
        telegram: Telegram = request.getfixturevalue("bot").telegram
        refused = [one for one in telegram.refused() if _UNMODIFIED not in one.description]
        assert refused == []
