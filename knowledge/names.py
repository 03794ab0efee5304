"""The keys under which a municipality's name is found, made when the database is built.

The name folded, and the name with one or two letters left out, so that a misspelt word meets it
without a scan of all names (the symmetric delete of SymSpell, Garbe 2012). A question's word
makes its own keys with `left_out`.
"""

from collections.abc import Iterator
from itertools import combinations

from knowledge.text import fold

EXACT, FOLDED, NEAR = 0, 1, 2
_SHORTEST_FUZZY = 4
_TWO_SLIPS_FROM = 7
# No name is this long; the keys of a word grow with the square of its length.
_LONGEST_FUZZY = 40


def slips(folded: str) -> int:
    """How many slips of the keyboard a name of this length forgives.

    >>> slips("ale"), slips("habo"), slips("varnamo")
    (0, 1, 2)
    """
    if not _SHORTEST_FUZZY <= len(folded) <= _LONGEST_FUZZY:
        return 0
    return 2 if len(folded) >= _TWO_SLIPS_FROM else 1


def left_out(folded: str, letters: int) -> set[str]:
    """The word itself and all that remains of it with up to `letters` letters left out.

    >>> sorted(left_out("abo", 1))
    ['ab', 'abo', 'ao', 'bo']
    """
    found = {folded}
    for number in range(1, letters + 1):
        for positions in combinations(range(len(folded)), number):
            found.add("".join(c for i, c in enumerate(folded) if i not in positions))
    return found


def name_keys(name: str) -> Iterator[tuple[str, int]]:
    """The keys of a name, each with its rung."""
    folded = fold(name.lower().replace("-", " "))
    yield folded, FOLDED
    joined = folded.replace(" ", "")
    if joined != folded:
        yield joined, FOLDED
    for key in sorted(left_out(joined, slips(joined))):
        yield key, NEAR
