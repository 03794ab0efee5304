"""`kommunmal draft`: a page read into a draft plan, told to a person or to a program."""

import json
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from bot.staff.agreeing import agree
from bot.staff.days import staff_language
from bot.staff.speech import Speech
from knowledge.database import library
from knowledge.intake.capture import capture
from knowledge.intake.draft import Draft, make_draft
from knowledge.intake.draft_json import as_object
from knowledge.intake.place import Recognised, find_place
from knowledge.intake.remarks import CannotTake, Remark, in_language
from knowledge.intake.write_draft import write_draft, write_workbook, written_to
from knowledge.library import Library
from knowledge.marking import marked
from knowledge.models import Kind, Language, Municipality

KINDS = {
    Kind.VISION: marked("vision"),
    Kind.MISSION: marked("mission"),
    Kind.PURPOSE: marked("purpose"),
    Kind.VALUE: marked("values"),
    Kind.GOAL: marked("goals"),
    Kind.GOAL_AREA: marked("goal areas"),
    Kind.FOCUS_AREA: marked("focus areas"),
    Kind.PRIORITY: marked("priorities"),
    Kind.PERSPECTIVE: marked("perspectives"),
    Kind.ACTION: marked("actions"),
    Kind.INDICATOR: marked("indicators"),
    Kind.EXPLANATION: marked("explanations"),
    Kind.STEERING: marked("sentences on steering"),
    Kind.FACT: marked("facts"),
    Kind.QUOTATION: marked("quotations"),
}
_NOTHING_DRAFTED = 1


def say(remark: Remark, language: Language) -> str:
    """A remark of the intake as a sentence of a language."""
    return Speech(language)(remark.text, **in_language(remark.values, language))


def spoken(error: CannotTake, environ: Mapping[str, str]) -> click.ClickException:
    """Why something can't be taken in, in the language of the person's system."""
    return click.ClickException(say(error.remark, staff_language(environ)))


def draft(
    page: str,
    out: Path | None,
    as_json: bool,
    workbook: bool,
    place: Municipality | None,
    url: str,
    yes: bool,
    environ: Mapping[str, str],
) -> int:
    """Draft a plan from a page; the exit status, 1 where the page has nothing to draft."""
    language = staff_language(environ)
    try:
        made = make_draft(capture(page, url), library(environ), place)
        if as_json:
            found = as_object(made, say, language)
            click.echo(json.dumps(found, ensure_ascii=False, indent=2))
            return 0
        return _write(made, out, workbook, yes, library(environ), Speech(language))
    except CannotTake as error:
        raise spoken(error, environ) from None


def _write(
    made: Draft, out: Path | None, workbook: bool, yes: bool, data: Library, speech: Speech
) -> int:
    for note in made.notes:
        click.echo(say(note, speech.language), err=True)
    if not made.proposals:
        return _NOTHING_DRAFTED
    if made.place is None:
        place = _asked(made, speech)
        made.recognised = replace(made.recognised, place=place)
    folder = out or Path()
    files = written_to(made, folder)
    if files.plan.exists() and not yes:
        agree(speech, speech("{path} exists. Write over it?", path=files.plan))
    files = write_draft(made, data, folder, say, speech.language)
    _tell(made, speech)
    click.echo(speech("Plan: {path}", path=files.plan))
    click.echo(speech("Saved page: {path}", path=files.page))
    to_edit = files.plan
    if workbook:
        to_edit = write_workbook(files.plan, folder, data)
        click.echo(speech("Spreadsheet: {path}", path=to_edit))
    _next(to_edit, made, speech)
    return 0


def _asked(made: Draft, speech: Speech) -> Municipality:
    """The municipality as the person at the terminal says it; CannotTake where nobody does."""
    if not sys.stdin.isatty():
        raise CannotTake(marked("It is not sure whose page this is; say it with --municipality."))
    likely: Recognised = made.recognised
    suggested = likely.likely[0].name if likely.likely else None
    while True:
        answer = click.prompt(speech("Which municipality’s page is it?"), default=suggested)
        place = find_place(answer)
        if place:
            return place
        click.echo(speech("There is no municipality {named}.", named=answer))


def _tell(made: Draft, speech: Speech) -> None:
    place = made.place.name if made.place else ""
    click.secho(speech("{place}: {title}", place=place, title=made.captured.title), bold=True)
    counts = Counter(proposal.kind for proposal in made.proposals)
    for kind, text in KINDS.items():
        if counts[kind]:
            click.echo(f"  {speech(text)}: {counts[kind]}")


def _next(plan: Path, made: Draft, speech: Speech) -> None:
    unsure = sum(1 for proposal in made.proposals if proposal.check)
    click.echo()
    if unsure:
        click.echo(
            speech("Unsure statements: {number}. Look for “# check:” in the plan.", number=unsure)
            if plan.suffix == ".toml"
            else speech("Unsure statements: {number}. Their cells are yellow.", number=unsure)
        )
    if not made.captured.url:
        click.echo(speech("The page’s address is left for you to write: url, in the plan."))
    if not made.english:
        click.echo(speech("The English translations are left for you to write."))
    click.echo(speech("What is left to do: kommunmal check {path}", path=plan))
    click.echo(speech("When it is done: kommunmal import {path}", path=plan))
