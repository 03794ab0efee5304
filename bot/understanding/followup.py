"""A question within a conversation: it takes over what the last one had and this one leaves out."""

from collections.abc import Iterable
from dataclasses import replace

from bot.understanding.again import asked_again
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import (
    BY_KIND,
    EVERYWHERE,
    asks_instead,
    asks_of_both,
    asks_of_language,
    asks_of_the_one,
    asks_on_of_all,
    asks_only_when,
    asks_what_means,
    asks_what_now,
    asks_whether_same,
    asks_which,
    asks_which_of_all,
    compares,
    is_bare,
    is_left_out,
    means_all,
    picks_one,
    ranks_them,
    takes_over_kind,
)
from bot.understanding.going_on import (
    asks_for_former,
    asks_for_newer_page,
    asks_for_their_number,
    asks_of_another_word,
    asks_of_the_others,
    asks_of_those_listed,
    asks_only_of_event,
    asks_whether_done,
    asks_who_else,
    asks_who_made_it,
    counts_them_all,
    doubts_silence,
)
from bot.understanding.question import CHAT, FOLLOW, OFF, Question
from bot.understanding.rescue import of_uncovered, rescued
from bot.understanding.talking_on import is_lost
from bot.understanding.the_rest import of_the_rest
from knowledge.models import Kind, Municipality
from knowledge.store import Store

# Asked of the last answer itself, not anew.
ABOUT_THE_LAST = {"more", "nth", "why", "switch_language"}


def in_context(question: Question, context: Context | None, store: Store) -> Question:
    """The question as it is meant after what was said before."""
    if context is None or (not context.codes and not context.intent):
        return _without_context(question)
    if is_lost(question):
        return replace(question, intent="insult")
    if asks_of_those_listed(question, context):
        one = replace(question, intent="across", likely={"across": 1.0})
        return replace(one, counties=context.counties)
    if doubts_silence(question, context) or asks_whether_done(question, context):
        # What stands nowhere is said to stand nowhere, as often as it is asked.
        return replace(question, intent="absent", covered=_places(context.codes, store))
    if asks_who_made_it(question, context):
        question = replace(question, intent="follow")
    if asks_only_of_event(question, context):
        event = replace(question, intent=context.intent, likely={context.intent: 1.0})
        kinds = tuple(Kind(kind) for kind in context.kinds)
        return replace(event, kinds=kinds, covered=_places(context.codes, store))
    question = rescued(question, context)
    if context.uncovered and not (context.codes or question.named):
        return of_uncovered(question, context, store)
    if asks_which(question, context):
        # "How many goals are there?", "which ones?"
        counted = Kind(context.kinds[0])
        return replace(
            question,
            intent=BY_KIND[counted],
            kinds=(counted,),
            covered=_places(context.codes, store),
        )
    if question.without and not question.covered and is_left_out(question, context):
        same = _same_of_all(question, context, store)
        return replace(same, without=question.without)
    if asks_which_of_all(question, context) or asks_on_of_all(question, context):
        question = replace(question, intent="across", likely={"across": 1.0})
        if not question.counties and not clause_words()["all"].intersection(
            question.reading.folded
        ):
            # "Och skolan?" stays in the county that was asked about.
            question = replace(question, counties=context.counties)
    if again := asked_again(question, context, store):
        return again
    if rest := of_the_rest(question, context, store):
        return rest
    if asks_of_the_others(question, context):
        return replace(question, without=_places(context.codes, store))
    if means_all(question, context) or asks_who_else(question, context):
        return _same_of_all(question, context, store)
    if asks_of_language(question):
        return replace(question, intent="trust")
    if asks_instead(question, context):
        question = replace(question, intent="overview")
    if asks_what_now(question, context):
        kinds = tuple(Kind(kind) for kind in context.kinds[:1]) or (Kind.VISION,)
        question = replace(question, intent=BY_KIND.get(kinds[0], "vision"), kinds=kinds)
    if picks_one(question, context):
        question = replace(question, intent="nth")
    if counts_them_all(question, context):
        codes = dict.fromkeys((*context.earlier, *context.codes))
        kinds = tuple(Kind(kind) for kind in context.kinds)
        question = replace(question, intent="compare", kinds=kinds, topics=(), narrow=())
        return replace(question, covered=_places(codes, store))
    if asks_for_their_number(question, context):
        people = replace(question, intent="population", likely={"population": 1.0})
        return replace(people, topics=("population",), covered=_places(context.codes, store))
    if asks_for_former(question, context):
        kinds = tuple(Kind(kind) for kind in context.kinds)
        question = replace(question, intent="replaced", likely={"replaced": 1.0}, kinds=kinds)
    if asks_for_newer_page(question):
        question = replace(question, intent="status", likely={"status": 1.0})
    if asks_of_both(question, context):
        question = replace(question, intent="compare", covered=_places(context.codes, store))
        if not (question.kinds or question.topics or question.narrow) and ranks_them(question):
            # "Which is the shortest?" of two visions.
            kinds = tuple(Kind(kind) for kind in context.kinds)
            question = replace(question, kinds=kinds, topics=context.topics)
    if question.intent in CHAT | OFF | EVERYWHERE:
        return question
    places = _places(context.codes, store)
    if question.intent in ABOUT_THE_LAST and not question.named:
        return replace(question, covered=places)
    if question.intent == "compare" and not compares(question):
        question = _without(question, "compare")
    if question.intent == "compare":
        return _compared(question, context, store)
    if asks_whether_same(question, context):
        return _compared(replace(question, intent="compare"), context, store)
    if takes_over_kind(question):
        question = replace(question, kinds=tuple(Kind(kind) for kind in context.kinds))
    if question.named and is_bare(question):
        return _same_of_others(question, context)
    plain = not (question.kinds or question.topics or question.counted)
    if question.intent == "count" and plain and "population" in context.topics:
        # "How many?" of the people asked about counts no goals.
        question = replace(question, intent="population", topics=("population",))
    elif question.intent == "count" and plain:
        # "How many are there?" counts what was shown.
        question = replace(question, kinds=tuple(Kind(kind) for kind in context.kinds))
    if asks_what_means(question, context):
        question = replace(question, intent="meaning")
    if question.intent in FOLLOW:
        question = _with_intent(question, context)
        if question.intent == "compare":
            return _compared(question, context, store)
        subject = question.kinds or question.topics or question.narrow
        if not subject and question.intent == context.intent:
            question = _same_of_others(question, context)
            if asks_of_another_word(question):
                # "Och stark?", after what is meant by "trygg".
                question = replace(question, topics=())
    return question if question.named else replace(question, covered=places)


def _compared(question: Question, context: Context, store: Store) -> Question:
    """A comparison with who was spoken of: "how does it differ from Ljungby's?"."""
    if question.uncovered or question.elsewhere or len(question.covered) > 1:
        return question
    places = _places(context.codes, store)
    if not question.named and len(places) == 1:
        places = (*_places(context.earlier, store), *places)
    others = dict.fromkeys(place for place in places if place not in question.covered)
    return replace(
        question,
        covered=(*others, *question.covered),
        kinds=question.kinds or tuple(Kind(kind) for kind in context.kinds),
        topics=question.topics or context.topics,
    )


def _without_context(question: Question) -> Question:
    """With nothing before it, an elliptical question is about what it names."""
    if question.intent not in FOLLOW:
        return question
    if question.named and is_bare(question):
        # "Hello", "I live in Ljungby".
        return replace(question, intent="overview", likely={"overview": 1.0})
    return replace(question, intent=_own_intent(question, None))


def _without(question: Question, intent: str) -> Question:
    """The question as one that goes on, without an intent that it can't have."""
    likely = {name: share for name, share in question.likely.items() if name != intent}
    return replace(question, intent="follow", likely=likely)


def _with_intent(question: Question, context: Context) -> Question:
    """An elliptical question with its own intent, or with that of the last one alone."""
    intent = _own_intent(question, context)
    if asks_only_when(question) and context.intent in _WHOLE:
        return replace(question, intent="period", likely={"period": 1.0})
    taken = intent == context.intent and question.likely.get(intent, 0.0) <= _SURE
    # What was asked before is asked again: no chance reading of a few words stands in for it.
    return replace(question, intent=intent, likely={intent: 1.0} if taken else question.likely)


def _same_of_all(question: Question, context: Context, store: Store) -> Question:
    return replace(
        question,
        intent="across",
        likely={"across": 1.0},
        # "Any other?" leaves out the one just spoken of.
        without=() if context.intent in EVERYWHERE else _places(context.codes, store),
        kinds=tuple(Kind(kind) for kind in context.kinds),
        topics=context.topics,
    )


def _same_of_others(question: Question, context: Context) -> Question:
    intent = context.intent or "overview"
    if intent == "covered":
        intent = "overview"
    if intent in EVERYWHERE:
        kind = Kind(context.kinds[0]) if context.kinds else Kind.GOAL
        intent = "topic" if context.topics else BY_KIND.get(kind, "goals")
    return replace(
        question,
        intent=intent,
        kinds=tuple(Kind(kind) for kind in context.kinds),
        topics=context.topics,
    )


def _own_intent(question: Question, context: Context | None) -> str:
    """What an elliptical question asks by itself, else what the last one asked."""
    kind = BY_KIND.get(question.kinds[0]) if question.kinds else None
    own = {
        intent: share
        for intent, share in question.likely.items()
        if intent not in FOLLOW | CHAT | OFF | {"overview", "absent"}
        # "Do they have a figure?" is asked of those spoken of.
        and not (intent in EVERYWHERE and asks_of_the_one(question))
    }
    cues = {hit.group.removeprefix("ask.") for hit in question.reading.hits}
    cued = [intent for intent in own if intent in cues and intent in _FACTS]
    fact = max(cued, key=lambda intent: own[intent], default=None)
    if kind and not (fact and own[fact] > max(_SURE, own.get(kind, 0.0))):
        return kind
    if fact:
        return fact
    best = max(own, key=lambda intent: own[intent])
    if (question.topics or question.narrow) and best not in _FACTS:
        return "topic"
    if own[best] > _SURE or context is None:
        return best
    return context.intent or best


_SURE = 0.15
# When is asked of a plan as a whole where no event was spoken of.
_WHOLE = {*BY_KIND.values(), "overview"}
_FACTS = {
    "start", "end", "period", "count", "decided", "decides", "scope", "person", "population",
    "status", "replaced", "meaning", "breakdown", "followup", "process", "levels", "aligned",
    "basis", "document", "published", "changed", "compare",
}  # fmt: skip


def _places(codes: Iterable[str], store: Store) -> tuple[Municipality, ...]:
    found = (store.municipality(code) for code in codes)
    return tuple(place for place in found if place and place.covered)
