"""Swedish letters put back where they were typed as a, o, aa, ae or oe.

>>> letters = Letters(["för", "mål", "nivåer", "räknas", "år", "är", "for"])
>>> [letters.restored(word) for word in ("raknas", "raeknas", "maal", "nivaer", "foer")]
['räknas', 'räknas', 'mål', 'nivåer', 'för']
>>> [letters.restored(word) for word in ("for", "ar", "bilar")]
['for', 'ar', 'bilar']
"""

from collections.abc import Iterable

_AS_ONE = str.maketrans({"å": "a", "ä": "a", "ö": "o"})
_AS_TWO = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe"})
_SEVERAL = ""


def plainly(word: str) -> str:
    """The word with a, a and o for å, ä and ö, and no two letters taken for one."""
    return word.translate(_AS_ONE)


class Letters:
    """Known words by how they may be typed; what fits several stays as it was typed."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._typed: dict[str, str] = {}
        for word in words:
            for typed in {word, word.translate(_AS_ONE), word.translate(_AS_TWO)}:
                known = self._typed.setdefault(typed, word)
                if known != word:
                    self._typed[typed] = _SEVERAL

    def restored(self, word: str) -> str:
        """The word in lower case with its letters, where just one known word fits."""
        return (word.isascii() and self._typed.get(word)) or word
