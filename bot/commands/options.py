"""The options that several commands have."""

from datetime import date
from gettext import gettext as _
from typing import Any

import click


class Day(click.ParamType[date]):
    """A date as in 2024-01-31."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """The date, or a usage error that shows the form."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            problem = _("{value!r} is no date; write it as 2024-01-31.").format(value=value)
            self.fail(problem, param, ctx)


LANGUAGE = click.option(
    "--language", type=click.Choice(["sv", "en"]), help="For words that tell no language."
)
ON = click.option("--on", type=Day(), default=None, help="The day of asking, if not today.")
ONLY = click.option(
    "--municipality", "names", multiple=True, help="Only this one, by name or code."
)
