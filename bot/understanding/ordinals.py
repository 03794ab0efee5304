"""Which one of a list is meant: "den andra", "goal 3", "the last"; words in `ordinals.toml`."""

import re
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.clauses import clause_words
from bot.understanding.ordinal_words import counting_words, listed_words
from bot.understanding.reading import Reading

_FEW = 3


def ordinal(reading: Reading) -> int | None:
    """Which one of a list is meant: 1 for the first, -1 for the last, 0 for the middle one."""
    listed = listed_words()
    folded = reading.folded
    if counting_words().isdisjoint(folded):
        return None
    text = f" {' '.join(folded)} "
    for phrase, number in listed.phrases.items():
        if f" {phrase} " in text:
            return number
    for before, word in zip(["", *folded], folded, strict=False):
        # "De andra" and "några andra" are others; "den andra" is the second.
        if word in listed.ordinals and not (word in listed.other and before in listed.several):
            return listed.ordinals[word]
    # "The other two" counts them; "the green one" names one by what it is.
    counts = bool(listed.points.intersection(folded[:1]))
    kinds = reading.kind_starts
    for position, (before, word) in enumerate(zip(["nr", *folded], folded, strict=False)):
        short = len(folded) <= _FEW and not counts and word not in listed.pronouns
        # "Only six?" and "two perspectives?" count as well.
        short = short and before not in clause_words()["few"]
        counted = position + 1 in kinds
        if word in listed.numbers and (before in listed.before or short) and not counted:
            return listed.numbers[word]
    return None


def numbered(reading: Reading) -> int | None:
    """Which one of a kind is asked for outright: "Ljungby's third vision goal", "mål 2"."""
    listed = listed_words()
    folded = reading.folded
    kinds = reading.kind_starts
    for position, word in enumerate(folded):
        before = folded[position - 1] if position else ""
        beside = before in listed.before and position - 1 in kinds
        # "Mål 2", and "which goal is number two?".
        told = (beside and not reading.mark_before(position)) or (
            before in _NUMBER and len(kinds) == 1
        )
        if word in listed.numbers and told:
            several = any(other in listed.numbers for other in folded[position + 1 :])
            return None if several else listed.numbers[word]
        # "Andra mål" are other goals; "det andra målet" and "Ljungbys andra mål" are the second.
        other = word in listed.other and not (before in listed.the or position - 1 in reading.named)
        if word in listed.ordinals and not other and kinds & {position + 1, position + 2}:
            return None if listed.many.intersection(folded) else listed.ordinals[word]
    return None


def first_few(reading: Reading) -> int | None:
    """How many at an end of a kind are asked for: 2 for "the first two goals", -2 for the last."""
    listed = listed_words()
    for position, pair in enumerate(pairwise(reading.folded)):
        # "The first two goals", "de två första målen".
        end = next((listed.ordinals[word] for word in pair if word in listed.ordinals), 0)
        number = next((listed.numbers[word] for word in pair if word in listed.numbers), 0)
        if end in _ENDS and number > 1 and reading.kind_starts & {position + 2, position + 3}:
            return end * number
    return None


_ENDS = frozenset({1, -1})


class NumberAsked(NamedTuple):
    """How many are asked for: that number, more, or fewer."""

    number: int
    than: int

    def fits(self, number: int) -> bool:
        """Whether a number is one of those asked for."""
        if not self.than:
            return number == self.number
        return (number - self.number) * self.than > 0


def number_asked(reading: Reading) -> NumberAsked | None:
    """The number of a kind that is asked about: "four goals", "more than three goals"."""
    return number_of(reading, reading.kind_starts)


def number_of(reading: Reading, starts: Collection[int]) -> NumberAsked | None:
    """The number asked about of things whose words begin at `starts`: "five levels"."""
    listed = listed_words()
    folded = reading.folded
    things = set(starts)
    for position, word in enumerate(folded):
        number = int(word) if _COUNT.fullmatch(word) else listed.numbers.get(word)
        if not number or folded[position + 1 : position + 2] == (_THOUSAND,):
            # "The 35,000 target" is one.
            continue
        before = set(folded[max(0, position - _NEAR) : position])
        if word in _ONE and before.isdisjoint(listed.more | clause_words()["only"]):
            continue
        # "Four goals", and "the goals are four".
        if things & {position + 1, position + 2} or _is_said_of(reading, position, things):
            than = bool(before & listed.more) - bool(before & listed.fewer)
            return NumberAsked(number, than)
    return None


def _is_said_of(reading: Reading, position: int, kinds: Collection[int]) -> bool:
    """Whether a number ends what is said of a kind: "målen är tre"."""
    last = position + 1 == reading.asking.end
    before = reading.folded[max(0, position - 1) : position]
    return last and position - 2 in kinds and not clause_words()["being"].isdisjoint(before)


# More digits are a year.
_COUNT, _THOUSAND = re.compile(r"[0-9]{1,3}"), "000"
_NUMBER = frozenset({"nummer", "number", "nr"})
# "Ett mål" and "one goal" are any, "bara ett mål" is one; so near stands what says "more than".
_ONE, _NEAR = frozenset({"1", "ett", "one"}), 2
