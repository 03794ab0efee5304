"""A question within a conversation: it takes over what the last one had and this one leaves out."""

from collections.abc import Iterable
from dataclasses import replace

from bot.memory.context import Context
from bot.understanding.clauses import clause_words
from bot.understanding.question import CHAT, FOLLOW, OFF, Question
from knowledge.models import Kind, Municipality
from knowledge.store import Store

# Intents that look at all municipalities, or at none: they take over no name.
_EVERYWHERE = {"across", "covered"}
# Asked of the last answer itself, not anew.
ABOUT_THE_LAST = {"more", "nth", "why", "switch_language"}
_BY_KIND = {
    Kind.VISION: "vision", Kind.MISSION: "mission", Kind.VALUE: "values", Kind.GOAL: "goals",
    Kind.FOCUS_AREA: "focus_areas", Kind.GOAL_AREA: "goal_areas", Kind.PRIORITY: "priorities",
    Kind.PERSPECTIVE: "perspectives", Kind.ACTION: "actions", Kind.INDICATOR: "indicators",
    Kind.STEERING: "steering", Kind.PURPOSE: "purpose",
}  # fmt: skip
_SHORT, _BARE = 7, 3
# What may be asked of one of a list.
_OF_A_LIST = frozenset({"explain", "count", "topic", "more", "follow", *_BY_KIND.values()})


def in_context(question: Question, context: Context | None, store: Store) -> Question:
    """The question as it is meant after what was said before."""
    if context is None or (not context.codes and not context.intent):
        return _without_context(question)
    question = _rescued(question, context)
    if _asks_which(question, context):
        # "How many goals are there?", "which ones?"
        counted = Kind(context.kinds[0])
        return replace(
            question,
            intent=_BY_KIND[counted],
            kinds=(counted,),
            covered=_places(context.codes, store),
        )
    if _means_all(question, context):
        return _same_of_all(question, context)
    if _picks_one(question, context):
        question = replace(question, intent="nth")
    if question.intent in CHAT | OFF | _EVERYWHERE:
        return question
    places = _places(context.codes, store)
    if question.intent in ABOUT_THE_LAST and not question.named:
        return replace(question, covered=places)
    if question.intent == "compare":
        return _compared(question, context, store)
    if question.named and _is_bare(question):
        return _same_of_others(question, context)
    if question.intent == "count" and not (question.kinds or question.topics or question.counted):
        # "How many are there?" counts what was shown.
        question = replace(question, kinds=tuple(Kind(kind) for kind in context.kinds))
    if _asks_what_means(question, context):
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
        and (_asks_of_them(question) or _asks_of_the_one(question))
    ):
        return replace(question, intent="follow")
    short = len(found.words) <= _SHORT and (back or not found.unknown)
    # "Vilka är det?" names nothing, and asks of what was just said.
    subjects = {"topic", "kind", "ask"} if len(found.words) <= _BARE else {"topic", "kind"}
    if question.group != "off" or not short or "else" in groups or not groups & subjects:
        return question
    return replace(question, intent="follow")


def _asks_of_them(question: Question) -> bool:
    """Whether "which of them" asks of what was listed: nothing says that places are meant."""
    if question.kinds or question.topics or question.narrow or question.counties:
        return False
    words = {word.folded for word in question.reading.words}
    return bool(words & clause_words()["them"]) and not words & clause_words()["municipality"]


def _asks_of_the_one(question: Question) -> bool:
    """Whether "do they have a vision?" asks of the one spoken of."""
    words = [word.folded for word in question.reading.words]
    asks_which = words[:1] and words[0] in clause_words()["which"]
    named = set(words) & clause_words()["municipality"]
    return bool(set(words) & clause_words()["they"]) and not asks_which and not named


def _asks_which(question: Question, context: Context) -> bool:
    """Whether a few words ask for what was counted just before."""
    counted = context.kinds if context.intent == "count" else ()
    cues = {hit.group for hit in question.reading.hits}
    short = len(question.reading.words) <= _BARE and not question.named
    known = bool(counted) and Kind(counted[0]) in _BY_KIND
    opens = (
        question.reading.words[:1] and question.reading.words[0].folded in clause_words()["opens"]
    )
    return known and short and bool(cues or opens) and cues <= _WHICH


_WHICH = frozenset({"ask.list", "ask.who", "reach.across", "reach.back"})


def _asks_what_means(question: Question, context: Context) -> bool:
    """Whether a phrase goes on from what another means: "and “we shape the future”?"."""
    if context.intent != "meaning" or question.named or question.kinds:
        return False
    words = [word.folded for word in question.reading.words]
    return len(words) <= _SHORT and bool(clause_words()["joining"].intersection(words[:2]))


def _picks_one(question: Question, context: Context) -> bool:
    """Whether one of what was listed is asked for: "goal two in more detail", "number five?"."""
    number, kinds = question.ordinal, {str(kind) for kind in question.kinds}
    if number is None or question.named or not context.listed:
        return False
    same = kinds <= set(context.kinds) or not context.kinds
    words = len(question.reading.words)
    if words <= _BARE and not question.topics and question.intent != "why":
        return same
    short = words <= _SHORT and abs(number) <= len(context.listed)
    return same and short and question.intent in _OF_A_LIST


def _means_all(question: Question, context: Context) -> bool:
    """Whether all municipalities are meant by a message that says nothing else.

    "Alla" answers "which municipality?"; "and which ones don't?" goes on from who does.
    """
    if question.named or question.kinds or question.topics or question.narrow:
        return False
    words = {word.folded for word in question.reading.words}
    everywhere = context.intent in _EVERYWHERE and question.intent in {"across", *FOLLOW, *OFF}
    if context.intent in _EVERYWHERE and question.counties:
        # "And in Norrbotten?"
        return len(question.reading.words) <= _SHORT
    if everywhere and words & clause_words()["lacks"]:
        return len(question.reading.words) <= _SHORT
    asked = bool(context.intent) and not context.codes
    return asked and len(question.reading.words) <= _BARE and bool(words & clause_words()["all"])


def _same_of_all(question: Question, context: Context) -> Question:
    return replace(
        question,
        intent="across",
        likely={"across": 1.0},
        kinds=tuple(Kind(kind) for kind in context.kinds),
        topics=context.topics,
    )


def _is_bare(question: Question) -> bool:
    """Whether a question names a place and nothing else: "och Ljungby?"."""
    groups = {hit.group.partition(".")[0] for hit in question.reading.hits}
    bare = not question.kinds and not question.topics and not question.reading.unknown
    return (
        bare
        and (question.intent in FOLLOW | {"overview", "goals", "compare", "topic"})
        and not (groups & {"topic", "kind", "else"})
    )


def _same_of_others(question: Question, context: Context) -> Question:
    intent = context.intent or "overview"
    if intent in _EVERYWHERE:
        intent = "topic" if context.topics else "goals"
    return replace(
        question,
        intent=intent,
        kinds=tuple(Kind(kind) for kind in context.kinds),
        topics=context.topics,
    )


def _own_intent(question: Question, context: Context | None) -> str:
    """What an elliptical question asks by itself, else what the last one asked."""
    if question.kinds and question.kinds[0] in _BY_KIND:
        return _BY_KIND[question.kinds[0]]
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
