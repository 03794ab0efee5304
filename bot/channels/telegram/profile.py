"""Name, descriptions and commands as Telegram shows them; set only where they differ."""

import logging
from collections.abc import Sequence

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.channels.telegram.client import Client
from bot.channels.telegram.commands import COMMANDS
from bot.rendering.phrases import Phrases
from knowledge.marking import marked

NAME = "Kommunmål"
DESCRIPTION = marked(
    "Ask what a Swedish municipality wants: its vision, its goals, what it says about schools or "
    "the environment. I am a computer program: I answer in its own words, with a link to the page, "
    "and make nothing up."
)
SHORT = marked("Swedish municipalities' visions and goals, in their own words, with a link.")
_SCOPES: Sequence[BotCommandScope] = (
    BotCommandScopeAllPrivateChats(),
    BotCommandScopeAllGroupChats(),
)
_log = logging.getLogger(__name__)


async def set_profile(client: Client, english: Phrases, swedish: Phrases) -> int:
    """Bring the profile up to date; gives back how many of its parts were changed.

    English is for every language that has no texts of its own.
    """
    changed = 0
    for code, phrases in (("", english), ("sv", swedish)):
        changed += await _texts(client, code or None, phrases)
        for scope in _SCOPES:
            wanted = _menu(phrases)
            if list(await client.get_my_commands(scope, code or None)) != wanted:
                await client.set_my_commands(wanted, scope, code or None)
                changed += 1
    if changed:
        _log.info("the bot's profile was brought up to date (%d changes)", changed)
    return changed


async def _texts(client: Client, code: str | None, phrases: Phrases) -> int:
    changed = 0
    if (await client.get_my_name(code)).name != NAME:
        await client.set_my_name(NAME, code)
        changed += 1
    description, short = phrases(DESCRIPTION), phrases(SHORT)
    if (await client.get_my_description(code)).description != description:
        await client.set_my_description(description, code)
        changed += 1
    if (await client.get_my_short_description(code)).short_description != short:
        await client.set_my_short_description(short, code)
        changed += 1
    return changed


def _menu(phrases: Phrases) -> list[BotCommand]:
    return [
        BotCommand(one.name(phrases.language), phrases(one.tells))
        for one in COMMANDS
        if one.in_menu
    ]
