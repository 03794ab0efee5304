"""Other municipalities: those asked about ("Which others mention water?"), or those worked with.

Those of the whole country are asked about in the same way: "Sveriges kommuner".
"""

from collections.abc import Collection, Iterable, Sequence

from bot.understanding.clauses import Clause, clause_words
from bot.understanding.patterns import Hit

# "Vad säger andra kommuner?", "finns det andra kommuner?": so many words come before.
_FEW = 2


def others_asked(
    words: Sequence[str], clauses: Iterable[Clause], named: Collection[int]
) -> frozenset[int]:
    """Where "other municipalities" are those asked about, not those that somebody works with."""
    places, several = clause_words()["municipality"], clause_words()["several"]
    pairs = ((clause_words()["other"], places), (clause_words()["country"], places & several))
    return frozenset(
        at
        for clause in clauses
        for at in range(clause.start, clause.end - 1)
        if any(words[at] in which and words[at + 1] in them for which, them in pairs)
        if not _is_object(words, clause, at, named)
    )


def of_others(others: Collection[int], hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits, where all others are asked: no cooperation ("andra") and no change ("ändra")."""
    theirs = {position for at in others for position in (at, at + 1)}
    kept = [hit for hit in hits if not theirs.issuperset(range(hit.start, hit.end))]
    kept += [Hit("reach.across", at, at + 2, "other municipalities") for at in others]
    return tuple(sorted(kept, key=lambda hit: (hit.start, -hit.end, hit.group)))


def _is_object(words: Sequence[str], clause: Clause, at: int, named: Collection[int]) -> bool:
    """Whether somebody else is spoken of before them: "cooperate with other municipalities"."""
    listed = clause_words()
    if words[at - 1 : at] and words[at - 1] in listed["beside_place"]:
        return True
    than = listed["than"].intersection(words[at + 2 : at + 3])
    start = clause.start
    while start < at and words[start] in listed["joining"]:
        start += 1
    while start < at and words[at - 1] in listed["beside_others"]:
        at -= 1
    before = words[start:at]
    if not before or before[-1] in listed["which"] | listed["does"]:
        return False
    # "Samarb andra kommuner Ljungby"; "vill andra kommuner än Ljungby växa?" asks of the others.
    of_someone = not than and any(p in named for p in range(start, clause.end))
    return of_someone or len(before) > _FEW or before[0] in listed["which"]
