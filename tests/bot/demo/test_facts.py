"""The facts and the server fit together."""

import pytest

from bot.demo.facts import facts, spelling
from bot.demo.methods import METHODS
from bot.demo.telegram import Telegram
from bot.demo.values import departures
from tests.bot.demo.conftest import Ask

_OF_THE_SERVER = {
    "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "logOut", "close",
}  # fmt: skip


def test_every_method_is_there() -> None:
    """What the facts describe is done, and what is done is described."""
    assert set(METHODS) | _OF_THE_SERVER == set(facts()["methods"])
    assert len(facts()["methods"]) + len(facts()["others"]) == 180


@pytest.mark.parametrize("written", ["getme", "GETME", "getMe"])
def test_spelling(written: str) -> None:
    """A method may be written in any case."""
    assert spelling(written) == "getMe"


def test_updates_have_their_form(telegram: Telegram, ask: Ask) -> None:
    """Whatever is sent to the bot has the fields and types of the Bot API."""
    anna = telegram.user("Anna", username="anna")
    group = telegram.group("Familjen", anna)
    message = anna.send("/start varnamo")
    anna.edit(message, "@kommunmal_bot hej www.varnamo.se")
    anna.send(chat=group, reply_to=anna.send("/hjalp", chat=group), text="x")
    anna.send(content={"sticker": {"file_id": "x"}})
    anna.press_data(message, "x", wait=False)
    anna.block()
    telegram.channel("Kommunen", "kommunen").post("Nytt")
    updates = ask("getUpdates")["result"]
    assert len(updates) == 9
    assert [departures(update, "Update") for update in updates] == [None] * 9


def test_webhook_info_has_its_form(ask: Ask) -> None:
    """The answer to getWebhookInfo, with and without an address."""
    for url in ("", "http://127.0.0.1:9/"):
        ask("setWebhook", url=url, allowed_updates=["message"])
        info = ask("getWebhookInfo")["result"]
        assert (info["url"], departures(info, "WebhookInfo")) == (url, None)
