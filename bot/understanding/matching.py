"""How near a misspelt word is to a real one: the only place that knows rapidfuzz."""

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import OSA

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


class Speller:
    """Listed words by first letter, for a word that is none of them but nearly one."""

    def __init__(self, plain: Iterable[str], prefixes: Iterable[str]) -> None:
        self._plain: dict[str, list[str]] = {}
        self._prefixes: dict[str, list[str]] = {}
        plain = list(plain)
        self._short: dict[str, list[str]] = {}
        for word in plain:
            if _SHORTEST_SWAPPED <= len(word) < _SHORTEST_CORRECTED:
                self._short.setdefault("".join(sorted(word)), []).append(word)
        for index, found in ((self._plain, plain), (self._prefixes, prefixes)):
            for word in found:
                if len(word) >= _SHORTEST_CORRECTED:
                    index.setdefault(word[0], []).append(word)

    def correct(self, word: str, *, whole: bool = False) -> str | None:
        """The word (or, if not `whole`, beginning of one) that this is one slip away from."""
        if len(word) < _SHORTEST_CORRECTED or word.isdigit():
            return self._swapped(word)
        alike = [w for w in self._plain.get(word[0], ()) if abs(len(w) - len(word)) <= 1]
        found = nearest(word, alike, 1)
        if found:
            return found[0].word
        return None if whole else self._corrected_beginning(word)

    def _swapped(self, word: str) -> str | None:
        """The short word that this is with two neighbouring letters swapped ("whta")."""
        found = nearest(word, self._short.get("".join(sorted(word)), ()), 1)
        return found[0].word if len(found) == 1 else None

    def _corrected_beginning(self, word: str) -> str | None:
        for prefix in self._prefixes.get(word[0], ()):
            if not _SHORTEST_BEGINNING <= len(prefix) <= len(word) + 1:
                continue
            near = [len(prefix), len(prefix) + 1, len(prefix) - 1]
            # Of "bredbannd" nothing is left over, rather than "bredband" with a d.
            for length in sorted(near, key=lambda length: length != len(word)):
                if OSA.distance(word[:length], prefix, score_cutoff=1) <= 1:
                    return prefix + word[length:]
        return None


_SHORTEST_CORRECTED, _SHORTEST_BEGINNING, _SHORTEST_SWAPPED = 5, 6, 4
