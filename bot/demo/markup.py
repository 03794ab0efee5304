"""Keyboards: what Telegram refuses in them beyond the types of their fields."""

import re

from bot.demo.entities import utf16_length
from bot.demo.errors import Json, bad
from bot.demo.links import is_address

# Longer rows and larger keyboards are not shown as sent.
MOST_IN_A_ROW = 8
MOST_BUTTONS = 100
_ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay",
}  # fmt: skip
_START = re.compile(r"(?i)https?://(?:t\.me|telegram\.me)/\w+\?start(?:group)?=([^&#]*)")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def check_markup(markup: Json | None) -> Json | None:
    """The inline keyboard, if it has any button; `Refusal` for one that can't be."""
    if markup is None or "inline_keyboard" not in markup:
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    if any(len(row) > MOST_IN_A_ROW for row in rows) or sum(map(len, rows)) > MOST_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check_button(button)
    return {"inline_keyboard": rows} if rows else None


def _check_button(button: Json) -> None:
    if not button["text"].strip():
        raise bad("BUTTON_TEXT_INVALID")
    # An empty one counts as none: a query to switch to is the exception.
    actions = {key for key in _ACTIONS & button.keys() if button[key] != "" or "switch" in key}
    if not actions:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad(f"a button has one action, not {', '.join(sorted(actions))}")
    if actions & {"pay", "callback_game"}:
        raise bad("BUTTON_TYPE_INVALID")
    if "copy_text" in button and not 1 <= utf16_length(button["copy_text"]["text"]) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    if "url" in button:
        _check_url(button["url"])


def _check_url(url: str) -> None:
    if url.lower().startswith("ftp:"):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if not is_address(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    check_deep_link(url)


def check_deep_link(url: str) -> None:
    """Refuse a link to a bot whose start parameter Telegram would not pass on."""
    found = _START.match(url)
    if found and not _PAYLOAD.fullmatch(found[1]):
        raise bad("START_PARAM_INVALID")
