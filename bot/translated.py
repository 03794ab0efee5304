"""Help and staff output in the language of the locale, Swedish or English.

Replies know their own language (`bot.rendering.phrases`). What the command itself says follows
the locale of the process, as gettext does by itself: LANGUAGE, LC_ALL, LC_MESSAGES, LANG. The
texts stand in the same catalogues; click's own and those of `knowledge` are looked up there too.
"""

import gettext
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import click

DOMAIN = "kommunmal"
_LONGEST_SENTENCE = 1000
CATALOGUES = Path(__file__).parent / "rendering" / "locale"


def follow_locale() -> None:
    """Have the whole process look its texts up in our catalogues."""
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


class TranslatedCommand(click.Command):
    """A command whose help (its docstring and those of its options) is translated when shown."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of the locale."""
        shown = copy(self)
        shown.help = _translated(self.help)
        shown.params = [_with_help(param) for param in self.params]
        super(TranslatedCommand, shown).format_help(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, in the language of the locale."""
        shown = copy(self)
        shown.help = _translated(self.help)
        # Never cut in the middle, as short help is by default: it may take two lines.
        return super(TranslatedCommand, shown).get_short_help_str(max(limit, _LONGEST_SENTENCE))


class TranslatedGroup(TranslatedCommand, click.Group):
    """The same for a command with subcommands."""


def command(name: str | None = None) -> Callable[[Callable[..., Any]], TranslatedCommand]:
    """Make a function a command, by its own name if not by this one."""
    return click.command(name, cls=TranslatedCommand)


def _with_help(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option):
        return param
    shown = copy(param)
    shown.help = _translated(param.help)
    return shown


def _translated(text: str | None) -> str | None:
    return gettext.gettext(text) if text else text
