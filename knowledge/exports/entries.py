"""A statement together with what follows from the rest: its link, its status, its notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.library import Library, PlanFile
from knowledge.models import Municipality, Note, NoteKind, Source, Statement, Status, status_on


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement of a plan, seen on a day."""

    statement: Statement
    municipality: Municipality
    source: Source
    label_translation: str
    link: str
    status: Status
    notes: tuple[Note, ...]
    newer: tuple[str, ...]


def place(plan_file: PlanFile, library: Library) -> Municipality:
    """The municipality that a plan is about."""
    code = plan_file.plan.municipality
    return library.register.get(code) or Municipality(code, code, "")


def entries(plan_file: PlanFile, library: Library, day: date) -> Iterator[Entry]:
    """The statements of a plan in its order. InvalidData where a saved page can't be read."""
    plan = plan_file.plan
    sources = {source.id: source for source in plan.sources}
    pages = {source.id: plan_file.page(source) for source in plan.sources}
    newer = tuple(note.url for note in plan.notes if note.kind is NoteKind.NEWER and note.url)
    for statement in plan.statements:
        source = sources[statement.source or plan.sources[0].id]
        label = library.labels.get(statement.label)
        yield Entry(
            statement,
            place(plan_file, library),
            source,
            label.en if label else statement.label,
            pages[source.id].link(source.url, statement.original),
            status(statement, source, day),
            tuple(note for note in plan.notes if statement.id in note.statements),
            newer,
        )


def status(statement: Statement, source: Source, day: date) -> Status:
    """Whether a statement of a plan holds on a day."""
    return status_on(
        day,
        replaced=statement.replaced_by is not None,
        valid_from=statement.valid_from,
        valid_until=statement.valid_until,
        dated=bool(source.published or source.changed),
    )
