"""What Telegram would refuse is refused, in Telegram's words where they are known."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot.demo.telegram import Telegram
from tests.bot.demo.conftest import Ask

_LINK = "https://t.me/kommunmal_bot?start="


def _keyboard(*rows: list[Any]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def _button(**action: Any) -> dict[str, Any]:
    return {"text": "Visa", **(action or {"callback_data": "v1:x"})}


def _description(ask: Ask, method: str, **given: Any) -> str:
    answer = ask(method, **given)
    assert answer["ok"] is False
    return str(answer["description"])


@pytest.fixture(scope="module")
def telegram() -> Iterator[Telegram]:
    """One server for all, since each test has users of its own."""
    with Telegram() as server:
        yield server


MESSAGES = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "text must be non-empty"),
    ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"text": "å" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    ({"text": "x" * 4097 + "<b>", "parse_mode": "HTML"}, "can't parse entities: "
     'Can\'t find end tag corresponding to start tag "b"'),
    ({"text": "<b>a</b> " * 101, "parse_mode": "html"}, "ENTITIES_TOO_LONG"),
    ({"parse_mode": "HTLM"}, "unsupported parse_mode"),
    ({"txt": "a"}, 'unknown parameter "txt" of sendMessage'),
    ({"text": 5}, 'field "text" must be of type String'),
    ({"chat_id": ""}, "chat_id is empty"),
    ({"chat_id": 1}, "chat not found"),
    ({"chat_id": "@finns_inte"}, "chat not found"),
    ({"disable_notification": "maybe"}, 'parameter "disable_notification" must be of type Boolean'),
    ({"entities": [{"type": "bold", "offset": 100, "length": 1}]},
     "entity begins after the end of the text at UTF-16 offset 100"),
    ({"entities": [{"type": "bold", "offset": 0, "length": 100}]},
     "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100"),
    ({"entities": [{"type": "fet", "offset": 0, "length": 1}]},
     "can't parse MessageEntity: Unsupported type specified"),
    ({"entities": [{"type": "text_link", "offset": 0, "length": 1}]},
     'can\'t parse MessageEntity: Can\'t find field "url"'),
    ({"link_preview_options": {"is_disabled": "yes"}},
     'field "is_disabled" must be of type Boolean'),
    ({"link_preview_options": {"disabled": True}},
     'unknown field "disabled" of LinkPreviewOptions'),
    ({"reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ({"reply_parameters": {"quote": "x"}}, 'can\'t find field "message_id"'),
    ({"reply_parameters": "{"}, "can't parse reply_parameters JSON object"),
]  # fmt: skip

KEYBOARDS = [
    (_keyboard([_button(callback_data="å" * 33)]), "BUTTON_DATA_INVALID"),
    (_keyboard([_button(callback_data="")]), "can't parse inline keyboard button: "
     "Text buttons are unallowed in the inline keyboard"),
    (_keyboard([{"callback_data": "x"}]),
     'can\'t parse inline keyboard button: Can\'t find field "text"'),
    (_keyboard([{"text": 1, "callback_data": "x"}]),
     'can\'t parse inline keyboard button: Field "text" must be of type String'),
    (_keyboard([_button(data="x")]),
     'can\'t parse inline keyboard button: unknown field "data" of InlineKeyboardButton'),
    (_keyboard([_button()] * 9), "REPLY_MARKUP_TOO_LONG"),
    (_keyboard(*[[_button()] * 8] * 13), "REPLY_MARKUP_TOO_LONG"),
    (_keyboard([_button(copy_text={"text": "x" * 257})]), "BUTTON_COPY_TEXT_INVALID"),
    (_keyboard([_button(copy_text={"text": ""})]), "BUTTON_COPY_TEXT_INVALID"),
    (_keyboard([_button(url="inte en adress")]),
     "inline keyboard button URL 'inte en adress' is invalid: Wrong HTTP URL"),
    (_keyboard([_button(url="ftp://a.se")]),
     "inline keyboard button URL 'ftp://a.se' is invalid: Unsupported URL protocol"),
    (_keyboard([_button(url=f"{_LINK}värnamo")]), "START_PARAM_INVALID"),
    (_keyboard([_button(url=_LINK + "x" * 65)]), "START_PARAM_INVALID"),
    (_keyboard([_button(pay=True)]), "BUTTON_TYPE_INVALID"),
    ({"inline_keyboard": "x"}, 'field "inline_keyboard" must be of type Array'),
    ({"force_reply": "yes"}, 'field "force_reply" must be of type Boolean'),
    ("{", "can't parse reply keyboard markup JSON object"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "reason"), MESSAGES)
def test_messages(telegram: Telegram, ask: Ask, given: dict[str, Any], reason: str) -> None:
    """Texts, entities and options that Telegram would not take."""
    anna = telegram.user("Anna")
    anna.send("hej")
    whole = {"chat_id": anna.id, "text": "hej", **given}
    assert _description(ask, "sendMessage", **whole) == f"Bad Request: {reason}"
    assert anna.chat.replies == []


@pytest.mark.parametrize(("markup", "reason"), KEYBOARDS)
def test_keyboards(telegram: Telegram, ask: Ask, markup: Any, reason: str) -> None:
    """Buttons that Telegram would not take."""
    anna = telegram.user("Anna")
    anna.send("hej")
    given = {"chat_id": anna.id, "text": "hej", "reply_markup": markup}
    assert _description(ask, "sendMessage", **given) == f"Bad Request: {reason}"


def test_at_the_limits(telegram: Telegram, ask: Ask) -> None:
    """What just keeps to every limit is taken."""
    anna = telegram.user("Anna")
    anna.send("hej")
    rows = [[_button(callback_data="x" * 64)] * 8] * 12
    rows += [[_button(copy_text={"text": "x" * 256}), _button(url=_LINK + "x" * 64)]]
    answer = ask(
        "sendMessage", chat_id=anna.id, parse_mode="HTML",
        text="<b>a</b> " * 100 + "å" * 3896, reply_markup=_keyboard(*rows),
    )  # fmt: skip
    assert answer["ok"], answer
    assert len(answer["result"]["text"]) == 4096
    assert len(answer["result"]["entities"]) == 100


@pytest.mark.parametrize(
    ("method", "given", "code", "description"),
    [
        ("sendHello", {}, 404, "Not Found: method not found"),
        ("sendDice", {"chat_id": 1}, 501, "Not Implemented: this server of ours has no sendDice"),
        ("sendMessage", {"text": "a"}, 400, "Bad Request: chat_id is empty"),
        ("SENDMESSAGE", {"chat_id": 1}, 400, "Bad Request: message text is empty"),
        ("editMessageText", {"text": "a"}, 400, "Bad Request: chat_id is empty"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, 400, "Bad Request: query is too old "
         "and response timeout expired or query ID is invalid"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, 400,
         "Bad Request: MESSAGE_TOO_LONG"),
        ("getUpdates", {"limit": "many"}, 400,
         'Bad Request: parameter "limit" must be of type Integer'),
        ("setMyCommands", {"commands": [{"command": "Mål", "description": "x"}]}, 400,
         "Bad Request: BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "mal"}]}, 400,
         'Bad Request: can\'t parse BotCommand: Can\'t find field "description"'),
        ("setMyName", {"name": "x" * 65}, 400,
         'Bad Request: field "name" must have 0 to 64 characters'),
        ("setMyName", {"name": "x", "language_code": "svenska"}, 400,
         "Bad Request: invalid language code specified"),
        ("sendChatAction", {"chat_id": 1, "action": "thinking"}, 400,
         "Bad Request: wrong parameter action in request"),
    ],
)  # fmt: skip
def test_methods(ask: Ask, method: str, given: dict[str, Any], code: int, description: str) -> None:
    """Methods that are not there, and parameters that are missing or wrong."""
    answer = ask(method, **given)
    assert (answer["error_code"], answer["description"]) == (code, description)


@pytest.mark.parametrize(
    ("token", "code", "description"),
    [
        ("700000001:AAAnother-One", 401, "Unauthorized"),
        ("no-token-at-all", 404, "Not Found"),
    ],
)
def test_tokens(telegram: Telegram, token: str, code: int, description: str) -> None:
    """A token of another bot and one that is none; the status says it too."""
    answer = httpx.get(f"{telegram.base_url}{token}/getMe")
    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": description}


def test_bodies(telegram: Telegram) -> None:
    """Parameters come in the query, in a form, in parts or as JSON; else they are not seen."""
    anna = telegram.user("Anna")
    anna.send("hej")
    url = f"{telegram.base_url}{telegram.token}/sendMessage"
    given = {"chat_id": str(anna.id), "text": "å"}
    parts = {name: (None, value) for name, value in given.items()}
    for request in (
        httpx.get(url, params=given),
        httpx.post(url, data=given),
        httpx.post(url, files=parts),
        httpx.post(url, json=given),
        httpx.post(url, params={"chat_id": anna.id}, json={"text": "å"}),
    ):
        assert request.json()["ok"], request.json()
    assert [reply.text for reply in anna.chat.replies] == ["å"] * 5
    for body in ("{", "[1]"):
        wrong = httpx.post(url, content=body, headers={"content-type": "application/json"})
        assert wrong.status_code == 400
    plain = httpx.post(url, content="chat_id=1", headers={"content-type": "text/plain"})
    assert plain.json()["description"] == "Bad Request: chat_id is empty"
