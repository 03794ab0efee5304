"""For those who see to it that replies stay right: old pages, questions in vain, wrong replies."""

import os
import sys
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.opening import needs, open_assistant, open_store, reading, today, usable, well_set
from bot.commands.options import ON, ONLY
from bot.translated import command

if TYPE_CHECKING:
    from bot.staff.tabular import Form
    from knowledge.models import Municipality


@command()
@click.option("--json", "json_", is_flag=True, help="One JSON document.")
@ONLY
@click.option("--pause", type=click.FloatRange(0), default=2.0, help="Seconds between requests.")
@click.option("--timeout", type=click.FloatRange(0.1), default=30.0, help="Seconds a request.")
@ON
def refresh(
    json_: bool, places: "tuple[Municipality, ...]", pause: float, timeout: float, on: date | None
) -> None:
    """Check that the quotes still stand in their source pages. Exit status 1: see to it."""
    with needs("staff"):
        from bot.staff.refreshing import refresh as refreshed
        from knowledge.refresh.fetching import Limits

        limits = Limits(seconds=timeout, pause=pause)
        status = usable(lambda: refreshed(places, json_, limits, on or today(), os.environ))
    sys.exit(status)


@command()
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table")
@click.option("--by", type=click.Choice(["municipality"]), help="Those asked for, not covered.")
@click.option("--try", "again", is_flag=True, help="Ask them again: which are answered now?")
@click.option("--forget", is_flag=True, help="Erase them, and what people said was missing.")
def unanswered(form: "Form", by: str | None, again: bool, forget: bool) -> None:
    """List what was asked in vain, like questions together, with reason and count."""
    if (by is not None) + again + forget > 1:
        raise click.UsageError(_("Choose one of --by, --try and --forget."))
    from bot.memory.unanswered import UnansweredUnusable
    from bot.service.keeping import read_keeping
    from bot.staff import unanswered as in_vain

    keeping = well_set(lambda: read_keeping(os.environ))
    try:
        if forget:
            in_vain.forget(keeping)
        elif again:
            assistant = open_assistant(None)
            reading(assistant, lambda: in_vain.try_again(keeping, assistant, form))
        else:
            show = in_vain.show_municipalities if by else in_vain.show_questions
            usable(lambda: show(keeping, open_store(), form, today()))
    except UnansweredUnusable as error:
        problem = _("The questions kept in {path} can't be read or erased: {why}.")
        raise click.ClickException(problem.format(path=error.path, why=error.why)) from None


@command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option("--least", type=click.FloatRange(0, 100), default=0.0, help="Percent to reach.")
@click.option("--quiet", is_flag=True, help="The table alone, no failures.")
def evaluate(files: tuple[Path, ...], least: float, quiet: bool) -> None:
    """Ask the questions of FILES and judge the replies."""
    from bot.evaluation.cases import InvalidCase
    from bot.evaluation.report import evaluate as evaluated

    assistant = open_assistant(None)
    try:
        share = evaluated(assistant, files, quiet=quiet, echo=click.echo)
    except InvalidCase as error:
        raise click.UsageError(str(error)) from None
    if share < least:
        sys.exit(1)


@command()
@click.argument("municipalities", nargs=-1, metavar="[MUNICIPALITY]...")
@click.option("--json", "json_", is_flag=True, help="One JSON object a municipality.")
@click.option(
    "--least",
    type=click.FloatRange(0, 100),
    default=0.0,
    help="Percent of other spellings to be answered alike.",
)
@ON
def audit(municipalities: tuple[str, ...], json_: bool, least: float, on: date | None) -> None:
    """Ask for every statement in many ways; list those that no question reaches."""
    from bot.evaluation.audit_report import NotCovered, run_audit

    assistant = open_assistant(on)

    def audited() -> bool:
        return run_audit(assistant, municipalities, as_json=json_, echo=click.echo, least=least)

    try:
        passed = reading(assistant, audited)
    except NotCovered as error:
        raise click.UsageError(str(error)) from None
    if not passed:
        sys.exit(1)
