"""How near a misspelt word is to a real one: the only place that knows rapidfuzz."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.names import slips


class Near(NamedTuple):
    """A candidate and how many slips (letters left out, added, wrong or swapped) away it is."""

    word: str
    distance: int


def nearest(word: str, candidates: Iterable[str], most: int) -> list[Near]:
    """The candidates at most so many slips away, nearest first (optimal string alignment)."""
    found = [
        Near(candidate, distance)
        for candidate in candidates
        if (distance := OSA.distance(word, candidate, score_cutoff=most)) <= most
    ]
    return sorted(found, key=lambda near: (near.distance, near.word))


def slip_away(word: str, candidates: Sequence[str]) -> list[str]:
    """Those of the candidates that a word is one slip away from."""
    found = extract(word, candidates, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [candidate for candidate, _, _ in found]


def same_but_for_slips(one: str, other: str) -> bool:
    """Whether two phrases are one, but for a slip or two in a long one."""
    return OSA.distance(one, other, score_cutoff=_IN_A_PHRASE) <= min(
        _IN_A_PHRASE, len(other) // _LETTERS_A_SLIP
    )


_IN_A_PHRASE, _LETTERS_A_SLIP = 2, 7


def near_names(word: str, names: Iterable[str]) -> list[Near]:
    """The names that a folded word may be a slip of: near enough for their length."""
    found = []
    for name in names:
        most = min(slips(name), slips(word) + 1)
        distance = OSA.distance(word, name, score_cutoff=most)
        # Two slips are believed only where the word begins as the name does.
        alike = word[0] == name[0] or {word[0], name[0]} == {"v", "w"}
        if distance <= most and (distance < 2 or alike):
            found.append(Near(name, distance))
    return sorted(found, key=lambda near: (near.distance, near.word))
