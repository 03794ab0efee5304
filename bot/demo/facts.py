"""Requests held against the facts of the Bot API: methods, parameters, types, what is required.

The facts stand in `telegram_facts.json` (see `copy_facts.py`). Telegram itself overlooks some
slips, an unknown parameter for one; here each is refused, so that a test finds it.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from bot.demo.entities import utf16_length
from bot.demo.errors import Json, Refusal, bad

_LINE = re.compile(
    r"(?P<kinds>[^!]+?)(?P<required>!)?(?: (?P<least>\d+)\.\.(?P<most>\d+) (?P<unit>\w+))?"
)
# Counted after the entities are taken out, where texts are made (see `texts.py`).
_COUNTED_LATER = {"text", "caption", "message_text", "quote"}
_MARKUPS = {
    "inline_keyboard": "InlineKeyboardMarkup", "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove", "force_reply": "ForceReply",
}  # fmt: skip
_CONTENTS = {
    "message_text": "InputTextMessageContent", "rich_message": "InputRichMessageContent",
    "address": "InputVenueMessageContent", "latitude": "InputLocationMessageContent",
    "phone_number": "InputContactMessageContent", "payload": "InputInvoiceMessageContent",
}  # fmt: skip


@cache
def facts() -> Json:
    """The facts as a whole."""
    path = Path(__file__).with_name("telegram_facts.json")
    return dict(json.loads(path.read_text("utf-8")))


@cache
def _spellings() -> dict[str, str]:
    return {name.lower(): name for name in [*facts()["methods"], *facts()["others"]]}


def spelling(method: str) -> str:
    """A method's name as the documentation spells it: Telegram takes any case."""
    return _spellings().get(method.lower(), method)


def check_method(name: str) -> None:
    """Refuse a method that the Bot API has not, and one that this server has not."""
    if name in facts()["methods"]:
        return
    if name in facts()["others"]:
        raise Refusal(501, f"Not Implemented: this server of ours has no {name}")
    raise Refusal(404, "Not Found: method not found")


def check_request(method: str, raw: Json, files: dict[str, bytes]) -> Json:
    """The parameters with their types, or a `Refusal` that says what is wrong with them.

    A file stands for the parameter of its name; one of another name is there to be referred to
    (`attach://name`).
    """
    fields: dict[str, str] = facts()["methods"][method]
    given = raw | {name: content for name, content in files.items() if name in fields}
    for name in given:
        if name not in fields:
            raise bad(f'unknown parameter "{name}" of {method}')
    checked = {name: _parameter(name, given[name], fields[name]) for name in given}
    for name, line in fields.items():
        if _read(line).required and name not in given:
            raise bad(_MISSING.get(name, f'parameter "{name}" is required'))
    return checked


_MISSING = {
    "chat_id": "chat_id is empty", "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "user_id": "invalid user_id specified",
}  # fmt: skip


class _Line:
    def __init__(self, line: str) -> None:
        found = _LINE.fullmatch(line)
        assert found, line  # noqa: S101  the facts are ours
        self.kinds = found["kinds"].split("|")
        self.required = bool(found["required"])
        self.limit = (
            (int(found["least"]), int(found["most"]), found["unit"]) if found["unit"] else None
        )


_read = cache(_Line)


class _Wrong(Exception):
    """What is wrong with a value; `settled` where it says so in full."""

    def __init__(self, reason: str, *, settled: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.settled = settled


# In the objects of these types, Telegram says which of them it could not read.
_PARSED = {
    "InlineKeyboardButton": "inline keyboard button", "KeyboardButton": "keyboard button",
    "MessageEntity": "MessageEntity", "InlineQueryResult": "inline query result",
    "BotCommand": "BotCommand", "BotCommandScope": "BotCommandScope", "InputMedia": "InputMedia",
}  # fmt: skip


def _parameter(name: str, value: Any, line: str) -> Any:
    """A parameter of a request: text stands for numbers and objects too."""
    kinds = _read(line).kinds
    if isinstance(value, str) and "String" not in kinds and kinds != ["InputFile"]:
        value = _from_text(name, value, kinds)
    elif isinstance(value, str) and "Integer" in kinds and re.fullmatch(r"-?\d{1,19}", value):
        value = int(value)
    try:
        _check_value(value, line, name)
    except _Wrong as wrong:
        raise bad(wrong.reason) from None
    return value


def _from_text(name: str, text: str, kinds: list[str]) -> Any:
    if kinds == ["Integer"]:
        if not re.fullmatch(r"-?\d{1,19}", text):
            raise bad(f'parameter "{name}" must be of type Integer')
        return int(text)
    if kinds == ["Boolean"]:
        if text.lower() not in ("true", "false", "1", "0", "yes", "no"):
            raise bad(f'parameter "{name}" must be of type Boolean')
        return text.lower() in ("true", "1", "yes")
    try:
        return json.loads(text)
    except ValueError:
        what = "reply keyboard markup" if name == "reply_markup" else name
        raise bad(f"can't parse {what} JSON object") from None


def _check_value(value: Any, line: str, name: str) -> None:
    read = _read(line)
    for kind in read.kinds:
        if _fits(value, kind):
            _check_inside(value, kind, name)
            if read.limit and name not in _COUNTED_LATER:
                _check_limit(str(value), read.limit, name)
            return
    if isinstance(value, dict) and len(read.kinds) > 1:
        # A keyboard of no known kind, or one with a field of a wrong type.
        raise _Wrong(f"object expected as {name.replace('_', ' ')}")
    raise _Wrong(f'Field "{name}" must be of type {" or ".join(map(_called, read.kinds))}')


def _called(kind: str) -> str:
    if kind.startswith("Array of "):
        return "Array"
    return kind if kind in ("Integer", "Float", "Boolean", "String", "InputFile") else "Object"


def _fits(value: Any, kind: str) -> bool:
    match kind:
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "Boolean":
            return isinstance(value, bool)
        case "String":
            return isinstance(value, str)
        case "InputFile":
            return isinstance(value, (str, bytes))
    if kind.startswith("Array of "):
        return isinstance(value, list)
    if kind in _MARKUPS.values():
        return isinstance(value, dict) and any(
            key in value and kind == named for key, named in _MARKUPS.items()
        )
    return isinstance(value, dict)


def _check_inside(value: Any, kind: str, name: str) -> None:
    if kind.startswith("Array of "):
        for item in value:
            _check_value(item, kind.removeprefix("Array of "), name)
    elif isinstance(value, dict):
        try:
            _check_object(value, kind)
        except _Wrong as wrong:
            if wrong.settled or kind not in _PARSED:
                raise
            raise _Wrong(f"can't parse {_PARSED[kind]}: {wrong.reason}", settled=True) from None


def _check_object(value: Json, kind: str) -> None:
    fields = facts()["types"].get(kind)
    if fields is None:
        return
    if isinstance(fields, list):
        _check_object(value, _subtype(value, kind, fields))
        return
    for name, item in value.items():
        if name not in fields:
            raise _Wrong(f'unknown field "{name}" of {kind}')
        _check_value(item, fields[name], name)
    for name, line in fields.items():
        if _read(line).required and name not in value:
            raise _Wrong(f'Can\'t find field "{name}"')


def _subtype(value: Json, kind: str, subtypes: list[str]) -> str:
    if kind == "InputMessageContent":
        found = next((named for key, named in _CONTENTS.items() if key in value), None)
        if found is None:
            raise _Wrong('Can\'t find field "message_text"')
        return found
    wanted = str(value.get("type", "")).replace("_", " ").title().replace(" ", "")
    cached = "Cached" if any(key.endswith("_file_id") for key in value) else ""
    for name in (f"{kind}{cached}{wanted}", f"{kind}{wanted}"):
        if wanted and name in subtypes:
            return name
    raise _Wrong(f'invalid type "{value.get("type", "")}" of {kind}')


def _check_limit(value: str, limit: tuple[int, int, str], name: str) -> None:
    least, most, unit = limit
    size = len(value.encode("utf-8", "surrogatepass")) if unit == "bytes" else utf16_length(value)
    if name == "callback_data" and not size:
        return  # `markup.py` takes the button for one that does nothing
    if not least <= size <= most:
        reason = _TOO_LONG.get(name) or f'field "{name}" must have {least} to {most} {unit}'
        raise _Wrong(reason, settled=True)


_TOO_LONG = {
    "callback_data": "BUTTON_DATA_INVALID", "start_parameter": "START_PARAM_INVALID",
    "secret_token": "secret token is too long",
}  # fmt: skip


def departures(value: Any, kind: str) -> str | None:
    """How an object that the server sends departs from its type in the facts, if it does."""
    try:
        _check_value(value, kind, kind)
    except _Wrong as wrong:
        return wrong.reason
    return None
