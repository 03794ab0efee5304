"""Swedish letters put back where they were typed as a, o, aa, ae or oe.

>>> letters = Letters(["för", "mål", "nivåer", "räknas", "år", "är", "for"])
>>> [letters.restored(word) for word in ("raknas", "raeknas", "maal", "nivaer", "foer")]
['räknas', 'räknas', 'mål', 'nivåer', 'för']
>>> [letters.restored(word) for word in ("for", "ar", "bilar")]
['for', 'ar', 'bilar']
"""

from collections import defaultdict
from collections.abc import Iterable

_AS_ONE = str.maketrans({"å": "a", "ä": "a", "ö": "o"})
_AS_TWO = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe"})


class Letters:
    """Known words by how they may be typed; what fits several stays as it was typed."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._typed: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            for typed in {word, word.translate(_AS_ONE), word.translate(_AS_TWO)}:
                self._typed[typed].add(word)

    def restored(self, word: str) -> str:
        """The word in lower case with its letters, where just one known word fits."""
        known = self._typed.get(word, ())
        return next(iter(known)) if word.isascii() and len(known) == 1 else word
