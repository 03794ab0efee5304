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


def check_method(name: str) -> None:
    """Refuse a method that the Bot API has not, and one that this server has not."""
    if name in facts()["methods"]:
        return
    if name in facts()["others"]:
        raise Refusal(501, f"Not Implemented: this server of ours has no {name}")
    raise Refusal(404, "Not Found: method not found")


def check_request(method: str, given: Json) -> Json:
    """The parameters with their types, or a `Refusal` that says what is wrong with them."""
    fields: dict[str, str] = facts()["methods"][method]
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


def _parameter(name: str, value: Any, line: str) -> Any:
    """A parameter of a request: text stands for numbers and objects too."""
    kinds = _read(line).kinds
    if isinstance(value, str) and "String" not in kinds and kinds != ["InputFile"]:
        value = _from_text(name, value, kinds)
    elif isinstance(value, str) and "Integer" in kinds and re.fullmatch(r"-?\d{1,19}", value):
        value = int(value)
    try:
        return check_value(value, line, name)
    except Refusal as refusal:
        if name in ("reply_markup", "results", "commands", "scope"):
            reason = refusal.description.removeprefix("Bad Request: ")
            what = _WORDS.get(name, name)
            raise bad(reason if reason.isupper() else f"can't parse {what}: {reason}") from None
        raise


_WORDS = {"reply_markup": "inline keyboard button", "results": "inline query result",
          "commands": "BotCommand", "scope": "BotCommandScope"}  # fmt: skip


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


def check_value(value: Any, line: str, name: str) -> Any:
    """A value of the kinds that a line of the facts allows; else a `Refusal`."""
    read = _read(line)
    for kind in read.kinds:
        if _fits(value, kind):
            _inside(value, kind, name)
            if read.limit and name not in _COUNTED_LATER:
                _check_limit(value, read.limit, name)
            return value
    raise bad(f'Field "{name}" must be of type {" or ".join(read.kinds)}')


def _fits(value: Any, kind: str) -> bool:
    if kind == "Integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "Float":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "Boolean":
        return isinstance(value, bool)
    if kind in ("String", "InputFile"):
        return isinstance(value, str) or (kind == "InputFile" and isinstance(value, bytes))
    if kind.startswith("Array of "):
        return isinstance(value, list)
    if kind in _MARKUPS.values():
        return isinstance(value, dict) and any(
            key in value and kind == named for key, named in _MARKUPS.items()
        )
    return isinstance(value, dict)


def _inside(value: Any, kind: str, name: str) -> None:
    if kind.startswith("Array of "):
        for item in value:
            check_value(item, kind.removeprefix("Array of "), name)
    elif isinstance(value, dict):
        check_object(value, kind)


def check_object(value: Json, kind: str) -> None:
    """Refuse an object with fields that its type has not, lacks, or has otherwise."""
    fields = facts()["types"].get(kind)
    if fields is None:
        return
    if isinstance(fields, list):
        check_object(value, _subtype(value, kind, fields))
        return
    for name, item in value.items():
        if name not in fields:
            raise bad(f'unknown field "{name}" of {kind}')
        check_value(item, fields[name], name)
    for name, line in fields.items():
        if _read(line).required and name not in value:
            raise bad(f'Can\'t find field "{name}"')


def _subtype(value: Json, kind: str, subtypes: list[str]) -> str:
    if kind == "InputMessageContent":
        found = next((named for key, named in _CONTENTS.items() if key in value), None)
        if found is None:
            raise bad('Can\'t find field "message_text"')
        return found
    wanted = str(value.get("type", "")).replace("_", " ").title().replace(" ", "")
    cached = "Cached" if any(key.endswith("_file_id") for key in value) else ""
    for name in (f"{kind}{cached}{wanted}", f"{kind}{wanted}"):
        if wanted and name in subtypes:
            return name
    raise bad(f'invalid type "{value.get("type", "")}" of {kind}')


def _check_limit(value: Any, limit: tuple[int, int, str], name: str) -> None:
    least, most, unit = limit
    size = len(str(value).encode()) if unit == "bytes" else utf16_length(str(value))
    if not least <= size <= most:
        raise bad(_TOO_LONG.get(name) or f'field "{name}" must have {least} to {most} {unit}')


_TOO_LONG = {"callback_data": "BUTTON_DATA_INVALID", "start_parameter": "START_PARAM_INVALID"}
