"""What reads as something else if it stands alone, and goes on from the last answer."""

from dataclasses import replace

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import (
    BARE,
    SHORT,
    asks_for_others,
    asks_of_the_one,
    asks_of_them,
    asks_on_it,
)
from bot.understanding.going_on import asks_of_a_word_too
from bot.understanding.question import FOLLOW, OFF, SELF, Question
from bot.understanding.talking_on import has_subject, is_no_talk, says_nothing
from knowledge.store import Store


def of_uncovered(question: Question, context: Context, store: Store) -> Question:
    """What goes on from a municipality that is not covered is asked of it, or of those around."""
    places = [place for code in context.uncovered if (place := store.municipality(code))]
    words = set(question.reading.folded)
    if words & clause_words()["near"] and question.group != "goals":
        counties = tuple(dict.fromkeys(place.county for place in places))
        return replace(question, intent="covered", counties=counties)
    if question.intent not in FOLLOW:
        return question
    return replace(question, intent=context.intent, uncovered=tuple(places))


def rescued(question: Question, context: Context) -> Question:
    """A few words that alone look like something else may well go on from the last answer."""
    if question.intent in SELF and question.topics and set(question.topics) <= set(context.topics):
        # "Which language is that?" after what is said of languages.
        return replace(question, intent="follow")
    if question.group == "chat" and clause_words()["person"].intersection(question.reading.folded):
        # "Vad har han sagt?" is no small talk.
        return replace(question, intent="person")
    if question.intent in OFF | {"nth"} and says_nothing(question.reading):
        return replace(question, intent="smalltalk")
    if question.intent == "nth" and question.ordinal is None and not _points_at_one(question):
        # "So no numbers at all?", "just one sentence each".
        return replace(question, intent="follow")
    if _asks_to_read_page(question):
        return replace(question, intent="document", likely={"document": 1.0})
    if question.intent == "why" and "ask.reason" not in question.reading.cues:
        return replace(question, intent="follow")
    if asks_of_a_word_too(question, context):
        return replace(question, intent=context.intent, likely={context.intent: 1.0})
    if is_no_talk(question):
        return replace(question, intent="follow" if has_subject(question) else "insult")
    found = question.reading
    cues = found.cues
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
    if len(context.codes) == 1 and asks_for_others(question):
        return replace(question, intent="more")
    short = len(found.words) <= SHORT and (back or not found.unknown)
    # "Vilka är det?" names nothing, and asks of what was just said.
    subjects = {"topic", "narrow", "kind"}
    if len(found.words) <= BARE:
        subjects.add("ask")
    if question.group == "off" and "ask.meaning" in cues and len(found.words) <= SHORT:
        # "Vad betyder stark kommun?" after a list with one.
        return question if "else" in groups else replace(question, intent=_explains(question))
    if question.group == "off" and asks_on_it(question, context):
        # It is for the page to say, and it does not.
        return replace(question, intent="absent")
    if question.group != "off" or "else" in groups:
        return question
    if short and groups & subjects:
        return replace(question, intent="follow")
    return replace(question, intent=_of_the_last(question, context))


def _of_the_last(question: Question, context: Context) -> str:
    """What a few words ask of what was shown; something else where nothing ties them to it."""
    words, told = question.reading.folded, clause_words()
    if not context.codes or question.named or len(words) > _SO_SHORT:
        return question.intent
    if "ask.person" in question.reading.cues and not question.reading.unknown:
        # "Vem kan jag citera?"
        return "person"
    back = told["it"] | told["they"] | told["that"]
    if back.isdisjoint(words[_OPENING:]):
        return question.intent
    if question.words:
        # "Hur ska den betalas?": it is for the page to say, and it does not.
        return "absent"
    # "Vad är det?", "vad tänker de göra?"
    defined = bool(told["what"].intersection(words[:1]) and told["being"].intersection(words[1:2]))
    return _explains(question) if defined else "follow"


# So few words are asked of what was just said; what they point back with is not the first.
_SO_SHORT, _OPENING = 5, 1


def _points_at_one(question: Question) -> bool:
    """Whether some of a list are pointed at by no number: "the new one", "and the others?"."""
    points = clause_words()["that"] | clause_words()["them"] | clause_words()["the_others"]
    return bool(points.intersection(question.reading.folded))


def _asks_to_read_page(question: Question) -> bool:
    """Whether the page itself is to be read out, and no day of it is asked for."""
    cues = question.reading.cues
    of_day = question.intent in {"published", "changed"} and f"ask.{question.intent}" not in cues
    reads = clause_words()["reads"].intersection(question.reading.folded)
    return of_day and "kind.page" in cues and bool(reads)


def _explains(question: Question) -> str:
    """Whether a goal is to be explained or a word, whichever is likelier."""
    return max(("meaning", "explain"), key=lambda intent: question.likely.get(intent, 0.0))
