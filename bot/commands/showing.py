"""For whoever wants what is known without asking: proof, posters, files, a site, the tables."""

import os
import sys
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.opening import needs, open_store, today, usable
from bot.commands.options import ON, ONLY
from bot.translated import command

if TYPE_CHECKING:
    from knowledge.models import Municipality

_FORMATS = ["json", "csv", "xlsx", "stratml", "toml", "site"]


@command()
@click.argument("statement_id", metavar="ID")
def show(statement_id: str) -> None:
    """Show the saved page with a statement's quote marked: the proof."""
    from bot.rendering.proof import proof

    def marked_page() -> str | None:
        store = open_store()
        with store.reading():
            coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
            return proof(store, statement_id, coloured)

    text = usable(marked_page)
    if text is None:
        problem = _("There is no statement {id!r}.").format(id=statement_id)
        raise click.BadParameter(problem, param_hint="ID")
    click.echo(text)


@command()
@click.argument("municipalities", nargs=-1, required=True, metavar="MUNICIPALITY...")
@click.option("--language", type=click.Choice(["sv", "en"]), default="sv", show_default=True)
@click.option("--size", type=click.Choice(["A4", "A3"]), default="A4", show_default=True)
@click.option("--format", "form", type=click.Choice(["png", "pdf"]), help="If not by FILE's name.")
@click.option("--timeline", is_flag=True, help="What was replaced, holds, and is to come.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@ON
def poster(municipalities: tuple[str, ...], **options: Any) -> None:
    """Make a poster of the vision and goals of one to three municipalities, as PDF or PNG."""
    from bot.rendering.picture.command import CannotMake, make_poster

    store = usable(open_store)
    try:
        path = make_poster(store, municipalities, **{**options, "on": options["on"] or today()})
    except CannotMake as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{path}")


@command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.option("-o", "out", type=click.Path(path_type=Path), help="A file, or a folder.")
@ONLY
@click.option("--separator", type=click.Choice([";", ",", "tab"]), default=";", help="Of CSV.")
@click.option("--address", envvar="KOMMUNMAL_SITE", help="Where the site will lie.")
@ON
def export(
    format_: str,
    out: Path | None,
    places: "tuple[Municipality, ...]",
    separator: str,
    address: str | None,
    on: date | None,
) -> None:
    """Write what is known as json, csv, xlsx, stratml or toml; or as a web site."""
    if format_ == "site":
        if out is None or places:
            problem = _("A site is made whole, in a folder: export site -o FOLDER")
            raise click.UsageError(problem)
        with needs("site"):
            from bot.staff.publishing import publish

            status = usable(lambda: publish(out, address, on or today(), os.environ))
        sys.exit(status)
    with needs("staff"):
        from bot.staff.exporting import export as exported

        mark = "\t" if separator == "tab" else separator
        status = usable(lambda: exported(format_, out, places, on or today(), mark, os.environ))
    sys.exit(status)


@command()
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
@click.option("--open", "opened", is_flag=True, help="Open it in a browser.")
def browse(port: int, opened: bool) -> None:
    """Browse the database with Datasette: facets, full-text search, ready-made questions."""
    with needs("browse"):
        from bot.staff.browsing import browse as browsed

        usable(lambda: browsed(port, opened, os.environ))
