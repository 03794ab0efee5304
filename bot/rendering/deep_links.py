"""What follows "?start=" in the bot's address: a statement's id, a municipality, one on a topic."""

from collections import Counter
from functools import lru_cache

from bot.answering.asks import Ask, everyone
from knowledge.models import Municipality
from knowledge.rows import StatementRow
from knowledge.store import Store
from knowledge.text import fold

LONGEST = 64


def payload(place: Municipality, store: Store, topic: str = "") -> str:
    """The payload of a municipality, or of what it says on a topic: "varnamo_environment".

    Where two are written alike without their Swedish letters (Habo, Håbo), it is the code.
    """
    name = _slug(place) if _slug(place) in _unlike(store) else place.code
    return f"{name}_{topic}" if topic and len(name) + len(topic) < LONGEST else name


def target(payload: str, store: Store) -> StatementRow | Ask | None:
    """What a payload leads to; None where it leads nowhere (any more)."""
    row = store.statement(payload)
    if row is not None:
        return row
    name, _, topic = payload.partition("_")
    places = [one for one in everyone(store) if name in {one.code, _slug(one)}]
    if len(places) != 1:
        return None
    place = places[0]
    if topic in store.topics:
        return Ask("topic", (place.code,), topic)
    return Ask("all", (place.code,))


@lru_cache(maxsize=2)
def _unlike(store: Store) -> frozenset[str]:
    """The names written as no other is."""
    times = Counter(_slug(one) for one in everyone(store))
    return frozenset(name for name, number in times.items() if number == 1)


def _slug(place: Municipality) -> str:
    return _folded(place.name).replace(" ", "-")


_folded = lru_cache(maxsize=512)(fold)
