"""What a message asks without what its writer says to tell who is asking.

"I work at the library in Överkalix and need our mission" asks for the mission: the library only
tells whose question it is. So do "as a parent", "vi i styrelsen för hembygdsföreningen undrar" and
"skolchefen i Överkalix behöver målen". The municipality named there is still the one meant.
"""

from collections.abc import Collection, Iterable

from bot.understanding.by_itself import takes_from_story
from bot.understanding.clauses import Clause, clause_words, says
from bot.understanding.patterns import Hit
from bot.understanding.reading import Reading

# "I am", "we in", "as a": so many words open what is told of oneself, and tell nothing yet.
_OPENING = 2
# Between what asks and what is asked for: "vill gärna veta".
_SOON = 3
# What is asked for, not what it is asked about as a whole.
_WHOLE = frozenset({"kind.page", "kind.plan"})
# A story longer than this is read as a whole.
_MOST = 20


def without_who_asks(reading: Reading) -> str | None:
    """The text without who asks it; None where nobody says so, or where it is asked about."""
    if not reading.words or len(reading.clauses) > _MOST:
        return None
    told = [span for clause in reading.clauses if (span := _told(reading, clause))]
    if not told or not any(_misleads(reading, span) for span in told):
        return None
    kept = [at for at in range(len(reading.words)) if not any(at in span for span in told)]
    if not _asks_by_itself(reading, kept):
        return None
    return _text(reading, told, kept)


def _told(reading: Reading, clause: Clause) -> range | None:
    """The words of a clause that tell who asks, up to where the asking begins."""
    start = clause.start
    while start < clause.end and reading.folded[start] in clause_words()["before_who_asks"]:
        start += 1
    if start + _OPENING >= clause.end:
        return None
    if _opens(reading, start):
        return _up_to_asking(reading, start + _OPENING, clause)
    return _subject(reading, start, clause)


def _opens(reading: Reading, start: int) -> bool:
    """Whether two words begin to tell of oneself: "jag jobbar", "we're a", "vi på"."""
    words = clause_words()
    first, second = reading.folded[start : start + _OPENING]
    if first in words["as_who"]:
        return second in words["a"] or first == _AS_IN_SWEDISH
    if first in words["i_am_short"]:
        # "Were the goals adopted?" tells nothing of us.
        return second in words["a"] or reading.words[start].raw.lower() != first
    if first in words["my"] and second in words["my_name"]:
        return True
    joined = words["being_or_doing"] | (words["we_at"] if first in words["we_who"] else set())
    return first in words["who_tells"] and second in joined


# "Som lärare": no article stands there.
_AS_IN_SWEDISH = "som"


def _up_to_asking(reading: Reading, start: int, clause: Clause) -> range | None:
    """From the clause's beginning to the verb or question word by which something is asked."""
    words = clause_words()
    begins = words["asks_for"] | words["asks_what"]
    end = next((at for at in range(start, clause.end) if reading.folded[at] in begins), clause.end)
    if not words["about_it"].isdisjoint(reading.folded[clause.start : end]):
        # "I'm interested in housing in Ljungby": that is what is asked about.
        return None
    return range(clause.start, _past_lead(reading, end, clause.end))


def _past_lead(reading: Reading, start: int, end: int) -> int:
    """Past "want to know" and "undrar", where a question follows them."""
    words = clause_words()
    for at in range(start + 1, min(start + 1 + _SOON, end)):
        # "Undrar jag vad" has somebody between them.
        before = reading.folded[max(start, at - 2) : at]
        if reading.folded[at] in words["led_to"] and not words["leads"].isdisjoint(before):
            return at
    return start


def _subject(reading: Reading, start: int, clause: Clause) -> range | None:
    """Somebody who wants to know: "skolchefen i Överkalix behöver målen"."""
    words = clause_words()
    asks = words["asks_for"] - words["has_to"]
    end = next((at for at in range(start + 1, clause.end) if reading.folded[at] in asks), start)
    if end == start or start in reading.named or reading.folded[start] in words["no_asker"]:
        return None
    wants = reading.folded[end] in words["wonders"]
    soon = reading.folded[end + 1 : end + 1 + _SOON]
    wants = wants or not words["to_know"].isdisjoint(soon)
    wants = wants or any(_is_kind(hit) for hit in _within(reading, range(end, clause.end)))
    return range(clause.start, _past_lead(reading, end, clause.end)) if wants else None


def _misleads(reading: Reading, span: range) -> bool:
    """Whether what is told has words that would be taken for what is asked about."""
    strange = any(at in span for at in reading.unknown)
    signs = any(
        hit.names_thing or hit.group.startswith(("else.", "ask.", "kind."))
        for hit in _within(reading, span)
    )
    return strange or signs


def _asks_by_itself(reading: Reading, kept: Collection[int]) -> bool:
    """Whether the rest names what it asks for, and takes nothing of it from what was told."""
    hits = [hit for hit in reading.hits if hit.start in kept]
    if not any(map(_is_kind, hits)) and _is_of_its_part(reading):
        return False
    named = any(_is_kind(hit) or hit.group in _AIMS or hit.names_thing for hit in hits)
    rest = [
        Clause(start, clause.end, clause.asked)
        for clause in reading.clauses
        if (start := min((at for at in kept if clause.start <= at < clause.end), default=-1)) >= 0
    ]
    return named and not any(takes_from_story(reading, clause) for clause in rest)


def _is_own_too(reading: Reading, kept: Collection[int]) -> bool:
    """Whether the place told of is asked about beside another: "how do our goals differ from…"."""
    left = [reading.words[at] for at in kept]
    compares = "reach.compare" in reading.cues
    compares = compares or not clause_words()["differs"].isdisjoint(reading.folded)
    return compares and says(left, "ours_too")


def _is_of_its_part(reading: Reading) -> bool:
    """Whether it is asked about in a part of its own: "as an employer, what does it want?"."""
    return reading.folded[0] in clause_words()["as_who"] and not speaks_of_oneself(reading)


def speaks_of_oneself(reading: Reading) -> bool:
    """Whether whoever asks stands in it: "what can I expect?". A Swedish "i" is no "I"."""
    told = clause_words()["whoever_asks"]
    in_english = reading.leaning < 0 and "i" in reading.folded
    return in_english or not told.isdisjoint(reading.folded)


def _is_kind(hit: Hit) -> bool:
    return hit.names_kind and hit.group not in _WHOLE


# What asks for the plan as a whole without naming a kind: "what does it want to become?".
_AIMS = frozenset({"ask.want", "ask.future"})


def _within(reading: Reading, span: range) -> Iterable[Hit]:
    return (hit for hit in reading.hits if hit.start in span)


def _text(reading: Reading, told: Collection[range], kept: Collection[int]) -> str:
    """The words kept with their marks, and the place told of where none else is named."""
    words, text = reading.words, reading.text
    starts = [word.start for word in words] + [len(text)]
    left = "".join(text[starts[at] : starts[at + 1]] for at in kept).strip()
    if any(at in reading.named for at in kept) and not _is_own_too(reading, kept):
        return left
    places = [
        text[words[m.start].start : words[m.end - 1].end]
        for m in reading.mentions
        if any(m.start in span for span in told)
    ]
    return " ".join([left, *places])
