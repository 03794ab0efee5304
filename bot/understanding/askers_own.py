"""What of a message is the asker's own: "my presentation starts", "my boss wants"."""

from collections.abc import Iterable, Sequence

from bot.understanding.clauses import says
from bot.understanding.patterns import Hit
from knowledge.text import Word

# "My" stands before the one word that starts or ends, and up to so far before a person.
_OWN = 2
_TIMES = frozenset({"ask.start", "ask.end"})


def askers_own(found: Sequence[Word], hits: Iterable[Hit]) -> set[Hit]:
    """The hits on what is the asker's own: none of them tells what is asked about."""
    hits = list(hits)
    who = {hit.start for hit in hits if _is_who_decides(found, hit)}
    return {
        hit
        for hit in hits
        if _is_own_time(found, hit)
        or _is_own_person(found, hit)
        or (hit.start in who and hit.group in _DECIDING | _BY_WHOM)
    }


def _is_own_time(found: Sequence[Word], hit: Hit) -> bool:
    if hit.group not in _TIMES or hit.start < _OWN:
        return False
    return says(found[hit.start - _OWN : hit.start - _OWN + 1], "my")


def _is_who_decides(found: Sequence[Word], hit: Hit) -> bool:
    """Whether it is those who decide, of whom it is asked what they want or say.

    "What do the politicians in Överkalix want?", "vad säger politikerna om skolan?".
    """
    if hit.group not in _DECIDING:
        return False
    around = (*found[max(0, hit.start - 1) : hit.start], *found[hit.end : hit.end + _SAYS])
    return says(around, "wants") or says(around, "says")


_DECIDING = frozenset({"topic.democracy", "topic.governance"})
_BY_WHOM = frozenset({"ask.decides"})
# So soon they want or say something: "in Överkalix want".
_SAYS = 3


def _is_own_person(found: Sequence[Word], hit: Hit) -> bool:
    """Whether it is somebody of the asker's who wants to know, or stands in the story."""
    if not hit.names_thing:
        return False
    before, after = found[max(0, hit.start - _OWN) : hit.start], found[hit.end : hit.end + 1]
    return says(before, "my") and says(after, "my_one_does")
