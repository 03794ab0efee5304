"""Question to an Answer: who may be answered at all, then the way its intent is answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answering.across.everywhere import answer_across
from bot.answering.across.places import answer_covered
from bot.answering.across.targets import answer_numbers
from bot.answering.aim_in_year import answer_aim_in_year
from bot.answering.aims import with_yes_to_aim
from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.apart import answer_each, in_turn
from bot.answering.by_when import answer_end, end_asked
from bot.answering.by_words import by_its_words
from bot.answering.claimed import with_yes_or_no
from bot.answering.desk import Desk, Intent, intents
from bot.answering.echo import echo, joined
from bot.answering.elsewhere import said_elsewhere
from bot.answering.explained_list import explained_list
from bot.answering.facts import answer_fact, leads_only
from bot.answering.foremost import answer_foremost
from bot.answering.goal_on import with_goal_on
from bot.answering.in_common import answer_in_common
from bot.answering.in_year import answer_in_year, year_asked
from bot.answering.lists import answer_list, listing_of
from bot.answering.meant import meant
from bot.answering.more_than import with_more_than
from bot.answering.newer import answer_newer, newer_asked
from bot.answering.newer_known import newer_instead
from bot.answering.of_a_year import asks_of_a_year
from bot.answering.qualities import answer_quality
from bot.answering.reach import (
    asks_for_others,
    asks_of_many,
    asks_of_one,
    comparing,
    names_a_topic,
)
from bot.answering.reasons import NO_REASON
from bot.answering.refusals import (
    asks_of_uncovered,
    not_covered,
    off_topic,
    which_municipality,
)
from bot.answering.said_on_page import answer_said
from bot.answering.silent_on import answer_topics
from bot.answering.statements import NO_MORE, answer_explain, answer_meaning
from bot.answering.status import answer_page, answer_status
from bot.answering.still import with_time
from bot.answering.such_kinds import answer_such_kinds
from bot.answering.talk import answer_talk
from bot.answering.term_on_page import answer_term
from bot.answering.the_way import answer_way, way_asked
from bot.answering.wholes import answer_compare, answer_overview
from bot.answering.whose import of_a_goal_named, of_the_one, of_the_person
from bot.answering.why_so_many import answer_why_so_many
from bot.answering.yes_or_no import with_verdict
from bot.understanding.question import Question

Way = Callable[[Desk, Question, Intent], Answer]


def _absent(desk: Desk, question: Question, _: Intent) -> Answer:
    return desk.not_in_sources(question.covered)


WAYS: Mapping[str, Way] = {
    "list": answer_list,
    "fact": answer_fact,
    "topic": answer_topics,
    "explain": answer_explain,
    "meaning": answer_meaning,
    "overview": answer_overview,
    "compare": answer_compare,
    "across": answer_across,
    "covered": answer_covered,
    "status": answer_status,
    "page": answer_page,
    "absent": _absent,
}
_NEED_NO_PLACE = {"across", "covered"}
# What is told by its words alone, before it is weighed which intents may be meant.
_READY = (
    answer_quality, answer_why_so_many, answer_foremost, answer_in_common, answer_such_kinds,
    by_its_words,
)  # fmt: skip


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
    if asks_for_others(question):
        question = replace(question, intent="across", covered=())
    question = of_the_person(desk, question)
    listed = question.intent == "covered" and question.without
    if asks_of_many(question) or (listed and (question.topics or question.kinds)):
        question = replace(question, intent="across")
    if question.intent == "across" and asks_of_one(question):
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
    return _with_uncovered(desk.complete(answer_each(desk, question, _answered_one)), question)


def _answered_one(desk: Desk, question: Question) -> Answer:
    """The answer to what is most likely asked, with what may have been meant beside it."""
    if elsewhere := said_elsewhere(desk, question):
        return elsewhere
    if note := newer_asked(desk, question):
        return answer_newer(desk, question, note)
    if aimed := answer_aim_in_year(desk, question):
        return aimed
    if year := year_asked(desk, question):
        return answer_in_year(desk, question, year)
    if numbers := answer_numbers(desk, question):
        return numbers
    if end_asked(question):
        return answer_end(desk, question)
    if way_asked(question) and (way := answer_way(desk, question)):
        return way
    if of_each := explained_list(desk, question):
        return of_each
    for ready in _READY:
        if told := ready(desk, question):
            return told
    found: list[Answer] = []
    refused: Answer | None = None
    told_first: Said | None = None
    for intent, beside in meant(question):
        if found and not beside:
            break
        same = intent.name == question.intent
        asked = question if same else replace(question, intent=intent.name)
        one = WAYS[intent.shape](desk, asked, intent)
        if one.outcome == "answer":
            if found and intent.shape == "fact" and leads_only(found[0].short):
                # "How long do they apply?": no end is given, but a start is.
                found[0] = replace(found[0], short=one.short)
            found.append(one)
        elif one.short == NO_REASON:
            told_first = NO_REASON
        elif one.reason == "not_covered" or intent.shape == "across":
            # "I know none in Skåne" says more than that it stands nowhere.
            refused = refused or one
    if not found and (note := newer_instead(desk, question)):
        return answer_newer(desk, question, note)
    if not found and question.itself:
        # "I have a dog. What does Värnamo want?": where nothing is said of dogs, it is the goals.
        return _answered_one(desk, question.itself)
    if not found:
        absent = desk.not_in_sources(question.covered)
        return refused or (replace(absent, short=told_first) if told_first else absent)
    echoed = echo(desk, question)
    told = joined([*found, echoed] if echoed else found)
    if told.short == NO_MORE and len(told.statements) > len(found[0].statements):
        told = replace(told, short=None)
    if told_first:
        # Why it was removed is not said; that it was, is.
        lines = [told_first, *([told.short] if told.short and not leads_only(told.short) else [])]
        told = replace(told, short=in_turn(lines))
    for judged in (with_time, with_goal_on, with_yes_or_no, with_more_than, with_yes_to_aim):
        told = judged(desk, question, told)
    return with_verdict(desk, question, told)


def _with_uncovered(found: Answer, question: Question) -> Answer:
    """Before what is answered, name the municipalities asked for that are not covered."""
    if not question.uncovered:
        return found
    names = tuple(place.name for place in question.uncovered)
    line = said("I don't have the vision and goals of {places} yet.", places=names)
    short = one_after_other(line, found.short) if found.short else line
    return replace(found, uncovered=question.uncovered, short=short)
