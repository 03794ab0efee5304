"""The promises of one plan, checked: ids, dates, addresses, parents, topics, and every quote."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from urllib.parse import urlsplit

from knowledge.errors import InvalidData, Problem
from knowledge.library import Library, PlanFile
from knowledge.models import Note, NoteKind, Source, Statement
from knowledge.pages import Page
from knowledge.text import collapse

_ID = re.compile(r"[a-z][a-z0-9-]{0,47}")
# Larger is a slip, and more than a database holds exactly.
_MOST = 10**15


def check_plan(plan_file: PlanFile, library: Library) -> Iterator[Problem]:
    """The problems of one plan, with file, entry and field."""
    plan, file = plan_file.plan, plan_file.file
    if plan.municipality not in library.register:
        problem = _("no municipality has the code {code!r}").format(code=plan.municipality)
        yield Problem(file, "municipality", problem)
    if not plan.sources:
        yield Problem(file, "sources", _("a plan needs at least one source"))
    pages: dict[str, Page] = {}
    for source in plan.sources:
        yield from _source(source, file)
        try:
            pages[source.id] = plan_file.page(source)
        except InvalidData as error:
            yield from error.problems
    statements = {statement.id: statement for statement in plan.statements}
    for statement in plan.statements:
        yield from _statement(statement, statements, plan_file, pages, library)
    for note in plan.notes:
        yield from _note(note, statements, file)
    ids = [s.id for s in plan.sources] + [s.id for s in plan.statements]
    yield from _unique(file, ids + [note.id for note in plan.notes])


def _source(source: Source, file: str) -> Iterator[Problem]:
    where = f"source '{source.id}'"
    yield from _well_formed(source.id, where, file)
    yield from _address(source.url, f"{where}, url", file)
    if not source.title.strip():
        yield Problem(file, f"{where}, title", _("is empty"))
    yield from _in_order(
        file, where, (("published", source.published), ("changed", source.changed))
    )


def _statement(
    statement: Statement,
    statements: dict[str, Statement],
    plan_file: PlanFile,
    pages: dict[str, Page],
    library: Library,
) -> Iterator[Problem]:
    file, where = plan_file.file, f"statement '{statement.id}'"
    yield from _well_formed(statement.id, where, file)
    for name in ("label", "original", "translation"):
        if not getattr(statement, name).strip():
            yield Problem(file, f"{where}, {name}", _("is empty"))
    known = library.labels.get(statement.label)
    if statement.label.strip() and (known is None or not known.en.strip()):
        problem = _no_english(statement.label)
        yield Problem(file, f"{where}, label", problem)
    for counted in (statement.states.label if statement.states else None,):
        if counted and (counted not in library.labels or not library.labels[counted].many):
            problem = _("{label!r} has no plurals (many) in labels.toml").format(label=counted)
            yield Problem(file, f"{where}, states", problem)
    if statement.target and statement.target.unit not in library.labels:
        yield Problem(file, f"{where}, target", _no_english(statement.target.unit))
    yield from _numbers(statement, file, where)
    for topic in statement.topics:
        if topic not in library.topics:
            problem = _("{topic!r} is no topic of topics.toml").format(topic=topic)
            yield Problem(file, f"{where}, topics", problem)
    for topic, times in Counter(statement.topics).items():
        if times > 1:
            problem = _("{topic!r} stands {times} times").format(topic=topic, times=times)
            yield Problem(file, f"{where}, topics", problem)
    for name in ("parent", "replaced_by"):
        target = getattr(statement, name)
        if target is not None and target not in statements:
            yield Problem(file, f"{where}, {name}", _no_statement(target))
        if _leads_back(statement, name, statements):
            problem = _("leads back to the statement itself")
            yield Problem(file, f"{where}, {name}", problem)
    dates = (("valid_from", statement.valid_from), ("valid_until", statement.valid_until))
    yield from _in_order(file, where, dates)
    yield from _quoted(statement, plan_file, pages)


def _quoted(statement: Statement, plan_file: PlanFile, pages: dict[str, Page]) -> Iterator[Problem]:
    file, where = plan_file.file, f"statement '{statement.id}'"
    sources = plan_file.plan.sources
    source_id = statement.source or (sources[0].id if len(sources) == 1 else None)
    if source_id is None:
        problem = _("is missing; the plan does not have one source only")
        yield Problem(file, f"{where}, source", problem)
        return
    if source_id not in {source.id for source in sources}:
        problem = _("there is no source {id!r}").format(id=source_id)
        yield Problem(file, f"{where}, source", problem)
        return
    page = pages.get(source_id)
    if page is not None and page.find(statement.original) is None:
        path = next(source.page for source in sources if source.id == source_id)
        problem = _("does not stand in pages/{page}: {quote!r}").format(
            page=path, quote=statement.original[:80]
        )
        yield Problem(file, f"{where}, original", problem)
    # What a short answer is filled with is the page's wording too.
    for name in ("term", "person", "role", "decided_by"):
        value = getattr(statement, name)
        if value is not None and page is not None and page.find(value) is None:
            problem = _("does not stand in the page: {value!r}").format(value=value)
            yield Problem(file, f"{where}, {name}", problem)
    for name in ("role", "decided_by"):
        if getattr(statement, name) and not getattr(statement, f"{name}_translation"):
            yield Problem(file, f"{where}, {name}_translation", _("is missing"))


def _note(note: Note, statements: dict[str, Statement], file: str) -> Iterator[Problem]:
    where = f"note '{note.id}'"
    yield from _well_formed(note.id, where, file)
    for name in ("sv", "en"):
        if not collapse(getattr(note, name)):
            yield Problem(file, f"{where}, {name}", _("is empty"))
    if (note.short_sv is None) != (note.short_en is None):
        yield Problem(file, where, _("short_sv and short_en go together"))
    for statement in note.statements:
        if statement not in statements:
            yield Problem(file, f"{where}, statements", _no_statement(statement))
    if note.kind in {NoteKind.NEWER, NoteKind.OLDER} and note.url is None:
        problem = _("is missing; a note of kind {kind} needs one").format(kind=note.kind)
        yield Problem(file, f"{where}, url", problem)
    if note.url is not None:
        yield from _address(note.url, f"{where}, url", file)
        if not note.title:
            yield Problem(file, f"{where}, title", _("is missing; a link needs a title"))


def _well_formed(entry_id: str, where: str, file: str) -> Iterator[Problem]:
    if not _ID.fullmatch(entry_id):
        problem = _(
            "is not well formed: a letter first, then a-z, 0-9 and '-', at most 48 characters"
        )
        yield Problem(file, f"{where}, id", problem)


def _address(url: str, where: str, file: str) -> Iterator[Problem]:
    if not url.strip():
        yield Problem(file, where, _("is empty; write the page's address, https://…"))
        return
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:
        good = False
    if not good or re.search(r"\s", url):
        yield Problem(file, where, _("is no web address: {url!r}").format(url=url))


def _in_order(
    file: str, where: str, dates: Iterable[tuple[str, object | None]]
) -> Iterator[Problem]:
    (first, earlier), (second, later) = dates
    if earlier is not None and later is not None and str(later) < str(earlier):
        problem = _("{later} lies before {field} {earlier}").format(
            later=later, field=first, earlier=earlier
        )
        yield Problem(file, f"{where}, {second}", problem)


def _leads_back(statement: Statement, name: str, statements: dict[str, Statement]) -> bool:
    """Whether the parents (or replacements) of a statement run in a circle through it."""
    seen: set[str] = set()
    following = getattr(statement, name)
    while following is not None and following not in seen:
        if following == statement.id:
            return True
        seen.add(following)
        following = getattr(statements.get(following), name, None)
    return False


def _no_english(label: str) -> str:
    return _("{label!r} has no English in labels.toml").format(label=label)


def _no_statement(statement: str) -> str:
    return _("there is no statement {id!r}").format(id=statement)


def _numbers(statement: Statement, file: str, where: str) -> Iterator[Problem]:
    states, target = statement.states, statement.target
    if states and not 0 <= states.number < _MOST:
        yield Problem(file, f"{where}, states, number", _("is no count"))
    if target and not 0 <= target.number < _MOST:
        yield Problem(file, f"{where}, target, number", _("is no figure to be reached"))
    if target and target.year is not None and not 1900 <= target.year <= 2999:
        yield Problem(file, f"{where}, target, year", _("is no year"))


def _unique(file: str, ids: Iterable[str]) -> Iterator[Problem]:
    for entry_id, times in Counter(ids).items():
        if times > 1:
            problem = _("the id stands {times} times in the file").format(times=times)
            yield Problem(file, f"'{entry_id}'", problem)
