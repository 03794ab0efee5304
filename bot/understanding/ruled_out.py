"""What is named only to be ruled out: "not the goals, only the vision", "skolan, inte omsorgen"."""

from collections.abc import Collection, Iterable, Sequence

from bot.understanding.clauses import Clause, clause_words
from bot.understanding.patterns import Hit
from knowledge.text import Word

# So many words may stand between what rules out and the thing: "don't give me any of the goals".
_FARTHEST = 5
_KIND, _THING = "kind", "thing"


def ruled_out(
    found: Sequence[Word], hits: Iterable[Hit], clauses: Collection[Clause], named: Collection[int]
) -> set[Hit]:
    """The hits on kinds of statement or things ruled out, where another of them is asked for.

    `named` are the positions of names, which may stand between: "not Värnamo's goals".
    """
    if not any(word.folded in clause_words()["rules_out"] for word in found):
        return set()
    hits = list(hits)
    # "Which of them mentions business but not water?" asks of both.
    sides = any(hit.group == "reach.across" for hit in hits)
    those = [(sort, hit) for hit in hits if (sort := _sort(hit)) and not (sides and sort == _THING)]
    starts = {hit.start for _, hit in those}
    after_these = {at + 1 for _, hit in those for at in range(hit.start, hit.end)}
    first = {clause.start for clause in clauses}
    after_these |= {at + 1 for at in named}
    # "Has Överkalix no vision, only goals?" asks of the vision.
    none = {at for at, word in enumerate(found) if word.folded in clause_words()["none"]}
    may_begin = first | (after_these - none)
    out = {at for at in starts if _rules_out(found, at, named, may_begin)}
    left = {sort for sort, hit in those if hit.start not in out}
    return {hit for sort, hit in those if hit.start in out and sort in left}


def _sort(hit: Hit) -> str:
    """What else of its sort may be asked for instead; "" for what can't be ruled out."""
    return _KIND if hit.names_kind else _THING if hit.names_thing else ""


def _rules_out(
    found: Sequence[Word], start: int, named: Collection[int], may_begin: Collection[int]
) -> bool:
    """Whether "not" or "skip" leads to a word, with nothing but small words between."""
    words = clause_words()
    for at in range(start - 1, max(-1, start - 1 - _FARTHEST), -1):
        word = found[at].folded
        if word in words["rules_out"]:
            # "Not only the goals" asks for more; "who does not mention water" denies, of others.
            begins = at in may_begin or found[at - 1].folded in words["before_ruling"]
            return begins and found[at + 1].folded not in words["only"]
        if word not in words["ruled_between"] and at not in named:
            return False
    return False
