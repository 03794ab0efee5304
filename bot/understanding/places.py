"""Which of the places named a message asks about."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.understanding.clauses import clause_words, sentence_start
from bot.understanding.names import Mention
from bot.understanding.reading import Reading
from knowledge.models import Municipality

# A clause with this many words beside its names tells a story.
_STORY_WORDS = 3


@dataclass(frozen=True, slots=True)
class Places:
    """The places asked about: covered or not, elsewhere, and names that fit several as well."""

    covered: tuple[Municipality, ...]
    uncovered: tuple[Municipality, ...]
    elsewhere: tuple[str, ...]
    unsure: tuple[tuple[Municipality, ...], ...]

    @classmethod
    def of(cls, reading: Reading) -> "Places":
        """Those of a message."""
        certain: dict[str, Municipality] = {}
        elsewhere: dict[str, None] = {}
        unsure: list[tuple[Municipality, ...]] = []
        for mention in _asked_of(reading):
            found = mention.places
            if len(found) == 1:
                certain[found[0].code] = found[0]
            elif found:
                unsure.append(found)
            else:
                elsewhere[mention.name] = None
        if not (certain or elsewhere or unsure):
            elsewhere = dict.fromkeys(_unlisted(reading))
        return cls(
            tuple(place for place in certain.values() if place.covered),
            tuple(place for place in certain.values() if not place.covered),
            tuple(elsewhere),
            tuple(unsure),
        )


def _asked_of(reading: Reading) -> Iterable[Mention]:
    """The places asked about: those of the asking clause, and of clauses that are no story.

    "Jag bor i Ljungby. Vad vill Alvesta?" asks of Alvesta; "Ljungby, Alvesta: mål?" of both.
    """
    asking = reading.asking
    meant = [m for m in reading.mentions if not _is_ruled_out(reading, m)] or reading.mentions
    inside = {m.start for m in meant if asking.start <= m.start < asking.end}
    if not inside:
        # "Överkalix I know. Now Kalix, what do they want?"
        begins = sentence_start(reading.text, reading.words, asking.start)
        inside = {m.start for m in meant if begins <= m.start < asking.end}
    if not inside:
        return meant
    return [m for m in meant if m.start in inside or not _is_story(reading, m)]


def _unlisted(reading: Reading) -> Iterable[str]:
    """What is called a municipality and is none of Sweden's: "Bærum kommune"."""
    called = clause_words()["municipality"]
    for position in reading.unknown:
        word = reading.words[position]
        after = reading.words[position + 1 : position + 2]
        if word.raw[:1].isupper() and after and after[0].folded in called:
            yield word.raw


def _is_ruled_out(reading: Reading, mention: Mention) -> bool:
    """Whether a name is given only to say that it is not meant: "Kalix mål, inte Överkalix"."""
    return (
        mention.start > 0 and reading.words[mention.start - 1].folded in clause_words()["negates"]
    )


def _is_story(reading: Reading, mention: Mention) -> bool:
    """Whether a mention stands in a clause that tells something and does not ask."""
    clause = next(c for c in reading.clauses if c.start <= mention.start < c.end)
    if "reach.compare" in {hit.group for hit in reading.hits}:
        return False
    named = sum(m.end - m.start for m in reading.mentions if clause.start <= m.start < clause.end)
    asks = clause.asked or reading.groups("kind", clause.start, clause.end)
    return not asks and clause.end - clause.start - named >= _STORY_WORDS
