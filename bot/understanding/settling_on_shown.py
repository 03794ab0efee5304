"""What a few words after an answer turn out to be, where they are on what was just shown.

Each takes the question, what was said before and the store, and gives the question as it is
meant, or None where it is something else.
"""

from dataclasses import replace

from bot.understanding.context import Context
from bot.understanding.elliptical import BY_KIND
from bot.understanding.of_what_was_shown import (
    asks_how_made,
    asks_number_on_page,
    asks_on_about_topic,
    asks_to_list,
    asks_who_says_that,
    asks_why_of_topic,
    end_of_list_asked,
)
from bot.understanding.on_the_answer import (
    asks_for_less,
    asks_for_simpler,
    asks_how_far_along,
    asks_how_good,
    asks_when_reached,
    asks_whether_reached,
    asks_whether_sure,
    objects,
)
from bot.understanding.question import Question
from bot.understanding.taking_over import kinds_of, places_of
from knowledge.store import Store


def of_the_answer(question: Question, context: Context, store: Store) -> Question | None:
    """Less of the last answer, that it is wrong, whether it is sure, good or reached."""
    if not context.shown:
        return None
    if asks_whether_sure(question):
        return replace(question, intent="trust")
    places = places_of(context.codes, store)
    if asks_for_less(question) or asks_for_simpler(question) or objects(question):
        return replace(question, intent="more", covered=places)
    kinds = question.kinds or kinds_of(context)
    asked = replace(question, kinds=kinds, covered=places)
    if asks_how_good(question, context):
        return _as("absent", asked)
    if asks_when_reached(question, context):
        return _as("end", asked)
    if asks_how_far_along(question, context):
        return _as("followup", asked)
    if asks_whether_reached(question, context):
        return _as(BY_KIND.get(kinds[0], "goals"), asked)
    return None


def of_what_was_shown(question: Question, context: Context, store: Store) -> Question | None:
    """The list itself, its number, its first, who says it, how it came about, or why."""
    if not context.shown:
        return None
    places, kinds = places_of(context.codes, store), question.kinds or kinds_of(context)
    asked = replace(question, kinds=kinds, covered=places)
    if kinds and kinds[0] in BY_KIND and asks_to_list(question):
        return _as(BY_KIND[kinds[0]], asked)
    if asks_number_on_page(question, context):
        return _as("count", asked)
    if (end := end_of_list_asked(question)) and len(context.listed) > 1:
        return replace(question, intent="nth", ordinal=end, covered=places)
    if len(places) == 1 and asks_who_says_that(question):
        return _as("person", replace(question, covered=places))
    if asks_how_made(question, context):
        return _as("process", asked)
    if asks_on_about_topic(question, context):
        return _as("topic", replace(question, topics=context.topics, covered=places))
    if asks_why_of_topic(question, context):
        return replace(question, intent="why", covered=places)
    return None


def _as(intent: str, question: Question) -> Question:
    return replace(question, intent=intent, likely={intent: 1.0})
