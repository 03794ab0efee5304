"""What a message asks when the story around it is left away: "I have a dog. What do they want?"."""

from itertools import pairwise

from bot.understanding.clauses import Clause, clause_words
from bot.understanding.reading import Reading


def led_to(reading: Reading) -> str | None:
    """The question that something leads to, put to the one place named; None where there is none.

    "My husband works in Värnamo and we'd like to know what it wants" asks what Värnamo wants.
    """
    start = _after_frame(reading)
    if not start or points_back(reading, start):
        return None
    text = reading.text[reading.words[start].start :].strip()
    if any(mention.start >= start for mention in reading.mentions):
        return text
    names = {mention.name for mention in reading.mentions}
    return f"{text} {names.pop()}" if len(names) == 1 else None


def points_back(reading: Reading, start: int) -> bool:
    """Whether it asks of the story: "Is that in its goals?", "What do they say about it?"."""
    words = reading.folded[start:]
    things = clause_words()["that"] | clause_words()["those"]
    after = {word for on, word in pairwise(words) if on in clause_words()["on"]}
    return bool(things.intersection((*words[:_OPENING], *after)))


def kinds_beside_a_story(reading: Reading) -> bool:
    """Whether a list is asked for as a whole, and only the story beside it names a topic.

    "The wife looks at moving to Överkalix, what do they give priority to?" asks for all of it.
    """
    asking = reading.asking
    things = [hit.start for hit in reading.hits if hit.names_thing]
    inside = any(asking.start <= at < asking.end for at in things)
    kinds = _LISTS.intersection(reading.groups("kind", asking.start, asking.end))
    if not things or inside or not kinds or takes_from_story(reading, asking):
        return False
    words = clause_words()
    strange = any(asking.start <= at < asking.end for at in reading.unknown)
    before = (c for c in reading.clauses if c.end <= asking.start)
    fronted = any(
        reading.folded[clause.start] in words["on"]
        or not words["as_for"].isdisjoint(reading.folded[clause.start : clause.end])
        # "Spare time and schools: what do the goals say?"
        or ":" in reading.mark_before(clause.end)
        for clause in before
    )
    opens = reading.folded[asking.start] in words["opens"] | words["yes_or_no"]
    return opens and not fronted and not strange


def takes_from_story(reading: Reading, clause: Clause) -> bool:
    """Whether a clause asks of what is told beside it: "any goals for us?", "goals for that?".

    "Tell me" and "can you give us" ask of nobody.
    """
    words = clause_words()
    back = words["those"] | words["of_the_story"]
    told = reading.folded[clause.start : clause.end]
    asked = {word for before, word in pairwise(("", *told)) if before not in words["gives"]}
    return points_back(reading, clause.start) or not back.isdisjoint(asked)


_LISTS = frozenset({"goal", "goal_area", "focus_area", "priority", "value", "vision", "mission"})


# Where a question that opens with "is that" or "har de det" has such a word.
_OPENING = 3


def _after_frame(reading: Reading) -> int | None:
    """Where a question begins that something leads to: "… and we'd like to know what it wants"."""
    words = reading.folded
    leads, opens = clause_words()["leads"], clause_words()["led_to"]
    found = [at for at in range(1, len(words) - 1) if words[at - 1] in leads and words[at] in opens]
    return found[-1] if found else None
