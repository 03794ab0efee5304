"""What of daily life is asked by what is there, where it is, and how it is.

"What schools are there?", "Where is the theatre?", "How is the water?". The same things asked of a
plan have more beside them: "What is there about schools?".
"""

from collections.abc import Sequence

from bot.understanding.clauses import clause_words
from bot.understanding.patterns import Hit

Things = dict[int, Hit]
# What stands between a thing and "there": "which schools | are there", "vilka skolor finns".
_THERE = 2
# So many words may stand after a thing where only a place does: "in Värnamo", "i Värnamo kommun".
_PLACE = 3
# Words that may stand between: "the", "nästa".
_BETWEEN = 2
# "Vad finns det för skolor?", but not what there is "för skolan".
_DEFINITE = ("an", "en", "et", "na")
# A say in things is what plans are about, and so is who governs.
A_SAY = frozenset({"topic.participation", "topic.democracy", "topic.equality", "topic.governance"})
# What is nowhere to be gone to, and yet told of by a plan: "vilka språk finns i Övertorneå?".
NO_PLACE = A_SAY | {
    f"topic.{name}"
    for name in ("language", "minorities", "cooperation", "climate", "environment", "economy",
                 "diversity", "growth", "sustainability", "people", "population", "children",
                 "youth", "elderly", "families", "attractiveness", "future")
}  # fmt: skip


def first_after(words: Sequence[str], start: int) -> int:
    """Where a noun may stand: past "the", "en" and "nästa"."""
    little = clause_words()["before_a_thing"]
    end = min(start + _BETWEEN, len(words) - 1)
    while start < end and words[start] in little:
        start += 1
    return start


def is_at_hand(words: Sequence[str], things: Things) -> bool:
    """Whether a thing is asked for as it is today, and not as anybody wants it."""
    if asks_of_words(words):
        return False
    return _is_there(words, things) or _is_placed(words, things) or _is_wondered_at(words, things)


def _is_there(words: Sequence[str], things: Things) -> bool:
    """Whether things are asked for that are there: "Vilka skolor finns?", "what housing is"."""
    told = clause_words()
    at = 1
    if words[0] in told["what"] and words[1] in told["stands"]:
        # "Vad finns det för jobb?"
        at = next((at for at in range(2, 4) if words[at : at + 1] == ["for"]), 0) + 1
        indefinite = at > 1 and at in things and not words[at].endswith(_DEFINITE)
        return indefinite and _may_be_there(words[at], things[at])
    while at < len(words) - 1 and words[at] in told["sorts_of"]:
        at += 1
    at = first_after(words, at)
    if (
        words[0] not in told["which"]
        or at not in things
        or not _may_be_there(words[at], things[at])
    ):
        return False
    rest = words[things[at].end - things[at].start + at :]
    offered = not told["is_offered"].isdisjoint(rest[:1])
    being = not told["being"].isdisjoint(rest[:1])
    return offered or _are_had(rest) or (being and not told["at_hand"].isdisjoint(rest[1:_THERE]))


def _are_had(rest: Sequence[str]) -> bool:
    """Whether a place has them, and nothing more is said: "har Ljungby", "does Ljungby have"."""
    told = clause_words()
    has = not told["having"].isdisjoint(rest[:1])
    does = rest[:1] and rest[0] in told["does"] and rest[-1] in told["having"]
    return len(rest) <= _PLACE and (has or bool(does))


def _may_be_there(word: str, thing: Hit) -> bool:
    """Whether a word is of a thing that one can go to or get, and not of its goals."""
    return thing.group not in NO_PLACE and not _names_plans(word)


def _names_plans(word: str) -> bool:
    """Whether a word is a thing's goals or the like: "miljömål", "kulturfrågor"."""
    return word.endswith(tuple(clause_words()["of_plans"]))


def _is_placed(words: Sequence[str], things: Things) -> bool:
    """Whether it is asked where or how a thing is: "var ligger skolan?", "how is the water?"."""
    told = clause_words()
    where = words[0] in told["where"] and words[1] in told["lies"] | told["being"]
    how = words[0] in told["how"] and words[1] in told["being"]
    good = words[0] in told["how"] and words[1] in told["how_good"] and words[2] in told["being"]
    at = first_after(words, 3 if good else 2)
    if not (where or how or good) or at not in things or things[at].group in A_SAY:
        return False
    rest = words[things[at].end - things[at].start + at :]
    placed = not rest or (rest[0] in told["in_a_place"] and told["that"].isdisjoint(rest))
    return placed and len(rest) <= _PLACE


def _is_wondered_at(words: Sequence[str], things: Things) -> bool:
    """Whether it is asked why a thing is as it is: "varför är bensinen så dyr?"."""
    told = clause_words()
    why = words[0] in told["why"] and words[1] in told["being"]
    at = first_after(words, 2)
    such = not told["so_much"].isdisjoint(words[at:])
    return why and at in things and such and told["matters"].isdisjoint(words)


def asks_of_words(words: Sequence[str]) -> bool:
    """Whether what is said of a thing is asked: "about", "om", "mentioned"."""
    told = clause_words()
    of_words = told["about"] | told["is_said"] | told["mentions"]
    return not of_words.isdisjoint(words)
