"""Updates come as from Telegram: until confirmed, to one poller, or to a webhook."""

import threading
import time
from typing import Any

import httpx
import pytest

from bot.demo.telegram import Telegram
from tests.bot.demo.conftest import Ask


def _texts(answer: Any) -> list[str]:
    return [update["message"]["text"] for update in answer["result"]]


def test_until_confirmed(telegram: Telegram, ask: Ask) -> None:
    """The same updates come again until a higher offset is asked for."""
    anna = telegram.user("Anna")
    for word in ("ett", "två", "tre"):
        anna.send(word)
    first = ask("getUpdates", limit=2)
    assert _texts(first) == ["ett", "två"]
    assert ask("getUpdates", limit=2) == first
    assert telegram.unconfirmed == 3
    last = first["result"][-1]["update_id"]
    assert _texts(ask("getUpdates", offset=last + 1)) == ["tre"]
    assert telegram.unconfirmed == 1
    anna.send("fyra")
    assert _texts(ask("getUpdates", offset=-1)) == ["fyra"]
    assert ask("getUpdates", offset=last + 3)["result"] == []


def test_long_poll_ends_with_an_update(telegram: Telegram, ask: Ask) -> None:
    """A poll waits, and is answered at once when something comes."""
    anna = telegram.user("Anna")
    timer = threading.Timer(0.2, anna.send, ["hej"])
    timer.start()
    began = time.monotonic()
    assert _texts(ask("getUpdates", timeout=20)) == ["hej"]
    assert 0.1 < time.monotonic() - began < 15


def test_long_poll_ends_empty(ask: Ask) -> None:
    """A poll without an update ends after its timeout."""
    began = time.monotonic()
    assert ask("getUpdates", timeout=1)["result"] == []
    assert time.monotonic() - began > 0.9


def test_second_poller(telegram: Telegram, ask: Ask) -> None:
    """The poller that waits is sent away when another comes."""
    answers: list[Any] = []
    first = threading.Thread(target=lambda: answers.append(ask("getUpdates", timeout=5)))
    first.start()
    telegram.until(lambda: telegram.server.polling.polls or None)
    assert ask("getUpdates")["ok"]
    first.join(5)
    assert answers[0]["error_code"] == 409
    assert answers[0]["description"].startswith("Conflict: terminated by other getUpdates request")


def test_allowed_updates(telegram: Telegram, ask: Ask) -> None:
    """Only the kinds last asked for are kept."""
    anna = telegram.user("Anna")
    ask("getUpdates", allowed_updates=["edited_message"])
    message = anna.send("hej")
    anna.edit(message, "hej då")
    ask("getUpdates")
    (update,) = ask("getUpdates")["result"]
    assert update["edited_message"]["text"] == "hej då"
    assert update["edited_message"]["message_id"] == message.id


def test_edit_leaves_waiting_update(telegram: Telegram, ask: Ask) -> None:
    """An update shows what was when it was made."""
    anna = telegram.user("Anna")
    anna.edit(anna.send("förr"), "nu")
    first, second = ask("getUpdates")["result"]
    assert (first["message"]["text"], second["edited_message"]["text"]) == ("förr", "nu")


def test_unreachable(telegram: Telegram, ask: Ask) -> None:
    """Nobody listens for a while; then all is there as before, on the same address."""
    telegram.user("Anna").send("hej")
    with telegram.unreachable(), pytest.raises(httpx.ConnectError):
        ask("getMe")
    assert _texts(ask("getUpdates")) == ["hej"]
