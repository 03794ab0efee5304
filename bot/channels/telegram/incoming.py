"""An update as it came in: its number, the lane it waits in, whose it is."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.memory.conversations import Who

# What SQLite holds as a number; Telegram's own are smaller.
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Incoming:
    """What must be known of an update before it is understood."""

    update_id: int
    payload: str
    lane: str
    who: bytes | None


def incoming(update: Mapping[str, Any], who: Who) -> Incoming:
    """Read an update's number, chat and sender. Raises ValueError where it has no number.

    What belongs to one chat shares a lane and is handled in order; inline queries, which come
    as fast as one types, have a lane of their own for each user.
    """
    number = update.get("update_id")
    if not isinstance(number, int) or not 0 <= number <= _LARGEST:
        raise ValueError("an update without a number")
    content = next((v for k, v in update.items() if k != "update_id"), None)
    content = content if isinstance(content, dict) else {}
    chat = _number(content.get("chat")) or _number(_dict(content.get("message")).get("chat"))
    user = _number(content.get("from"))
    kind = "inline" if "inline_query" in update else "chat"
    place = chat if chat is not None else user
    lane = f"{kind}:{place}" if place is not None else f"update:{number}"
    owner = who(place, user) if place is not None else None
    return Incoming(number, _text(update), lane, owner)


def _text(update: Mapping[str, Any]) -> str:
    """As JSON; halves of characters, which UTF-8 can't hold, become question marks."""
    return json.dumps(update, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> int | None:
    found = _dict(value).get("id")
    return found if isinstance(found, int) else None
