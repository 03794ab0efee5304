"""Values held against the facts: types, required fields, limits."""

from typing import Any

from bot.demo.entities import utf16_length
from bot.demo.errors import Json
from bot.demo.facts import facts, read_line

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


class Wrong(Exception):
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


def check_value(value: Any, line: str, name: str) -> None:
    """Raise `Wrong` where a value is none that a line of the facts allows."""
    read = read_line(line)
    for kind in read.kinds:
        if _fits(value, kind):
            _check_inside(value, kind, name)
            if read.limit and name not in _COUNTED_LATER:
                _check_limit(str(value), read.limit, name)
            return
    if isinstance(value, dict) and len(read.kinds) > 1:
        # A keyboard of no known kind, or one with a field of a wrong type.
        raise Wrong(f"object expected as {name.replace('_', ' ')}")
    raise Wrong(f'Field "{name}" must be of type {" or ".join(map(_called, read.kinds))}')


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
            check_value(item, kind.removeprefix("Array of "), name)
    elif isinstance(value, dict):
        try:
            _check_object(value, kind)
        except Wrong as wrong:
            if wrong.settled or kind not in _PARSED:
                raise
            raise Wrong(f"can't parse {_PARSED[kind]}: {wrong.reason}", settled=True) from None


def _check_object(value: Json, kind: str) -> None:
    fields = facts()["types"].get(kind)
    if fields is None:
        return
    if isinstance(fields, list):
        _check_object(value, _subtype(value, kind, fields))
        return
    for name, item in value.items():
        if name not in fields:
            raise Wrong(f'unknown field "{name}" of {kind}')
        check_value(item, fields[name], name)
    for name, line in fields.items():
        if read_line(line).required and name not in value:
            raise Wrong(f'Can\'t find field "{name}"')


def _subtype(value: Json, kind: str, subtypes: list[str]) -> str:
    if kind == "InputMessageContent":
        found = next((named for key, named in _CONTENTS.items() if key in value), None)
        if found is None:
            raise Wrong('Can\'t find field "message_text"')
        return found
    wanted = str(value.get("type", "")).replace("_", " ").title().replace(" ", "")
    cached = "Cached" if any(key.endswith("_file_id") for key in value) else ""
    for name in (f"{kind}{cached}{wanted}", f"{kind}{wanted}"):
        if wanted and name in subtypes:
            return name
    raise Wrong(f'invalid type "{value.get("type", "")}" of {kind}')


def _check_limit(value: str, limit: tuple[int, int, str], name: str) -> None:
    least, most, unit = limit
    size = len(value.encode("utf-8", "surrogatepass")) if unit == "bytes" else utf16_length(value)
    if name == "callback_data" and not size:
        return  # `markup.py` takes the button for one that does nothing
    if not least <= size <= most:
        reason = _TOO_LONG.get(name) or f'field "{name}" must have {least} to {most} {unit}'
        raise Wrong(reason, settled=True)


_TOO_LONG = {
    "callback_data": "BUTTON_DATA_INVALID", "start_parameter": "START_PARAM_INVALID",
    "secret_token": "secret token is too long",
}  # fmt: skip


def departures(value: Any, kind: str) -> str | None:
    """How an object that the server sends departs from its type in the facts, if it does."""
    try:
        check_value(value, kind, kind)
    except Wrong as wrong:
        return wrong.reason
    return None
