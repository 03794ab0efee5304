"""Swedish letters put back where they were typed as a, o, aa, ae or oe.

>>> known = {"för": 9, "mål": 9, "nivåer": 1, "räknas": 1, "år": 8, "är": 9, "for": 9, "när": 30}
>>> letters = Letters({**known, "når": 1})
>>> [letters.restored(word) for word in ("raknas", "raeknas", "maal", "nivaer", "foer")]
['räknas', 'räknas', 'mål', 'nivåer', 'för']
>>> [letters.restored(word) for word in ("for", "ar", "bilar", "nar")]
['for', 'ar', 'bilar', 'när']
"""

from collections.abc import Mapping, Sequence

from knowledge.text import fold

_AS_ONE = str.maketrans({"å": "a", "ä": "a", "ö": "o"})
_AS_TWO = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe"})
_SEVERAL = ""
_FAR_MORE = 10


def _meant(words: Sequence[str], times: Mapping[str, int]) -> str:
    """The word that is used far more than the others; "" where none is."""
    best = max(words, key=lambda word: times[word])
    others = sum(times[word] for word in words if word != best)
    return best if len(words) == 1 or times[best] > _FAR_MORE * (others + 1) else _SEVERAL


def plainly(word: str) -> str:
    """The word with a, a and o for å, ä and ö, and no two letters taken for one."""
    return word.translate(_AS_ONE)


class Letters:
    """Known words by how they may be typed, and how often each is used.

    A known word is meant as it was typed. What fits several stays, unless one of them is used far
    more than the others.
    """

    def __init__(self, times: Mapping[str, int]) -> None:
        typed: dict[str, list[str]] = {}
        for word in times:
            for form in {word, word.translate(_AS_ONE), word.translate(_AS_TWO)}:
                typed.setdefault(form, []).append(word)
        self._typed = {
            form: _meant(words, times) for form, words in typed.items() if form not in times
        }

    def restored(self, word: str) -> str:
        """The word in lower case with its letters, where just one known word fits."""
        if word.isascii() or plainly(word) == fold(word):
            return (word.isascii() and self._typed.get(word)) or word
        # "Vaarför" is "varför" with a letter too many, not "vårför".
        return self._typed.get(fold(word)) or word
