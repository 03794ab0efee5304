"""The command `kommunmal`: each subcommand loads what it needs when it is called."""

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from gettext import gettext as _
from gettext import ngettext
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.translated import TranslatedGroup, follow_locale
from knowledge.errors import InvalidData, KnowledgeError

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.channels.terminal import Conversations
    from bot.current import Current
    from bot.staff.tabular import Form
    from knowledge.models import Language
    from knowledge.store import Store

_T = TypeVar("_T")
UNUSABLE = 3
_FORMATS = ["json", "csv", "xlsx", "stratml", "toml", "site"]
follow_locale()


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


_LANGUAGE = click.option(
    "--language", type=click.Choice(["sv", "en"]), help="For words that tell no language."
)
_ON = click.option("--on", type=Day(), default=None, help="The day of asking, if not today.")


@click.group(cls=TranslatedGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kommunmal", help="Show the version and exit.")
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
    from bot.channels.lines import one_line, read_lines
    from bot.channels.terminal import standard_input

    # JSON is UTF-8 wherever it goes; elsewhere a character that can't be shown must end no run.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8" if json_ else None, errors="replace")

    def answer() -> None:
        lines = [one_line(" ".join(question))] if question else read_lines(standard_input())
        for line in lines:
            reply = conversations.reply(line)
            if explain and reply.question:
                from bot.evaluation.stages import stages
                from bot.rendering.explanation import explanation

                times = stages(assistant, line.text)
                told = explanation(reply.question, assistant.understand, times)
                click.echo(told, err=json_)
            text = (
                conversations.as_json(line, reply)
                if json_
                else conversations.as_text(reply, sys.stdout)
            )
            click.echo(text if json_ or question else f"{text}\n")
            sys.stdout.flush()

    _reading(assistant, answer)


@main.command()
@_LANGUAGE
@_ON
def chat(language: "Language", on: date | None) -> None:
    """Hold a conversation in the terminal."""
    from bot.channels import terminal

    conversations, assistant = _conversations(language or terminal.locale_language(), on)
    _reading(assistant, lambda: terminal.chat(conversations, sys.stdout))


@main.command()
@_ON
def telegram(on: date | None) -> None:
    """Run the Telegram bot. Its settings are read from the environment."""
    from bot.service.settings import SettingsError, read_settings

    try:
        from bot.channels.telegram.run import run
    except ModuleNotFoundError:
        needs = _('The bot needs an extra that is not installed: pip install "kommunmal[telegram]"')
        click.echo(needs, err=True)
        sys.exit(1)
    from bot.memory.file import MemoryUnusable
    from bot.service.logging import start_log
    from bot.service.operation import WrongOperation, read_operation
    from bot.service.watch import Watch

    try:
        settings = read_settings(os.environ)
        operation = read_operation(os.environ)
        start_log(settings.secrets(), operation.level, operation.form)
        current = _current(on)
        watch = Watch(operation, current.path, webhook=settings.webhook is not None)
        run(settings, current, watch)
    except (SettingsError, WrongOperation, MemoryUnusable) as error:
        click.echo(str(error), err=True)
        sys.exit(1)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), help="The port, if not the usual one.")
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
@_ON
def demo(port: int | None, browser: bool, on: date | None) -> None:
    """Show the whole bot in a browser, on this computer alone, without Telegram or a token."""
    try:
        import telegram  # noqa: F401  the bot needs it, in a process of its own

        from bot.demo.show import BotEnded, show
    except ModuleNotFoundError as error:
        message = _("{name} is missing. Install: pip install 'kommunmal[telegram,demo]'")
        click.echo(message.format(name=error.name), err=True)
        sys.exit(1)

    def say(address: str) -> None:
        message = _("The demo is at {address} (this is not Telegram). Stop it with Ctrl-C.")
        click.echo(message.format(address=address))

    arguments = ("--on", on.isoformat()) if on else ()
    try:
        show(port=port, browser=browser, arguments=arguments, say=say)
    except OSError as error:
        click.echo(_("The port is taken: {reason}").format(reason=error), err=True)
        sys.exit(1)
    except BotEnded as ended:
        click.echo(str(ended), err=True)
        click.echo(_("The bot has stopped."), err=True)
        sys.exit(1)


@main.command()
@click.argument("statement_id", metavar="ID")
def show(statement_id: str) -> None:
    """Show the saved page with a statement's quote marked: the proof."""
    from bot.rendering.proof import proof

    def marked_page() -> str | None:
        store = _open_store()
        with store.reading():
            coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
            return proof(store, statement_id, coloured)

    text = _usable(marked_page)
    if text is None:
        problem = _("There is no statement {id!r}.").format(id=statement_id)
        raise click.BadParameter(problem, param_hint="ID")
    click.echo(text)


@main.command()
@click.argument("plans", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def check(plans: tuple[Path, ...]) -> None:
    """Check every promise of the data, or of PLANS not in place yet; list every problem."""
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
        number = len(problems)
        text = ngettext("{number} problem.", "{number} problems.", number)
        click.echo(text.format(number=number), err=True)
        sys.exit(UNUSABLE)
    found = data.plan_files()[0]
    text = _("{plans} plans, {statements} statements: all quotes stand in their pages.")
    statements = sum(len(plan_file.plan.statements) for plan_file in found)
    click.echo(text.format(plans=len(found), statements=statements))


@main.command()
@click.argument("database", type=click.Path(path_type=Path, dir_okay=False), required=False)
def build(database: Path | None) -> None:
    """Build the database, at DATABASE or where the other commands look for it."""
    from knowledge.build import build as build_database
    from knowledge.database import database_path, library

    target = database or database_path(os.environ)
    for problem in _usable(lambda: build_database(library(os.environ), target)):
        click.echo(_("Left out: {problem}").format(problem=problem), err=True)
    click.echo(f"{target}")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--least", type=click.FloatRange(0, 100), default=0.0, help="Percent to reach.")
@click.option("--quiet", is_flag=True, help="The table alone, no failures.")
def evaluate(files: tuple[Path, ...], least: float, quiet: bool) -> None:
    """Ask the questions of FILES and judge the replies."""
    from bot.evaluation.cases import InvalidCase
    from bot.evaluation.report import evaluate as evaluated

    assistant = _assistant(None)
    try:
        share = evaluated(assistant, files, quiet=quiet, echo=click.echo)
    except InvalidCase as error:
        raise click.UsageError(str(error)) from None
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
@click.argument("municipalities", nargs=-1, metavar="[MUNICIPALITY]...")
@click.option("--json", "json_", is_flag=True, help="One JSON object a municipality.")
@_ON
def audit(municipalities: tuple[str, ...], json_: bool, on: date | None) -> None:
    """Ask for every statement in many ways; list those that no question reaches."""
    from bot.evaluation.audit_report import NotCovered, run_audit

    assistant = _assistant(on)

    def audited() -> bool:
        return run_audit(assistant, municipalities, as_json=json_, echo=click.echo)

    try:
        clean = _reading(assistant, audited)
    except NotCovered as error:
        raise click.UsageError(str(error)) from None
    if not clean:
        sys.exit(1)


@main.command()
def health() -> None:
    """Ask the running bot how it is; exit status 0 where it is ready, else 1."""
    from bot.service.asking import how_it_is
    from bot.service.operation import HEALTH, WrongOperation, read_health

    try:
        address = read_health(os.environ)
    except WrongOperation as error:
        raise click.UsageError(str(error)) from None
    if address is None:
        raise click.UsageError(_("Health is switched off ({name}).").format(name=HEALTH))
    ready, line = how_it_is(address)
    click.echo(line, err=not ready)
    sys.exit(0 if ready else 1)


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
            problem = _("A site is made whole, in a folder: export site -o FOLDER")
            raise click.UsageError(problem)
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
    """Check that the quotes still stand in their source pages. Exit status 1: see to it."""
    with _needs("staff"):
        from bot.staff.refreshing import refresh as refreshed
        from knowledge.refresh.fetching import Limits

        limits = Limits(seconds=timeout, pause=pause)
        status = _usable(lambda: refreshed(names, json_, limits, on or _today(), os.environ))
    sys.exit(status)


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
@click.option("--open", "opened", is_flag=True, help="Open it in a browser.")
def browse(port: int, opened: bool) -> None:
    """Browse the database with Datasette: facets, full-text search, ready-made questions."""
    with _needs("browse"):
        from bot.staff.browsing import browse as browsed

        _usable(lambda: browsed(port, opened, os.environ))


@main.command()
@click.argument("municipalities", nargs=-1, required=True, metavar="MUNICIPALITY...")
@click.option("--language", type=click.Choice(["sv", "en"]), default="sv", show_default=True)
@click.option("--size", type=click.Choice(["A4", "A3"]), default="A4", show_default=True)
@click.option("--format", "form", type=click.Choice(["png", "pdf"]), help="If not by FILE's name.")
@click.option("--timeline", is_flag=True, help="What was replaced, holds, and is to come.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@_ON
def poster(municipalities: tuple[str, ...], **options: Any) -> None:
    """Make a poster of the vision and goals of one to three municipalities, as PDF or PNG."""
    from bot.rendering.picture.command import CannotMake, make_poster

    store = _usable(_open_store)
    try:
        path = make_poster(store, municipalities, **{**options, "on": options["on"] or _today()})
    except CannotMake as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{path}")


@main.command()
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
    from bot.staff import unanswered as command

    keeping = _well_set(lambda: read_keeping(os.environ))
    try:
        if forget:
            command.forget(keeping)
        elif again:
            assistant = _assistant(None)
            _reading(assistant, lambda: command.try_again(keeping, assistant, form))
        else:
            show = command.show_municipalities if by else command.show_questions
            _usable(lambda: show(keeping, _open_store(), form, _today()))
    except UnansweredUnusable as error:
        problem = _("The questions kept in {path} can't be read or erased: {why}.")
        raise click.ClickException(problem.format(path=error.path, why=error.why)) from None


@contextlib.contextmanager
def _needs(extra: str) -> Iterator[None]:
    """Say what to install where a library of an extra is missing, and exit with 1."""
    try:
        yield
    except ModuleNotFoundError as error:
        click.echo(
            _(
                "This command needs more libraries ({name} is missing). "
                "Install them: pip install 'kommunmal[{extra}]'"
            ).format(name=error.name, extra=extra),
            err=True,
        )
        sys.exit(1)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _open_store() -> "Store":
    from knowledge.database import open_store

    return open_store(os.environ)


def _assistant(on: date | None) -> "Assistant":
    # What is loaded here stays to the end: looking through it for garbage, again and again while
    # it is being loaded, takes a fifth of the time to the first reply.
    gc.disable()
    from bot.assistant import Assistant

    def load() -> Assistant:
        store = _open_store()
        with store.reading():
            today = (lambda: on) if on else _today
            return Assistant(store, today, os.environ.get("KOMMUNMAL_HOME"))

    loaded = _usable(load)
    gc.freeze()
    gc.enable()
    return loaded


def _current(on: date | None) -> "Current":
    """The assistant for a process that outlives its database."""
    from bot.assistant import Assistant
    from bot.current import Current

    today = (lambda: on) if on else _today

    def load() -> Current:
        store = _open_store()
        store.close()
        home = os.environ.get("KOMMUNMAL_HOME")
        return Current(store.path, lambda opened: Assistant(opened, today, home))

    return _usable(load)


def _conversations(
    language: "Language | None", on: date | None
) -> "tuple[Conversations, Assistant]":
    from bot.channels.notes import terminal_note
    from bot.channels.terminal import Conversations

    assistant = _assistant(on)
    note = _well_set(lambda: terminal_note(os.environ))
    return Conversations(assistant, on or assistant.today(), language, note), assistant


def _well_set(work: Callable[[], _T]) -> _T:
    """Do what reads settings; one that is wrong is wrong usage."""
    from bot.service.keeping import InvalidSetting

    try:
        return work()
    except InvalidSetting as error:
        raise click.UsageError(str(error)) from None


def _reading(assistant: "Assistant", work: Callable[[], _T]) -> _T:
    """Do what reads the database; one found damaged on the way is told as any other."""

    def guarded() -> _T:
        with assistant.store.reading():
            return work()

    return _usable(guarded)


def _usable(work: Callable[[], _T]) -> _T:
    """Do what needs good data; where it is not, say so in plain words and exit with 3."""
    try:
        return work()
    except InvalidData as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        number = len(error.problems)
        text = ngettext(
            "{number} problem; nothing was built.", "{number} problems; nothing was built.", number
        )
        click.echo(text.format(number=number), err=True)
    except KnowledgeError as error:
        click.echo(str(error), err=True)
    sys.exit(UNUSABLE)
