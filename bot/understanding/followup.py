"""A question within a conversation: it takes over what the last one had and this one leaves out."""

from collections.abc import Callable
from dataclasses import replace

from bot.understanding import (
    meaning_on,
    municipalities_meant,
    settling,
    settling_on_shown,
    which_place,
)
from bot.understanding.again import asked_again
from bot.understanding.context import Context
from bot.understanding.elliptical import is_bare
from bot.understanding.going_on import asks_of_another_word
from bot.understanding.question import FOLLOW, Question
from bot.understanding.reply_language import names_only_a_language
from bot.understanding.taking_over import (
    compared,
    own_intent,
    places_of,
    same_of_others,
    with_intent,
)
from bot.understanding.the_rest import of_the_rest
from bot.understanding.within_the_vision import what_it_mentions
from knowledge.store import Store

Settles = Callable[[Question, Context, Store], Question | None]
Means = Callable[[Question, Context, Store], Question]

# In turn: what settles a question, the first that does; then what its words mean, all of them.
STEPS: tuple[tuple[tuple[Settles, ...], tuple[Means, ...]], ...] = (
    (
        (
            settling.lost,
            settling_on_shown.of_the_answer,
            settling_on_shown.of_what_was_shown,
            municipalities_meant.one_of_the_known,
            which_place.one_of_several,
            settling.of_those_listed,
            settling.silence,
        ),
        (meaning_on.who_made_it, meaning_on.no_language),
    ),
    (
        (
            settling.of_event,
            municipalities_meant.which_of_them,
            municipalities_meant.who_does,
            municipalities_meant.their_words,
        ),
        (meaning_on.saved,),
    ),
    (
        (settling.of_the_uncovered, settling.which_counted, settling.all_but_one),
        (meaning_on.which_of_all,),
    ),
    (
        (asked_again, of_the_rest, settling.the_others, settling.of_all, settling.of_language),
        (
            meaning_on.what_instead,
            meaning_on.what_now,
            meaning_on.one_of_them,
            meaning_on.number_of_all,
            meaning_on.number_of_people,
            meaning_on.what_was_before,
            meaning_on.what_still,
            meaning_on.the_same_kind,
            meaning_on.newer_page,
            meaning_on.more_on_topic,
            meaning_on.both,
            what_it_mentions,
        ),
    ),
    (
        (settling.standing_alone, settling.of_the_last),
        (meaning_on.no_comparison,),
    ),
    (
        (settling.comparison,),
        (meaning_on.of_their_kind,),
    ),
    (
        (settling.another_place,),
        (meaning_on.what_is_counted, meaning_on.what_it_means),
    ),
)


def in_context(question: Question, context: Context | None, store: Store) -> Question:
    """The question as it is meant after what was said before."""
    if context is None or (not context.codes and not context.intent):
        return _without_context(question)
    for settles, means in STEPS:
        for step in settles:
            if settled := step(question, context, store):
                return settled
        for meant in means:
            question = meant(question, context, store)
    if question.intent in FOLLOW:
        question = with_intent(question, context)
        if question.intent == "compare":
            return compared(question, context, store)
        question = _on_the_same(question, context)
    return (
        question if question.named else replace(question, covered=places_of(context.codes, store))
    )


def _on_the_same(question: Question, context: Context) -> Question:
    """A few words with no subject of their own are on that of the last question."""
    subject = question.kinds or question.topics or question.narrow
    if subject or question.intent != context.intent:
        return question
    same = same_of_others(question, context)
    # "Och stark?", after what is meant by "trygg".
    return replace(same, topics=()) if asks_of_another_word(same) else same


def _without_context(question: Question) -> Question:
    """With nothing before it, an elliptical question is about what it names."""
    if names_only_a_language(question):
        return replace(question, intent="languages")
    if question.intent not in FOLLOW:
        return question
    if question.named and is_bare(question):
        # "Hello", "I live in Ljungby".
        return replace(question, intent="overview", likely={"overview": 1.0})
    return replace(question, intent=own_intent(question, None))
