"""A question within a conversation: it takes over what the last one had and this one leaves out."""

from collections.abc import Iterable
from dataclasses import replace

from bot.understanding.context import Context
from bot.understanding.elliptical import (
    BARE,
    BY_KIND,
    EVERYWHERE,
    SHORT,
    asks_of_both,
    asks_of_the_one,
    asks_of_them,
    asks_what_means,
    asks_which,
    asks_which_of_all,
    is_bare,
    is_left_out,
    means_all,
    picks_one,
    ranks_them,
)
from bot.understanding.question import CHAT, FOLLOW, OFF, Question
from knowledge.models import Kind, Municipality
from knowledge.store import Store

# Asked of the last answer itself, not anew.
ABOUT_THE_LAST = {"more", "nth", "why", "switch_language"}


def in_context(question: Question, context: Context | None, store: Store) -> Question:
    """The question as it is meant after what was said before."""
    if context is None or (not context.codes and not context.intent):
        return _without_context(question)
    question = _rescued(question, context)
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
    if asks_which_of_all(question, context):
        question = replace(question, intent="across", likely={"across": 1.0})
    if means_all(question, context):
        return _same_of_all(question, context, store)
    if picks_one(question, context):
        question = replace(question, intent="nth")
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
    if question.intent == "compare":
        return _compared(question, context, store)
    if question.named and is_bare(question):
        return _same_of_others(question, context)
    if question.intent == "count" and not (question.kinds or question.topics or question.counted):
        # "How many are there?" counts what was shown.
        question = replace(question, kinds=tuple(Kind(kind) for kind in context.kinds))
    if asks_what_means(question, context):
        question = replace(question, intent="meaning")
    if question.intent in FOLLOW:
        question = replace(question, intent=_own_intent(question, context))
        if question.intent == "compare":
            return _compared(question, context, store)
        if not question.kinds and not question.topics and question.intent == context.intent:
            question = _same_of_others(question, context)
    return question if question.named else replace(question, covered=places)


def _compared(question: Question, context: Context, store: Store) -> Question:
    """A comparison with who was spoken of: "how does it differ from Ljungby's?"."""
    if question.uncovered or question.elsewhere or len(question.covered) > 1:
        return question
    places = _places(context.codes, store)
    if not question.named and len(places) == 1:
        places = (*_places(context.earlier, store), *places)
    others = (place for place in places if place not in question.covered)
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
    return replace(question, intent=_own_intent(question, None))


def _rescued(question: Question, context: Context) -> Question:
    """A few words that alone look like something else may well go on from the last answer."""
    found = question.reading
    cues = {hit.group for hit in found.hits}
    groups = {cue.partition(".")[0] for cue in cues}
    back = "reach.back" in cues
    if question.intent == "across" and back and "reach.across" not in cues:
        # "Nämns näringslivet där?" is asked of those spoken of.
        return replace(question, intent="follow")
    if (
        question.intent == "across"
        and len(context.codes) == 1
        and (asks_of_them(question) or asks_of_the_one(question))
    ):
        return replace(question, intent="follow")
    short = len(found.words) <= SHORT and (back or not found.unknown)
    # "Vilka är det?" names nothing, and asks of what was just said.
    subjects = {"topic", "kind", "ask"} if len(found.words) <= BARE else {"topic", "kind"}
    if question.group != "off" or not short or "else" in groups or not groups & subjects:
        return question
    return replace(question, intent="follow")


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
    if intent in EVERYWHERE:
        intent = "topic" if context.topics else "goals"
    return replace(
        question,
        intent=intent,
        kinds=tuple(Kind(kind) for kind in context.kinds),
        topics=context.topics,
    )


def _own_intent(question: Question, context: Context | None) -> str:
    """What an elliptical question asks by itself, else what the last one asked."""
    if question.kinds and question.kinds[0] in BY_KIND:
        return BY_KIND[question.kinds[0]]
    own = {
        intent: share
        for intent, share in question.likely.items()
        if intent not in FOLLOW | CHAT | OFF | {"overview", "absent"}
    }
    cues = {hit.group.removeprefix("ask.") for hit in question.reading.hits}
    cued = [intent for intent in own if intent in cues and intent in _FACTS]
    if cued:
        return max(cued, key=lambda intent: own[intent])
    best = max(own, key=lambda intent: own[intent])
    if question.topics and best not in _FACTS:
        return "topic"
    if own[best] > _SURE or context is None:
        return best
    return context.intent or best


_SURE = 0.15
_FACTS = {
    "start", "end", "period", "count", "decided", "decides", "scope", "person", "population",
    "status", "replaced", "meaning", "breakdown", "followup", "process", "levels", "aligned",
    "basis", "document", "published", "changed", "compare",
}  # fmt: skip


def _places(codes: Iterable[str], store: Store) -> tuple[Municipality, ...]:
    found = (store.municipality(code) for code in codes)
    return tuple(place for place in found if place and place.covered)
