"""Who within or beside a municipality owns goals of its own: its school, a company, a market.

"What vision does the school have?" and "the goals of Ljungby energi" are not the municipality's.
"""

from collections.abc import Iterable

from bot.understanding.clauses import clause_words
from bot.understanding.patterns import Hit
from bot.understanding.reading import Reading

# What is no plan's: a service, a sport, an authority.
_OTHER = ("else.service", "else.other", "else.organisation")

# What a municipality runs: "the elderly care", as a whole that has goals.
_SERVICES = frozenset({"topic.care", "topic.social-care", "topic.education", "topic.preschool"})


def units(reading: Reading, kind: Hit) -> Iterable[int]:
    """The positions of those that have the kind of statement asked for."""
    yield from _that_has(reading)
    yield from _after_a_name(reading, kind)


def _that_has(reading: Reading) -> Iterable[int]:
    """A unit beside "has": "Vad har socialtjänsten för mål?", "does the school have"."""
    told, words = clause_words(), reading.folded
    start, end = reading.asking.start, reading.asking.end
    run = (hit for hit in reading.hits if hit.group in _SERVICES)
    # "The elderly care" is run, whoever it is for.
    services = {p for hit in run for p in range(hit.start - 1, hit.end)}
    for at in range(start, end - 1):
        the = words[at + 1] in told["articles"]
        unit = at + 1 + the
        if unit >= end or not (
            words[unit] in told["units"] or (words[at + 1] == "the" and unit in services)
        ):
            continue
        if not told["bodies"].isdisjoint(words[unit + 1 : unit + 2]):
            # "The school board" decides.
            continue
        does = words[at] in told["does"] and not told["having"].isdisjoint(words[unit:end])
        if words[at] in told["having"] or does:
            yield unit


def _after_a_name(reading: Reading, kind: Hit) -> Iterable[int]:
    """What a place's name begins, after "of": "the vision of the Jokkmokk winter market"."""
    told, words = clause_words(), reading.folded
    at, end = kind.end, reading.asking.end
    if not told["owning"].intersection(words[at : at + 1]):
        return
    the = words[at + 1 : at + 2] == ("the",)
    at += 1 + the
    after = next((mention.end for mention in reading.mentions if mention.start == at), end)
    rest = range(after, end)
    others = {
        p for hit in reading.hits if hit.group.startswith(_OTHER) for p in range(hit.start, hit.end)
    }
    things = {p for hit in reading.hits if hit.names_thing for p in range(hit.start, hit.end)}
    bodies = {p for p in rest if words[p] in told["units"] | told["companies"]}
    # "The goals of Ljungby asap" are its own.
    names = {p for p in rest if p in reading.unknown and (the or reading.words[p].raw[0].isupper())}
    strange = names | bodies | others.intersection(rest)
    if strange and strange.union(things).issuperset(rest):
        yield min(strange)
