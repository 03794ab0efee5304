"""Who within or beside a municipality owns goals of its own: its school, a company, a market.

"What vision does the school have?" and "the goals of Ljungby energi" are not the municipality's.
"""

from collections.abc import Iterable

from bot.understanding.clauses import clause_words
from bot.understanding.patterns import Hit
from bot.understanding.reading import Reading

# What is no plan's: a service, a sport, an authority.
_OTHER = ("else.service", "else.other", "else.organisation")


def units(reading: Reading, kind: Hit) -> Iterable[int]:
    """The positions of those that have the kind of statement asked for."""
    yield from _that_has(reading)
    yield from _after_a_name(reading, kind)


def _that_has(reading: Reading) -> Iterable[int]:
    """A unit beside "has": "Vad har socialtjänsten för mål?", "does the school have"."""
    told, words = clause_words(), reading.folded
    start, end = reading.asking.start, reading.asking.end
    for at in range(start, end - 1):
        unit = at + 1 + (words[at + 1] in told["articles"])
        if unit >= end or words[unit] not in told["units"]:
            continue
        does = words[at] in told["does"] and not told["having"].isdisjoint(words[unit:end])
        if words[at] in told["having"] or does:
            yield unit


def _after_a_name(reading: Reading, kind: Hit) -> Iterable[int]:
    """What a place's name begins, after "of": "the vision of the Jokkmokk winter market"."""
    told, words = clause_words(), reading.folded
    at, end = kind.end, reading.asking.end
    if words[at : at + 1] != ("of",):
        return
    at += 1 + (words[at + 1 : at + 2] == ("the",))
    after = next((mention.end for mention in reading.mentions if mention.start == at), end)
    rest = range(after, end)
    others = {
        p for hit in reading.hits if hit.group.startswith(_OTHER) for p in range(hit.start, hit.end)
    }
    things = {p for hit in reading.hits if hit.names_thing for p in range(hit.start, hit.end)}
    bodies = {p for p in rest if words[p] in told["units"] | told["companies"]}
    strange = {p for p in rest if p in reading.unknown or p in others} | bodies
    if strange and strange.union(things).issuperset(rest):
        yield min(strange)
