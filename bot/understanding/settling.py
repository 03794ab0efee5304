"""What a follow-up turns out to be as a whole, so that nothing more is to be taken over.

Each takes the question, what was said before and the store, and gives the question as it is
meant, or None where it is something else.
"""

from dataclasses import replace

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import (
    BY_KIND,
    EVERYWHERE,
    asks_of_language,
    asks_whether_same,
    asks_which,
    is_bare,
    is_left_out,
    means_all,
)
from bot.understanding.going_on import (
    asks_of_the_others,
    asks_of_those_listed,
    asks_only_of_event,
    asks_whether_done,
    asks_who_else,
    doubts_silence,
)
from bot.understanding.question import CHAT, OFF, Question
from bot.understanding.rescue import of_uncovered
from bot.understanding.taking_over import (
    compared,
    kinds_of,
    places_of,
    same_of_all,
    same_of_others,
)
from bot.understanding.talking_on import is_lost
from knowledge.models import Aspect, Kind
from knowledge.store import Store

# Asked of the last answer itself, not anew.
ABOUT_THE_LAST = {"more", "nth", "why", "switch_language"}


def lost(question: Question, _: Context, __: Store) -> Question | None:
    """Somebody who no longer understands."""
    return replace(question, intent="insult") if is_lost(question) else None


def of_those_listed(question: Question, context: Context, _: Store) -> Question | None:
    """Which of the municipalities just listed."""
    if not asks_of_those_listed(question, context):
        return None
    one = replace(question, intent="across", likely={"across": 1.0})
    return replace(one, counties=context.counties)


def silence(question: Question, context: Context, store: Store) -> Question | None:
    """What stands nowhere is said to stand nowhere, as often as it is asked."""
    if not (doubts_silence(question, context) or asks_whether_done(question, context)):
        return None
    return replace(question, intent="absent", covered=places_of(context.codes, store))


def of_event(question: Question, context: Context, store: Store) -> Question | None:
    """When, or by whom, of the event just spoken of."""
    removed = context.intent == "reason" and _is_of_removal(context, store)
    if not asks_only_of_event(question, context, of_removal=removed):
        return None
    intent = "replaced" if removed else context.intent
    event = replace(question, intent=intent, likely={intent: 1.0})
    return replace(event, kinds=kinds_of(context), covered=places_of(context.codes, store))


def _is_of_removal(context: Context, store: Store) -> bool:
    """Whether what was shown tells of something that was removed."""
    rows = (store.statement(name) for name in context.shown)
    return any(row is not None and Aspect.REPLACED in row.about for row in rows)


def of_the_uncovered(question: Question, context: Context, store: Store) -> Question | None:
    """What is asked on about a municipality that is not covered."""
    if not context.uncovered or context.codes or question.named:
        return None
    return of_uncovered(question, context, store)


def which_counted(question: Question, context: Context, store: Store) -> Question | None:
    """ "How many goals are there?", "which ones?"."""
    if not asks_which(question, context):
        return None
    counted = Kind(context.kinds[0])
    return replace(
        question,
        intent=BY_KIND[counted],
        kinds=(counted,),
        covered=places_of(context.codes, store),
    )


def all_but_one(question: Question, context: Context, store: Store) -> Question | None:
    """The same of all but one that is named: "apart from Ljungby?"."""
    if question.covered or not (question.without and is_left_out(question, context)):
        return None
    return replace(same_of_all(question, context, store), without=question.without)


def the_others(question: Question, context: Context, store: Store) -> Question | None:
    """A question to the other municipalities."""
    if not asks_of_the_others(question, context):
        return None
    return replace(question, without=places_of(context.codes, store))


def of_all(question: Question, context: Context, store: Store) -> Question | None:
    """The same of all of them, or of whoever else."""
    if not (means_all(question, context) or asks_who_else(question, context)):
        return None
    return same_of_all(question, context, store)


def of_language(question: Question, _: Context, __: Store) -> Question | None:
    """In which language something stands, and whose translation it is."""
    return replace(question, intent="trust") if asks_of_language(question) else None


def standing_alone(question: Question, _: Context, __: Store) -> Question | None:
    """Talk, something else, and what is asked of all need nothing from before."""
    return question if question.intent in CHAT | OFF | EVERYWHERE else None


def of_the_last(question: Question, context: Context, store: Store) -> Question | None:
    """More of the last answer, or another form of it."""
    if question.intent not in ABOUT_THE_LAST or question.named:
        return None
    return replace(question, covered=places_of(context.codes, store))


def comparison(question: Question, context: Context, store: Store) -> Question | None:
    """A comparison with who was spoken of, or whether both say the same."""
    if question.intent == "compare":
        return compared(question, context, store)
    if not asks_whether_same(question, context):
        return None
    return compared(replace(question, intent="compare"), context, store)


def another_place(question: Question, context: Context, store: Store) -> Question | None:
    """ "And Ljungby?"."""
    if not (question.named and (is_bare(question) or _names_place_alone(question))):
        return None
    with_it = clause_words()["compared_with"].intersection(question.reading.folded)
    if context.intent == "compare" and with_it and len(context.codes) == len(question.covered) == 1:
        # "Compare Jokkmokk with Kiruna", "then with Överkalix": the other is still missing.
        return compared(replace(question, intent="compare"), context, store)
    return same_of_others(question, context)


def _names_place_alone(question: Question) -> bool:
    """Whether beside a place it says no more than where that lies: "och grannkommunen Värnamo?"."""
    reading = question.reading
    told = clause_words()["joining"] | clause_words()["landmark"] | clause_words()["municipality"]
    return all(word in told for at, word in enumerate(reading.folded) if at not in reading.named)
