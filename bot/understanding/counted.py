"""The thing whose number is asked for: "how many trees?", "hur många nya jobb?"."""

from collections.abc import Iterable

from bot.understanding.clauses import clause_words
from bot.understanding.reading import Reading
from knowledge.text import stem

# Whose number is asked for where a plan tells how many are to live there.
_EVERYBODY = frozenset({"topic.population", "topic.people", "ask.population"})
_THERE = frozenset({"ask.exists", "reach.back"})
_MOST = 3


def counted(reading: Reading) -> frozenset[str]:
    """The stems of what is counted, where it is neither a kind of statement nor everybody.

    A number of something else is no answer to it, however near it stands.
    """
    words = reading.folded
    asking = reading.asking
    for position in range(asking.start, asking.end):
        if words[position] in clause_words()["counts"]:
            after = range(position + 1, min(position + 1 + _MOST, asking.end))
            return _things(reading, after)
    return frozenset()


def _things(reading: Reading, positions: Iterable[int]) -> frozenset[str]:
    """The words of a thing of its own; what a plan is asked for anyway ("key points") is none."""
    found = set()
    for position in positions:
        groups = {hit.group for hit in reading.hits if hit.start <= position < hit.end}
        word = reading.words[position].folded
        if any(group.startswith(("topic.", "narrow.")) for group in groups - _EVERYBODY):
            found.add(stem(word))
        elif found and groups and groups <= _THERE and not reading.kinds:
            # "How many schools are there?" is no "how many global goals are there?".
            break
        elif groups - {"ask.count"} or word in clause_words()["things"]:
            return frozenset()
        elif position in reading.unknown:
            found.add(stem(word))
        elif word not in clause_words()["sorts"]:
            break
    return frozenset(found)
