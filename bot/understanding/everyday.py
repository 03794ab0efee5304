"""What is asked of daily life though it has a topic's word: "När börjar skolan?".

A plan says what is wanted of schools, water and jobs; when the school opens, whether there are jobs
to be had and what a nurse earns are for the municipality's own services to tell. Each is told by
how it is asked: of no plan, with the thing itself as what begins, is to be had, or does something.
"""

from collections.abc import Collection, Sequence

from bot.understanding.at_hand import A_SAY, first_after, is_at_hand
from bot.understanding.clauses import Clause, clause_words
from bot.understanding.errands import is_errand, is_pastime, is_to_do, is_way_to_it
from bot.understanding.patterns import Hit
from knowledge.text import Word

EVERYDAY = "else.everyday"
# Where what is asked of stands after the first word: "när börjar skolan", "when does the school".
_AFTER_VERB = 2
# Who comes by what stands so early: "how do I find a".
_EARLY = 4
# How many there are to be is what plans are about.
_PEOPLE = frozenset({"topic.population", "topic.growth", "topic.people", "topic.future"})
_OF_PLANS = ("kind.", "ask.want", "ask.followup", "ask.future")


def everyday(found: Sequence[Word], hits: Collection[Hit], asking: Clause) -> list[Hit]:
    """The sign of daily life in the clause that asks, if there is one."""
    words = [word.folded for word in found[asking.start : asking.end]]
    if len(words) <= _AFTER_VERB:
        return []
    sign = [Hit(EVERYDAY, asking.start, asking.end, "")]
    inside = [hit for hit in hits if asking.start <= hit.start < asking.end]
    things = {
        hit.start - asking.start: hit
        for hit in inside
        if hit.names_thing and hit.group not in _PEOPLE
    }
    of_plans = {hit.group for hit in inside if hit.group.startswith(_OF_PLANS)}
    if is_pastime(words, things) and of_plans <= {"kind.action"}:
        return sign
    if of_plans:
        return []
    told = any(hit.names_thing for hit in hits if hit.start < asking.start)
    if is_to_do(words) or (told and is_way_to_it(words)):
        return sign
    if not things or _has(words, "applies", 0):
        # "When does Business start to apply?" is a focus area's date.
        return []
    asked = (
        _begins(words, things)
        or _is_on_a_day(words)
        or _is_to_be_had(words, things)
        or _is_come_by(words, things)
        or _is_to_be_told(words)
        or _is_somebodys_work(words, things)
        or is_at_hand(words, things)
        or is_errand(words, things)
    )
    return sign if asked else []


def _begins(words: Sequence[str], things: dict[int, Hit]) -> bool:
    """Whether it is asked when a thing begins or is: "när är näringslivsfrukosten?".

    A thing by its bare name may be a focus area that is new: "när började näringsliv?".
    """
    told = clause_words()
    if words[0] not in told["when"] or words[1] not in told["takes_place"]:
        return False
    at = first_after(words, _AFTER_VERB)
    if at not in things or words[at] == things[at].pattern.strip("*"):
        return at in things and words[1] in told["does"] and _has(words, "takes_place", at)
    return True


def _is_on_a_day(words: Sequence[str]) -> bool:
    """Whether something is asked of a day to come: "is there a theatre this weekend?"."""
    told = clause_words()
    return words[0] in told["yes_or_no"] | told["when"] and _has(words, "soon_to_come", 1)


def _is_to_be_had(words: Sequence[str], things: dict[int, Hit]) -> bool:
    """Whether something is to be had: "finns det jobb i Värnamo?", but not "något om jobb"."""
    told = clause_words()
    if words[0] not in told["is_there"] or words[1] not in told["there_is"]:
        return False
    at = first_after(words, _AFTER_VERB)
    # "Good schools" is one thing of two words.
    within = any(first <= at < first + hit.end - hit.start for first, hit in things.items())
    return within and words[at] in told["to_be_had"]


def _is_come_by(words: Sequence[str], things: dict[int, Hit]) -> bool:
    """Whether one asks how to come by a thing: "hur får jag jobb?", "how do I find a flat?"."""
    told = clause_words()
    if words[0] not in told["how"]:
        return False
    found = [at for at, word in enumerate(words[:_EARLY]) if word in told["comes_by"]]
    me = not told["me"].isdisjoint(words[:_EARLY])
    # "Hur får man vara med och påverka?" is what plans are about.
    had = {at for at, hit in things.items() if hit.group not in A_SAY}
    return me and any(had.intersection(range(at, at + _EARLY)) for at in found)


def _is_to_be_told(words: Sequence[str]) -> bool:
    """Whether one asks whom to tell of a thing: "whom do we ring about a burst water pipe?"."""
    told, first = clause_words(), words[: _EARLY + 1]
    whom = words[0] in told["whom"] and not told["me"].isdisjoint(first)
    return whom and not told["rings"].isdisjoint(first)


def _is_somebodys_work(words: Sequence[str], things: dict[int, Hit]) -> bool:
    """Whether it is asked what somebody does or earns: "vad tjänar en undersköterska?"."""
    told = clause_words()
    asks = words[0] in told["what"] | told["how"] and not _has(words, "says", 1)
    if asks and _has(words, "earns", 1) and "till" not in words:
        return True
    if words[0] not in told["what"] or words[1] not in told["does_so"]:
        return False
    at = first_after(words, _AFTER_VERB)
    return at in things and words[at].endswith(tuple(told["trades"]))


def _has(words: Sequence[str], name: str, start: int) -> bool:
    return not clause_words()[name].isdisjoint(words[start:])
