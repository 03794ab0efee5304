"""The parameters of a request held against the facts of the Bot API.

Telegram itself overlooks some slips, an unknown parameter for one; here each is refused, so that a
test finds it.
"""

import json
import re
from typing import Any

from bot.demo.errors import Json, bad
from bot.demo.facts import facts, read_line
from bot.demo.values import Wrong, check_value

_MISSING = {
    "chat_id": "chat_id is empty", "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "user_id": "invalid user_id specified",
}  # fmt: skip


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
        if read_line(line).required and name not in given:
            raise bad(_MISSING.get(name, f'parameter "{name}" is required'))
    return checked


def _parameter(name: str, value: Any, line: str) -> Any:
    """A parameter of a request: text stands for numbers and objects too."""
    kinds = read_line(line).kinds
    if isinstance(value, str) and "String" not in kinds and kinds != ["InputFile"]:
        value = _from_text(name, value, kinds)
    elif isinstance(value, str) and "Integer" in kinds and re.fullmatch(r"-?\d{1,19}", value):
        value = int(value)
    try:
        check_value(value, line, name)
    except Wrong as wrong:
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
