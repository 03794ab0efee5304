"""A fact in one line: the date, the number, the name, filled from what the statements are about."""

from bot.answering.answer import Both, Label, Number, Said, said
from bot.answering.desk import Desk, Intent
from bot.understanding.question import Question
from knowledge.models import Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow

# A number is not told in our words where the question's own words found the statement.
_ECHOED = 0.5
# "How long did it last?" asks for the start and, about as likely, for the end.
_AS_WELL = 0.3


def short_fact(
    desk: Desk,
    question: Question,
    intent: Intent,
    statements: list[StatementRow],
    note: NoteRow | None,
) -> Said | NoteRow | None:
    """The answer in one line, filled from the data of the statements."""
    first = statements[0]
    if len(question.covered) > 1:
        # Each municipality has its own number or date; the statements tell them.
        return None
    if intent.name == "count" and first.target_number is None:
        return _count(desk, statements, question)
    if note and note.short_sv:
        return note
    if intent.name == "start" and question.likely.get("end", 0.0) < _AS_WELL:
        return _start(desk, _of_kinds(statements, question))
    if intent.name in {"start", "end", "period"}:
        return _period(statements)
    if intent.name in {"population", "count"}:
        return _population(statements)
    if intent.name == "person" and first.person:
        return _person(first)
    if intent.name in {"decided", "decides"} and first.decided_by:
        return said(
            "{body}.", body=Both(first.decided_by, first.decided_by_translation or first.decided_by)
        )
    return None


def _of_kinds(statements: list[StatementRow], question: Question) -> list[StatementRow]:
    """Those that are no item of another list: a focus area's first year is not the goals'."""
    asked = {*question.kinds, Kind.FACT, Kind.EXPLANATION, Kind.STEERING, Kind.VISION}
    return [row for row in statements if not question.kinds or row.kind in asked]


def _start(desk: Desk, statements: list[StatementRow]) -> Said | None:
    for statement in statements:
        if statement.valid_from:
            later = statement.valid_from > desk.day
            if later:
                return said("From {date}; that day has not come yet.", date=statement.valid_from)
            return said("From {date}.", date=statement.valid_from)
    return None


def _period(statements: list[StatementRow]) -> Said | None:
    for statement in statements:
        if statement.target_year and statement.replaced_by is None:
            return said("The target year is {year}.", year=str(statement.target_year))
        if statement.valid_from and statement.valid_until:
            return said(
                "From {start} to {end}.", start=statement.valid_from, end=statement.valid_until
            )
        if statement.valid_until:
            return said("Until {date}.", date=statement.valid_until)
        if statement.valid_from:
            return said("From {date}; no end is given.", date=statement.valid_from)
    return None


def _population(statements: list[StatementRow]) -> Said | None:
    for statement in statements:
        if statement.target_number and statement.replaced_by is None:
            number, unit = Number(statement.target_number), Label(statement.target_unit or "")
            if statement.target_year:
                year = str(statement.target_year)
                return said("{number} {unit} in {year}.", number=number, unit=unit, year=year)
            return said("{number} {unit}.", number=number, unit=unit)
    return said("The page does not give a figure for that.")


def _person(statement: StatementRow) -> Said:
    person = statement.person or ""
    if statement.role:
        role = Both(statement.role, statement.role_translation or statement.role)
        return said("{person}, {role}.", person=person, role=role)
    return said("{person}.", person=person)


def _count(desk: Desk, statements: list[StatementRow], question: Question) -> Said | NoteRow | None:
    """The number the page states, or the note that says where it contradicts itself."""
    if not question.kinds and (question.counted or question.echo.best >= _ECHOED):
        # "How many points?": the statement says it, and counts something else besides.
        return None
    counted = next((row for row in statements if row.states_number is not None), None)
    if counted is None or counted.states_number is None or counted.states_label is None:
        return None
    for note in desk.notes([counted.municipality.code]):
        if note.kind is NoteKind.CONTRADICTION and counted.id in note.statements and note.short_sv:
            return note
    return said("{count}.", count=Label(counted.states_label, counted.states_number))
