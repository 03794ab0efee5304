"""The options that several commands have."""

from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from knowledge.models import Municipality


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


class Place(click.ParamType["Municipality"]):
    """A municipality by name or code, as people write it."""

    name = "municipality"

    def convert(self, value: Any, param: Any, ctx: Any) -> "Municipality":
        """The municipality, or a usage error where there is no such one."""
        from knowledge.intake.place import find_place

        found = find_place(value) if isinstance(value, str) else value
        if found is None:
            self.fail(_("There is no municipality {named}.").format(named=value), param, ctx)
        place: Municipality = found
        return place


class Page(click.Path):
    """A file that there is, or an address."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False)

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """The file's path or the address, or a usage error where there is no such file."""
        if str(value).lower().startswith(("http://", "https://")):
            return value
        return super().convert(value, param, ctx)


LANGUAGE = click.option(
    "--language", type=click.Choice(["sv", "en"]), help="For words that tell no language."
)
ON = click.option("--on", type=Day(), default=None, help="The day of asking, if not today.")
ONLY = click.option(
    "--municipality", "places", type=Place(), multiple=True, help="Only this one, by name or code."
)
