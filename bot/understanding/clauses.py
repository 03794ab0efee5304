"""The clauses of a message, and the one that asks; the words for it are in `clause_words/`."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.understanding.patterns import Hit
from knowledge.text import Word, fold

# The colon of "FN:s" ends nothing, nor does the comma of "40,000".
_CLAUSE = re.compile(r"(?:[.!?…\n;()–—&]|,(?!(?<=\d,)\d{3}\b)|:(?![sS]\b))+|\s-\s")
_SENTENCE = re.compile(r"[.!?…\n]")
# Cues that ask of anything; the others are aspects of a plan.
ASKING = frozenset({"who", "when", "where", "how", "count", "reason", "exists", "want", "list"})
_THINGS = ("kind.", "topic.", "narrow.")
_LONGEST_FRONTED = 5
# Two things in a row are an enumeration.
_TWO = 2


@cache
def clause_words() -> Mapping[str, frozenset[str]]:
    """The words of `clause_words/` by what they do, folded."""
    return {name: frozenset(map(fold, words)) for name, words in _spelled().items()}


def says(found: Iterable[Word], name: str) -> bool:
    """Whether any of some words is one of `clause_words/`, as it is spelled there.

    "Vår" and "våra" are ours; "var" and "vara" are not.
    """
    spelled = _spelled()[name]
    return any(word.lower in spelled or word.folded in spelled for word in found)


@cache
def _spelled() -> Mapping[str, frozenset[str]]:
    """The words by name; a name that stands in two files raises ValueError."""
    found: dict[str, frozenset[str]] = {}
    for file in files(__package__).joinpath("clause_words").iterdir():
        for name, text in tomllib.loads(file.read_text("utf-8")).items():
            if name in found:
                raise ValueError(f"{name} stands in two files of clause_words, {file.name} is one")
            found[name] = frozenset(text.split())
    return found


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words between marks: words `start` to `end`, and whether it ends in "?"."""

    start: int
    end: int
    asked: bool


def clauses_of(text: str, found: Sequence[Word]) -> Iterable[Clause]:
    """The stretches between marks; all of a sentence that ends in "?" ask."""
    starts = [word.start for word in found]
    sentence: list[tuple[int, int]] = []
    start = 0
    for mark in _CLAUSE.finditer(text):
        end = bisect_left(starts, mark.start())
        if mark.group() == "." and end and _is_short(found[end - 1]):
            continue
        if end > start:
            sentence.append((start, end))
            start = end
        if _SENTENCE.search(mark.group()):
            asked = "?" in mark.group()
            yield from (Clause(*span, asked) for span in sentence)
            sentence = []
    yield from (Clause(*span, False) for span in sentence)
    if start < len(found):
        yield Clause(start, len(found), False)


def sentence_start(text: str, found: Sequence[Word], position: int) -> int:
    """Where the sentence begins that a word stands in."""
    while position and not _ends_sentence(text, found[position - 1], found[position]):
        position -= 1
    return position


def _ends_sentence(text: str, last: Word, following: Word) -> bool:
    """Whether a sentence ends between two words."""
    return bool(_SENTENCE.search(text[last.end : following.start])) and not _is_short(last)


def _is_short(word: Word) -> bool:
    """Whether a word is written short, so that its full stop ends nothing: "resp."."""
    return word.folded in clause_words()["written_short"]


def asking_clause(found: Sequence[Word], clauses: Sequence[Clause], hits: Sequence[Hit]) -> Clause:
    """The clause that asks: the one with most of what questions are made of, the last of equals.

    A thing named just before belongs to it: "Wind power, what do they say?".
    """
    if len(clauses) <= 1:
        return clauses[0] if clauses else Clause(0, 0, False)
    starts = [hit.start for hit in hits]
    within = {c: hits[bisect_left(starts, c.start) : bisect_left(starts, c.end)] for c in clauses}
    asking = max(clauses, key=lambda clause: (_asks(found, clause, within[clause]), clause.start))
    before = clauses[: clauses.index(asking)][-_TWO:]
    if before and _asks_whether_so(found, asking, within[asking]):
        # "They want 35,000 people. Is that so?" asks about what was said before it.
        return Clause(before[-1].start, asking.end, asking.asked)
    things = [_names_a_thing(found, clause, within[clause]) for clause in before]
    if things and things[-1] and sum(things) == 1:
        return Clause(before[-1].start, asking.end, asking.asked)
    return asking


def _asks_whether_so(found: Sequence[Word], clause: Clause, hits: Sequence[Hit]) -> bool:
    """Whether a clause only asks if something is so, or for it: "is he right?", "got those?"."""
    asked = {word.folded for word in found[clause.start : clause.end]}
    if any(hit.group.startswith(_THINGS) for hit in hits):
        return False
    aspects = any(
        hit.group.startswith("ask.") and hit.group.removeprefix("ask.") not in ASKING
        for hit in hits
    )
    points = bool(asked & clause_words()["those"]) and not aspects
    return points or bool(asked & clause_words()["so"])


def _asks(found: Sequence[Word], clause: Clause, hits: Sequence[Hit]) -> float:
    inside = {hit.group for hit in hits}
    cues = {group[4:] for group in inside if group.startswith("ask.")}
    kinds = sum(group.startswith("kind.") for group in inside)
    topics = any(group.startswith(("topic.", "narrow.")) for group in inside)
    opens = found[clause.start].folded in clause_words()["opens"]
    score = 2.0 * clause.asked + opens + min(kinds, 2) + 0.5 * min(len(cues), 3)
    if only_beside(found, clause.start):
        score -= 1.0
    return score + 0.5 * topics + 0.5 * bool(ASKING & cues)


def only_beside(found: Sequence[Word], start: int) -> bool:
    """Whether a clause tells what there is instead: "Have they no vision, only goals?"."""
    before = {word.folded for word in found[:start]}
    only = start < len(found) and found[start].folded in clause_words()["only"]
    return only and not clause_words()["none"].isdisjoint(before)


def _names_a_thing(found: Sequence[Word], clause: Clause, hits: Sequence[Hit]) -> bool:
    """Whether a clause is nothing but a thing, maybe with a name: several are an enumeration."""
    things = {(hit.start, hit.end) for hit in hits if hit.group.startswith(_THINGS)}
    if len(things) != 1 or clause.end - clause.start > _LONGEST_FRONTED:
        return False
    first, after = things.pop()
    beside = [p for p in range(clause.start, clause.end) if not first <= p < after]
    little = clause_words()["beside_a_thing"]
    return all(found[p].folded in little or found[p].raw[:1].isupper() for p in beside)
