"""The parts of a message that each ask for something: "the vision, and who decided it?"."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.clauses import ASKING, clause_words, only_beside
from bot.understanding.patterns import Hit
from bot.understanding.reading import Reading

# What falls into more parts than this is a story, if it is anything.
_MOST = 12
_SUBJECTS = ("kind.", "topic.", "narrow.", "ask.")
_OF_ANY = {"kind.plan", "kind.page", *(f"ask.{name}" for name in ASKING)}


class _Part(NamedTuple):
    start: int
    end: int


def asking_parts(reading: Reading, *, bare: bool) -> list[str]:
    """The texts of the parts that ask by themselves, in order; none where there are not two.

    A part asks that opens as a question does and names a subject. A `bare` one is nothing but a
    kind of statement, as in "the vision and the values, please".
    """
    parts = list(_parts(reading))
    if not 1 < len(parts) <= _MOST:
        return []
    found = [part for part in parts if _asks(reading, part, bare=bare)]
    if len(found) < 2:
        return []
    words = reading.words
    return [reading.text[words[part.start].start : words[part.end - 1].end] for part in found]


def _parts(reading: Reading) -> Iterator[_Part]:
    words = reading.words
    joins = {p + 1 for p, word in enumerate(words) if word.folded in clause_words()["joining"]}
    starts = sorted({clause.start for clause in reading.clauses} | joins)
    for start, next_start in pairwise([*starts, len(words)]):
        end = next_start - (next_start in joins)
        if end > start:
            yield _Part(start, end)


def _asks(reading: Reading, part: _Part, *, bare: bool) -> bool:
    subjects = list(_subjects(reading, part))
    words = {word.folded for word in reading.words[part.start : part.end]}
    if not subjects or words & clause_words()["negates"]:
        return False
    if only_beside(reading.words, part.start):
        return False
    if part.start and words & clause_words()["person"]:
        # "Who is the chair, and what does he say of the goals?" is asked of the chair.
        return False
    first_word = reading.words[part.start].folded
    opens = clause_words()["opens"] | (clause_words()["about"] if part.start else frozenset())
    if first_word in opens or (part.start and _points_back(first_word, reading, part)):
        return True
    if not bare or not any(group.startswith("kind.") for group in subjects):
        return False
    told = any(part.start <= position < part.end for position in reading.unknown)
    first = reading.kind_starts
    return not told or bool(first & {part.start, part.start + 1})


def _points_back(first_word: str, reading: Reading, part: _Part) -> bool:
    """Whether a part asks yes or no of what was named before it: "och gäller de än?"."""
    words = clause_words()
    second = reading.folded[part.start + 1 : part.start + 2]
    back = words["they"] | words["it"]
    return first_word in words["yes_or_no"] and not back.isdisjoint(second)


def kind_named(reading: Reading) -> str:
    """The first word for a kind of statement, as it was typed; "" where none is."""
    return reading.text[_span(reading, reading.kinds[0])] if reading.kinds else ""


def _span(reading: Reading, hit: Hit) -> slice:
    return slice(reading.words[hit.start].start, reading.words[hit.end - 1].end)


def _subjects(reading: Reading, part: _Part) -> Iterable[str]:
    return (
        hit.group
        for hit in reading.hits
        if part.start <= hit.start < part.end
        and hit.group.startswith(_SUBJECTS)
        and hit.group not in _OF_ANY
    )
