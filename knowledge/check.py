"""Every promise that the data makes, checked; every problem listed at once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from knowledge.errors import InvalidData, Problem
from knowledge.library import Library, PlanFile
from knowledge.models import Note, NoteKind, Source, Statement, Topic
from knowledge.pages import Page
from knowledge.text import collapse

_ID = re.compile(r"[a-z][a-z0-9-]{0,47}")


def check(library: Library) -> list[Problem]:
    """All problems of the data, sorted by file; an empty list is what is asked for."""
    try:
        _, left_out = sound_plans(library)
    except InvalidData as error:
        return sorted(set(error.problems))
    return sorted(set(left_out))


def sound_plans(library: Library) -> tuple[list[PlanFile], list[Problem]]:
    """The plans to build from, and the problems of a municipality's own files, left out.

    What ships must be whole: InvalidData where it is not. A file of an own folder that has a
    problem is left out, and what it would have taken the place of stays.
    """
    problems = list(_shared_files(library))
    shipped, unreadable = library.plans_of(library.base)
    problems += unreadable
    for plan_file in shipped:
        problems += check_plan(plan_file, library)
    problems += _repeated_across(shipped)
    if problems:
        raise InvalidData(sorted(set(problems)))
    chosen = {plan_file.plan.municipality: plan_file for plan_file in shipped}
    left_out: list[Problem] = []
    for folder in library.overlays:
        own, unreadable = library.plans_of(folder)
        left_out += unreadable
        for plan_file in own:
            found = check_beside(plan_file, list(chosen.values()), library)
            left_out += found
            if not found:
                chosen[plan_file.plan.municipality] = plan_file
    return [chosen[code] for code in sorted(chosen)], left_out


def check_beside(
    plan_file: PlanFile, others: Iterable[PlanFile], library: Library
) -> list[Problem]:
    """The problems of one plan, its ids compared with those of other municipalities' plans."""
    code = plan_file.plan.municipality
    beside = [other for other in others if other.plan.municipality != code]
    repeated = [p for p in _repeated_across([*beside, plan_file]) if p.file == plan_file.file]
    return [*check_plan(plan_file, library), *repeated]


def check_plan(plan_file: PlanFile, library: Library) -> Iterator[Problem]:
    """The problems of one plan, with file, entry and field."""
    plan, file = plan_file.plan, plan_file.file
    if plan.municipality not in library.register:
        yield Problem(file, "municipality", f"no municipality has the code {plan.municipality!r}")
    if not plan.sources:
        yield Problem(file, "sources", "a plan needs at least one source")
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


def _shared_files(library: Library) -> Iterator[Problem]:
    names = {place.name for place in library.register.values()}
    for alias in library.names.aliases:
        if alias.municipality not in names:
            where = f"'{alias.name}'"
            yield Problem("aliases.toml", where, f"{alias.municipality!r} is no municipality")
    for name in library.names.ordinary - names:
        yield Problem("aliases.toml", "ordinary", f"{name!r} is no municipality")
    for topic in library.topics.values():
        yield from _topic(topic, library)
    for label in library.labels.values():
        if not label.en.strip():
            yield Problem("labels.toml", f"label '{label.label}', en", "is empty")


def _topic(topic: Topic, library: Library) -> Iterator[Problem]:
    where = f"topic '{topic.id}'"
    for language, words in (("sv", topic.words.sv), ("en", topic.words.en)):
        if not words:
            yield Problem("topics.toml", f"{where}, words.{language}", "has no words")
        for word in words:
            if len(word.strip("*")) < 2 or word.count("*") > 2 or "*" in word[1:-1]:
                problem = f"{word!r} is no word with a star before or after it"
                yield Problem("topics.toml", f"{where}, words.{language}", problem)
    for number in topic.sdg:
        if not 1 <= number <= 17:
            yield Problem("topics.toml", f"{where}, sdg", f"there is no global goal {number}")
    for near in topic.near:
        if near not in library.topics:
            yield Problem("topics.toml", f"{where}, near", f"{near!r} is no topic")


def _source(source: Source, file: str) -> Iterator[Problem]:
    where = f"source '{source.id}'"
    yield from _well_formed(source.id, where, file)
    yield from _address(source.url, f"{where}, url", file)
    if not source.title.strip():
        yield Problem(file, f"{where}, title", "is empty")
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
            yield Problem(file, f"{where}, {name}", "is empty")
    known = library.labels.get(statement.label)
    if statement.label.strip() and (known is None or not known.en.strip()):
        problem = f"{statement.label!r} has no English in labels.toml"
        yield Problem(file, f"{where}, label", problem)
    for counted in (statement.states.label if statement.states else None,):
        if counted and (counted not in library.labels or not library.labels[counted].many):
            problem = f"{counted!r} has no plurals (many) in labels.toml"
            yield Problem(file, f"{where}, states", problem)
    if statement.target and statement.target.unit not in library.labels:
        problem = f"{statement.target.unit!r} has no English in labels.toml"
        yield Problem(file, f"{where}, target", problem)
    for topic in statement.topics:
        if topic not in library.topics:
            yield Problem(file, f"{where}, topics", f"{topic!r} is no topic of topics.toml")
    for name in ("parent", "replaced_by"):
        target = getattr(statement, name)
        if target is not None and target not in statements:
            yield Problem(file, f"{where}, {name}", f"there is no statement {target!r}")
    if _is_own_ancestor(statement, statements):
        yield Problem(file, f"{where}, parent", "leads back to the statement itself")
    dates = (("valid_from", statement.valid_from), ("valid_until", statement.valid_until))
    yield from _in_order(file, where, dates)
    yield from _quoted(statement, plan_file, pages)


def _quoted(statement: Statement, plan_file: PlanFile, pages: dict[str, Page]) -> Iterator[Problem]:
    file, where = plan_file.file, f"statement '{statement.id}'"
    sources = plan_file.plan.sources
    source_id = statement.source or (sources[0].id if len(sources) == 1 else None)
    if source_id is None:
        yield Problem(file, f"{where}, source", "is missing; the plan has more than one source")
        return
    if source_id not in {source.id for source in sources}:
        yield Problem(file, f"{where}, source", f"there is no source {source_id!r}")
        return
    page = pages.get(source_id)
    if page is not None and page.find(statement.original) is None:
        path = next(source.page for source in sources if source.id == source_id)
        problem = f"does not stand in pages/{path}: {statement.original[:80]!r}"
        yield Problem(file, f"{where}, original", problem)
    # What a short answer is filled with is the page's wording too.
    for name in ("term", "person", "role", "decided_by"):
        value = getattr(statement, name)
        if value is not None and page is not None and page.find(value) is None:
            yield Problem(file, f"{where}, {name}", f"does not stand in the page: {value!r}")
    for name in ("role", "decided_by"):
        if getattr(statement, name) and not getattr(statement, f"{name}_translation"):
            yield Problem(file, f"{where}, {name}_translation", "is missing")


def _note(note: Note, statements: dict[str, Statement], file: str) -> Iterator[Problem]:
    where = f"note '{note.id}'"
    yield from _well_formed(note.id, where, file)
    for name in ("sv", "en"):
        if not collapse(getattr(note, name)):
            yield Problem(file, f"{where}, {name}", "is empty")
    if (note.short_sv is None) != (note.short_en is None):
        yield Problem(file, where, "short_sv and short_en go together")
    for statement in note.statements:
        if statement not in statements:
            yield Problem(file, f"{where}, statements", f"there is no statement {statement!r}")
    if note.kind in {NoteKind.NEWER, NoteKind.OLDER} and note.url is None:
        yield Problem(file, f"{where}, url", f"is missing; a note of kind {note.kind} needs one")
    if note.url is not None:
        yield from _address(note.url, f"{where}, url", file)
        if not note.title:
            yield Problem(file, f"{where}, title", "is missing; a link needs a title")


def _well_formed(entry_id: str, where: str, file: str) -> Iterator[Problem]:
    if not _ID.fullmatch(entry_id):
        rule = "a letter first, then a-z, 0-9 and '-', at most 48 characters"
        yield Problem(file, f"{where}, id", f"is not well formed: {rule}")


def _address(url: str, where: str, file: str) -> Iterator[Problem]:
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:
        good = False
    if not good or re.search(r"\s", url):
        yield Problem(file, where, f"is no web address: {url!r}")


def _in_order(
    file: str, where: str, dates: Iterable[tuple[str, object | None]]
) -> Iterator[Problem]:
    (first, earlier), (second, later) = dates
    if earlier is not None and later is not None and str(later) < str(earlier):
        yield Problem(file, f"{where}, {second}", f"{later} lies before {first} {earlier}")


def _is_own_ancestor(statement: Statement, statements: dict[str, Statement]) -> bool:
    seen: set[str] = set()
    current: Statement | None = statement
    while current is not None and current.parent is not None:
        if current.id in seen:
            return True
        seen.add(current.id)
        current = statements.get(current.parent)
    return False


def _unique(file: str, ids: Iterable[str]) -> Iterator[Problem]:
    for entry_id, times in Counter(ids).items():
        if times > 1:
            yield Problem(file, f"'{entry_id}'", f"the id stands {times} times in the file")


def _repeated_across(plan_files: Iterable[PlanFile]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for plan_file in plan_files:
        for statement in plan_file.plan.statements:
            other = first.setdefault(statement.id, plan_file.file)
            if other != plan_file.file:
                where = f"statement '{statement.id}'"
                yield Problem(plan_file.file, f"{where}, id", f"stands in {other} too")
