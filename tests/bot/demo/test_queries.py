"""Buttons and inline queries: answered once, soon, within Telegram's limits."""

import threading
from typing import Any

import pytest

from bot.demo.telegram import Telegram
from bot.demo.values import departures
from tests.bot.demo.conftest import Ask

_KEYBOARD = {"inline_keyboard": [[{"text": "Visa målen", "callback_data": "v1:goals"}]]}
_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


_UNCLOSED = "can't parse entities: Can't find end tag corresponding to start tag \"b\""
_WRONG = {"message_text": "<b>", "parse_mode": "HTML"}


def _update(ask: Ask, kind: str) -> Any:
    offset = 0
    while True:
        for update in ask("getUpdates", timeout=5, offset=offset)["result"]:
            offset = update["update_id"] + 1
            if kind in update:
                return update[kind]


def _article(name: str = "1", **more: Any) -> dict[str, Any]:
    content = {"message_text": "<b>Trygghet</b>", "parse_mode": "HTML"}
    return {
        "type": "article", "id": name, "title": "Ljungby", "input_message_content": content, **more,
    }  # fmt: skip


def test_a_press(telegram: Telegram, ask: Ask) -> None:
    """A press carries its data and message, and is answered once."""
    anna = telegram.user("Anna")
    anna.send("hej")
    ask("sendMessage", chat_id=anna.id, text="svar", reply_markup=_KEYBOARD)
    pressed = anna.press(anna.chat.replies[0], "målen", wait=False)
    query = _update(ask, "callback_query")
    assert departures(query, "CallbackQuery") is None
    assert (query["data"], query["message"]["text"]) == ("v1:goals", "svar")
    assert ask("answerCallbackQuery", callback_query_id=pressed.id, text="Här.")["result"] is True
    again = ask("answerCallbackQuery", callback_query_id=pressed.id)
    assert again["description"] == _OLD


def test_a_press_waits_for_its_answer(telegram: Telegram, ask: Ask) -> None:
    """A user sees the notice when the bot has answered."""
    anna = telegram.user("Anna")
    anna.send("hej")
    ask("sendMessage", chat_id=anna.id, text="svar", reply_markup=_KEYBOARD)

    def answer() -> None:
        query = _update(ask, "callback_query")
        ask("answerCallbackQuery", callback_query_id=query["id"], text="Nej", show_alert=True)

    bot = threading.Thread(target=answer)
    bot.start()
    pressed = anna.press(anna.chat.replies[0], "Visa målen")
    bot.join()
    assert (pressed.answered, pressed.notice, pressed.alert) == (True, "Nej", True)


def test_forged_and_stale_data(telegram: Telegram, ask: Ask) -> None:
    """Any data can come, also for a message that is gone."""
    anna = telegram.user("Anna")
    anna.send("hej")
    ask("sendMessage", chat_id=anna.id, text="svar", reply_markup=_KEYBOARD)
    message = anna.chat.replies[0]
    anna.chat.delete(message)
    anna.press_data(message, "'; DROP TABLE", wait=False)
    query = _update(ask, "callback_query")
    assert query["data"] == "'; DROP TABLE"
    assert query["message"] == {
        "chat": message.raw["chat"], "message_id": message.id, "date": 0,
    }  # fmt: skip


def test_too_late(telegram: Telegram, ask: Ask) -> None:
    """A query that waited too long can't be answered."""
    now = [1_000_000.0]
    telegram.world.clock = lambda: now[0]
    anna = telegram.user("Anna")
    anna.send("hej")
    ask("sendMessage", chat_id=anna.id, text="svar", reply_markup=_KEYBOARD)
    pressed = anna.press(anna.chat.replies[0], "målen", wait=False)
    now[0] += 61
    answer = ask("answerCallbackQuery", callback_query_id=pressed.id)
    assert answer["description"] == _OLD


def test_inline(telegram: Telegram, ask: Ask) -> None:
    """Results are shown; the chosen one is sent, told of, and can be edited by its inline id."""
    anna = telegram.user("Anna")
    group = telegram.group("Familjen", anna)

    def answer() -> None:
        query = _update(ask, "inline_query")
        button = {"text": "Mer i privat chatt", "start_parameter": "trygghet"}
        ask(
            "answerInlineQuery", inline_query_id=query["id"], cache_time=60, button=button,
            results=[_article("1", description="Ett mål", reply_markup=_KEYBOARD)],
        )  # fmt: skip

    bot = threading.Thread(target=answer)
    bot.start()
    found = anna.type_inline("trygghet", chat_type="supergroup")
    bot.join()
    (result,) = found.results
    assert (result.title, result.description, result.text) == ("Ljungby", "Ett mål", "Trygghet")
    assert (found.cache_time, found.personal, found.next_offset) == (60, False, "")
    assert (found.button or {})["start_parameter"] == "trygghet"
    sent = anna.choose(found, "1", chat=group)
    assert sent.snapshot() == "<b>Trygghet</b>\n[Visa målen]"
    chosen = _update(ask, "chosen_inline_result")
    assert departures(chosen, "ChosenInlineResult") is None
    inline_id = chosen["inline_message_id"]
    assert ask("editMessageText", inline_message_id=inline_id, text="Ny")["result"] is True
    assert group.message(sent.id).text == "Ny"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"results": [_article(str(n)) for n in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [_article(), _article()]}, "RESULT_ID_DUPLICATE"),
        ({"results": [_article("x" * 65)]}, "RESULT_ID_INVALID"),
        ({"results": [_article("")]}, "RESULT_ID_INVALID"),
        ({"results": [{"type": "article", "id": "1", "title": "x"}]},
         'can\'t parse inline query result: Can\'t find field "input_message_content"'),
        ({"results": [_article(text="x")]}, "can't parse inline query result: "
         'unknown field "text" of InlineQueryResultArticle'),
        ({"results": [{"type": "essay", "id": "1"}]}, "can't parse inline query result: "
         'invalid type "essay" of InlineQueryResult'),
        ({"results": [_article(input_message_content=_WRONG)]},
         _UNCLOSED),
        ({"results": [_article(input_message_content={"message_text": "x" * 4097})]},
         "message is too long"),
        ({"results": [], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "Mer", "start_parameter": "värnamo"}},
         "START_PARAM_INVALID"),
        ({"results": [], "button": {"text": "Mer", "start_parameter": "x" * 65}},
         "START_PARAM_INVALID"),
        ({"results": [], "button": {"text": "Mer"}}, "START_PARAM_EMPTY"),
    ],
)  # fmt: skip
def test_inline_refused(telegram: Telegram, ask: Ask, given: dict[str, Any], reason: str) -> None:
    """Results that Telegram would not show."""
    answer = ask("answerInlineQuery", inline_query_id="1", **given)
    assert answer["description"] == f"Bad Request: {reason}"
