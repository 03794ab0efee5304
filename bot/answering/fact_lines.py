"""A fact in one line: the date, the number, the name, filled from what the statements are about."""

from bot.answering.answer import Both, Label, Number, Said, marked, said
from bot.answering.desk import Desk, Intent
from bot.answering.lists import listed, listing_of
from bot.answering.numbers import numbers_of_each
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow

# Intents that a day or a year answers.
TIMES = frozenset({"start", "end", "period"})


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
        return _numbers(desk, question) if intent.name == "count" else None
    if intent.name == "count" and first.target_number is None:
        return _count(desk, statements, question)
    if intent.name in TIMES and first.valid_from and first.valid_until and _asks_how_long(question):
        return _period([first])
    if note and note.short_sv and not (intent.name == "count" and question.kinds):
        return note
    if intent.name == "start":
        return _start(desk, _of_kinds(statements, question))
    if intent.name in TIMES:
        return _period(statements)
    if intent.name == "population" or (intent.name == "count" and not question.kinds):
        return _population(statements)
    if intent.name == "person" and first.person:
        return _person(first, since=_asks_whether_still(question))
    if intent.name in {"decided", "decides"} and first.decided_by and _asks_who(question):
        return said(
            "{body}.", body=Both(first.decided_by, first.decided_by_translation or first.decided_by)
        )
    return None


def _asks_how_long(question: Question) -> bool:
    """Whether both ends of a time are asked for."""
    words = {word.folded for word in question.reading.words}
    return bool(words & clause_words()["long"])


def _numbers(desk: Desk, question: Question) -> Said | None:
    lists = [listed(desk, question, listing_of(question.kinds), one) for one in question.covered]
    return numbers_of_each(desk, question, lists)


def _asks_who(question: Question) -> bool:
    """Whether a body is asked for: "Which goals were adopted?" is not answered with who did it."""
    return any(hit.group == "ask.who" for hit in question.reading.hits)


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
                return said(
                    "The goal is {number} {unit} in {year}.", number=number, unit=unit, year=year
                )
            return said("The goal is {number} {unit}.", number=number, unit=unit)
    return said("The page does not give a figure for that.")


def _asks_whether_still(question: Question) -> bool:
    return any(hit.group == "ask.status" for hit in question.reading.hits)


def _person(statement: StatementRow, *, since: bool) -> Said:
    """Who someone is; whether they still are is known to the day of the page and no longer."""
    person = statement.person or ""
    if not statement.role:
        return said("{person}.", person=person)
    role = Both(statement.role, statement.role_translation or statement.role)
    if since and (published := statement.source.published):
        text = marked("On the page, published on {date}: {person}, {role}.")
        return said(text, date=published, person=person, role=role)
    return said("{person}, {role}.", person=person, role=role)


def _count(desk: Desk, statements: list[StatementRow], question: Question) -> Said | NoteRow | None:
    """The number the page states, or the note that says where it contradicts itself."""
    if not question.kinds:
        # "How many points?": the statement says it, and counts something else besides.
        return None
    counted = next((row for row in statements if row.states_number is not None), None)
    if counted is None or counted.states_number is None or counted.states_label is None:
        return None
    for note in desk.notes([counted.municipality.code]):
        if note.kind is NoteKind.CONTRADICTION and counted.id in note.statements and note.short_sv:
            return note
    return said("{count}.", count=Label(counted.states_label, counted.states_number))
