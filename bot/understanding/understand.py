"""Words to a Question: read, weigh, and say what was asked of whom."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.understanding.features import asking_clause, features
from bot.understanding.lexicon import Lexicon
from bot.understanding.model import Model
from bot.understanding.question import Group, Question, group_of
from bot.understanding.reading import Reading, read
from knowledge.models import Kind, Language, Municipality
from knowledge.store import Store
from knowledge.text import fold, stem

# How sure a message must be about something else before it is refused: what is about goals and
# yet stands nowhere is found out later, so doubt speaks for looking.
_OFF_FROM = 0.62
_LANGUAGE_FROM = 0.4
_KINDS = {kind.value for kind in Kind}
_ORDINALS = {
    1: "forsta ettan first one 1 1a i",
    2: "andra tvaan second two 2 2a ii",
    3: "tredje trean third three tre 3 3e iii",
    4: "fjarde fyran fourth four fyra 4 4e iv",
    5: "femte femman fifth five fem 5",
    6: "sjatte sexan sixth six sex 6",
    7: "sjunde sjuan seventh seven sju 7",
    -1: "sista last",
}


@dataclass(frozen=True)
class Understanding:
    """Everything a message is understood with."""

    store: Store
    lexicon: Lexicon
    model: Model

    def __call__(self, text: str) -> Question:
        """Understand a message by itself, without what was said before."""
        reading = read(text, self.lexicon, self.store)
        places = _Places.of(reading, self.store)
        words = self._content(reading)
        matched = self._matched(words, places.covered)
        weighed = features(reading, matched)
        likely = self.model.probabilities(weighed)
        return Question(
            reading=reading,
            intent=_intent(likely),
            likely=likely,
            language=self._language(weighed),
            covered=places.covered,
            uncovered=places.uncovered,
            elsewhere=places.elsewhere,
            unsure=places.unsure,
            counties=tuple(_counties(reading, self.store.counties)),
            kinds=tuple(Kind(name) for name in _asked(reading, "kind") if name in _KINDS),
            topics=_asked(reading, "topic"),
            words=frozenset(words),
            matched=matched,
            ordinal=_ordinal(reading),
        )

    def explain(self, question: Question, count: int = 8) -> list[tuple[str, float]]:
        """The features that decided a question's intent, the strongest first."""
        weighed = features(question.reading, question.matched)
        return self.model.reasons(weighed, question.intent)[:count]

    def _content(self, reading: Reading) -> list[str]:
        """Stems of the words that carry a subject, names left out."""
        named = {p for m in reading.mentions for p in range(m.start, m.end)}
        return [
            stem(word.folded)
            for position, word in enumerate(reading.words)
            if position not in named and not self.lexicon.is_function_word(word)
        ]

    def _matched(self, words: Iterable[str], covered: Iterable[Municipality]) -> float:
        """Which share of the words stands in what the named municipalities say."""
        terms = {f"w:{word}" for word in words}
        codes = [place.code for place in covered]
        if not terms or not codes:
            return 0.0
        return len({match.term for match in self.store.matches(codes, terms)}) / len(terms)

    def _language(self, weighed: dict[str, float]) -> Language | None:
        score = self.model.swedish_score(weighed)
        if abs(score) < _LANGUAGE_FROM:
            return None
        return "sv" if score > 0 else "en"


@dataclass(frozen=True, slots=True)
class _Places:
    covered: tuple[Municipality, ...]
    uncovered: tuple[Municipality, ...]
    elsewhere: tuple[str, ...]
    unsure: tuple[tuple[Municipality, ...], ...]

    @classmethod
    def of(cls, reading: Reading, store: Store) -> "_Places":
        certain: dict[str, Municipality] = {}
        elsewhere: dict[str, None] = {}
        unsure: list[tuple[Municipality, ...]] = []
        for mention in reading.mentions:
            found = [place for code in mention.codes if (place := store.municipality(code))]
            if len(found) == 1:
                certain[found[0].code] = found[0]
            elif found:
                unsure.append(tuple(found))
            else:
                elsewhere[mention.name] = None
        return cls(
            tuple(place for place in certain.values() if place.covered),
            tuple(place for place in certain.values() if not place.covered),
            tuple(elsewhere),
            tuple(unsure),
        )


def _intent(likely: dict[str, float]) -> str:
    """The likeliest intent of the likeliest group."""
    groups: dict[Group, float] = {}
    for intent, share in likely.items():
        groups[group_of(intent)] = groups.get(group_of(intent), 0.0) + share
    best = max(groups, key=lambda group: groups[group])
    if best == "off" and groups["off"] < _OFF_FROM:
        best = max((g for g in groups if g != "off"), key=lambda group: groups[group])
    return max(
        (intent for intent in likely if group_of(intent) == best), key=lambda name: likely[name]
    )


def _asked(reading: Reading, section: str) -> tuple[str, ...]:
    """Cues of a section in the clause that asks; where it has none, in the whole message."""
    asking = asking_clause(reading)
    found = reading.groups(section, asking.start, asking.end)
    return tuple(found or reading.groups(section))


def _counties(reading: Reading, counties: Iterable[str]) -> Iterable[str]:
    text = " ".join(word.folded for word in reading.words)
    for county in counties:
        plain = fold(county).removesuffix(" lan")
        bare = plain.removesuffix("s")
        # "Kalmar" and "Uppsala" are municipalities too; the county needs its word.
        if re.search(
            rf"\b(?:{plain} lan|{bare} county|county of {bare}|region {bare})\b", text
        ) or (bare in _LANDS and re.search(rf"\b{bare}s?\b", text)):
            yield county


_LANDS = frozenset(
    [
        "norrbotten",
        "vasterbotten",
        "jamtland",
        "vasternorrland",
        "dalarna",
        "varmland",
        "vastmanland",
        "sodermanland",
        "ostergotland",
        "kronoberg",
        "skane",
        "blekinge",
        "halland",
        "vastra",
        "gotaland",
    ]
)


def _ordinal(reading: Reading) -> int | None:
    folded = [word.folded for word in reading.words]
    for number, words in _ORDINALS.items():
        if set(words.split()).intersection(folded):
            return number
    return None
