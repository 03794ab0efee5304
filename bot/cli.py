"""The command `kommunmal`: each subcommand loads what it needs when it is called."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from knowledge.errors import InvalidData, KnowledgeError

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.channels.terminal import Conversations
    from knowledge.models import Language

_T = TypeVar("_T")
UNUSABLE = 3
_FORMATS = ["json", "csv", "xlsx", "stratml", "toml", "site"]


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
            self.fail(f"{value!r} is no date; write it as 2024-01-31.", param, ctx)


_LANGUAGE = click.option(
    "--language", type=click.Choice(["sv", "en"]), help="For words that tell no language."
)
_ON = click.option("--on", type=Day(), default=None, help="The day of asking, if not today.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kommunmal")
def main() -> None:
    """Municipalities' visions and goals, in their own words."""


@main.command()
@click.argument("question", nargs=-1)
@click.option("--json", "json_", is_flag=True, help="One JSON object a reply.")
@click.option("--explain", is_flag=True, help="Show how the question was read.")
@_LANGUAGE
@_ON
def ask(
    question: tuple[str, ...], json_: bool, explain: bool, language: "Language", on: date | None
) -> None:
    """Ask a QUESTION; without one, read a question a line from standard input."""
    conversations, assistant = _conversations(language, on)
    from bot.channels.lines import Line, read_lines
    from bot.channels.terminal import standard_input

    lines = [Line(" ".join(question))] if question else read_lines(standard_input())
    for line in lines:
        reply = conversations.reply(line)
        if explain and reply.question:
            from bot.rendering.explanation import explanation

            click.echo(explanation(reply.question, assistant.understand))
        text = (
            conversations.as_json(line, reply)
            if json_
            else conversations.as_text(reply, sys.stdout)
        )
        click.echo(text if json_ or question else f"{text}\n")
        sys.stdout.flush()


@main.command()
@_LANGUAGE
@_ON
def chat(language: "Language", on: date | None) -> None:
    """Hold a conversation in the terminal."""
    from bot.channels import terminal

    conversations, _ = _conversations(language, on)
    terminal.chat(conversations, sys.stdout)


@main.command()
@click.argument("statement_id", metavar="ID")
def show(statement_id: str) -> None:
    """Show the saved page with a statement's quote marked: the proof."""
    from bot.rendering.proof import proof

    store = _usable(_open_store)
    text = proof(store, statement_id, sys.stdout.isatty())
    if text is None:
        raise click.UsageError(f"There is no statement {statement_id!r}.")
    click.echo(text)


@main.command()
@click.argument("plans", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def check(plans: tuple[Path, ...]) -> None:
    """Check every promise of the data; list every problem at once.

    With PLANS, files that are not in place yet: what is left to do in them.
    """
    if plans:
        with _needs("staff"):
            from bot.staff.importing import check_files

            status = _usable(lambda: check_files(plans, os.environ))
        sys.exit(status)
    from knowledge.check import check as problems_of
    from knowledge.database import library

    data = library(os.environ)
    problems = problems_of(data)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        click.echo(f"{len(problems)} problems.", err=True)
        sys.exit(1)
    found, _ = data.plan_files()
    statements = sum(len(plan_file.plan.statements) for plan_file in found)
    click.echo(f"{len(found)} plans, {statements} statements: all quotes stand in their pages.")


@main.command()
@click.argument("database", type=click.Path(path_type=Path, dir_okay=False), required=False)
def build(database: Path | None) -> None:
    """Build the database, at DATABASE or where the other commands look for it."""
    from knowledge.build import build as build_database
    from knowledge.database import database_path, library

    target = database or database_path(os.environ)
    for problem in _usable(lambda: build_database(library(os.environ), target)):
        click.echo(f"Left out: {problem}", err=True)
    click.echo(f"{target}")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--least", type=click.FloatRange(0, 100), default=0.0, help="Percent to reach.")
@click.option("--quiet", is_flag=True, help="The table alone, no failures.")
def evaluate(files: tuple[Path, ...], least: float, quiet: bool) -> None:
    """Ask the questions of FILES and judge the replies."""
    from bot.evaluation.report import evaluate as evaluated

    assistant = _assistant(None)
    share = evaluated(assistant, files, quiet=quiet, echo=click.echo)
    if share < least:
        sys.exit(1)


_MUNICIPALITY = click.option("--municipality", "named", help="Whose page it is: name or code.")
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change, change nothing.")
_YES = click.option("--yes", is_flag=True, help="Do not ask.")


@main.command()
@click.argument("page")
@click.option("-o", "out", type=click.Path(path_type=Path), help="The folder; else this one.")
@click.option("--json", "json_", is_flag=True, help="Print one object, write nothing.")
@click.option("--xlsx", is_flag=True, help="Write a spreadsheet too.")
@click.option("--url", default="", help="The address that a saved page comes from.")
@_MUNICIPALITY
@_YES
def draft(
    page: str, out: Path | None, json_: bool, xlsx: bool, url: str, named: str | None, yes: bool
) -> None:
    """Draft a plan from PAGE: a saved web page, a PDF, a text file or an address."""
    with _needs("staff"):
        from bot.staff.drafting import draft as drafted

        status = _usable(lambda: drafted(page, out, json_, xlsx, named, url, yes, os.environ))
    sys.exit(status)


@main.command("import")
@click.argument("plan", type=click.Path(path_type=Path))
@_MUNICIPALITY
@_DRY_RUN
@_YES
def import_(plan: Path, named: str | None, dry_run: bool, yes: bool) -> None:
    """Put PLAN (TOML, XLSX, CSV or JSON) in place, after showing what changes."""
    with _needs("staff"):
        from bot.staff.importing import import_plan

        status = _usable(lambda: import_plan(plan, named, dry_run, yes, os.environ))
    sys.exit(status)


@main.command()
@click.argument("municipality")
@click.argument("version", required=False)
@click.option("--list", "only_list", is_flag=True, help="Show the versions that are kept.")
@_DRY_RUN
@_YES
def restore(
    municipality: str, version: str | None, only_list: bool, dry_run: bool, yes: bool
) -> None:
    """Bring back an earlier VERSION of a plan, else the one before; "shipped" for ours."""
    with _needs("staff"):
        from bot.staff.importing import restore as restored

        status = _usable(
            lambda: restored(municipality, version, only_list, dry_run, yes, os.environ)
        )
    sys.exit(status)


@main.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.option("-o", "out", type=click.Path(path_type=Path), help="A file, or a folder.")
@click.option("--municipality", "names", multiple=True, help="Only this one, by name or code.")
@click.option("--separator", type=click.Choice([";", ",", "tab"]), default=";", help="Of CSV.")
@click.option("--address", envvar="KOMMUNMAL_SITE", help="Where the site will lie.")
@_ON
def export(
    format_: str,
    out: Path | None,
    names: tuple[str, ...],
    separator: str,
    address: str | None,
    on: date | None,
) -> None:
    """Write what is known as json, csv, xlsx, stratml or toml; or as a web site."""
    if format_ == "site":
        if out is None or names:
            raise click.UsageError("A site is made whole, in a folder: export site -o FOLDER")
        with _needs("site"):
            from bot.staff.publishing import publish

            _usable(lambda: publish(out, address, on or _today(), os.environ))
        return
    with _needs("staff"):
        from bot.staff.exporting import export as exported

        mark = "\t" if separator == "tab" else separator
        status = _usable(lambda: exported(format_, out, names, on or _today(), mark, os.environ))
    sys.exit(status)


@main.command()
@click.option("--json", "json_", is_flag=True, help="One JSON document.")
@click.option("--municipality", "names", multiple=True, help="Only this one, by name or code.")
@click.option("--pause", type=click.FloatRange(0), default=2.0, help="Seconds between requests.")
@click.option("--timeout", type=click.FloatRange(0.1), default=30.0, help="Seconds a request.")
@_ON
def refresh(
    json_: bool, names: tuple[str, ...], pause: float, timeout: float, on: date | None
) -> None:
    """Check that the quotes still stand in their source pages; nothing is changed.

    Exit status: 0 all quotes stand, 1 a person is needed, 4 some page was not reachable.
    """
    with _needs("staff"):
        from bot.staff.refreshing import refresh as refreshed
        from knowledge.refresh.fetching import Limits

        limits = Limits(seconds=timeout, pause=pause)
        status = _usable(lambda: refreshed(names, json_, limits, on or _today(), os.environ))
    sys.exit(status)


@contextlib.contextmanager
def _needs(extra: str) -> Iterator[None]:
    """Say what to install where a library of an extra is missing, and exit with 1."""
    try:
        yield
    except ModuleNotFoundError as error:
        click.echo(
            f"This command needs more libraries ({error.name} is missing). "
            f"Install them: pip install 'kommunmal[{extra}]'",
            err=True,
        )
        sys.exit(1)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _open_store() -> Any:
    from knowledge.database import open_store

    return open_store(os.environ)


def _assistant(on: date | None) -> "Assistant":
    from bot.assistant import Assistant

    store = _usable(_open_store)
    return Assistant(store, (lambda: on) if on else _today, os.environ.get("KOMMUNMAL_HOME"))


def _conversations(
    language: "Language | None", on: date | None
) -> "tuple[Conversations, Assistant]":
    from bot.channels.terminal import Conversations

    assistant = _assistant(on)
    return Conversations(assistant, on or assistant.today(), language), assistant


def _usable(work: Callable[[], _T]) -> _T:
    """Do what needs good data; where it is not, say so in plain words and exit with 3."""
    try:
        return work()
    except InvalidData as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        click.echo(f"{len(error.problems)} problems; nothing was built.", err=True)
    except KnowledgeError as error:
        click.echo(str(error), err=True)
    sys.exit(UNUSABLE)
