"""Mends a word that is one slip of the keyboard away from a known one.

Of several known words that a slip may have come from, the one that people use most is meant:

>>> speller = Speller({"housing": 40, "holding": 2}, ["bredband"])
>>> [speller.whole(word) for word in ("houding", "hosing", "bousing")]
['housing', 'housing', None]
>>> speller.beginning("brdbandet")
'bredbandet'
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.understanding.matching import slip_away

# Of words shorter than the first only two swapped letters are mended, down to the second.
_SHORTEST, _SHORTEST_SWAPPED = 5, 4
_SHORTEST_BEGINNING = 8
_EVERYBODY = 500
# So many times likelier is a letter left out, doubled or swapped than a wrong one.
_LIKELIER = 10


def _keeps_its_letters(known: str, word: str) -> bool:
    """Whether no letter of a word is another in the known one."""
    return len(known) != len(word) or sorted(known) == sorted(word)


class Speller:
    """Folded words, with how often people use each, and the beginnings of others."""

    def __init__(self, times: Mapping[str, int], beginnings: Iterable[str] = ()) -> None:
        self._times = times
        self._words: dict[str, list[str]] = {}
        self._swapped: dict[str, list[str]] = {}
        self._beginnings: dict[str, dict[int, list[str]]] = {}
        for word in times:
            if len(word) >= _SHORTEST:
                self._words.setdefault(word[0], []).append(word)
            elif len(word) >= _SHORTEST_SWAPPED:
                self._swapped.setdefault("".join(sorted(word)), []).append(word)
        for word in beginnings:
            if len(word) >= _SHORTEST_BEGINNING:
                self._beginnings.setdefault(word[0], {}).setdefault(len(word), []).append(word)

    def whole(self, *spelled: str, least: int = 0) -> str | None:
        """The known word that a word, spelled in either way, is one slip away from.

        None if it is used less than so many times. Five letters are one slip away from too much
        to be taken for what is used just so often.
        """
        near = [
            (known, word)
            for word in spelled
            for known in self._near(word)
            if self._times[known] >= least + (len(known) <= _SHORTEST and least > 0)
        ]
        best, _ = max(
            near,
            key=lambda pair: (self._likely(*pair), pair[0]),
            default=(None, None),
        )
        return best

    def _likely(self, known: str, word: str) -> int:
        return self._times[known] * (_LIKELIER if _keeps_its_letters(known, word) else 1)

    def _near(self, word: str) -> Sequence[str]:
        if word.isdigit():
            return ()
        if len(word) >= _SHORTEST:
            near = slip_away(word, self._words.get(word[0], ()))
            # "Wision" is old spelling, or German.
            return near or slip_away(word, self._words.get("v", ()) if word[0] == "w" else ())
        found = slip_away(word, self._swapped.get("".join(sorted(word)), ()))
        if len(word) == _SHORTEST_SWAPPED and not found:
            # "Wich" and "vlka": what everybody asks with.
            longer = slip_away(word, self._words.get(word[0], ()))
            found = [known for known in longer if self._times[known] >= _EVERYBODY]
        return found if len(found) == 1 else ()

    def beginning(self, word: str) -> str | None:
        """The word with its beginning mended, where that is one slip away from a known one."""
        if len(word) < _SHORTEST:
            return None
        for letters, known in self._beginnings.get(word[0], {}).items():
            if letters > len(word) + 1:
                continue
            near = [letters, letters + 1, letters - 1]
            # Of "bredbannd" nothing is left over, rather than "bredband" with a d.
            for length in sorted(near, key=lambda length: length != len(word)):
                if found := slip_away(word[:length], known):
                    return found[0] + word[length:]
        return None
