"""What a few words ask once more of what was just spoken of: what it is, who has it."""

from dataclasses import replace

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import BY_KIND, EVERYWHERE
from bot.understanding.question import CHAT, Question
from bot.understanding.taking_over import kinds_of, places_of
from knowledge.models import Kind, Municipality
from knowledge.store import Store

_FEW = 5
_OF_ITS_TIME = frozenset({"status", "start", "end", "period"})


def asked_again(question: Question, context: Context, store: Store) -> Question | None:
    """The last question once more, as these words put it; None where they ask something else."""
    words = set(question.reading.folded)
    subject = question.kinds or question.topics or question.narrow or question.named
    told = words - clause_words()["leading"]
    if subject or question.counties or len(told) > _FEW:
        return None
    kinds = kinds_of(context)
    places = places_of(context.codes, store)
    if kinds and _asks_who_has_one(question):
        return _as(question, "across", kinds, ())
    if len(places) != 1:
        return None
    if kinds[:1] == (Kind.VISION,) and Kind.VISION not in store.kinds(places[0].code):
        lacks = clause_words()["lacks"]
        doubts = words & lacks and words <= lacks | _around() | clause_words()["at_all"]
        if doubts or words & clause_words()["instead"]:
            # "None at all?", "what instead?": a mission stands in the place of a vision.
            return _as(question, "vision", kinds, places)
    if context.intent == "count" and not kinds and _asks_what_they_are(question):
        # "Five levels": the sentence that counts them is all there is.
        return replace(question, intent="more", covered=places)
    known = context.intent and context.intent not in EVERYWHERE | CHAT | {"count"}
    if context.intent in _OF_ITS_TIME and kinds and _asks_what_they_are(question):
        # "Are they from 2024?", "what are they, then?": the list, and not once more the year.
        return _as(question, BY_KIND.get(kinds[0], context.intent), kinds, places)
    if known and not question.sure and _asks_what_they_are(question):
        again = _as(question, context.intent, kinds, places)
        return replace(again, topics=context.topics)
    return None


def _as(
    question: Question, intent: str, kinds: tuple[Kind, ...], places: tuple[Municipality, ...]
) -> Question:
    return replace(question, intent=intent, likely={intent: 1.0}, kinds=kinds, covered=places)


def _around() -> frozenset[str]:
    return clause_words()["fillers"] | clause_words()["joining"] | clause_words()["a"]


def _asks_who_has_one(question: Question) -> bool:
    """Whether nothing but who has one is asked: "vilka har en?", "which of them have one?"."""
    words = question.reading.folded
    which, has = clause_words()["which"], clause_words()["having"]
    little = which | has | clause_words()["a"] | clause_words()["them"] | {"of", "av", "då"}
    little |= clause_words()["municipality"]
    opens = bool(which.intersection(words[:1])) and bool(has.intersection(words))
    return question.intent == "across" and opens and set(words) <= little


def _asks_what_they_are(question: Question) -> bool:
    """Whether nothing but what they are is asked: "what are they exactly?", "vilka är de?"."""
    words = question.reading.folded
    which, they = clause_words()["which"], clause_words()["they"] | clause_words()["them"]
    little = which | they | clause_words()["being"] | clause_words()["exactly"]
    little |= clause_words()["it"]
    opens = words[:1] and words[0] in which | {"vad"}
    # "Vilka är det?" asks for several; "vad är det?" for what one of them is.
    several = words[:1] and words[0] in which - clause_words()["what"]
    points = they | clause_words()["it"] if several else they
    return bool(opens and points.intersection(words)) and set(words[1:]) <= little
