"""In a group, a bot in privacy mode sees what is meant for it; otherwise everything."""

from typing import Any

import pytest

from bot.demo.telegram import Telegram
from tests.bot.demo.conftest import Ask


def _seen(ask: Ask) -> list[Any]:
    return [
        u["message"]["text"] for u in ask("getUpdates")["result"] if "text" in u.get("message", {})
    ]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Vad blir det till middag?", False),
        ("/hjalp", True),
        ("/hjalp@kommunmal_bot", True),
        ("/hjalp@en_annan_bot", False),
        ("@Kommunmal_bot mål i Gislaved?", True),
        ("kommunmal_bot är bra", False),
    ],
)
def test_privacy(telegram: Telegram, ask: Ask, text: str, seen: bool) -> None:
    """Commands and mentions come through."""
    anna = telegram.user("Anna")
    anna.send(text, chat=telegram.group("Familjen", anna))
    assert _seen(ask) == ([text] if seen else [])


def test_replies_come_through(telegram: Telegram, ask: Ask) -> None:
    """A reply to the bot is meant for it; one to another member is not."""
    anna, bo = telegram.user("Anna"), telegram.user("Bo")
    group = telegram.group("Familjen", anna, bo)
    ask("sendMessage", chat_id=group.id, text="svar")
    bo.send("Va?", chat=group, reply_to=anna.send("Hm.", chat=group))
    anna.send("Och Ljungby?", chat=group, reply_to=group.replies[0])
    assert _seen(ask) == ["Och Ljungby?"]


def test_without_privacy(telegram: Telegram, ask: Ask) -> None:
    """A bot without privacy mode sees everything."""
    anna = telegram.user("Anna")
    anna.send("Vad blir det till middag?", chat=telegram.group("Familjen", anna, privacy=False))
    assert _seen(ask) == ["Vad blir det till middag?"]


def test_coming_and_going(telegram: Telegram, ask: Ask) -> None:
    """The bot is told when it is taken in, put out, blocked and unblocked."""
    anna = telegram.user("Anna")
    telegram.group("Familjen", anna).remove_bot(anna)
    anna.block()
    anna.unblock()
    changes = [u["my_chat_member"] for u in ask("getUpdates")["result"] if "my_chat_member" in u]
    assert [
        (change["chat"]["type"], change["new_chat_member"]["status"]) for change in changes
    ] == [
        ("supergroup", "member"), ("supergroup", "kicked"),
        ("private", "kicked"), ("private", "member"),
    ]  # fmt: skip


def test_ids_of_groups_and_private_chats_overlap(telegram: Telegram, ask: Ask) -> None:
    """A group counts its messages by itself: an id says nothing without its chat."""
    anna = telegram.user("Anna")
    group = telegram.group("Familjen", anna)
    anna.send("hej")
    private = ask("sendMessage", chat_id=anna.id, text="i enrum")["result"]
    public = ask("sendMessage", chat_id=group.id, text="för alla")["result"]
    assert private["message_id"] == public["message_id"]
