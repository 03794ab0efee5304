"""What a question takes over from the last one: its intent, its subject, the places spoken of."""

from collections.abc import Iterable
from dataclasses import replace

from bot.understanding.context import Context
from bot.understanding.elliptical import (
    BY_KIND,
    EVERYWHERE,
    asks_of_the_one,
    asks_only_when,
    names_all_of_them,
)
from bot.understanding.question import CHAT, FOLLOW, OFF, Question
from knowledge.models import Kind, Municipality
from knowledge.store import Store

_SURE = 0.15
# When is asked of a plan as a whole where no event was spoken of.
_WHOLE = {*BY_KIND.values(), "overview"}
_FACTS = {
    "start", "end", "period", "count", "decided", "decides", "scope", "person", "population",
    "status", "replaced", "meaning", "breakdown", "followup", "process", "levels", "aligned",
    "basis", "document", "published", "changed", "compare",
}  # fmt: skip


def kinds_of(context: Context) -> tuple[Kind, ...]:
    """The kinds of statement that were asked for."""
    return tuple(Kind(kind) for kind in context.kinds)


def compared(question: Question, context: Context, store: Store) -> Question:
    """A comparison with who was spoken of: "how does it differ from Ljungby's?"."""
    if question.uncovered or question.elsewhere or len(question.covered) > 1:
        return question
    places = places_of(context.codes, store)
    if not question.named and len(places) == 1:
        places = (*places_of(context.earlier, store), *places)
    others = dict.fromkeys(place for place in places if place not in question.covered)
    return replace(
        question,
        covered=(*others, *question.covered),
        kinds=question.kinds or kinds_of(context),
        topics=question.topics or context.topics,
    )


def same_of_all(question: Question, context: Context, store: Store) -> Question:
    """The same asked of all municipalities; "any other?" leaves out the one just spoken of."""
    all_meant = context.intent in EVERYWHERE or names_all_of_them(question)
    return replace(
        question,
        intent="across",
        likely={"across": 1.0},
        # "Any other?" leaves out the one just spoken of.
        without=() if all_meant else places_of(asked_same(context), store),
        kinds=kinds_of(context),
        topics=context.topics,
    )


def asked_same(context: Context) -> tuple[str, ...]:
    """Who was asked what was asked last: those spoken of, and those before them in turn."""
    return (*context.alike, *context.codes)


def same_of_others(question: Question, context: Context) -> Question:
    """The same asked of whoever is named."""
    intent = context.intent or "overview"
    if intent == "covered":
        intent = "overview"
    if intent in EVERYWHERE:
        kind = Kind(context.kinds[0]) if context.kinds else Kind.GOAL
        intent = "topic" if context.topics else BY_KIND.get(kind, "goals")
    return replace(
        question,
        intent=intent,
        kinds=kinds_of(context),
        topics=context.topics,
    )


def places_of(codes: Iterable[str], store: Store) -> tuple[Municipality, ...]:
    """The municipalities by their codes, those that are covered."""
    found = (store.municipality(code) for code in codes)
    return tuple(place for place in found if place and place.covered)


def with_intent(question: Question, context: Context) -> Question:
    """An elliptical question with its own intent, or with that of the last one alone."""
    intent = own_intent(question, context)
    if asks_only_when(question) and context.intent in _WHOLE:
        return replace(question, intent="period", likely={"period": 1.0})
    taken = intent == context.intent and question.likely.get(intent, 0.0) <= _SURE
    # What was asked before is asked again: no chance reading of a few words stands in for it.
    return replace(question, intent=intent, likely={intent: 1.0} if taken else question.likely)


def own_intent(question: Question, context: Context | None) -> str:
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
    # "Companies too?" is no question of whom the plan applies to, after one on a topic.
    on_topic = context is not None and context.intent == "topic" and bool(question.topics)
    if fact and (own[fact] > _SURE or not on_topic):
        return fact
    best = max(own, key=lambda intent: own[intent])
    if (question.topics or question.narrow) and best not in _FACTS:
        return "topic"
    if own[best] > _SURE or context is None:
        return best
    return context.intent or best
