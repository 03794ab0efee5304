"""Which of the places named a message asks about."""

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.clauses import clause_words, sentence_start
from bot.understanding.name_forms import Mention
from bot.understanding.reading import Reading
from bot.understanding.taken_back import taken_back
from knowledge.models import Municipality

# A clause with this many words beside its names tells a story.
_STORY_WORDS = 3
# So many words at most stand between a place and the one by which it lies.
_BESIDE = 3
# A shorter word that begins a question and is nothing known is rather a slip than a name.
_SHORT_NAME = 5


@dataclass(frozen=True, slots=True)
class Places:
    """The places asked about: covered or not, elsewhere, and names that fit several as well."""

    covered: tuple[Municipality, ...]
    uncovered: tuple[Municipality, ...]
    elsewhere: tuple[str, ...]
    unsure: tuple[tuple[Municipality, ...], ...]
    without: tuple[Municipality, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> "Places":
        """Those of a message."""
        certain: dict[str, Municipality] = {}
        elsewhere: dict[str, None] = {}
        unsure: list[tuple[Municipality, ...]] = []
        excepted = _after(reading, "except")
        for mention in _asked_of(reading, excepted):
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
            tuple(place for m in reading.mentions if m.start in excepted for place in m.places),
        )


def _asked_of(reading: Reading, excepted: Set[int]) -> Iterable[Mention]:
    """The places asked about: those of the asking clause, and of clauses that are no story.

    "Jag bor i Ljungby. Vad vill Alvesta?" asks of Alvesta; "Ljungby, Alvesta: mål?" of both.
    """
    asking = reading.asking
    given_up = taken_back(reading)
    named = [m for m in reading.mentions if m.start not in excepted | given_up]
    named = [m for m in named if not _is_landmark(reading, m, named)]
    denied = _after(reading, "negates")
    meant = [m for m in named if m.start not in denied] or named
    inside = {m.start for m in meant if asking.start <= m.start < asking.end}
    if not inside:
        # "Överkalix I know. Now Kalix, what do they want?"
        begins = sentence_start(reading.text, reading.words, asking.start)
        inside = {m.start for m in meant if begins <= m.start < asking.end}
    if not inside:
        return meant
    inside = _with_listed(reading, meant, inside)
    return [m for m in meant if m.start in inside or not _is_story(reading, m)]


def _with_listed(reading: Reading, named: Iterable[Mention], inside: Collection[int]) -> set[int]:
    """Where those asked about stand, with those that go on the list: "… for Ljungby, Värnamo"."""
    found = set(inside)
    joins = clause_words()["joining"]
    for before, mention in pairwise(named):
        between = reading.folded[before.end : mention.start]
        if before.start in found and joins.issuperset(between):
            found.add(mention.start)
    return found


def _is_landmark(reading: Reading, mention: Mention, named: Iterable[Mention]) -> bool:
    """Whether a covered place only tells where another lies: "Markaryd, right next to Ljungby"."""
    words = clause_words()
    before = reading.folded[max(0, mention.start - 2) : mention.start]
    if before and before[-1] in words["landmark_of"]:
        before = before[:-1]
    if not before or before[-1] not in words["landmark"] or not _is_covered(mention):
        return False
    near = (o for o in named if 0 <= mention.start - o.end <= _BESIDE)
    return any(not _is_covered(other) for other in near)


def _is_covered(mention: Mention) -> bool:
    return any(place.covered for place in mention.places)


def _unlisted(reading: Reading) -> Iterable[str]:
    """What is called a municipality and is none of Sweden's: "Bærum kommune"."""
    called = clause_words()["municipality"]
    for position in reading.unknown:
        word = reading.words[position]
        after = reading.words[position + 1 : position + 2]
        # "Wich municipalities" is no name.
        begins = position == reading.asking.start and after[:1] and len(word.folded) < _SHORT_NAME
        if word.raw[:1].isupper() and not begins and after and after[0].folded in called:
            yield word.raw


def _after(reading: Reading, which: str) -> set[int]:
    """Where names stand that are given only to be left out: "utom Ljungby", "inte Överkalix".

    What leaves out one leaves out those joined to it: "apart from Ljungby and Värnamo".
    """
    found: set[int] = set()
    words = reading.folded
    leaves_out, joining = clause_words()[which], clause_words()["joining"]
    end = -1
    for mention in reading.mentions:
        start = mention.start
        while which == "negates" and start and words[start - 1] in clause_words()["on"]:
            # "Not about Övertorneå".
            start -= 1
        mentioned_from = start
        while start and words[start - 1] in clause_words()["we_in"]:
            # "Anybody else than we in Värnamo."
            start -= 1
        if not (start and words[start - 1] in clause_words()["than"]):
            start = mentioned_from
        before = words[start - 1 : start]
        if before and before[0] in clause_words()["than"]:
            # "Other municipalities than Ljungby", "apart from Ljungby".
            leaves = leaves_out | clause_words()["other"]
            at = start - 2
            if at >= 0 and words[at] in clause_words()["municipality"]:
                at -= 1
            before = words[at : at + 1] if at >= 0 else ()
        elif before and before[0] in clause_words()["but"]:
            # "Everyone but Värnamo".
            before = words[max(0, mention.start - 2) : mention.start - 1]
            leaves = clause_words()["all"]
        else:
            leaves = leaves_out
        between = words[end : mention.start]
        # "Not Överkalix, Övertorneå" asks of the second.
        joined = end >= 0 and joining.issuperset(between) and (between or which != "negates")
        if (before and before[0] in leaves) or joined:
            found.add(mention.start)
            end = mention.end
    return found


def _is_story(reading: Reading, mention: Mention) -> bool:
    """Whether a mention stands in a clause that tells something and does not ask."""
    clause = next(c for c in reading.clauses if c.start <= mention.start < c.end)
    if "reach.compare" in reading.cues:
        return False
    named = sum(m.end - m.start for m in reading.mentions if clause.start <= m.start < clause.end)
    opens = reading.folded[clause.start] in clause_words()["opens"]
    asks = (clause.asked and opens) or reading.groups("kind", clause.start, clause.end)
    return not asks and clause.end - clause.start - named >= _STORY_WORDS
