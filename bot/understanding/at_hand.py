"""What of daily life is asked by what is there, where it is, how it is, and what one can do.

"What schools are there?", "Where is the theatre?", "How is the water?", "Can I get support?". The
same things asked of a plan have more beside them: "What is there about schools?".
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
# A say in things is what plans are about, and so is who governs.
A_SAY = frozenset({"topic.participation", "topic.democracy", "topic.equality", "topic.governance"})
# What is nowhere to be gone to, and yet told of by a plan: "vilka språk finns i Övertorneå?".
_NO_PLACE = A_SAY | {
    f"topic.{name}"
    for name in ("language", "minorities", "cooperation", "climate", "environment", "economy",
                 "diversity", "growth", "sustainability", "people", "population", "landscape")
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
    if _asks_of_words(words):
        return False
    return (
        _is_there(words, things)
        or _is_placed(words, things)
        or _is_wondered_at(words, things)
        or _is_done_by_oneself(words, things)
        or _is_in_charge(words, things)
        or _is_collected(words)
    )


def is_pastime(words: Sequence[str], things: Things) -> bool:
    """Whether pastimes for somebody are asked for: "what activities are there for kids?"."""
    told = clause_words()
    offered = told["is_offered"] | told["being"]
    asks = words[0] in told["which"] and words[1] in told["pastimes"] and words[2] in offered
    return asks and any(not told["for_use"].isdisjoint(words[at - 1 : at + 1]) for at in things)


def is_way_to_it(words: Sequence[str]) -> bool:
    """Whether one asks how oneself does what was just told: "how do I do that?"."""
    told = clause_words()
    back = next((at for at in range(_BACK, len(words)) if words[at] in told["that"]), 0)
    does = {words[back - 1], words[1] if back == _BACK else ""}
    asks = words[0] in told["how"] and bool(back) and not told["does_so"].isdisjoint(does)
    return asks and not told["me"].isdisjoint(words[2:back]) and len(words) <= _SHORT


# Where "that" stands at the earliest ("hur gör jag det"), and how short such a question is.
_BACK, _SHORT = 3, 7


def is_to_do(words: Sequence[str]) -> bool:
    """Whether it is asked what there is to do: "vad finns det att göra på fritiden?"."""
    told = clause_words()
    after = [word for word in words[1:5] if word not in told["there_is"]]
    opens = words[0] in told["what"] and not told["is_there"].isdisjoint(words[1:2])
    return opens and after[1:3] in _TO_DO and not _asks_of_words(words)


_TO_DO = (["att", "gora"], ["to", "do"])


def _is_there(words: Sequence[str], things: Things) -> bool:
    """Whether things are asked for that are there: "Vilka skolor finns?", "what housing is"."""
    told = clause_words()
    at = first_after(words, 1)
    if words[0] not in told["which"] or at not in things or _names_plans(words[at]):
        return False
    if things[at].group in _NO_PLACE:
        return False
    rest = words[things[at].end - things[at].start + at :]
    offered = not told["is_offered"].isdisjoint(rest[:1])
    being = not told["being"].isdisjoint(rest[:1])
    return offered or (being and not told["at_hand"].isdisjoint(rest[1:_THERE]))


def _names_plans(word: str) -> bool:
    """Whether a word is a thing's goals or the like: "miljömål", "kulturfrågor"."""
    return word.endswith(tuple(clause_words()["of_plans"]))


def _is_placed(words: Sequence[str], things: Things) -> bool:
    """Whether it is asked where or how a thing is: "var ligger skolan?", "how is the water?"."""
    told = clause_words()
    where = words[0] in told["where"] and words[1] in told["lies"] | told["being"]
    how = words[0] in told["how"] and words[1] in told["being"]
    at = first_after(words, 2)
    if not (where or how) or at not in things or things[at].group in A_SAY:
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


def _is_done_by_oneself(words: Sequence[str], things: Things) -> bool:
    """Whether one asks to do something: "can I drink the water?", "får man köpa tomt?"."""
    told = clause_words()
    asks = words[0] in told["can"] and words[1] in told["me"]
    had = any(hit.group not in A_SAY for hit in things.values())
    return asks and had and words[2] in told["does_oneself"]


def _is_in_charge(words: Sequence[str], things: Things) -> bool:
    """Whether it is asked whose work a thing is: "who is responsible for schools?"."""
    told = clause_words()
    asks = words[0] in told["whom"] and not told["duty"].isdisjoint(words[1:4])
    return asks and any(hit.group not in A_SAY for hit in things.values())


def _is_collected(words: Sequence[str]) -> bool:
    """Whether it is asked when somebody does a round: "when do you pick up the trash?"."""
    told = clause_words()
    return words[0] in told["when"] and not told["collects"].isdisjoint(words[1:])


def _asks_of_words(words: Sequence[str]) -> bool:
    """Whether what is said of a thing is asked: "about", "om", "mentioned"."""
    told = clause_words()
    of_words = told["about"] | told["is_said"] | told["mentions"]
    return not of_words.isdisjoint(words)
