"""Messages that name a thing and say no more: "Norrbotten", "vattenfrågor?", "barn i Ljungby"."""

from itertools import pairwise

from bot.understanding.clauses import clause_words
from bot.understanding.reading import Reading

_FEW = 5


def names_only(reading: Reading, sections: tuple[str, ...]) -> bool:
    """Whether a few words name such a thing and, at most, a place."""
    hits = [hit for hit in reading.hits if hit.group.startswith(sections)]
    told = {at for hit in hits for at in range(hit.start, hit.end)} | reading.named
    little = clause_words()["beside_a_thing"]
    rest = (word for at, word in enumerate(reading.words) if at not in told)
    return bool(hits) and len(reading.words) <= _FEW and all(word.folded in little for word in rest)


def names_a_topic_alone(reading: Reading) -> bool:
    """Whether nothing is named but what plans may be about: "skolan", "Agenda 2030?"."""
    other = any(hit.group.startswith("else.") for hit in reading.hits)
    return not (reading.mentions or other) and names_only(reading, ("topic.", "narrow."))


def is_a_topic_word(reading: Reading) -> bool:
    """Whether a message is one topic's word, or several joined: "vatten", "skola och vård".

    A phrase may be a saying ("ensam är stark"), and words side by side may be anything.
    """
    hits = [hit for hit in reading.hits if not hit.group.startswith("reach.")]
    if not all(hit.end == hit.start + 1 and hit.names_thing for hit in hits):
        return False
    named = sorted({hit.start for hit in hits})
    joins = clause_words()["joining"] | clause_words()["either"]
    between = (reading.folded[first + 1 : second] for first, second in pairwise(named))
    joined = all(words and joins.issuperset(words) for words in between)
    return joined and names_a_topic_alone(reading)


def names_a_kind_apart(reading: Reading) -> bool:
    """Whether a kind of statement is named by more than a part of a topic: "Agenda 2030"."""
    topics = [hit for hit in reading.hits if hit.group.startswith("topic.")]
    kinds = reading.kinds
    return any(all(not (o.start <= hit.start and hit.end < o.end) for o in topics) for hit in kinds)
