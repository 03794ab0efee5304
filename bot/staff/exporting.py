"""`kommunmal export`: documents to standard output, a file or a folder."""

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from bot.staff.outgoing import chosen, outgoing
from knowledge.database import library
from knowledge.errors import reason
from knowledge.exports.as_stratml import NotStratML
from knowledge.exports.documents import ONE_FILE, Document, documents
from knowledge.models import Municipality


def export(
    format_: str,
    out: Path | None,
    places: Sequence[Municipality],
    day: date,
    separator: str,
    environ: Mapping[str, str],
) -> int:
    """Write the documents; the exit status, 1 where a plan was left out.

    InvalidData where what ships has problems; wrong usage where a municipality has no plan.
    """
    data = library(environ)
    plan_files, left_out = outgoing(data)
    refused: list[NotStratML] = []
    made = list(
        documents(format_, chosen(plan_files, places), data, day, separator, refused.append)
    )
    for error in refused:
        click.echo(str(error), err=True)
    if format_ in ONE_FILE or (out is None and len(made) == 1):
        _one(made[0], out)
    elif made:
        _folder(made, out)
    return 1 if refused or left_out else 0


def _one(document: Document, out: Path | None) -> None:
    if out is not None:
        target = out / document.name if out.is_dir() else out
        write(target, document.content)
        click.echo(_("Written: {path}").format(path=target), err=True)
    elif document.name.endswith(".xlsx") and sys.stdout.isatty():
        raise click.UsageError(_("A workbook needs a file to be written to: -o FILE.xlsx"))
    else:
        sys.stdout.buffer.write(document.content)


def _folder(made: Sequence[Document], out: Path | None) -> None:
    if out is None:
        raise click.UsageError(_("Several files need a folder to be written to: -o FOLDER"))
    if out.exists() and not out.is_dir():
        raise click.UsageError(_("{path} is no folder.").format(path=out))
    for document in made:
        write(out / document.name, document.content)
        click.echo(_("Written: {path}").format(path=out / document.name), err=True)


def write(path: Path, content: bytes) -> None:
    """Write aside and rename, so that no half file is ever seen under its name."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            aside.write_bytes(content)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        problem = _("{path} can't be written: {error}.")
        raise click.ClickException(problem.format(path=path, error=reason(error))) from None
