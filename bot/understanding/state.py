"""Which plans are asked for by their state: those that hold, or those that hold no longer."""

from bot.understanding.claims import denies, is_a_claim
from bot.understanding.clauses import clause_words
from bot.understanding.patterns import Hit
from bot.understanding.question import Question
from bot.understanding.reading import Reading
from knowledge.models import Status

_STATES = {"state.current": Status.CURRENT, "state.ended": Status.ENDED}
_OTHER = {Status.CURRENT: Status.ENDED, Status.ENDED: Status.CURRENT}
# "Not yet out of date": so many words may stand between what denies and what is denied.
_SOON = 3


def state_asked(question: Question) -> Status | None:
    """Which are asked for: those that hold, those that have ended, or neither."""
    reading = question.reading
    hits = _hits(reading)
    told = {position for hit in hits for position in range(hit.start, hit.end)}
    topics = [hit for hit in reading.hits if hit.names_thing]
    if not hits or reading.years or any(hit.start not in told for hit in topics):
        return None
    hit = max(hits, key=lambda hit: (hit.group == "state.ended", -hit.start))
    state = _STATES[hit.group]
    return _OTHER[state] if _denied(reading, hit.start) else state


def state_doubted(reading: Reading) -> Status | None:
    """The state that "not" only doubts: "Isn't it out of date?", "Does it no longer apply?".

    What yes and no say is whether it is so, not whether it is not. None where nothing is denied,
    or where it is a claim that something is not so.
    """
    if not denies(reading) or is_a_claim(reading):
        return None
    hits = _hits(reading)
    lacks = clause_words()["lacks"]
    ended = [
        hit
        for hit in hits
        if hit.group == "state.ended" and lacks.isdisjoint(reading.folded[hit.start : hit.end])
    ]
    if ended:
        return Status.ENDED
    return Status.CURRENT if hits else None


def _hits(reading: Reading) -> list[Hit]:
    return [hit for hit in reading.hits if hit.group in _STATES]


def _denied(reading: Reading, position: int) -> bool:
    words = reading.folded
    lacks, anybody = clause_words()["lacks"], clause_words()["anybody"]
    return any(
        words[before] in lacks and words[before + 1] not in anybody
        for before in range(max(0, position - _SOON), position)
    )
