"""Words to a Question: read, weigh, and say what was asked of whom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.understanding.asides import without_asides
from bot.understanding.by_itself import led_to
from bot.understanding.clauses import clause_words
from bot.understanding.counted import counted
from bot.understanding.features import features, language_features
from bot.understanding.intents import choose, is_evident
from bot.understanding.lexicon import Lexicon
from bot.understanding.model import Model
from bot.understanding.ordinals import ordinal
from bot.understanding.parts import asking_parts, kind_named
from bot.understanding.places import Places
from bot.understanding.question import CHAT, FOLLOW, Echo, Question
from bot.understanding.quotations import without_quotations
from bot.understanding.reading import Reading, read
from bot.understanding.services import is_to_be_made_up
from bot.understanding.subjects import asked, narrow, subjects, topics
from bot.understanding.talking_on import without_fillers
from bot.understanding.who_asks import without_who_asks
from knowledge.models import Kind, Language, Municipality
from knowledge.store import Store
from knowledge.text import stem

# Whether what is left of a message tells better what is asked than all of it.
Clearer = Callable[[Question, Question], bool]

_LANGUAGE_FROM = 0.4
# What is asked of several municipalities at once is one question; and a message has few.
_WHOLE = frozenset({"compare", "across", "covered", "overview", "explain"})
# What a story may be taken for.
_OF_STORIES = frozenset({"topic", "absent", "explain", "off_topic"})
_MOST_PARTS, _SURE_PART, _SURE_WHOLE = 3, 0.45, 0.8
# Who tells a story and asks "what does Ljungby say?" has named the topic in the story.
_ANY_TOPIC = frozenset({"topic", "across", "absent", "explain", "follow"})
_KINDS = {kind.value for kind in Kind}
# What the best entry is about counts from about one rare word in common.
_HEARD = 0.8


def _thousands(word: str) -> tuple[str, ...]:
    """A number as pages write it: "35 000" for 35000."""
    large = word.isdigit() and _THOUSANDS < len(word) <= 2 * _THOUSANDS
    return (word[:-_THOUSANDS], word[-_THOUSANDS:]) if large and len(word) != _YEAR else (word,)


# So many digits make thousands; a year has its own four.
_THOUSANDS, _YEAR = 3, 4


def _is_clearer(core: Question, whole: Question) -> bool:
    """Whether the message without its asides tells better what is asked than all of it."""
    if core.group != whole.group:
        return core.group in {"goals", "follow"}
    if core.intent == whole.intent or whole.intent in _OF_STORIES:
        return core.intent != "absent" or whole.intent == "absent"
    return core.likely[core.intent] > whole.likely[whole.intent]


def _asks_of_plans(core: Question, _: Question) -> bool:
    """Whether anything is asked for without the words that tell who asks."""
    return core.group in {"goals", "follow"}


def _without_story(reading: Reading, *, in_context: bool) -> str | None:
    """The text without what its writer says of themselves; what is made up is looked at whole."""
    if is_to_be_made_up(reading):
        return None
    return led_to(reading) or without_asides(reading, in_context=in_context)


@dataclass(frozen=True)
class Understanding:
    """Everything a message is understood with."""

    store: Store
    lexicon: Lexicon
    model: Model

    def __call__(self, text: str, *, in_context: bool = False) -> Question:
        """Understand a message; only `in_context` can it go on from something said before."""
        question = self._understood(text, in_context)
        left = without_who_asks(question.reading)
        question = self._of_what_is_left(question, left, in_context, _asks_of_plans)
        left = _without_story(question.reading, in_context=in_context)
        question = self._of_what_is_left(question, left, in_context, _is_clearer)
        if in_context and (left := without_fillers(question.reading)):
            question = self._understood(left, in_context)
        if question.group not in {"goals", "off"}:
            return question
        apart = self._apart(question)
        return replace(question, apart=apart) if apart else question

    def _of_what_is_left(
        self, whole: Question, left: str | None, in_context: bool, clearer: Clearer
    ) -> Question:
        """What the text that is left asks, where it tells more; in which language, all tell."""
        core = self._understood(left, in_context) if left else whole
        if core is whole or not clearer(core, whole):
            return whole
        return replace(core, language=whole.language)

    def _apart(self, whole: Question) -> tuple[Question, ...]:
        """The questions that the parts of a message are, where it asks for several things."""
        if whole.intent in _WHOLE:
            return ()
        parts = asking_parts(whole.reading, bare=whole.intent != "topic")
        place = f" {whole.covered[0].name}" if len(whole.covered) == 1 else ""
        found: dict[object, Question] = {}
        kind = ""
        for text in parts[:_MOST_PARTS]:
            one = self._understood(text, False)
            if place and not one.named:
                one = self._understood(f"{text}{place}", False)
            unsure = one.likely.get(one.intent, 0.0) < _SURE_PART and not one.kinds
            if kind and (one.group != "goals" or unsure):
                # "What is its vision, and what does it mean?"
                one = self._understood(f"{text}{place} {kind}", False)
            kind = kind_named(one.reading) or kind
            if one.group == "goals" and one.likely.get(one.intent, 0.0) >= _SURE_PART:
                found.setdefault((one.intent, one.kinds, one.topics, one.narrow), one)
        intents = {one.intent for one in found.values()}
        sure = whole.likely.get(whole.intent, 0.0) >= _SURE_WHOLE and whole.intent not in intents
        return tuple(found.values()) if len(found) > 1 and not sure else ()

    def _understood(self, text: str, in_context: bool) -> Question:
        reading = read(text, self.lexicon, self.store)
        places = Places.of(reading)
        words = self._content(reading)
        echo = self._echo(words, reading.groups("topic"), places.covered)
        weighed = features(reading, echo)
        # With nothing said before, nothing goes on from it.
        likely = self.model.probabilities(weighed, without=() if in_context else FOLLOW)
        strange = self._strange(reading)
        intent = choose(
            likely,
            reading,
            evident=is_evident(reading, places, echo),
            strange=self._stands_nowhere(strange),
        )
        if intent in CHAT and (left := without_quotations(text)):
            # "Translate 'good morning'" greets nobody.
            return self._understood(left, in_context)
        kinds = tuple(Kind(name) for name in asked(reading, "kind") if name in _KINDS)
        # "Mum lives in Alvesta. What visions do our municipalities have?" asks for no families.
        of_story = intent in _ANY_TOPIC and not (intent == "across" and kinds)
        about = subjects(reading, anywhere=of_story)
        return Question(
            reading=reading,
            intent=intent,
            likely=likely,
            language=self._language(weighed, reading),
            covered=places.covered,
            uncovered=places.uncovered,
            elsewhere=places.elsewhere,
            unsure=places.unsure,
            without=places.without,
            counties=tuple(reading.groups("county")),
            kinds=kinds,
            topics=topics(about),
            narrow=narrow(reading, about),
            words=frozenset(words),
            strange=strange,
            counted=counted(reading),
            echo=echo,
            ordinal=ordinal(reading),
        )

    def explain(self, question: Question, count: int = 8) -> list[tuple[str, float]]:
        """The features that decided a question's intent, the strongest first."""
        weighed = features(question.reading, question.echo)
        return self.model.reasons(weighed, question.intent)[:count]

    def _content(self, reading: Reading) -> list[str]:
        """Stems of the words that carry a subject, names and counties left out."""
        named = reading.named | {
            p for h in reading.hits if h.group.startswith("county.") for p in range(h.start, h.end)
        }
        return [
            stem(part)
            for position, word in enumerate(reading.words)
            if position not in named and not self.lexicon.is_function_word(word)
            for part in _thousands(word.folded)
        ]

    def _strange(self, reading: Reading) -> frozenset[str]:
        """Stems of words in the asking clause that are not listed and name no plan as such."""
        asking = reading.asking
        kinds = [hit.end for hit in reading.kinds]
        # "Their goals, please, so the kids can argue": why they are asked for is no thing in them.
        besides = (
            position
            for position in range(min(kinds, default=asking.end), asking.end)
            if reading.folded[position] in clause_words()["because"]
        )
        end = next(besides, asking.end)
        asked = (reading.folded[p] for p in reading.unknown if asking.start <= p < end)
        # "Where the population grows" asks for the population.
        known = clause_words()["efforts"] | clause_words()["plainly_done"]
        return frozenset(
            stem(word) for word in asked if word not in self.model.plain and word not in known
        )

    def _stands_nowhere(self, stems: Iterable[str]) -> bool:
        """Whether any of the words stands in no page."""
        return any(not self.store.holds(f"w:{one}") for one in stems)

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
        if left := without_quotations(reading.text):
            # The page's own words are Swedish, whoever asks what they mean.
            reading = read(left, self.lexicon, self.store)
            weighed = features(reading, Echo())
        score = self.model.swedish_score(language_features(weighed, reading))
        genitive = weighed.get("l:genitive", 0.0)
        told = genitive or self.lexicon.tells_language(reading.unnamed)
        if abs(score) < _LANGUAGE_FROM or not told:
            # "Gothenburg vision": only the name tells.
            return "en" if any(m.language == "en" for m in reading.mentions) else None
        return "sv" if score > 0 else "en"
