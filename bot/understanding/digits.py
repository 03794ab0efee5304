"""A digit typed for a word: "goals 4 ljungby"."""

from collections.abc import Collection, Iterable

from bot.understanding.clauses import clause_words
from knowledge.text import Word

# Before a place's name that ends a message a "4" counts nothing.
_TYPED_FOR = {"4": "for"}


def read_as_words(found: Iterable[Word], names: Collection[str]) -> list[Word]:
    """The words, with the one for a digit that stands before one of the names at the end.

    "Ljungbys 4 mål" and "4 Värnamo goals" count, and "mål 4 Värnamo" asks for the fourth.
    """
    words = list(found)
    if len(words) < _LEAST:
        return words
    before, word, last = words[-_LEAST:]
    meant = _TYPED_FOR.get(word.folded)
    if meant and last.folded in names and before.folded not in clause_words()["takes_a_number"]:
        words[-2] = Word(meant, meant, meant, word.start, word.end)
    return words


_LEAST = 3
