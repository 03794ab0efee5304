"""For staff and those who prepare the data: a plan's way from a page into the database."""

import os
import sys
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.opening import UNUSABLE, needs, usable
from bot.commands.options import Page, Place
from bot.translated import command

if TYPE_CHECKING:
    from knowledge.models import Municipality

_MUNICIPALITY = click.option(
    "--municipality", "place", type=Place(), help="Whose page it is: name or code."
)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change, change nothing.")
_YES = click.option("--yes", is_flag=True, help="Do not ask.")


@command()
@click.argument("page", type=Page())
@click.option("-o", "out", type=click.Path(path_type=Path), help="The folder; else this one.")
@click.option("--json", "json_", is_flag=True, help="Print one object, write nothing.")
@click.option("--xlsx", is_flag=True, help="Write a spreadsheet too.")
@click.option("--url", default="", help="The address that a saved page comes from.")
@_MUNICIPALITY
@_YES
def draft(
    page: str,
    out: Path | None,
    json_: bool,
    xlsx: bool,
    url: str,
    place: "Municipality | None",
    yes: bool,
) -> None:
    """Draft a plan from PAGE: a saved web page, a PDF, a text file or an address."""
    with needs("staff"):
        from bot.staff.drafting import draft as drafted

        status = usable(lambda: drafted(page, out, json_, xlsx, place, url, yes, os.environ))
    sys.exit(status)


@command()
@click.argument("plans", nargs=-1, type=_FILE)
def check(plans: tuple[Path, ...]) -> None:
    """Check every promise of the data, or of PLANS not in place yet; list every problem."""
    if plans:
        with needs("staff"):
            from bot.staff.importing import check_files

            status = usable(lambda: check_files(plans, os.environ))
        sys.exit(status)
    from knowledge.check import check as problems_of
    from knowledge.database import library

    data = library(os.environ)
    problems = problems_of(data)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        number = len(problems)
        text = ngettext("{number} problem.", "{number} problems.", number)
        click.echo(text.format(number=number), err=True)
        sys.exit(UNUSABLE)
    found = data.plan_files()[0]
    text = _("{plans} plans, {statements} statements: all quotes stand in their pages.")
    statements = sum(len(plan_file.plan.statements) for plan_file in found)
    click.echo(text.format(plans=len(found), statements=statements))


@command("import")
@click.argument("plan", type=_FILE)
@_MUNICIPALITY
@_DRY_RUN
@_YES
def import_(plan: Path, place: "Municipality | None", dry_run: bool, yes: bool) -> None:
    """Put PLAN (TOML, XLSX, CSV or JSON) in place, after showing what changes."""
    with needs("staff"):
        from bot.staff.importing import import_plan

        status = usable(lambda: import_plan(plan, place, dry_run, yes, os.environ))
    sys.exit(status)


@command()
@click.argument("municipality", type=Place())
@click.argument("version", required=False)
@click.option("--list", "only_list", is_flag=True, help="Show the versions that are kept.")
@_DRY_RUN
@_YES
def restore(
    municipality: "Municipality",
    version: str | None,
    only_list: bool,
    dry_run: bool,
    yes: bool,
) -> None:
    """Bring back an earlier VERSION of a plan, else the one before; "shipped" for ours."""
    with needs("staff"):
        from bot.staff.importing import restore as restored

        status = usable(
            lambda: restored(municipality, version, only_list, dry_run, yes, os.environ)
        )
    sys.exit(status)


@command()
@click.argument("database", type=click.Path(path_type=Path, dir_okay=False), required=False)
def build(database: Path | None) -> None:
    """Build the database, at DATABASE or where the other commands look for it."""
    from bot.staff.outgoing import tell_left_out
    from knowledge.build import build as build_database
    from knowledge.database import database_path, library

    target = database or database_path(os.environ)
    tell_left_out(usable(lambda: build_database(library(os.environ), target)))
    click.echo(f"{target}")
