"""Copy what the server checks from a description of the Bot API: `python copy_facts.py API.json`.

The description (methods and types with fields, types, required, limit; from
core.telegram.org/bots/api) is not kept here; what comes out of it, `telegram_facts.json`, is.
A field is written as one line: `String! 1..64 bytes` is a required text of 1 to 64 bytes.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

METHODS = [
    "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "logOut", "close",
    "sendMessage", "sendPhoto", "sendDocument", "sendChatAction", "editMessageText",
    "editMessageCaption", "editMessageMedia",
    "editMessageReplyMarkup", "deleteMessage", "deleteMessages", "answerCallbackQuery",
    "answerInlineQuery", "setMyCommands", "getMyCommands", "deleteMyCommands", "setMyName",
    "getMyName", "setMyDescription", "getMyDescription", "setMyShortDescription",
    "getMyShortDescription", "setChatMenuButton", "getChatMenuButton", "getChat",
    "getChatMember", "getChatMemberCount", "leaveChat", "getFile",
]  # fmt: skip
# What the server sends, so that a test can hold its answers against the facts.
SENT = [
    "Update", "Message", "User", "Chat", "ChatFullInfo", "CallbackQuery", "InlineQuery",
    "ChosenInlineResult", "WebhookInfo", "BotCommand", "BotName", "BotDescription",
    "BotShortDescription", "PhotoSize", "Document", "File", "MessageEntity", "ChatMemberUpdated",
]  # fmt: skip


def main(source: str) -> None:
    """Write `telegram_facts.json` beside this file."""
    api = json.loads(Path(source).read_text("utf-8"))
    facts = {
        "source": "core.telegram.org/bots/api",
        "version": api["version"],
        "released": api["release_date"],
        "methods": {name: _fields(api["methods"][name]) for name in METHODS},
        "others": sorted(set(api["methods"]) - set(METHODS)),
        "types": _types(api),
    }
    target = Path(__file__).with_name("telegram_facts.json")
    target.write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _types(api: dict[str, Any]) -> dict[str, Any]:
    waiting = [kind for name in METHODS for kind in _named(api["methods"][name])]
    found: dict[str, Any] = {}
    while waiting:
        name = waiting.pop()
        if name in found or name not in api["types"]:
            continue
        described = api["types"][name]
        found[name] = described.get("subtypes") or _fields(described)
        waiting += described.get("subtypes", []) + _named(described)
    for name in SENT:
        found.setdefault(name, _fields(api["types"][name]))
    return dict(sorted(found.items()))


def _named(described: dict[str, Any]) -> list[str]:
    kinds = [kind for field in described["fields"].values() for kind in field["types"]]
    return [re.sub("^(Array of )+", "", kind) for kind in kinds]


def _fields(described: dict[str, Any]) -> dict[str, str]:
    return {name: _line(field) for name, field in described["fields"].items()}


def _line(field: dict[str, Any]) -> str:
    line = "|".join(field["types"]) + ("!" if field.get("required") else "")
    limit = field.get("limit")
    return f"{line} {limit.get('min', 0)}..{limit['max']} {limit['unit']}" if limit else line


if __name__ == "__main__":
    main(sys.argv[1])
