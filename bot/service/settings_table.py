"""Every setting of the program, in one table: what docs/operations.md shows.

A test keeps it in step with the code, which must use no name that is not here.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from bot.service.operation import DEFAULT_HEALTH


class Setting(NamedTuple):
    """A variable of the environment. `secret`: `<name>_FILE` may name a file instead."""

    name: str
    default: str
    meaning: str
    secret: bool = False


SETTINGS = (
    Setting("TELEGRAM_TOKEN", "", "The bot's token from @BotFather. Needed.", secret=True),
    Setting(
        "TELEGRAM_WEBHOOK_URL",
        "",
        "The public https address that Telegram delivers to. Without it the bot fetches "
        "messages itself (long polling), which needs no address of its own.",
    ),
    Setting(
        "TELEGRAM_WEBHOOK_SECRET",
        "",
        "A word that only Telegram and the bot know, 1–256 of A–Z, a–z, 0–9, _ and -. Needed "
        "with a webhook.",
        secret=True,
    ),
    Setting(
        "TELEGRAM_WEBHOOK_LISTEN",
        "127.0.0.1:8080",
        "Where the bot listens for deliveries, behind a web server that speaks https.",
    ),
    Setting(
        "TELEGRAM_BASE_URL",
        "https://api.telegram.org",
        "Another Bot API server: one's own, or one for tests.",
    ),
    Setting(
        "TELEGRAM_OPERATOR",
        "",
        "The id of the chat that is told of trouble, once, and when it has passed.",
    ),
    Setting(
        "TELEGRAM_QUESTIONS_A_MINUTE",
        "15",
        "How many questions one person may ask in a minute; 0 for any number.",
    ),
    Setting(
        "TELEGRAM_MESSAGES_A_SECOND",
        "30",
        "How many messages the bot sends in a second over all chats, the rest wait; 0 for any "
        "number. Telegram allows about 30, one's own Bot API server may allow more.",
    ),
    Setting(
        "KOMMUNMAL_MEMORY",
        "memory.sqlite in the user's data folder",
        "The file of what the bot must remember: conversations, inbox, feedback.",
    ),
    Setting(
        "KOMMUNMAL_REDIS_URL",
        "",
        "The Redis that several processes with one webhook share, as in "
        "`redis://:password@host:6379/0`. Without it, one process keeps all in its file.",
        secret=True,
    ),
    Setting(
        "KOMMUNMAL_UNANSWERED",
        "bot",
        "Whose questions asked in vain are kept for staff, beside the memory: bot, all (those of "
        "`kommunmal ask` and `chat` too) or off.",
    ),
    Setting("KOMMUNMAL_KEEP_DAYS", "90", "How many days they are kept, 1 to 3650."),
    Setting(
        "KOMMUNMAL_DATABASE",
        "the one that ships, else one in the user's cache folder",
        "The file of knowledge. One named here is only read; `kommunmal build` makes it. Where the "
        "data has changed since, that is told.",
    ),
    Setting(
        "KOMMUNMAL_DATA",
        "the user's data folder",
        "A folder of one's own plans and pages, laid over those that ship.",
    ),
    Setting(
        "KOMMUNMAL_HOME",
        "",
        "The municipality meant where a question names none: its code or name, as in 0683.",
    ),
    Setting(
        "KOMMUNMAL_NOTICE",
        "",
        "A file with a message of the day, or that takes the bot out of service.",
    ),
    Setting(
        "KOMMUNMAL_HEALTH",
        DEFAULT_HEALTH,
        "Where health and metrics are served: host:port, or off.",
    ),
    Setting(
        "KOMMUNMAL_LOG",
        "auto",
        "The form of the log: json, plain, or auto (plain on a terminal, else json).",
    ),
    Setting(
        "KOMMUNMAL_SITE",
        "",
        "Where the web site of `kommunmal export site` will lie.",
    ),
    Setting("KOMMUNMAL_PUBLISHER", "", "Who publishes the data, in its DCAT-AP-SE description."),
    Setting("KOMMUNMAL_CONTACT", "", "An e-mail address for questions about the data, there too."),
    Setting("KOMMUNMAL_LOG_LEVEL", "info", "How much is logged: debug, info, warning or error."),
)
BEGIN, END = "<!-- settings -->", "<!-- /settings -->"


def settings_table() -> str:
    """The table in Markdown."""
    rows = [
        f"| `{one.name}`{' 🔑' if one.secret else ''} | {_default(one)} | {one.meaning} |"
        for one in SETTINGS
    ]
    return "\n".join(["| setting | without it | what it is |", "|---|---|---|", *rows])


def _default(setting: Setting) -> str:
    value = setting.default
    return f"`{value}`" if value and " " not in value else value or "–"


def rewritten(text: str) -> str:
    """A document with the table between its marks made anew."""
    before, _begin, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n{settings_table()}\n{END}{after}"


if __name__ == "__main__":
    for document in map(Path, sys.argv[1:]):
        document.write_text(rewritten(document.read_text("utf-8")), "utf-8")
