"""What a test does with the server: people, waiting, looking, being told."""

import threading

import pytest

from bot.demo.shown import NoAnswer
from bot.demo.telegram import Telegram
from bot.demo.world import Event
from tests.bot.demo.conftest import Ask


def test_waiting_ends(telegram: Telegram, ask: Ask) -> None:
    """Where no answer comes, it is said what the bot asked for last."""
    ask("sendMessage", chat_id=1, text="x")
    with pytest.raises(NoAnswer, match="sendMessage: 400 Bad Request: chat not found"):
        telegram.user("Anna").ask("hej", timeout=0.05)


def test_waiting_for_the_second_message(telegram: Telegram, ask: Ask) -> None:
    """Messages after a given one are counted."""
    anna = telegram.user("Anna")
    question = anna.send("hej")
    for word in ("ett", "två"):
        ask("sendMessage", chat_id=anna.id, text=word)
    assert anna.chat.wait(after=question).text == "ett"
    assert anna.chat.wait(after=question, count=2).text == "två"


def test_coming_to_rest(telegram: Telegram, ask: Ask) -> None:
    """A bot is at rest when it has taken all and asks for nothing but updates."""
    telegram.settle(quiet=0.05)
    telegram.user("Anna").send("hej")
    with pytest.raises(NoAnswer, match="did not come to rest"):
        telegram.settle(quiet=0.05, timeout=0.2)
    taken = ask("getUpdates")["result"][-1]["update_id"]
    ask("getUpdates", offset=taken + 1)
    telegram.settle(quiet=0.05)


def test_being_told(telegram: Telegram, ask: Ask) -> None:
    """A watcher hears of what the bot does, and may write at once."""
    anna = telegram.user("Anna")
    anna.send("hej")
    heard: list[Event] = []
    done = threading.Event()

    def watch(event: Event) -> None:
        heard.append(event)
        anna.send("tack")
        done.set()

    telegram.watch(watch)
    ask("sendMessage", chat_id=anna.id, text="svar")
    assert done.wait(5)
    assert [(event.kind, event.content["text"]) for event in heard] == [("sent", "svar")]
    assert [message.text for message in anna.chat.messages] == ["hej", "svar", "tack"]


def test_the_same_update_again(telegram: Telegram, ask: Ask) -> None:
    """Updates can be made to come again after they were confirmed."""
    anna = telegram.user("Anna")
    anna.send("hej")
    (first,) = ask("getUpdates")["result"]
    ask("getUpdates", offset=first["update_id"] + 1)
    telegram.repeat_updates()
    assert ask("getUpdates")["result"] == [first]
    anna.send("hej då")
    last = ask("getUpdates")["result"][-1]
    assert ask("getUpdates", offset=last["update_id"])["result"] == [last]


def test_deep_links(telegram: Telegram) -> None:
    """A link with a start parameter that Telegram would not open is not opened."""
    anna = telegram.user("Anna")
    with pytest.raises(ValueError, match="no link"):
        anna.start("värnamo")
    with pytest.raises(NoAnswer):
        anna.start("varnamo", timeout=0.05)
    assert anna.chat.messages[0].text == "/start varnamo"


def test_looking(telegram: Telegram, ask: Ask) -> None:
    """A snapshot shows marks as tags and tells what each button does."""
    anna = telegram.user("Anna")
    anna.send("hej")
    rows = [
        [
            {"text": "Mål 1", "callback_data": "1"},
            {"text": "Sidan", "url": "https://varnamo.se/mal"},
        ],
        [{"text": "Kopiera", "copy_text": {"text": "”Växa”"}}],
        [{"text": "Dela", "switch_inline_query": "varnamo"}],
        [{"text": "Dela", "switch_inline_query_chosen_chat": {"allow_user_chats": True}}],
    ]  # fmt: skip
    html = (
        "<b>Värnamo <i>&lt;2030&gt;</i></b>\n<blockquote expandable>Den mänskliga…</blockquote>\n"
        '<a href="https://varnamo.se/mal?a=1&amp;b=2">Värnamo</a> 😀 <code>x</code> www.varnamo.se'
    )
    ask(
        "sendMessage", chat_id=anna.id, text=html, parse_mode="HTML",
        reply_markup={"inline_keyboard": rows},
    )  # fmt: skip
    reply = anna.chat.replies[0]
    assert reply.snapshot() == (
        f"{html}\n[Mål 1] [Sidan ↗ https://varnamo.se/mal]\n[Kopiera ⧉ ”Växa”]\n"
        "[Dela → @ varnamo]\n[Dela → @]"
    )
    assert [button.kind for button in reply.rows[0]] == ["callback_data", "url"]
    assert reply.button("Kopiera").value == "”Växa”"
    with pytest.raises(LookupError, match="'Dela' is on 2 of"):
        reply.button("Dela")
    with pytest.raises(LookupError, match="kind url"):
        anna.press(reply, "Sidan")
