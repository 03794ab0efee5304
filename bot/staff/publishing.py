"""`kommunmal export site`: the web site, with the data in every format, in one folder."""

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import click

from bot.site.catalogue import Publisher, catalogue
from bot.site.contents import Contents
from bot.site.making import Site
from bot.staff.exporting import write
from bot.staff.outgoing import outgoing
from knowledge.database import library, open_store
from knowledge.exports.as_stratml import NotStratML
from knowledge.exports.documents import documents
from knowledge.library import Library, PlanFile

# The files that a site was made of, so that those of another day can be taken away again.
MANIFEST = ".kommunmal-site"
_PUBLISHER = "KOMMUNMAL_PUBLISHER"
_CONTACT = "KOMMUNMAL_CONTACT"


def publish(out: Path, address: str | None, day: date, environ: Mapping[str, str]) -> int:
    """Make the site in a folder; what an earlier one left there and this one lacks is removed.

    The exit status: 1 where a plan was left out.
    """
    if out.exists() and not out.is_dir():
        raise click.UsageError(_("{path} is no folder.").format(path=out))
    if address and urlsplit(address).scheme not in {"http", "https"}:
        raise click.UsageError(_("{address} is no web address.").format(address=address))
    _made_by_us(out)
    files: dict[str, bytes] = {}
    data = library(environ)
    plan_files, left_out = outgoing(data)
    # What is left out has been told.
    with open_store(environ, lambda _: None) as store:
        contents = Contents(store)
        files |= _data(contents, plan_files, data, day)
        files |= {
            name: text.encode()
            for name, text in Site(contents, day, address, frozenset(files)).pages()
        }
        if address:
            publisher = Publisher(
                environ.get(_PUBLISHER) or "Kommunmål", environ.get(_CONTACT) or None
            )
            files["dcat.rdf"] = catalogue(contents, address, publisher, day)
    for name, content in files.items():
        write(out / name, content)
    _tidy(out, set(files))
    click.echo(_("{number} files in {path}").format(number=len(files), path=out), err=True)
    if not address:
        click.echo(
            _("Without an address (KOMMUNMAL_SITE or --address) there is no DCAT description."),
            err=True,
        )
    return 1 if left_out else 0


def _data(
    contents: Contents, plan_files: Sequence[PlanFile], data: Library, day: date
) -> dict[str, bytes]:
    """The data as files. A plan that StratML can't hold has none."""
    files = {
        f"data/{document.name}": document.content
        for format_ in ("json", "csv", "xlsx")
        for document in documents(format_, plan_files, data, day, ";", _passed_over)
    }
    for plan_file in plan_files:
        slug = contents.slugs[plan_file.plan.municipality]
        for document in documents("stratml", [plan_file], data, day, ";", _passed_over):
            files[f"data/stratml/{slug}.xml"] = document.content
    return files


def _passed_over(_: NotStratML) -> None:
    """The site has no StratML of that plan."""


def _made_by_us(out: Path) -> None:
    """Refuse a folder with something else in it: nobody's files are mixed with ours."""
    if out.is_dir() and any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise click.UsageError(
            _("{path} holds something else than a site of ours. Name an empty folder.").format(
                path=out
            )
        )


def _tidy(out: Path, files: set[str]) -> None:
    manifest = out / MANIFEST
    before = manifest.read_text(encoding="utf-8").splitlines() if manifest.is_file() else []
    for name in set(before) - files:
        if ".." not in PurePosixPath(name).parts and not PurePosixPath(name).is_absolute():
            (out / name).unlink(missing_ok=True)
    write(manifest, "\n".join(sorted(files)).encode())
