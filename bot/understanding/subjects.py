"""What a message asks about: kinds of statement, topics, and things narrower than a topic."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.understanding.clauses import clause_words, says
from bot.understanding.patterns import Hit
from bot.understanding.reading import Reading


def asked(reading: Reading, section: str) -> tuple[str, ...]:
    """Cues of a section in the clause that asks; where it has none, anywhere in the message."""
    asking = reading.asking
    return tuple(reading.groups(section, asking.start, asking.end) or reading.groups(section))


def subjects(reading: Reading, *, anywhere: bool) -> list[Hit]:
    """The topics and narrow things in the clause that asks, else `anywhere` in the message.

    A word that names a kind of statement ("styrdokument") is a topic only where nothing else is.
    """
    asking = reading.asking
    kinds = {position for hit in reading.kinds for position in range(hit.start, hit.end)}
    # "Side by side" compares, and asks for no cooperation.
    # "Ensamt om" asks for the others, and of nobody's loneliness.
    compared = {
        position
        for hit in reading.hits
        if hit.group in {"reach.compare", "reach.alone"} and hit.end - hit.start > 1
        for position in range(hit.start, hit.end)
    }
    if "ask.count" in reading.cues:
        # "How many do they have together?" adds up.
        altogether = clause_words()["altogether"]
        compared |= {at for at, word in enumerate(reading.folded) if word in altogether}
    found = [
        hit
        for hit in reading.hits
        if hit.names_thing and hit.start not in compared
        if not _asks_whether(reading, hit)
    ]
    found = [hit for hit in found if not is_someone(reading, hit)] or found
    # "Worried about the economy" asks for the economy, not for what makes one feel safe.
    found = [hit for hit in found if not _is_worry(reading, hit)] or found
    end = _end_of_list(reading, found)
    inside = [hit for hit in found if asking.start <= hit.start < end]
    for among in (inside, found if anywhere else []):
        if own := [hit for hit in among if hit.start not in kinds]:
            return own
    return inside or (found if anywhere else [])


def names_only_aspects(reading: Reading) -> bool:
    """Whether all that names a topic are words that ask for an aspect: "omvärldsanalys"."""
    topics = [hit for hit in reading.hits if hit.group.startswith("topic.")]
    aspects = [hit for hit in reading.hits if hit.group.startswith("ask.")]
    return all(
        any(o.start == hit.start and len(o.pattern) > len(hit.pattern) for o in aspects)
        for hit in topics
    )


def _end_of_list(reading: Reading, things: Sequence[Hit]) -> int:
    """Where the things end that are asked about: "… about the environment, schools and roads?"."""
    named = {at for hit in things for at in range(hit.start, hit.end)}
    joins = clause_words()["joining"] | clause_words()["either"]
    listed = {at for at, word in enumerate(reading.folded) if word in joins}
    end = reading.asking.end
    for clause in reading.clauses:
        words = range(clause.start, clause.end)
        if clause.start == end and end - 1 in named and named | listed >= set(words):
            end = clause.end
    return end


def _asks_whether(reading: Reading, hit: Hit) -> bool:
    """Whether what is near a topic's word is itself a way to ask: "cares about" is no car."""
    alone = hit.end == hit.start + 1 and hit.pattern.strip("*") != reading.folded[hit.start]
    asks = (o for o in reading.hits if o.group == "ask.exists" and o.start == hit.start)
    return alone and any(len(o.pattern) > len(hit.pattern) for o in asks)


def _is_worry(reading: Reading, hit: Hit) -> bool:
    """Whether a topic's word only says that something is hard or feared, on a thing named after."""
    hard = any(o.group == "ask.challenge" and o.start == hit.start for o in reading.hits)
    on = reading.folded[hit.end : hit.end + 1]
    return hard and bool(clause_words()["on"].intersection(on))


def is_someone(reading: Reading, hit: Hit) -> bool:
    """Whether a topic's word is a person of the story: "my teacher", "farfar undrar".

    "Our language" and "our nature" are everybody's.
    """
    if hit.group.partition(".")[2] in _EVERYBODYS:
        return False
    before = reading.words[max(0, hit.start - _OWNED) : hit.start]
    return says(before, "my") or bool(
        clause_words()["wonders"].intersection(reading.folded[hit.end : hit.end + 1])
    )


_EVERYBODYS = frozenset({
    "language", "minorities", "culture", "environment", "nature", "water", "climate", "energy",
    "democracy", "future",
})  # fmt: skip
# So many words may stand between "my" and whoever it is.
_OWNED = 2


def topics(subjects: Iterable[Hit]) -> tuple[str, ...]:
    """The topics among them, each once."""
    found = (hit.group.partition(".") for hit in subjects)
    return tuple(dict.fromkeys(name for section, _, name in found if section == "topic"))


def topics_named(reading: Reading) -> tuple[str, ...]:
    """Every topic named by a word of its own in a sentence that ends in a question mark."""
    asked = [clause for clause in reading.clauses if clause.asked]
    own = (hit for hit in reading.hits if not is_someone(reading, hit))
    inside = (hit for hit in own if any(one.start <= hit.start < one.end for one in asked))
    return topics(hit for hit in inside if hit.group.startswith("topic."))


def narrow(reading: Reading, subjects: Sequence[Hit]) -> tuple[frozenset[str], ...]:
    """The narrow things asked about; none where a wider topic stands beside them."""
    if topics(subjects):
        return ()
    words = [reading.words[hit.start : hit.end] for hit in subjects]
    return tuple(frozenset(word.folded for word in found) for found in words)


def asks_yes_or_no(reading: Reading) -> bool:
    """Whether yes or no is asked for: "Gäller målen nu?", "True or false: it has five goals"."""
    first = reading.words[reading.asking.start : reading.asking.start + 1]
    if first and first[0].folded in clause_words()["yes_or_no"]:
        return True
    claims = clause_words()["claims"]
    claimed = reading.claimed or any(word.folded in claims for word in reading.words)
    return bool(first) and claimed and first[0].folded not in clause_words()["opens"]


def list_on(reading: Reading) -> bool:
    """Whether a topic follows a list by a word like "for": "goals for business"."""
    kinds = [hit.end for hit in reading.hits if hit.group in _LISTS]
    topics = {hit.start for hit in reading.hits if hit.group.startswith("topic.")}
    on = {at for at, word in enumerate(reading.words) if word.folded in clause_words()["on"]}
    near = {at for end in kinds for at in range(end, end + _SOON + 1)}
    return any(at + 1 in topics or at + 2 in topics for at in on & near)


_LISTS = frozenset({"kind.goal", "kind.goal_area", "kind.focus_area", "kind.priority"})


def asks_which(reading: Reading) -> bool:
    """Whether the asking clause begins with "what" or "which"."""
    first = reading.words[reading.asking.start : reading.asking.start + 1]
    return bool(first) and first[0].folded in clause_words()["which"] | {"vad"}


def asks_which_of_kind(reading: Reading) -> bool:
    """Whether "which" stands right before a kind of statement: "What goals do they have?"."""
    return asks_which(reading) and reading.asking.start + 1 in reading.kind_starts


def said_of_kind(reading: Reading, which: str) -> bool:
    """Whether one of some words stands before a kind of statement: "the old vision"."""
    kinds = reading.kind_starts
    places = {at for at, word in enumerate(reading.words) if word.folded in clause_words()[which]}
    return any(kinds & {at + 1, at + 2} for at in places)


def compares_numbers(reading: Reading) -> bool:
    """Whether it is asked how many each has: "Who has the most goals?"."""
    most = clause_words()["most"] | clause_words()["counts"]
    kinds = reading.kind_starts
    words = [*reading.folded, ""]
    between, degrees = clause_words()["of_kinds"], clause_words()["degrees"]
    if not kinds and len(reading.words) <= _BARE:
        # "Which has more?" goes on from a comparison; "who is most interested?" counts nothing.
        of_topic = any(hit.names_thing for hit in reading.hits)
        return not of_topic and any(
            word in most and (word not in degrees or not after) for word, after in pairwise(words)
        )
    return any(
        at + 1 in kinds or (at + 2 in kinds and (word not in degrees or words[at + 1] in between))
        for at, word in enumerate(words[:-1])
        if word in most
    )


def asks_where(reading: Reading) -> bool:
    """Whether it is asked which lie somewhere, not what they want."""
    wants = "ask.want" in reading.cues
    return not wants and any(word.folded in clause_words()["lies"] for word in reading.words)


def both_asked(reading: Reading) -> bool:
    """Whether all that is named is asked for: "both safety and equality"."""
    return any(word.folded in clause_words()["both"] for word in reading.words)


def years_asked(reading: Reading) -> frozenset[str]:
    """The years asked for: those written, and those that "or later" and "before" add to them."""
    words = set(reading.folded)
    found = set(reading.years)
    for year in reading.years:
        if words & clause_words()["later"]:
            found.update(range(year, year + _HORIZON))
        if words & clause_words()["after"]:
            found = found - {year} | set(range(year + 1, year + _HORIZON))
        if words & clause_words()["earlier"]:
            found.update(range(year - _HORIZON, year + 1))
        if words & clause_words()["before"]:
            found = found - {year} | set(range(year - _HORIZON, year))
    return frozenset(map(str, found))


# Plans look no further, ahead or back.
_HORIZON = 50


def asks_without(reading: Reading) -> bool:
    """Whether those are asked for that do not: "Which ones say nothing about water?".

    What is denied comes soon after; "I don't want to ask one by one" denies nothing of it.
    """
    words = [*reading.folded, ""]
    lacks, anybody = clause_words()["lacks"], clause_words()["anybody"]
    things = {hit.start for hit in reading.hits if hit.group.startswith(_THINGS)}
    # "Har inte någon vision" denies the vision, "nämner inte någon kommun" none of it.
    any_thing = anybody - clause_words()["municipality"]
    denied = [
        position
        for position, (word, following) in enumerate(pairwise(words))
        if word in lacks
        and reading.asking.start <= position < reading.asking.end
        and (following not in anybody or (following in any_thing and position + 2 in things))
    ]
    if not things and len(reading.words) <= _FEW:
        # "And which ones don't?" goes on from what was asked before.
        return bool(denied)
    return any(position + gap in things for position in denied for gap in range(1, _SOON + 1))


_BARE = 5
_THINGS, _SOON, _FEW = ("kind.", "topic.", "narrow."), 5, 6
