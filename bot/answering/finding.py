"""Which statements and notes fit a question best, by the terms they share with it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from knowledge.models import Aspect, Kind, Municipality
from knowledge.rows import Match
from knowledge.store import Store

# What the terms weigh against each other. A statement's word weighs its rarity (0 to 1.5) times
# this; so two rare words of the question outweigh a topic.
_ASPECT, _NEAR_ASPECT, _COUNTED, _KIND, _TOPIC, _NEAR_TOPIC, WORD = (
    3.0,
    1.2,
    3.0,
    1.0,
    2.0,
    0.8,
    1.6,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a statement should be about, as search terms."""

    aspects: Collection[Aspect] = ()
    near: Collection[Aspect] = ()
    counted: Collection[Kind] = ()
    kinds: Collection[Kind] = ()
    topics: Collection[str] = ()
    words: Collection[str] = ()

    def weights(self, store: Store) -> dict[str, float]:
        """The weight of each search term."""
        near = {n for t in self.topics for n in store.topics[t].near} - set(self.topics)
        return {
            **{f"w:{word}": WORD for word in self.words},
            **{f"t:{topic}": _NEAR_TOPIC for topic in near},
            **{f"t:{topic}": _TOPIC for topic in self.topics},
            **{f"k:{kind}": _KIND for kind in self.kinds},
            **{f"n:{kind}": _COUNTED for kind in self.counted},
            **{f"a:{aspect}": _NEAR_ASPECT for aspect in self.near},
            **{f"a:{aspect}": _ASPECT for aspect in self.aspects},
        }


@dataclass(slots=True)
class Found:
    """An entry (statement or note) with the sum of its terms' weights, and the terms."""

    municipality: str
    entry: int
    score: float = 0.0
    terms: dict[str, float] = field(default_factory=dict)

    def by(self, prefix: str) -> float:
        """What terms of one sort ("w:", "t:", "a:") add to the score."""
        return sum(weight for term, weight in self.terms.items() if term.startswith(prefix))


def find(store: Store, places: Iterable[Municipality], wanted: Wanted) -> list[Found]:
    """What fits among the municipalities' entries, the best first, then in the page's order."""
    weights = wanted.weights(store)
    codes = [place.code for place in places]
    if not weights or not codes:
        return []
    return ranked(store.matches(codes, weights), weights)


def find_anywhere(store: Store, wanted: Wanted) -> list[Found]:
    """What fits in all municipalities."""
    weights = wanted.weights(store)
    return ranked(store.matches_anywhere(weights), weights) if weights else []


def ranked(matches: Iterable[Match], weights: dict[str, float]) -> list[Found]:
    """Matches summed by entry, the best first."""
    found: dict[int, Found] = {}
    for municipality, entry, term, weight in matches:
        one = found.get(entry)
        if one is None:
            one = found[entry] = Found(municipality, entry)
        one.terms[term] = weight * weights[term]
        one.score += one.terms[term]
    return sorted(found.values(), key=lambda one: (-one.score, one.entry))
