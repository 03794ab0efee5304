"""A digit typed for a word: "goals 4 ljungby"."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from bot.understanding.clauses import clause_words
from knowledge.text import Word

# Before a place's name a "4" counts nothing.
_TYPED_FOR = {"4": "for"}


def read_as_words(found: Iterable[Word], names: Collection[str]) -> list[Word]:
    """The words, with those for digits that stand before one of the names.

    "Ljungbys 4 mål" and "goals 4 and 5" count, and "mål 4 Värnamo" asks for the fourth.
    """
    words = list(found)
    if all(word.folded not in _TYPED_FOR for word in words):
        return words
    numbered = clause_words()["takes_a_number"]
    for at, (word, after) in enumerate(pairwise(tuple(words))):
        meant = _TYPED_FOR.get(word.folded)
        if at and meant and after.folded in names and words[at - 1].folded not in numbered:
            words[at] = Word(meant, meant, meant, word.start, word.end)
    return words
