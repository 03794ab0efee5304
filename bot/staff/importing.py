"""`kommunmal import` and `restore`: what would change is shown, then put in place if wanted."""

import shlex
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime
from gettext import gettext as _
from pathlib import Path

import click
from tabulate import tabulate

from bot.staff.agreeing import agree
from bot.staff.auditing import unreached
from bot.staff.days import staff_language
from bot.staff.drafting import spoken
from bot.staff.speech import Speech
from knowledge.database import NAMED, library, own_data
from knowledge.errors import InvalidData, Problem
from knowledge.intake.changes import Act, Change, changes
from knowledge.intake.history import Version, versions
from knowledge.intake.incoming import (
    Incoming,
    plan_so_far,
    problems_of,
    read_incoming,
    reread,
)
from knowledge.intake.lock import only_one
from knowledge.intake.putting import plan_name, put_in_place, take_away
from knowledge.intake.remarks import CannotTake
from knowledge.intake.table import is_table
from knowledge.intake.unsure import unsure_cells, unsure_lines
from knowledge.library import SHIPPED, Library
from knowledge.marking import marked
from knowledge.models import Municipality

_ACTS = {Act.ADDED: marked("added"), Act.CHANGED: marked("changed"), Act.REMOVED: marked("removed")}
_NOUNS = {"statement": "", "note": marked("note"), "source": marked("source")}
_COLOURS = {Act.ADDED: "green", Act.CHANGED: "yellow", Act.REMOVED: "red"}
_REFUSED, _UNREADABLE = 1, 3
_NARROWEST, _OTHER_COLUMNS = 30, 62
# So many are named where many are alike.
_NAMED = 5


def check_files(paths: Sequence[Path], environ: Mapping[str, str]) -> int:
    """Say what is left to do in plan files not in place yet; 1 where a promise fails."""
    speech = Speech(staff_language(environ))
    data = library(environ)
    found = 0
    for path in paths:
        try:
            text, problems = _problems(path, data)
        except CannotTake as error:
            raise spoken(error, environ) from None
        for told in _told(problems, speech):
            click.echo(told)
        unsure = list(_unsure(path, text, speech))
        for told in unsure:
            click.echo(told)
        click.echo(
            speech(
                "{file}: problems: {problems}; unsure: {unsure}.",
                file=path.name,
                problems=len(problems),
                unsure=len(unsure),
            )
        )
        found += len(problems)
    return _REFUSED if found else 0


def _unsure(path: Path, text: str, speech: Speech) -> Iterator[str]:
    if is_table(path):
        for cell, reason in unsure_cells(path):
            yield speech(
                "{file}, cell {cell}: unsure: {reason}", file=path.name, cell=cell, reason=reason
            )
    for line, reason in unsure_lines(text):
        yield speech(
            "{file}, line {line}: unsure: {reason}", file=path.name, line=line, reason=reason
        )


def _problems(path: Path, data: Library) -> tuple[str, Sequence[Problem]]:
    """A plan's text and its problems; the text is empty where it can't be read as a plan."""
    try:
        incoming = read_incoming(path, data)
    except InvalidData as error:
        return "", error.problems
    return incoming.text, problems_of(incoming, data)


def import_plan(
    path: Path,
    place: Municipality | None,
    dry_run: bool,
    yes: bool,
    environ: Mapping[str, str],
) -> int:
    """Show what a plan changes, ask, and put it in place; 1 where it breaks a promise."""
    speech = Speech(staff_language(environ))
    try:
        with _alone(dry_run, environ):
            # Read inside: what is compared with is what will be written over.
            data = library(environ)
            incoming = read_incoming(path, data, place.code if place else None)
            return _import(incoming, data, dry_run, yes, environ, speech)
    except CannotTake as error:
        raise spoken(error, environ) from None
    except InvalidData as error:
        _refused(error.problems, speech)
        return _UNREADABLE


def restore(
    place: Municipality,
    version: str | None,
    only_list: bool,
    dry_run: bool,
    yes: bool,
    environ: Mapping[str, str],
) -> int:
    """Bring an earlier version of a municipality's plan back, the one before where none is named.

    "shipped" takes the own plan away, so that the one that came with the program is served.
    """
    speech = Speech(staff_language(environ))
    own = own_data(environ)
    try:
        if only_list:
            _list(versions(own, plan_name(place.code)), place, speech)
            return 0
        with _alone(dry_run, environ):
            if version == "shipped":
                return _shipped(place, own, dry_run, yes, environ, speech)
            incoming = _version(versions(own, plan_name(place.code)), place, version, own)
            return _import(incoming, library(environ), dry_run, yes, environ, speech)
    except CannotTake as error:
        raise spoken(error, environ) from None


def _alone(dry_run: bool, environ: Mapping[str, str]) -> AbstractContextManager[None]:
    """Keep other imports out from what is shown to what is put in place."""
    return nullcontext() if dry_run else only_one(own_data(environ), datetime.now().astimezone())


def _import(
    incoming: Incoming,
    data: Library,
    dry_run: bool,
    yes: bool,
    environ: Mapping[str, str],
    speech: Speech,
) -> int:
    problems = problems_of(incoming, data)
    if problems:
        return _refused(problems, speech)
    so_far = plan_so_far(data, incoming.plan.municipality)
    found = changes(so_far.plan if so_far else None, incoming.plan)
    place = data.register[incoming.plan.municipality]
    if not found and not _pages_differ(incoming, so_far.folder if so_far else None):
        click.echo(speech("{place}: nothing changes.", place=place.name))
        return 0
    _show(found, place, speech)
    unsure = unsure_lines(incoming.text)
    if unsure:
        click.echo(speech("Statements that still bear “# check:”: {number}.", number=len(unsure)))
    _audit(incoming, data, speech)
    if dry_run:
        click.echo(speech("Nothing was changed (--dry-run)."))
        return 0
    if not yes:
        agree(speech, speech("Put it in place?"))
    target = put_in_place(incoming, own_data(environ), datetime.now(UTC))
    click.echo(speech("In place: {path}", path=target))
    _ready(place, environ, speech)
    return 0


def _refused(problems: Sequence[Problem], speech: Speech) -> int:
    for line in _told(problems, speech):
        click.echo(line, err=True)
    click.echo(speech("Problems: {number}. Nothing was imported.", number=len(problems)), err=True)
    return _REFUSED


def _show(found: Sequence[Change], place: Municipality, speech: Speech) -> None:
    """What changes, as a table; what is removed stands first."""
    width = max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns - _OTHER_COLUMNS)
    rows = [
        (
            click.style(_act(change, speech), fg=_COLOURS[change.act]),
            change.id,
            ", ".join(change.fields),
            _short(change.text, width),
        )
        for change in found
    ]
    click.secho(place.name, bold=True)
    heads = [speech(text) for text in (marked("change"), marked("id"), marked("fields"))]
    click.echo(
        tabulate(
            rows, headers=[*heads, speech(marked("text"))], maxcolwidths=[None, None, 16, width]
        )
    )
    counts = Counter(change.act for change in found)
    click.echo(
        speech(
            "{added} added, {changed} changed, {removed} removed.",
            added=counts[Act.ADDED],
            changed=counts[Act.CHANGED],
            removed=counts[Act.REMOVED],
        )
    )


def _act(change: Change, speech: Speech) -> str:
    noun = _NOUNS[change.noun]
    act = speech(_ACTS[change.act])
    return f"{act} ({speech(noun)})" if noun else act


def _audit(incoming: Incoming, data: Library, speech: Speech) -> None:
    """Say which statements no question would reach, where the audit is installed."""
    missed = unreached(incoming, data)
    if missed:
        click.echo(speech("No question reaches these statements:"))
        for id_ in missed:
            click.echo(f"  {id_}")


def _ready(
    place: Municipality, environ: Mapping[str, str], speech: Speech, *, has_plan: bool = True
) -> None:
    if environ.get(NAMED):
        click.echo(speech("Build the database now: kommunmal build"))
    if not has_plan:
        click.echo(speech("{place} has no plan now.", place=place.name))
        return
    question = speech("What are the goals of {place}?", place=place.name)
    click.echo(speech('Try it: kommunmal ask "{question}"', question=question))


def _pages_differ(incoming: Incoming, folder: Path | None) -> bool:
    if folder is None:
        return True
    for source in incoming.plan.sources:
        before, after = folder / "pages" / source.page, incoming.folder / "pages" / source.page
        if not before.is_file() or before.read_bytes() != after.read_bytes():
            return True
    return False


def _version(kept: Sequence[Version], place: Municipality, name: str | None, own: Path) -> Incoming:
    if not kept:
        raise CannotTake(marked("There is no earlier version of {place}."), place=place.name)
    only_this = marked(
        "There is no earlier version of {place} than the one in place. "
        "To take it away: kommunmal restore {named} shipped"
    )
    current = own / "plans" / f"{plan_name(place.code)}.toml"
    served = current.read_text(encoding="utf-8") if current.is_file() else None
    for version in kept:
        text = version.path.read_text(encoding="utf-8")
        # Without a name, the latest version that is not the one in place.
        if version.name == name or (name is None and text != served):
            return Incoming(reread(text, version.path.name), text, own, version.path.name)
    if name is None:
        raise CannotTake(only_this, place=place.name, named=shlex.quote(place.name))
    raise CannotTake(marked("There is no version {name}; see them with --list."), name=name)


def _shipped(
    place: Municipality,
    own: Path,
    dry_run: bool,
    yes: bool,
    environ: Mapping[str, str],
    speech: Speech,
) -> int:
    before = plan_so_far(library(environ), place.code)
    after = plan_so_far(Library(SHIPPED), place.code)
    if before is None or before.folder == SHIPPED:
        click.echo(speech("{place}: nothing changes.", place=place.name))
        return 0
    if after:
        _show(changes(before.plan, after.plan), place, speech)
    else:
        click.echo(
            speech(
                "No plan of {place} ships with the program; it would have none.", place=place.name
            )
        )
    if dry_run:
        click.echo(speech("Nothing was changed (--dry-run)."))
        return 0
    if not yes:
        agree(speech, speech("Put it in place?"))
    take_away(place.code, own, datetime.now(UTC))
    _ready(place, environ, speech, has_plan=after is not None)
    return 0


def _list(kept: Sequence[Version], place: Municipality, speech: Speech) -> None:
    if not kept:
        click.echo(speech("There is no earlier version of {place}.", place=place.name))
    for version in kept:
        local = version.when.astimezone()
        when: date = local.date()
        told = speech("{day} at {time}", day=when, time=f"{local:%H:%M}")
        click.echo(f"{version.name}  {told}")


def _told(problems: Sequence[Problem], speech: Speech) -> Iterator[str]:
    """Problems a line each; all the English that is missing is told in one."""
    untranslated = [p for p in problems if _is_untranslated(p)]
    for problem in problems:
        if problem not in untranslated:
            yield str(problem)
    if untranslated:
        ids = [problem.where.split("'")[1] for problem in untranslated]
        yield speech(
            "{file}: statements without English (translation): {number} ({ids})",
            file=untranslated[0].file,
            number=len(ids),
            ids=", ".join([*ids[:_NAMED], *(["…"] if len(ids) > _NAMED else [])]),
        )


def _is_untranslated(problem: Problem) -> bool:
    return problem.where.endswith("', translation") and problem.message == _("is empty")


def _short(text: str, width: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 2 * width else flat[: 2 * width - 1] + "…"
