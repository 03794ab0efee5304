"""One of several municipalities just spoken of, by its place: "the first one's goals"."""

from dataclasses import replace
from itertools import pairwise

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import BY_KIND, EVERYWHERE
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import FOLLOW, Question
from bot.understanding.reading import Reading
from bot.understanding.taking_over import asked_same, places_of
from knowledge.store import Store


def one_of_several(question: Question, context: Context, store: Store) -> Question | None:
    """The question put to the one meant: "back to the first municipality", "den sistnämndas mål".

    None where an item of a list may be meant: "what about the second one?".
    """
    at = _place_named(question.reading, asks=bool(question.kinds))
    if at is None or question.named or question.counties:
        return None
    places = places_of(asked_same(context), store)
    index = at - (at > 0)
    if len(places) < 2 or not -len(places) <= index < len(places):
        return None
    one = replace(question, covered=(places[index],), ordinal=None)
    if question.intent not in EVERYWHERE | FOLLOW | {"compare"}:
        return one
    asked = BY_KIND.get(question.kinds[0]) if question.kinds else None
    intent = asked or ("topic" if question.topics or question.narrow else "overview")
    return replace(one, intent=intent, likely={intent: 1.0})


def _place_named(reading: Reading, *, asks: bool) -> int | None:
    """Which one of the municipalities is named: 1 for the first, -1 for the last; None for none.

    `asks` says that a kind of statement is asked for, so that "the first one" is no item of one.
    """
    words, listed = clause_words(), listed_words()
    for position, (word, after) in enumerate(pairwise([*reading.folded, ""])):
        if word in words["named_first"]:
            return 1
        if word in words["named_last"]:
            return -1
        number = listed.ordinals.get(word)
        called = after in words["one_place"] or (asks and after in words["that_one"])
        if number and called and position + 1 not in reading.kind_starts:
            return number
    return None
