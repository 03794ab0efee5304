"""Answers to questions on the last answer: more of it, the second one, why, in English."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, said
from bot.answering.desk import MOST, Desk, Intent, intents
from bot.answering.fact_lines import short_fact
from bot.answering.finding import Wanted, find
from bot.answering.lists import heading
from bot.answering.pointing import among, meaning_of_last, said_by, where_it_says, who_said
from bot.answering.reasons import NO_REASON
from bot.answering.statements import explained
from bot.answering.topics import OF_ANY_PLAN
from bot.understanding.context import Context
from bot.understanding.followup import ABOUT_THE_LAST
from bot.understanding.question import Question
from knowledge.models import Aspect, Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow


def answer_about_last(desk: Desk, question: Question, context: Context) -> Answer | None:
    """The answer, or None where the question is not about the last answer's statements."""
    shown = _rows(desk, context.shown)
    if not shown:
        return None
    if question.intent not in ABOUT_THE_LAST:
        pointed = (
            said_by(desk, question, shown)
            or where_it_says(desk, question, shown)
            or who_said(desk, question, shown)
            or meaning_of_last(desk, question, shown, context)
            or among(desk, question, _rows(desk, context.listed), context)
        )
        return desk.complete(pointed) if pointed else None
    match question.intent:
        case "more":
            found = _more(desk, shown, context)
        case "nth":
            found = _nth(desk, question, context, shown)
        case "why":
            found = _why(desk, question, shown)
        case _:
            found = _again(desk, question, context, shown)
    return desk.complete(found)


def _rows(desk: Desk, ids: tuple[str, ...]) -> list[StatementRow]:
    rows = (desk.store.statement(statement_id) for statement_id in ids)
    return [row for row in rows if row]


def _more(desk: Desk, shown: list[StatementRow], context: Context) -> Answer:
    rest = _rows(desk, context.rest)
    if rest:
        return desk.answer(said("Here is more:"), rest)
    children = desk.store.children([row.id for row in shown])
    fresh = [child for child in children if child.id not in context.shown]
    if fresh:
        return desk.answer(said("Here is more:"), fresh, most=MOST)
    return desk.answer(said("That was all of it. Here it is again:"), shown)


def _nth(desk: Desk, question: Question, context: Context, shown: list[StatementRow]) -> Answer:
    listed = _rows(desk, context.listed) or shown
    number = 1 if question.ordinal is None else question.ordinal
    position = number + len(listed) if number < 0 else number - 1
    if number == 0:
        position = (len(listed) - 1) // 2
    if not 0 <= position < len(listed):
        if told := contradicted(desk, listed, number):
            return desk.answer(told, listed, notes=[told])
        if len(listed) == 1:
            return desk.answer(said("There is only one:"), listed)
        return desk.answer(said("There are only {number}:", number=len(listed)), listed)
    one = [listed[position]]
    more = {"chat.more", "ask.meaning"} & {hit.group for hit in question.reading.hits}
    return explained(desk, one, alone=None if more else heading(desk, one))


def contradicted(desk: Desk, listed: Sequence[StatementRow], number: int) -> NoteRow | None:
    """The note that a page says there are more than it lists: the seventh of six."""
    place = listed[0].municipality
    counting = [row for row in desk.store.of_kinds(place.code, list(Kind)) if row.states_number]
    stated = [row for row in counting if row.states_label == listed[0].label]
    for row in stated:
        for note in desk.store.notes(place.code):
            of_this = note.kind is NoteKind.CONTRADICTION and row.id in note.statements
            if of_this and note.short_sv and number <= (row.states_number or 0):
                return note
    return None


def _why(desk: Desk, question: Question, shown: list[StatementRow]) -> Answer:
    children = desk.store.children([row.id for row in shown])
    if children:
        return desk.answer(None, children)
    places = list({row.municipality.code: row.municipality for row in shown}.values())
    found = find(desk.store, places, Wanted(aspects=[Aspect.REASON], near=[Aspect.BASIS]))
    rows = desk.store.statements([one.entry for one in found[:3]])
    about = {topic for row in shown for topic in row.topics} - OF_ANY_PLAN
    fresh = [
        row for row in rows.values() if row not in shown and (not about or about & set(row.topics))
    ]
    if not fresh:
        return replace(desk.not_in_sources(places), short=NO_REASON)
    return desk.answer(None, fresh)


def _again(desk: Desk, question: Question, context: Context, shown: list[StatementRow]) -> Answer:
    intent: Intent | None = intents().get(context.intent)
    short = None
    if intent and intent.shape == "fact":
        short = short_fact(desk, question, intent, shown, None)
    one_place = len({row.municipality.code for row in shown}) == 1
    short = short or (heading(desk, shown) if one_place else None)
    return desk.answer(short, shown, rest=context.rest)
