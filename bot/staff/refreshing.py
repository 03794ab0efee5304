"""`kommunmal refresh`: the source pages checked, and what was found told to a person or cron."""

import asyncio
import contextlib
import json
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import date
from gettext import gettext as _
from importlib.metadata import version
from typing import Any, Protocol

import click
import httpx

from bot.staff.days import in_words
from bot.staff.outgoing import chosen, outgoing
from knowledge.database import library, own_data
from knowledge.errors import reason
from knowledge.marking import marked
from knowledge.models import Municipality
from knowledge.refresh.checking import Finding, Outcome, Watched, check_all, watched
from knowledge.refresh.fetching import Fetcher, Limits
from knowledge.refresh.state import read_state, write_state

_OUTCOMES = {
    Outcome.UNCHANGED: marked("unchanged"),
    Outcome.CHANGED: marked("changed, all quotes stand"),
    Outcome.QUOTES_GONE: marked("quotes gone"),
    Outcome.MOVED: marked("moved"),
    Outcome.GONE: marked("page gone"),
    Outcome.UNREACHABLE: marked("not reachable"),
}
_REASONS = {
    "timeout": marked("no answer within {detail}"),
    "connection": marked("no connection ({detail})"),
    "status": marked("the server answers {detail}"),
    "robots": marked("robots.txt asks programs to stay away"),
    "redirects": marked("sent on without end, or inside a network ({detail})"),
    "too_large": marked("larger than {detail}"),
    "encoding": marked("packed in a way that can't be read ({detail})"),
    "not_a_page": marked("not a page ({detail})"),
    "address": marked("no web address ({detail})"),
}
# The exit status, for cron: a person is needed; or only try again later.
_RIGHT, _PERSON_NEEDED, _TRY_LATER = 0, 1, 4
_QUOTE = 90


class _Bar(Protocol):
    def update(self, n_steps: int) -> None: ...


def refresh(
    places: Sequence[Municipality],
    as_json: bool,
    limits: Limits,
    day: date,
    environ: Mapping[str, str],
) -> int:
    """Check the pages, keep the day, tell what was found; the exit status."""
    data = library(environ)
    plan_files, left_out = outgoing(data)
    pages = watched(chosen(plan_files, places))
    folder = own_data(environ)
    state = read_state(folder)
    with _progress(len(pages), _("Checking pages")) as bar:
        findings = asyncio.run(_run(pages, state, limits, day, bar, environ))
    names = {place.code: place.name for place in data.register.values()}
    quotes = {id_: quote for page in pages for id_, quote in page.quotes.items()}
    click.echo(
        _json(findings, names, quotes, day)
        if as_json
        else "\n".join(_table(findings, names, quotes, environ))
    )
    try:
        write_state(folder, state)
    except OSError as error:
        problem = _("The day of the check can't be kept in {folder}: {error}")
        click.echo(problem.format(folder=folder, error=reason(error)), err=True)
    return _PERSON_NEEDED if left_out else _status(findings)


async def _run(
    pages: Sequence[Watched],
    state: dict[str, Any],
    limits: Limits,
    day: date,
    bar: _Bar | None,
    environ: Mapping[str, str],
) -> list[Finding]:
    async with httpx.AsyncClient() as client:
        fetcher = Fetcher(client, user_agent(environ), limits)
        return await check_all(pages, state, fetcher, day, lambda _: bar.update(1) if bar else None)


def user_agent(environ: Mapping[str, str]) -> str:
    """Who asks: the project and its version, with the address of its site where it has one."""
    site = environ.get("KOMMUNMAL_SITE")
    about = f"+{site}" if site else "checks that quotes from this page still stand"
    return f"kommunmal/{version('kommunmal')} ({about})"


def _progress(length: int, label: str) -> AbstractContextManager[Any]:
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return contextlib.nullcontext()
    return click.progressbar(length=length, label=label, file=sys.stderr)


def _status(findings: Sequence[Finding]) -> int:
    outcomes = {finding.outcome for finding in findings}
    if outcomes & {Outcome.QUOTES_GONE, Outcome.MOVED, Outcome.GONE}:
        return _PERSON_NEEDED
    return _TRY_LATER if Outcome.UNREACHABLE in outcomes else _RIGHT


def _json(
    findings: Sequence[Finding], places: Mapping[str, str], quotes: Mapping[str, str], day: date
) -> str:
    pages = [
        asdict(finding)
        | {
            "code": finding.municipality,
            "municipality": places.get(finding.municipality, finding.municipality),
            "missing": [{"id": id_, "original": quotes.get(id_)} for id_ in finding.missing],
        }
        for finding in findings
    ]
    return json.dumps({"day": day, "pages": pages}, ensure_ascii=False, indent=2, default=str)


def _table(
    findings: Sequence[Finding],
    places: Mapping[str, str],
    quotes: Mapping[str, str],
    environ: Mapping[str, str],
) -> list[str]:
    said = {outcome: _(text) for outcome, text in _OUTCOMES.items()}
    wide = max(len(text) for text in said.values())
    named = [places.get(finding.municipality, finding.municipality) for finding in findings]
    widest = max((len(name) for name in named), default=0)
    lines = []
    for finding, name in zip(findings, named, strict=True):
        head = f"{name:{widest}}  {said[finding.outcome]:{wide}}  {finding.title}"
        lines += [head, *(f"    {line}" for line in _details(finding, quotes, environ))]
    counts = Counter(said[finding.outcome] for finding in findings)
    summary = ", ".join(f"{text} {number}" for text, number in counts.most_common())
    return [
        *lines,
        "",
        _("{number} pages: {summary}").format(number=len(findings), summary=summary),
    ]


def _details(finding: Finding, quotes: Mapping[str, str], environ: Mapping[str, str]) -> list[str]:
    if finding.outcome is Outcome.UNCHANGED:
        return []
    lines = [finding.url]
    if finding.address:
        lines.append(_("now at {address}").format(address=finding.address))
    if finding.reason:
        lines.append(_(_REASONS[finding.reason]).format(detail=finding.detail or "–"))
    lines += [
        _("gone: {id}: {quote}").format(id=id_, quote=_short(quotes.get(id_, "")))
        for id_ in finding.missing
    ]
    lines += [_("new: {line}").format(line=_short(line)) for line in finding.added]
    lines += [_("no longer there: {line}").format(line=_short(line)) for line in finding.removed]
    if finding.missing or finding.outcome in {Outcome.GONE, Outcome.UNREACHABLE}:
        last = finding.checked
        lines.append(
            _("last right on {day}").format(day=in_words(last, environ))
            if last
            else _("never checked before")
        )
    return lines


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else f"{text[:_QUOTE]}…"
