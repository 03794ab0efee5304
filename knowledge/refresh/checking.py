"""Every source page checked once: hosts side by side, the pages of a host one after another."""

import asyncio
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from knowledge.library import PlanFile
from knowledge.models import Source
from knowledge.pages import Page
from knowledge.refresh.comparing import Difference, compare
from knowledge.refresh.fetching import Fetched, Fetcher, Unreachable
from knowledge.refresh.hosts import same_page
from knowledge.refresh.live import live_text
from knowledge.refresh.state import Known

_GONE = {404, 410}
_OK = 200
# What a server gives to ask again by, and the header it is asked with.
_CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


class Outcome(StrEnum):
    """What a check found."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    QUOTES_GONE = "quotes_gone"
    MOVED = "moved"
    GONE = "gone"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome for a source, with what a person needs to act on it."""

    source: str
    municipality: str
    title: str
    url: str
    outcome: Outcome
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    address: str | None = None
    reason: str | None = None
    detail: str | None = None
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A source with its saved page and the quotes that must stand in it."""

    source: Source
    municipality: str
    page: Page
    quotes: Mapping[str, str]

    @property
    def basis(self) -> str:
        """A digest of what the page is held against."""
        content = json.dumps([self.source.url, self.page.sha256, dict(self.quotes)])
        return hashlib.sha256(content.encode()).hexdigest()


def watched(plan_files: Iterable[PlanFile]) -> list[Watched]:
    """All sources of the plans. InvalidData where a saved page can't be read."""
    found = []
    for plan_file in plan_files:
        plan = plan_file.plan
        for source in plan.sources:
            quotes = {
                statement.id: statement.original
                for statement in plan.statements
                if (statement.source or plan.sources[0].id) == source.id
            }
            page = plan_file.page(source)
            found.append(Watched(source, plan.municipality, page, quotes))
    return found


async def check_all(
    pages: Iterable[Watched],
    state: dict[str, Known],
    fetcher: Fetcher,
    day: date,
    told: Callable[[Finding], object],
) -> list[Finding]:
    """Check every page; `state` is brought up to date, `told` hears of each as it is done."""
    by_host: defaultdict[str, list[Watched]] = defaultdict(list)
    for page in pages:
        by_host[urlsplit(page.source.url).netloc].append(page)
    findings: list[Finding] = []

    async def one_host(of_host: list[Watched]) -> None:
        for page in of_host:
            finding = await _check(page, state, fetcher, day)
            findings.append(finding)
            told(finding)

    await asyncio.gather(*(one_host(of_host) for of_host in by_host.values()))
    return sorted(findings, key=lambda finding: (finding.municipality, finding.source))


async def _check(page: Watched, state: dict[str, Known], fetcher: Fetcher, day: date) -> Finding:
    known = state.get(page.source.id, Known())
    fits = known.basis == page.basis and known.outcome in set(Outcome)
    asked = known.headers if fits else {}
    source = page.source
    plain = Finding(
        source.id, page.municipality, source.title, source.url, Outcome.UNREACHABLE,
        checked=known.day,
    )  # fmt: skip
    try:
        fetched = await fetcher.page(source.url, asked)
        same = fetched.unchanged and bool(asked)
        finding = _as_before(plain, known) if same else _judged(plain, page, fetched)
    except Unreachable as error:
        return replace(plain, reason=error.reason, detail=error.detail)
    stands = not finding.missing and finding.outcome is not Outcome.GONE
    finding = replace(finding, checked=day if stands else plain.checked)
    state[source.id] = _kept(finding, page, known, fetched)
    return finding


def _judged(plain: Finding, page: Watched, fetched: Fetched) -> Finding:
    if fetched.status in _GONE:
        return replace(plain, outcome=Outcome.GONE, detail=str(fetched.status))
    if fetched.status != _OK:
        raise Unreachable("status", str(fetched.status))
    difference = compare(page.page, page.quotes, live_text(fetched))
    found = replace(
        plain,
        outcome=_outcome(difference),
        missing=difference.missing,
        added=difference.added,
        removed=difference.removed,
    )
    if same_page(page.source.url, fetched.url):
        return found
    return replace(found, outcome=Outcome.MOVED, address=fetched.url)


def _outcome(difference: Difference) -> Outcome:
    if difference.missing:
        return Outcome.QUOTES_GONE
    changed = difference.added or difference.removed
    return Outcome.CHANGED if changed else Outcome.UNCHANGED


def _as_before(plain: Finding, known: Known) -> Finding:
    """The page is the one of the last check: what was found then still holds."""
    found = known.finding
    return replace(
        plain,
        outcome=Outcome(known.outcome),
        missing=tuple(found.get("missing", ())),
        added=tuple(found.get("added", ())),
        removed=tuple(found.get("removed", ())),
        address=found.get("address"),
    )


def _kept(finding: Finding, page: Watched, known: Known, fetched: Fetched) -> Known:
    checked = finding.checked.isoformat() if finding.checked else known.checked
    if fetched.unchanged:
        return replace(known, checked=checked)
    kept: dict[str, Any] = {
        name: value
        for name, value in asdict(finding).items()
        if name in {"missing", "added", "removed", "address"} and value
    }
    # A page that is gone is asked for in full again.
    headers = {
        condition: fetched.headers[name]
        for name, condition in _CONDITIONS.items()
        if name in fetched.headers and finding.outcome is not Outcome.GONE
    }
    return Known(page.basis, str(finding.outcome), checked, headers, kept)
