"""Who the bot is: its user, name, descriptions and commands."""

import re
from typing import Any

from bot.demo.entities import utf16_length
from bot.demo.errors import Json, bad
from bot.demo.methods import Call, method
from bot.demo.profile import scope_key

MOST_COMMANDS = 100
_COMMAND = re.compile(r"/?([a-z0-9_]{1,32})")
_LANGUAGE = re.compile(r"[a-z]{2}")


@method("getMe")
def get_me(call: Call) -> Json:
    """The bot's own user."""
    return {
        **call.world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _language(call: Call) -> str:
    code = str(call.given.get("language_code", ""))
    if code and not _LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """Set the commands of a scope and language."""
    commands = call.given["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for command in commands:
        name = _COMMAND.fullmatch(command["command"])
        if not name:
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= utf16_length(command["description"].strip()) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": name[1], "description": command["description"].strip()})
    call.world.profile.commands[_place(call)] = kept
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    """The commands of just this scope and language."""
    return call.world.profile.commands.get(_place(call), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """Take the commands of a scope and language away."""
    call.world.profile.commands.pop(_place(call), None)
    return True


def _place(call: Call) -> tuple[str, str]:
    scope = call.given.get("scope")
    if scope and "chat_id" in scope and call.world.chat(scope["chat_id"]) is None:
        raise bad("chat not found")
    return scope_key(scope), _language(call)


def _texts(kind: str) -> Any:
    """Register the setter and the getter of a text that a bot has in each language."""
    field = re.sub(r"(?<!^)([A-Z])", r"_\1", kind).lower()

    def texts(call: Call) -> dict[str, str]:
        found: dict[str, str] = getattr(call.world.profile, f"{field}s")
        return found

    @method(f"setMy{kind}")
    def setter(call: Call) -> bool:
        text = str(call.given.get(field, "")).strip()
        texts(call)[_language(call)] = text
        if not text:
            del texts(call)[_language(call)]
        return True

    @method(f"getMy{kind}")
    def getter(call: Call) -> Json:
        known = texts(call)
        first = call.world.bot["first_name"] if kind == "Name" else ""
        return {field: known.get(_language(call)) or known.get("") or first}

    return setter, getter


for _kind in ("Name", "Description", "ShortDescription"):
    _texts(_kind)
