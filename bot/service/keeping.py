"""Whether questions asked in vain are kept, where and for how long: settings of the operator."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Literal, get_args

DAYS = "KOMMUNMAL_KEEP_DAYS"
WHOSE = "KOMMUNMAL_UNANSWERED"
MEMORY = "KOMMUNMAL_MEMORY"
LONGEST = 3650

Whose = Literal["off", "bot", "all"]


class InvalidSetting(Exception):
    """A setting is wrong; the message says which, and what it may be."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is kept of questions asked in vain.

    `whose` questions: "off" nobody's, "bot" those of the Telegram bot, "all" those of `kommunmal
    ask` and `chat` too. `path` is the file they are kept in, `memory` that of the Telegram bot,
    beside it. `days` is how long.
    """

    whose: Whose
    days: int
    path: Path
    memory: Path


def keeps_in_terminal(environ: Mapping[str, str]) -> bool:
    """Whether questions of `ask` and `chat` are kept; quick, for each of them asks it."""
    return environ.get(WHOSE, "").strip() == "all"


def read_keeping(environ: Mapping[str, str]) -> Keeping:
    """The settings in the environment. Raises InvalidSetting."""
    memory = memory_path(environ)
    return Keeping(_whose(environ), _days(environ), memory.with_name("unanswered.sqlite"), memory)


def memory_path(environ: Mapping[str, str]) -> Path:
    """The Telegram bot's memory: the file that KOMMUNMAL_MEMORY names, else one in the user's
    data folder.
    """
    if named := environ.get(MEMORY):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("kommunmal") / "memory.sqlite"


def _whose(environ: Mapping[str, str]) -> Whose:
    value = environ.get(WHOSE, "").strip() or "bot"
    for known in get_args(Whose):
        if value == known:
            whose: Whose = known
            return whose
    raise InvalidSetting(
        _("{name} must be off, bot or all; it is {value!r}.").format(name=WHOSE, value=value)
    )


def _days(environ: Mapping[str, str]) -> int:
    value = environ.get(DAYS, "").strip() or "90"
    if not value.isdecimal() or not 1 <= int(value) <= LONGEST:
        raise InvalidSetting(
            _("{name} must be a number of days from 1 to {most}; it is {value!r}.").format(
                name=DAYS, most=LONGEST, value=value
            )
        )
    return int(value)
