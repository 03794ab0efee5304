"""Places named by mistake and taken back: "Överkalix, no sorry, I mean Övertorneå"."""

from itertools import pairwise

from bot.understanding.clauses import clause_words
from bot.understanding.reading import Reading

# So many words at most take a name back.
_MOST = 6


def taken_back(reading: Reading) -> set[int]:
    """Where the names start that another takes the place of."""
    return {
        wrong.start
        for wrong, right in pairwise(reading.mentions)
        if right.start - wrong.end <= _MOST and _corrects(reading.folded[wrong.end : right.start])
    }


def _corrects(between: tuple[str, ...]) -> bool:
    words = clause_words()
    if between[-1:] and between[-1] in words["no"]:
        # "Överkalix, nej Övertorneå".
        return True
    writes, means = words["who_writes"], words["meant_instead"]
    meant = any(
        (first in writes and second in means) or (first in means and second in writes)
        for first, second in pairwise(between)
    )
    return meant or not words["takes_back"].isdisjoint(between)
