"""Buttons as Telegram takes them."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, TelegramObject

_PARTS = tuple(InlineKeyboardButton.__slots__)


def keyboard_json(keyboard: InlineKeyboardMarkup) -> dict[str, object]:
    """What `to_dict` makes of a keyboard, without looking up for each button what it may hold.

    Under a reply stand some ten buttons.
    """
    return {"inline_keyboard": [[_button(one) for one in row] for row in keyboard.inline_keyboard]}


def _button(button: InlineKeyboardButton) -> dict[str, object]:
    held = ((part, getattr(button, part)) for part in _PARTS)
    return {
        part: value.to_dict() if isinstance(value, TelegramObject) else value
        for part, value in held
        if value is not None
    }
