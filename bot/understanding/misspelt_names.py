"""Names that a misspelt word may be: those a slip or two of the keyboard away."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from bot.understanding.everyday_names import may_be_name
from bot.understanding.matching import near_names
from bot.understanding.name_forms import Mention, name_cues, places_of
from knowledge.models import Municipality
from knowledge.names import NEAR, left_out, slips
from knowledge.rows import Name
from knowledge.store import Store
from knowledge.text import Word, fold

# Beside a name that is spelled right, a slip of another must be a long one to be believed.
SURE_LENGTH = 6
# No name is longer, slips and what is written on to it included. The ways to leave two letters
# out grow with the square of a word's length, so what is longer is never tried as a misspelt name.
_LONGEST_NEAR = 32
# So short a word ("hbo") may be an official name with a letter left out, but no ordinary word
# ("mor" is not Mora) and no other name ("flu" is not Falu).
_SHORTEST_NEAR = 3
# Two shorter words side by side are hardly one name.
_SHORTEST_PART = 4
# Nor is a name in two pieces longer, slips included; in a longer message none is looked for.
_LONGEST_NAME, _MOST_WORDS = 18, 60


def near_mentions(
    words: Sequence[Word], store: Store, taken: Collection[int], named: bool
) -> Iterable[Mention]:
    """Names that words which are nothing else are a slip away from."""
    unknown: dict[str, list[range]] = {}
    left = [position for position in range(len(words)) if position not in taken]
    for position in left:
        if _SHORTEST_NEAR <= len(words[position].folded) <= _LONGEST_NEAR:
            unknown.setdefault(words[position].folded, []).append(range(position, position + 1))
    for first, second in pairwise(left) if len(words) <= _MOST_WORDS else ():
        parts = [words[first].folded, words[second].folded]
        joined = "".join(parts)
        beside = second == first + 1 and min(map(len, parts)) >= _SHORTEST_PART
        if beside and len(joined) <= _LONGEST_NAME:
            # "Jock mock".
            unknown.setdefault(joined, []).append(range(first, second + 1))
    candidates = _candidates(unknown, store)
    for folded, rows in candidates.items():
        found = _nearest(folded, rows)
        if not found:
            continue
        name, places, distance = found
        sure = distance == 1 and len(folded) >= SURE_LENGTH and fold(name)[0] == folded[0]
        # A short name is a slip away from many a word; it needs something that says it is one.
        short = len(name) < SURE_LENGTH
        if not named or sure:
            for span in unknown[folded]:
                if short and not may_be_name(words, span.start):
                    continue
                if len(span) > 1 and fold(name)[0] != folded[0]:
                    continue
                yield Mention(span.start, span.stop, name, places, NEAR, distance)


def _candidates(unknown: Iterable[str], store: Store) -> dict[str, dict[str, list[Name]]]:
    """The names that lie near each word, by how they are spelled folded.

    Habo and Håbo fold to one word, so that one may stand for several names.
    """
    keys: dict[str, set[str]] = {}
    for folded in unknown:
        for spelling in _near_spellings(folded):
            for key in left_out(spelling, slips(spelling)):
                keys.setdefault(key, set()).add(folded)
    candidates: dict[str, dict[str, list[Name]]] = {}
    for row in store.near_names(keys) if keys else ():
        certain = row.language == "official" and not row.ordinary
        for folded in sorted(keys[row.key]):
            if certain or slips(folded):
                alike = candidates.setdefault(folded, {}).setdefault(_joined(row.name), [])
                alike.append(row)
    return candidates


def _joined(name: str) -> str:
    return fold(name).replace("-", "")


def _near_spellings(folded: str) -> Iterable[str]:
    yield folded
    if folded.endswith("s"):
        yield folded[:-1]
    for ending in name_cues()["written_on"]:
        if folded.endswith(fold(ending)) and len(folded) > len(ending) + 4:
            yield folded[: -len(ending)]


def _nearest(
    folded: str, rows: Mapping[str, list[Name]]
) -> tuple[str, tuple[Municipality, ...], int] | None:
    """The name that a word is nearest to, what it may be, and how far it is."""
    best: dict[str, int] = {}
    for spelling in _near_spellings(folded):
        for near in near_names(spelling, rows):
            best[near.word] = min(near.distance, best.get(near.word, near.distance))
    if not best:
        return None
    least = min(best.values())
    nearest = [row for word, distance in best.items() if distance == least for row in rows[word]]
    return nearest[0].name, _by_name(nearest), least


def _by_name(rows: Iterable[Name]) -> tuple[Municipality, ...]:
    return tuple(sorted(places_of(rows), key=lambda place: place.name))
