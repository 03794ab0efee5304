"""What only asks for a yes to what is said, from `tags.toml`: "…, right?", "vill väl"."""

import tomllib
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.clauses import Clause, clause_words
from knowledge.text import Word, fold, words


class TagWords(NamedTuple):
    """The words of `tags.toml`, folded."""

    anywhere: frozenset[tuple[str, ...]]
    after_a_mark: frozenset[tuple[str, ...]]
    verbs: frozenset[str]
    doubts: frozenset[str]
    states: frozenset[str]
    goes_on: frozenset[str]
    frames: frozenset[str]
    that: frozenset[str]


@cache
def tag_words() -> TagWords:
    """The words, read once."""
    data = tomllib.loads(files(__package__).joinpath("tags.toml").read_text("utf-8"))
    anywhere, after_a_mark = (
        frozenset(tuple(word.folded for word in words(text)) for text in data[name])
        for name in ("anywhere", "after_a_mark")
    )
    lists = (frozenset(map(fold, data[name].split())) for name in TagWords._fields[2:])
    return TagWords(anywhere, after_a_mark, *lists)


def tag_start(text: str, typed: Sequence[Word]) -> int:
    """Where the tag begins that a message ends with; past its last word where it has none.

    What is nothing but a tag, or praise before one ("fint, va?"), is left as it is.
    """
    told = tag_words()
    little = clause_words()["fillers"] | clause_words()["approves"]
    for start in range(max(1, len(typed) - _LONGEST), len(typed)):
        phrase = tuple(word.folded for word in typed[start:])
        marked = bool(text[typed[start - 1].end : typed[start].start].strip(_QUOTES))
        if marked and phrase in told.anywhere | told.after_a_mark:
            break
        if phrase in told.anywhere and _tells(typed[:start]):
            break
    else:
        return len(typed)
    said = any(word.folded not in little for word in typed[:start])
    return start if said else len(typed)


_QUOTES = " '’\"”"
# "Stämmer det eller inte"; and so many words say something before a tag with no mark.
_LONGEST, _SENTENCE = 4, 3


def _tells(before: Sequence[Word]) -> bool:
    """Whether words tell something, and do not ask: "is the claim correct" has no tag.

    Nor has "that can't be right".
    """
    asks = clause_words()["opens"] | clause_words()["yes_or_no"] | clause_words()["question_words"]
    linked = clause_words()["being"] | clause_words()["to_be"] | clause_words()["lacks"]
    tells = before[0].folded not in asks and before[-1].folded not in linked
    return len(before) >= _SENTENCE and tells


def is_a_sentence(text: str, typed: Sequence[Word], start: int) -> bool:
    """Whether a tag is a sentence of its own: "They want 35,000 people. Is that so?"."""
    between = text[typed[start - 1].end : typed[start].start] if start < len(typed) else ""
    return not _ENDS.isdisjoint(between)


_ENDS = frozenset(".!?…\n")


def states_a_claim(folded: Sequence[str], asking: Clause, named: Collection[int]) -> bool:
    """Whether what asks is put as a statement: "Värnamo has five goals?", "X vill väl växa?"."""
    asked = folded[asking.start : asking.end]
    told = tag_words()
    if not (asked and asking.asked) or not clause_words()["question_words"].isdisjoint(asked):
        return False
    verbs = [at for at, word in enumerate(asked) if word in told.states][:1]
    they = clause_words()["they"] | clause_words()["it"] | clause_words()["there"]
    first = next((at for at, word in enumerate(asked) if word not in told.goes_on), 0)
    subject = asking.start + first in named or asked[first] in they
    stated = bool(verbs) and 0 < verbs[0] - first <= _SUBJECT and subject
    doubted = any(word in told.doubts and before in told.verbs for before, word in pairwise(asked))
    return stated or doubted


# "Värnamo kommun har", "Jokkmokks nya vision är".
_SUBJECT = 3


def frame_end(asked: Sequence[str]) -> int:
    """Where the claim begins after what frames it: "Är det inte så att …"; 0 where it has none."""
    told = tag_words()
    that = next((at for at, word in enumerate(asked[:_FRAME]) if word in told.that), 0)
    return that + 1 if that and told.frames.issuperset(asked[:that]) else 0


_FRAME = 8
