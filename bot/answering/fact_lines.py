"""A fact in one line: the date, the number, the name, filled from what the statements are about."""

from collections.abc import Sequence

from bot.answering.answer import Both, Label, Number, Said, one_after_other, said
from bot.answering.desk import Desk, Intent
from bot.answering.lists import listed, listing_of
from bot.answering.numbers import numbers_of_each
from bot.answering.of_each import number_of_each
from bot.answering.of_some import asks_of_all, is_of_some
from bot.answering.times import said_since, since
from bot.understanding.clauses import clause_words
from bot.understanding.figures import figure_asked
from bot.understanding.going_on import asks_of_now
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.marking import marked
from knowledge.models import Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow
from knowledge.text import fold, words, years

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
        return _period(desk, [first])
    if note and note.short_sv and not (intent.name == "count" and question.kinds):
        return note
    if intent.name == "start" and not (_asks_how_long(question) or _asks_until(question)):
        return _start(desk, question, _of_kinds(statements, question)) or _of_another(
            question, statements
        )
    if intent.name in TIMES:
        shown = _of_kinds(statements, question) or statements
        return _period(desk, shown, figure=figure_asked(question.reading))
    if intent.name == "population" or (intent.name == "count" and not question.kinds):
        return number_to_reach(statements, aimed=_asks_what_is_aimed_at(question))
    if intent.name == "person" and first.person:
        return _person(first, since=_asks_whether_still(question))
    if intent.name in {"decided", "decides"} and first.decided_by:
        body = Both(first.decided_by, first.decided_by_translation or first.decided_by)
        if not _asks_who(question):
            told = marked("{body}, according to the page.")
            return said(told, body=body) if _asks_whether_by(desk, question) else None
        if intent.name == "decided" and _asks_when_too(question, first):
            return said("{body}. The page does not say when.", body=body)
        return said("{body}.", body=body)
    return None


def asks_only_when(question: Question) -> bool:
    """Whether a day is asked for and nobody: "När antogs visionen?"."""
    asked = question.reading.groups("ask")
    return "when" in asked and "who" not in asked


def only_by_whom(question: Question, rows: Sequence[StatementRow]) -> Said | None:
    """That a page does not say when something was adopted, with who did it, which it says."""
    row = next(iter(rows), None)
    if row is None or not row.decided_by or len(question.covered) > 1:
        return None
    if question.intent != "decided" or names_body(question, row):
        return None
    body = Both(row.decided_by, row.decided_by_translation or row.decided_by)
    return said(BY_WHOM_ONLY, body=body)


BY_WHOM_ONLY = marked("The page does not say when, but by whom: {body}.")


def tells_by_whom(line: Said | NoteRow | None) -> bool:
    """Whether a line tells who adopted something, and that it is not said when."""
    return isinstance(line, Said) and line.text == BY_WHOM_ONLY


def names_body(question: Question, row: StatementRow) -> bool:
    """Whether it is known to the asker who did it: "När antogs visionen av fullmäktige?"."""
    told = [word.folded for word in words(row.decided_by or "")]
    asked = (word for word in question.reading.folded if len(word) >= _TELLING)
    return any(name.endswith(word) for word in asked for name in told)


# A shorter word is the end of many.
_TELLING = 6


def _asks_how_long(question: Question) -> bool:
    """Whether both ends of a time are asked for."""
    words = set(question.reading.folded)
    return bool(words & clause_words()["long"])


def _asks_until(question: Question) -> bool:
    """Whether the end is asked for by the last word: "När gäller de till?"."""
    return question.reading.words[-1].folded in clause_words()["until"]


def _numbers(desk: Desk, question: Question) -> Said | None:
    lists = [listed(desk, question, listing_of(question.kinds), one) for one in question.covered]
    return numbers_of_each(desk, question, lists)


def _asks_who(question: Question) -> bool:
    """Whether a body is asked for: "Which goals were adopted?" is not answered with who did it.

    A bare name asks what was asked before it: "Who decided the vision?", "Jokkmokk".
    """
    reading = question.reading
    bare = bool(reading.mentions) and len(reading.named) == len(reading.words)
    return bare or "ask.who" in reading.cues


def _asks_whether_by(desk: Desk, question: Question) -> bool:
    """Whether somebody is named to be confirmed: "Was it decided by the government?"."""
    reading = question.reading
    may = reading.words[reading.asking.start].folded in clause_words()["please"]
    others = {"ask.when", "ask.count"} & reading.cues
    # A year in a plan's name is no day that is asked about.
    code = question.covered[0].code
    days = [
        year
        for year in reading.years
        if not desk.store.matches([code], {f"y:{year}:{Kind.VISION}"})
    ]
    return asks_yes_or_no(reading) and not (may or others or days)


def _asks_when_too(question: Question, statement: StatementRow) -> bool:
    """Whether a day is asked for besides, and the statement has no year in it."""
    asked = "ask.when" in question.reading.cues
    return asked and not years(statement.original)


def _of_kinds(statements: list[StatementRow], question: Question) -> list[StatementRow]:
    """Those that are no item of another list: a focus area's first year is not the goals'."""
    asked = {*question.kinds, Kind.FACT, Kind.EXPLANATION, Kind.STEERING, Kind.VISION}
    return [row for row in statements if not question.kinds or row.kind in asked]


def _start(desk: Desk, question: Question, statements: list[StatementRow]) -> Said | None:
    statement = next((row for row in statements if row.valid_from), None)
    if statement is None or statement.valid_from is None:
        return None
    first = since(desk, statement)
    if asks_of_all(question, statement) and is_of_some(desk, statement):
        return said_since("The page says that of a part of them only: from {date}.", first)
    if is_of_other(desk, question, statement):
        return said("The page does not say that; the nearest is this:")
    if statement.valid_from > desk.day:
        return said_since("From {date}; that day has not come yet.", first)
    cues = question.reading.cues
    if "ask.decided" in cues and "ask.start" not in cues:
        # When it holds from is known; when it was adopted is another day.
        return said_since("The page does not say when; it applies from {date}.", first)
    if asks_yes_or_no(question.reading) and not statement.valid_until:
        if question.reading.years and statement.valid_from.year not in question.reading.years:
            # "Did it become one in 2019?"
            return one_after_other(said("No."), said_since("From {date}.", first))
        return said_since("Yes, from {date}; no end is given.", first)
    return said_since("From {date}.", first)


def _of_another(question: Question, statements: list[StatementRow]) -> Said | None:
    """That the time stands there of another list alone: a focus area's is no vision's."""
    lists = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA})
    others = question.kinds and all(row.kind in lists - {*question.kinds} for row in statements)
    return said("The page does not say that; the nearest is this:") if others else None


def is_of_other(desk: Desk, question: Question, statement: StatementRow) -> bool:
    """Whether a time is told of another kind by name: "the goals apply from" is of no vision."""
    if question.kinds != (Kind.VISION,) or statement.kind is not Kind.FACT:
        return False
    spelled = [word.folded for word in words(statement.original)]
    here = desk.store.of_kinds(statement.municipality.code, [Kind.GOAL, Kind.VISION])
    named = {
        row.kind
        for row in here
        if any(word.startswith(fold(row.label.split()[-1])) for word in spelled)
    }
    return named == {Kind.GOAL}


def _period(
    desk: Desk, statements: list[StatementRow], *, figure: int | None = None
) -> Said | None:
    """From when until when; by when, where the `figure` aimed at is asked about."""
    for statement in statements:
        if statement.target_year and statement.replaced_by is None:
            if figure:
                return said("In {year}.", year=str(statement.target_year))
            return said(
                "The page gives no end; the target year is {year}.",
                year=str(statement.target_year),
            )
        if statement.valid_from and statement.valid_until:
            first, last = since(desk, statement), statement.valid_until
            # "2016–2020": a year is not told to the day.
            if isinstance(first, str):
                return said("From {first} to {last}.", first=first, last=str(last.year))
            return said("From {start} to {end}.", start=first, end=last)
        if statement.valid_until:
            return said("Until {date}.", date=statement.valid_until)
        if statement.valid_from:
            return said_since("From {date}; no end is given.", since(desk, statement))
    return None


def _asks_what_is_aimed_at(question: Question) -> bool:
    """Whether a number to reach is asked for, not how many there are today."""
    cues = question.reading.cues
    figure = any(word.raw.isdigit() for word in question.reading.words)
    # "When?" and "and Ljungby?" go on from what was asked before.
    names_them = "topic.population" in cues or "ask.count" in cues
    names_them = names_them or asks_of_now(question.reading)
    # "Hur många invånare ska Ljungby ha?"
    to_be = clause_words()["is_to"].intersection(question.reading.folded)
    return bool(question.kinds or figure or to_be or cues & _AIMED or not names_them)


_AIMED = frozenset({"ask.want", "ask.future"})


def number_to_reach(statements: list[StatementRow], *, aimed: bool) -> Said:
    """The number of people that is aimed at, and when; how many there are now stands nowhere."""
    for statement in statements:
        if statement.target_number and statement.replaced_by is None:
            number, unit = Number(statement.target_number), Label(statement.target_unit or "")
            if not statement.target_year:
                return said("The goal is {number} {unit}.", number=number, unit=unit)
            text = marked("The goal is {number} {unit} in {year}.")
            if not aimed:
                text = marked(
                    "The page does not say how many there are now. "
                    "The goal is {number} {unit} in {year}."
                )
            return said(text, number=number, unit=unit, year=str(statement.target_year))
    return said("The page does not give a figure for that.")


def _asks_whether_still(question: Question) -> bool:
    return "ask.status" in question.reading.cues


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
    whole = Label(counted.states_label, counted.states_number)
    if (each := number_of_each(question, counted)) is not None:
        one = Label(counted.states_label, each)
        return said("{count} in each, {number} in all.", count=one, number=whole.number or 0)
    return said("{count}.", count=whole)
