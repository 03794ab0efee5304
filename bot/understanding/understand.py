"""Words to a Question: read, weigh, and say what was asked of whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.understanding.features import features, language_features
from bot.understanding.lexicon import Lexicon
from bot.understanding.model import Model
from bot.understanding.names import Mention
from bot.understanding.question import FOLLOW, Echo, Question, share_by_group, shares_of
from bot.understanding.reading import Reading, read
from knowledge.models import Kind, Language, Municipality
from knowledge.store import Store
from knowledge.text import stem

# How sure a message must be about something else before it is refused: what is about goals and
# yet stands nowhere is found out later, so doubt speaks for looking.
_OFF_FROM, _OFF_IF_EVIDENT, _OFF_IF_ELSEWHERE = 0.55, 0.8, 0.2
# What settles that something else is meant: an order to the machine, a game's goals.
_SETTLE = frozenset({"else.order", "else.game"})
_NAMED_KINDS = frozenset(
    f"kind.{kind}" for kind in ("goal", "vision", "mission", "value", "focus_area", "goal_area")
)
_LANGUAGE_FROM = 0.4
# That nothing is said of it is believed only when it is likelier than all else together.
_ABSENT_FROM = 0.8
# Who tells a story and asks "what does Ljungby say?" has named the topic in the story.
_ANY_TOPIC = frozenset({"topic", "across", "absent", "explain", "follow"})
# A clause with this many words beside its names tells a story.
_STORY_WORDS = 3
_KINDS = {kind.value for kind in Kind}
# Words that count as an ordinal anywhere, and number words that do so only after "mål", "number".
_ORDINALS = {
    word: number
    for number, words in {
        1: "forsta ettan first 1a", 2: "andra tvaan second 2a mittersta middle",
        3: "tredje trean third 3e", 4: "fjarde fyran fourth 4e", 5: "femte femman fifth 5e",
        6: "sjatte sexan sixth 6e", 7: "sjunde sjuan seventh 7e", -1: "sista last final",
    }.items()
    for word in words.split()
}  # fmt: skip
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("1 ett one", "2 tva two", "3 tre three", "4 fyra four", "5 fem five", "6 sex six"), start=1
    )
    for word in words.split()
}
_FEW = 3
# What the best entry is about counts from about one rare word in common.
_HEARD = 0.8
_BEFORE_NUMBER = frozenset(
    ("mal", "goal", "nummer", "number", "nr", "no", "punkt", "point", "omrade", "area", "malomrade")
)


@dataclass(frozen=True)
class Understanding:
    """Everything a message is understood with."""

    store: Store
    lexicon: Lexicon
    model: Model

    def __call__(self, text: str, *, in_context: bool = False) -> Question:
        """Understand a message; only `in_context` can it go on from something said before."""
        reading = read(text, self.lexicon, self.store)
        places = _Places.of(reading)
        words = self._content(reading)
        echo = self._echo(words, reading.groups("topic"), places.covered)
        weighed = features(reading, echo)
        likely = self.model.probabilities(weighed)
        if not in_context:
            likely = _standing_alone(likely)
        intent = _intent(likely, reading, _is_evident(reading, places, echo))
        return Question(
            reading=reading,
            intent=intent,
            likely=likely,
            language=self._language(weighed, reading),
            covered=places.covered,
            uncovered=places.uncovered,
            elsewhere=places.elsewhere,
            unsure=places.unsure,
            counties=tuple(reading.groups("county")),
            kinds=tuple(Kind(name) for name in _asked(reading, "kind") if name in _KINDS),
            topics=_asked(reading, "topic", anywhere=intent in _ANY_TOPIC),
            narrow=_narrow(reading),
            words=frozenset(words),
            echo=echo,
            ordinal=_ordinal(reading),
        )

    def explain(self, question: Question, count: int = 8) -> list[tuple[str, float]]:
        """The features that decided a question's intent, the strongest first."""
        weighed = features(question.reading, question.echo)
        return self.model.reasons(weighed, question.intent)[:count]

    def _content(self, reading: Reading) -> list[str]:
        """Stems of the words that carry a subject, names and counties left out."""
        named = {p for m in reading.mentions for p in range(m.start, m.end)}
        named |= {
            p for h in reading.hits if h.group.startswith("county.") for p in range(h.start, h.end)
        }
        return [
            stem(word.folded)
            for position, word in enumerate(reading.words)
            if position not in named and not self.lexicon.is_function_word(word)
        ]

    def _echo(
        self, words: Iterable[str], topics: Iterable[str], covered: Iterable[Municipality]
    ) -> Echo:
        """How the words come back from what the named municipalities say."""
        terms = {f"w:{word}" for word in words}
        codes = [place.code for place in covered]
        asked = {f"t:{topic}" for topic in topics}
        if not codes or not terms | asked:
            return Echo()
        strength: dict[tuple[str, int], float] = {}
        held: dict[tuple[str, int], int] = {}
        found = set()
        known = set()
        for code, entry, term, weight in self.store.matches(codes, terms | asked):
            if term in asked:
                known.add(term[2:])
                continue
            strength[code, entry] = strength.get((code, entry), 0.0) + weight
            held[code, entry] = held.get((code, entry), 0) + 1
            found.add(term)
        if not found:
            return Echo(topics=frozenset(known))
        best = max(strength, key=lambda key: (strength[key], -key[1]))
        return Echo(
            len(found) / len(terms),
            held[best] / len(terms),
            strength[best],
            best[1],
            tuple(self.store.terms(*best)) if strength[best] >= _HEARD else (),
            frozenset(known),
        )

    def _language(self, weighed: dict[str, float], reading: Reading) -> Language | None:
        score = self.model.swedish_score(language_features(weighed, reading))
        named = {p for m in reading.mentions for p in range(m.start, m.end)}
        unnamed = [word for position, word in enumerate(reading.words) if position not in named]
        genitive = weighed.get("l:genitive", 0.0)
        told = genitive or self.lexicon.tells_language(unnamed)
        if abs(score) < _LANGUAGE_FROM or not told:
            return None
        return "sv" if score > 0 else "en"


@dataclass(frozen=True, slots=True)
class _Places:
    covered: tuple[Municipality, ...]
    uncovered: tuple[Municipality, ...]
    elsewhere: tuple[str, ...]
    unsure: tuple[tuple[Municipality, ...], ...]

    @classmethod
    def of(cls, reading: Reading) -> "_Places":
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
        return cls(
            tuple(place for place in certain.values() if place.covered),
            tuple(place for place in certain.values() if not place.covered),
            tuple(elsewhere),
            tuple(unsure),
        )


def _standing_alone(likely: dict[str, float]) -> dict[str, float]:
    """The shares without what only goes on from something said before."""
    rest = 1.0 - sum(likely.get(intent, 0.0) for intent in FOLLOW) or 1.0
    return {intent: 0.0 if intent in FOLLOW else share / rest for intent, share in likely.items()}


def _asked_of(reading: Reading) -> Iterable[Mention]:
    """The places asked about: those of the asking clause, and of clauses that are no story.

    "Jag bor i Ljungby. Vad vill Alvesta?" asks of Alvesta; "Ljungby, Alvesta: mål?" of both.
    """
    asking = reading.asking
    meant = [m for m in reading.mentions if not _is_ruled_out(reading, m)] or reading.mentions
    inside = {m.start for m in meant if asking.start <= m.start < asking.end}
    if not inside:
        return meant
    return [m for m in meant if m.start in inside or not _is_story(reading, m)]


def _is_ruled_out(reading: Reading, mention: Mention) -> bool:
    """Whether a name is given only to say that it is not meant: "Kalix mål, inte Överkalix"."""
    return mention.start > 0 and reading.words[mention.start - 1].folded in _NOT


_NOT = frozenset({"inte", "ej", "icke", "not"})


def _is_story(reading: Reading, mention: Mention) -> bool:
    """Whether a mention stands in a clause that tells something and does not ask."""
    clause = next(c for c in reading.clauses if c.start <= mention.start < c.end)
    if mention.start == clause.start or "reach.compare" in {hit.group for hit in reading.hits}:
        return False
    named = sum(m.end - m.start for m in reading.mentions if clause.start <= m.start < clause.end)
    asks = clause.asked or reading.groups("kind", clause.start, clause.end)
    return not asks and clause.end - clause.start - named >= _STORY_WORDS


def _intent(likely: Mapping[str, float], reading: Reading, evident: bool) -> str:
    """The likeliest intent of the likeliest group.

    `evident` says that a municipality is named with a kind or topic that its page has.
    """
    if _SETTLE & {hit.group for hit in reading.hits}:
        return "off_topic"
    groups = share_by_group(likely)
    best = max(groups, key=groups.__getitem__)
    if _points_elsewhere(reading) and groups["off"] >= _OFF_IF_ELSEWHERE:
        return "off_topic"
    if best == "off" and groups["off"] < (_OFF_IF_EVIDENT if evident else _OFF_FROM):
        best = max((g for g in groups if g != "off"), key=lambda group: groups[group])
    shares = shares_of(best, likely)
    top = max(shares, key=shares.__getitem__)
    figure = "else.figure" in {hit.group for hit in reading.hits}
    if top == "absent" and not figure and shares[top] < _ABSENT_FROM * sum(shares.values()):
        del shares[top]
        top = max(shares, key=shares.__getitem__)
    return top


def _points_elsewhere(reading: Reading) -> bool:
    """Whether the asking clause has a sign of something else and no kind of statement."""
    asking = reading.asking
    signs = reading.groups("else", asking.start, asking.end)
    kinds = reading.groups("kind", asking.start, asking.end)
    return bool({"service", "other"}.intersection(signs)) and not kinds


def _is_evident(reading: Reading, places: _Places, echo: Echo) -> bool:
    groups = {hit.group for hit in reading.hits}
    if groups & {"else.service", "else.other"}:
        return False
    if not (places.covered or places.uncovered):
        # "Vision statements with a 2035 horizon?" is asked of all.
        wide = reading.years or "reach.across" in groups
        return bool(wide and groups & _NAMED_KINDS)
    return bool(groups & _NAMED_KINDS or echo.topics)


def _asked(reading: Reading, section: str, *, anywhere: bool = True) -> tuple[str, ...]:
    """Cues of a section in the clause that asks; where it has none, anywhere in the message."""
    asking = reading.asking
    found = reading.groups(section, asking.start, asking.end)
    return tuple(found or (reading.groups(section) if anywhere else ()))


def _narrow(reading: Reading) -> tuple[frozenset[str], ...]:
    """The narrow things asked about; none where a wider topic stands beside them."""
    asking = reading.asking
    inside = [hit for hit in reading.hits if asking.start <= hit.start < asking.end]
    if any(hit.group.startswith("topic.") for hit in inside):
        return ()
    things = [hit for hit in inside if hit.group.startswith("narrow.")]
    words = [reading.words[hit.start : hit.end] for hit in things]
    return tuple(frozenset(stem(word.folded) for word in found) for found in words)


def _ordinal(reading: Reading) -> int | None:
    """Which one of a list is meant: 1 for the first, -1 for the last."""
    folded = [word.folded for word in reading.words]
    for word in folded:
        if word in _ORDINALS:
            return _ORDINALS[word]
    for before, word in zip(["nr", *folded], folded, strict=False):
        short = len(folded) <= _FEW and before not in {"de", "the"}
        if word in _NUMBERS and (before in _BEFORE_NUMBER or short):
            return _NUMBERS[word]
    return None
