"""Question to an Answer: who may be answered at all, then the way its intent is answered."""

from dataclasses import replace

from bot.answering.answer import Answer, one_after_other, said
from bot.answering.apart import answer_each
from bot.answering.desk import Desk, intents
from bot.answering.lists import listing_of
from bot.answering.of_a_year import asks_of_a_year
from bot.answering.reach import (
    asks_for_others,
    asks_of_many,
    asks_of_one,
    comparing,
    names_a_topic,
)
from bot.answering.refusals import (
    asks_of_uncovered,
    not_covered,
    off_topic,
    which_municipality,
)
from bot.answering.said_on_page import answer_said
from bot.answering.talk import answer_talk
from bot.answering.term_on_page import answer_term
from bot.answering.ways import answer_one
from bot.answering.whose import of_a_goal_named, of_the_one, of_the_person
from bot.understanding.question import Question
from bot.understanding.subjects import asks_which_of_kind

_NEED_NO_PLACE = {"across", "covered"}


def answer(desk: Desk, question: Question) -> Answer:
    """Answer a question that stands alone (what a conversation adds is in it already)."""
    if question.group == "chat":
        return answer_talk(desk, question)
    if question.group == "off":
        question = of_a_goal_named(desk, question)
    if spoken := answer_said(desk, question):
        return desk.complete(spoken)
    of_year = question.group == "off" and asks_of_a_year(desk, question)
    if of_year or (not desk.home and names_a_topic(desk, question)):
        question = replace(question, intent="across")
    if question.group == "off":
        if term := answer_term(desk, question):
            return desk.complete(term)
        return (
            not_covered(desk, question)
            if asks_of_uncovered(question)
            else off_topic(desk, question)
        )
    if question.unsure and not question.covered:
        return which_municipality(desk, question)
    if (question.uncovered or question.elsewhere) and not question.covered:
        return not_covered(desk, question)
    others = asks_for_others(question)
    if others:
        question = replace(question, intent="across", covered=())
    question = of_the_person(desk, question)
    # "What goals do those you know in Norrbotten have?" asks for more than who they are.
    listed = question.intent == "covered" and (
        question.without or asks_which_of_kind(question.reading)
    )
    if asks_of_many(question) or (listed and (question.topics or question.kinds)):
        question = replace(question, intent="across")
    if question.intent == "across" and not others and asks_of_one(question):
        if not desk.home:
            return which_municipality(desk, question)
        question = replace(question, intent=listing_of(question.kinds).name)
    shape = intents().get(question.intent, intents()["topic"]).shape
    if shape == "compare" and not question.covered:
        question = comparing(desk, question)
        shape = intents()[question.intent].shape
    if not question.covered and shape not in _NEED_NO_PLACE:
        home = replace(question, covered=(desk.home,)) if desk.home else None
        question = home or of_the_one(desk, question)
        if not question.covered:
            if term := answer_term(desk, question):
                return desk.complete(term)
            if asks_of_a_year(desk, question):
                return answer(desk, replace(question, intent="across"))
            return which_municipality(desk, question)
    return _with_uncovered(desk.complete(answer_each(desk, question, answer_one)), question)


def _with_uncovered(found: Answer, question: Question) -> Answer:
    """Before what is answered, name the municipalities asked for that are not covered."""
    if not question.uncovered:
        return found
    names = tuple(place.name for place in question.uncovered)
    line = said("I don't have the vision and goals of {places} yet.", places=names)
    short = one_after_other(line, found.short) if found.short else line
    return replace(found, uncovered=question.uncovered, short=short)
