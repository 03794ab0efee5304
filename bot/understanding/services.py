"""What is for a municipality's services to tell, and how things are there today."""

from bot.understanding.at_hand import first_after
from bot.understanding.clauses import clause_words
from bot.understanding.everyday import EVERYDAY
from bot.understanding.reading import Reading
from bot.understanding.who_asks import speaks_of_oneself

_SERVICES = frozenset({"else.service", EVERYDAY})
_NO_SERVICES = frozenset({
    "else.other", "else.order", "else.game", "else.organisation", "else.politics",
})  # fmt: skip


def is_of_a_service(reading: Reading, *, named: bool) -> bool:
    """Whether a message that is refused is for the municipality itself, and no song about it.

    Where one is `named`, a topic's word is enough: "Hur söker jag förskola i Värnamo?".
    """
    if not _SERVICES.isdisjoint(reading.cues):
        return True
    things = any(hit.names_thing for hit in reading.hits)
    return things and named and _NO_SERVICES.isdisjoint(reading.cues)


def is_to_be_made_up(reading: Reading) -> bool:
    """Whether something is to be pretended: "Pretend Överkalix has left Sweden".

    "Imagine I live there, what are the goals?" asks for goals all the same.
    """
    first = {reading.folded[clause.start] for clause in reading.clauses}
    things = any(hit.names_thing or hit.group == "ask.want" for hit in reading.hits)
    asks = reading.kinds or (things and len(reading.clauses) > 1)
    supposed = not asks and not clause_words()["supposes"].isdisjoint(first)
    return supposed or not clause_words()["pretends"].isdisjoint(first)


def is_of_its_state(reading: Reading) -> bool:
    """Whether it is asked how a thing is, in a word of no plan: "är vattnet drickbart?"."""
    start = reading.asking.start
    words = reading.folded[start : reading.asking.end]
    if not words[1:] or words[0] not in clause_words()["being"]:
        return False
    at = start + first_after(words, 1)
    things = {hit.start: hit.end for hit in reading.hits if hit.names_thing}
    return at in things and things[at] in reading.unknown


def is_a_figure_of_today(reading: Reading) -> bool:
    """Whether a figure on a topic is asked for: "what's the unemployment rate in Överkalix?".

    It is for a page to tell, and none does; what "I" want to know is a service's to tell.
    """
    if "else.figure" not in reading.cues or not reading.mentions:
        return False
    if not (_SERVICES | _NO_SERVICES).isdisjoint(reading.cues):
        return False
    things = any(hit.group.startswith("topic.") for hit in reading.hits)
    return things and not speaks_of_oneself(reading)


def asks_how_high(reading: Reading) -> bool:
    """Whether such a figure is asked for outright: "how high is unemployment in Värnamo?"."""
    words = reading.folded[reading.asking.start : reading.asking.end]
    told = clause_words()
    opens = bool(words[2:]) and words[0] in told["how"] and words[1] in told["how_high"]
    high = opens and words[2] in told["being"]
    return (high or _is_the_figure(reading)) and is_a_figure_of_today(reading)


def _is_the_figure(reading: Reading) -> bool:
    """Whether a figure that has a topic's name is asked for: "what is the unemployment?"."""
    start, told = reading.asking.start, clause_words()
    words = reading.folded[start : reading.asking.end]
    if not words[2:] or words[0] not in told["what"] or words[1] not in told["being"]:
        return False
    at = start + first_after(words, 2)
    of_it = {hit.group.partition(".")[0] for hit in reading.hits if hit.start == at}
    return "topic" in of_it and any(
        hit.group == "else.figure" and hit.start == at for hit in reading.hits
    )
