"""Answers to questions on the last answer: more of it, the second one, why, in English."""

from bot.answering.answer import Answer, said
from bot.answering.desk import MOST, Desk, Intent, intents
from bot.answering.fact_lines import short_fact
from bot.answering.follow_ups.described import described, rest_of_list
from bot.answering.follow_ups.doubted import newness_asked, number_doubted
from bot.answering.follow_ups.its_time import time_of_last
from bot.answering.follow_ups.newer_page import text_of_newer
from bot.answering.follow_ups.not_named import not_listed
from bot.answering.follow_ups.objected import objected
from bot.answering.follow_ups.one_of_list import following, nth
from bot.answering.follow_ups.place_in_list import number_of_last, same_of_another
from bot.answering.follow_ups.pointing import (
    among,
    meaning_of_last,
    said_by,
    where_it_says,
    who_said,
)
from bot.answering.follow_ups.shorter import shorter
from bot.answering.follow_ups.taken_for import called_so, foremost, status_of_last
from bot.answering.follow_ups.why import answer_why
from bot.answering.lists import heading
from bot.understanding.context import Context
from bot.understanding.question import Question
from bot.understanding.settling import ABOUT_THE_LAST
from knowledge.models import Kind
from knowledge.rows import StatementRow


def answer_about_last(desk: Desk, question: Question, context: Context) -> Answer | None:
    """The answer, or None where the question is not about the last answer's statements."""
    if unread := text_of_newer(desk, question, context):
        return unread
    shown, listed = _rows(desk, context.shown), _rows(desk, context.listed)
    if shown and (numbered := number_of_last(desk, question, shown)):
        return desk.complete(numbered)
    if shown and (less := shorter(desk, question, shown)):
        return desk.complete(less)
    if shown and (again := objected(desk, question, shown)):
        return desk.complete(again)
    if shown and (unnamed := not_listed(desk, question, shown)):
        return desk.complete(unnamed)
    if shown and (new := newness_asked(desk, question, shown)):
        return desk.complete(new)
    if listed and (number := number_doubted(desk, question, listed)):
        return desk.complete(number)
    if listed and (one := described(desk, question, listed)):
        return desk.complete(one)
    if listed and (left := rest_of_list(desk, question, listed, shown)):
        return desk.complete(left)
    if question.intent == "nth" and listed:
        return desk.complete(nth(desk, question, context, listed))
    if not shown:
        return None
    if question.intent not in ABOUT_THE_LAST:
        pointed = (
            said_by(desk, question, shown)
            or where_it_says(desk, question, shown)
            or who_said(desk, question, shown)
            or meaning_of_last(desk, question, shown, context)
            or status_of_last(desk, question, shown)
            or time_of_last(desk, question, shown)
            or same_of_another(desk, question, shown, context)
            or called_so(desk, question, shown)
            or among(desk, question, listed, context)
            or foremost(desk, question, listed, context)
        )
        return desk.complete(pointed) if pointed else None
    match question.intent:
        case "more":
            after = None if context.rest else following(desk, question, listed, shown)
            found = after or _more(desk, shown, context)
        case "nth" | "switch_language" if question.intent == "nth" or question.ordinal:
            found = nth(desk, question, context, shown)
        case "why":
            found = answer_why(desk, question, context, shown, listed or shown)
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
    fresh = fresh or [row for row in _of_the_kind(desk, shown) if row.id not in context.shown]
    if fresh:
        return desk.answer(said("Here is more:"), fresh, most=MOST)
    return desk.answer(said("That was all of it. Here it is again:"), shown)


def _of_the_kind(desk: Desk, shown: list[StatementRow]) -> list[StatementRow]:
    """What the page lists of the same kind by other names: "andra utvecklingsfrågor"."""
    kinds = {row.kind for row in shown}
    if len(kinds) > 1 or not kinds <= _LISTED or len({row.municipality.code for row in shown}) > 1:
        return []
    labels = {row.label for row in shown}
    here = desk.store.of_kinds(shown[0].municipality.code, kinds)
    return [row for row in here if row.label not in labels and row.replaced_by is None]


_LISTED = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY})


def _again(desk: Desk, question: Question, context: Context, shown: list[StatementRow]) -> Answer:
    intent: Intent | None = intents().get(context.intent)
    short = None
    if intent and intent.shape == "fact":
        short = short_fact(desk, question, intent, shown, None)
    one_place = len({row.municipality.code for row in shown}) == 1
    short = short or (heading(desk, shown) if one_place else None)
    return desk.answer(short, shown, rest=context.rest)
