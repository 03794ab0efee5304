"""The words that questions are read with: cues, topics, and words without a subject."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import Any

from bot.understanding.clauses import clause_words
from bot.understanding.counties import county_patterns
from bot.understanding.letters import Letters, plainly
from bot.understanding.ordinal_words import listed_words
from bot.understanding.patterns import Hit, Patterns
from bot.understanding.speller import Speller
from knowledge.store import Store
from knowledge.text import Word, bases, fold
from knowledge.text import words as words_of


@dataclass(frozen=True)
class Lexicon:
    """All listed words as patterns. A group is "topic.water", "ask.start", "kind.goal"."""

    patterns: Patterns
    function_words: frozenset[str]
    swedish: frozenset[str]
    english: frozenset[str]
    letters: Letters = field(default_factory=lambda: Letters({}))
    times: Mapping[str, int] = field(default_factory=dict)
    both: frozenset[str] = frozenset()
    shorthand: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, store: Store, used: Mapping[str, int] | None = None) -> "Lexicon":
        """The cues that ship with the bot and the topics of the knowledge base.

        `used` are words that people ask with, as they are spelled, and how many did.
        """
        used, cues, listed = dict(used or {}), _toml("cues.toml"), _toml("function_words.toml")
        groups = dict(_topic_groups(store)) | dict(_cue_groups(cues)) | {**county_patterns(store)}
        groups["person.quoted"] = store.persons
        function_words = {name: set(map(fold, listed[name].split())) for name in ("sv", "en")}
        told = {name: function_words[name] | _told(store, cues, name) for name in function_words}
        patterns = Patterns(groups)
        without_subject = frozenset[str]().union(*function_words.values())
        of_clauses = frozenset[str]().union(*clause_words().values())
        of_clauses |= listed_words().all
        rare = (
            *patterns.plain(), *patterns.endings(), *of_clauses, *map(fold, store.spelled)
        )  # fmt: skip
        spelled = (word for name in function_words for word in listed[name].split())
        return cls(
            patterns,
            without_subject,
            frozenset(told["sv"] - told["en"]),
            frozenset(told["en"] - told["sv"]),
            Letters(dict.fromkeys((*patterns.spelled(), *spelled, *store.spelled), 0) | used),
            _times(used, rare, {*without_subject, *_plain_words(groups), *_topic_names(store)}),
            frozenset(listed["both"].split()),
            {
                short: full
                for told in _toml("shorthand.toml").values()
                for short, full in told.items()
            },
        )

    def tells_language(self, words: Sequence[Word]) -> bool:
        """Whether any of the words belongs to one language more than to the other."""
        return not self.both.issuperset(word.folded for word in words if not word.folded.isdigit())

    def leaning(self, words: Sequence[Word], hits: Iterable[Hit]) -> float:
        """How much more of what is listed is Swedish than English, -1 to 1."""
        told = {word.folded for word in words} | {hit.pattern for hit in hits}
        swedish, english = len(told & self.swedish), len(told & self.english)
        return (swedish - english) / max(swedish + english, 1)

    def is_function_word(self, word: Word) -> bool:
        """Whether a word carries no subject of its own."""
        return word.folded in self.function_words or len(word.folded) == 1

    @cached_property
    def speller(self) -> Speller:
        """Corrects a word that is one slip away from a known one."""
        return Speller(self.times, list(self.patterns.prefixes()))

    def corrected(self, word: Word, known: float = 0.0) -> Word:
        """The word with a slip of the keyboard mended, or the word itself.

        `known` is the share of it, 0 to 1, that is a listed word, beginning or ending.
        """
        better = None if word.folded in self.times else self._meant(word, known)
        if not better:
            return word
        return Word(word.raw, self.letters.restored(better), better, word.start, word.end)

    def _meant(self, word: Word, known: float) -> str | None:
        """The word that a slip was made in; of what is known in part, only what is likely."""
        long = len(word.folded) >= _LONG
        if long or not known or not self._is_inflected(word):
            # "Goernance" is no "görnance": its two letters need not stand for one.
            typed = {word.folded, plainly(word.lower)}
            if found := self.speller.whole(*typed, least=0 if long else _OFTEN):
                return found
        if once := self._struck_once(word.folded):
            return once
        # "Mätesplats" begins as "mätas" does, which tells nothing of it.
        return self.speller.beginning(word.folded) if known < _MUCH_OF_IT else None

    def _struck_once(self, folded: str) -> str | None:
        """The known word in which one letter was struck twice: "futuree", "kommunns"."""
        if not folded.isalpha():
            return None
        twice = [at for at in range(1, len(folded)) if folded[at] == folded[at - 1]]
        words = (folded[:at] + folded[at + 1 :] for at in twice)
        least = _OFTEN if len(folded) > _BODY + 1 else _EVERYBODY
        return next((word for word in words if self.times.get(word, 0) >= least), None)

    def _is_inflected(self, word: Word) -> bool:
        """Whether a word is a known one with an ending; no ending has å, ä or ö in it."""
        ends = word.lower[-_ENDING:].isascii()
        return ends and not self.times.keys().isdisjoint(_longer(bases(word.folded)))

    def is_word(self, spelled: str) -> bool:
        """Whether a word in lower case is known as it is spelled."""
        return fold(spelled) in self.times

    def restored(self, word: Word) -> Word:
        """The word written out, with the Swedish letters that it was typed without."""
        spelled = self.shorthand.get(word.lower) or self.letters.restored(word.lower)
        return word if spelled == word.lower else word._replace(lower=spelled, folded=fold(spelled))

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """The listed words and phrases in a text."""
        return self.patterns.find(words)


def _topic_groups(store: Store) -> Iterator[tuple[str, Sequence[str]]]:
    for topic in store.topics.values():
        yield f"topic.{topic.id}", (*topic.words.sv, *topic.words.en)
        yield f"{_NARROW}{topic.id}", (*topic.narrow.sv, *topic.narrow.en)


def _cue_groups(cues: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    for section, found in cues.items():
        for name, words in found.items():
            yield f"{section}.{name}", (*words["sv"], *words["en"])


def _plain_words(groups: Mapping[str, Iterable[str]]) -> Iterable[str]:
    """The listed words, and long beginnings of words, that are no phrases and no narrow things."""
    listed = [word for group, words in groups.items() for word in words if _is_wide(group)]
    plain = (fold(word) for word in listed if word.isalpha())
    beginnings = (fold(word[:-1]) for word in listed if word[-1] == "*" and word[:-1].isalpha())
    return [*plain, *(word for word in beginnings if len(word) >= _BEGINNING)]


def _topic_names(store: Store) -> Iterator[str]:
    for topic in store.topics.values():
        yield from (word.folded for name in (topic.sv, topic.en) for word in words_of(name))


def _is_wide(group: str) -> bool:
    return not group.startswith(_NARROW)


def _told(store: Store, cues: Mapping[str, Any], language: str) -> set[str]:
    """What tells a language: the patterns listed for it, as hits give them, and folded."""
    listed = [words for topic in store.topics.values() for words in (topic.words, topic.narrow)]
    found = {word for words in listed for word in getattr(words, language)}
    found |= {
        word for section in cues.values() for words in section.values() for word in words[language]
    }
    return found | set(map(fold, found))


def _times(
    used: Mapping[str, int], rare: Iterable[str], likely: Iterable[str]
) -> Mapping[str, int]:
    """How many people used each known word, folded; enough for those that are likely anyway."""
    times = dict.fromkeys(rare, 0)
    for word, number in used.items():
        times[fold(word)] = times.get(fold(word), 0) + number
    return times | {word: max(_OFTEN, times.get(word, 0)) for word in likely}


def _longer(bodies: Iterable[str]) -> Iterable[str]:
    """Those that are no chance beginning of a word: "val" is no base of "valies"."""
    return (body for body in bodies if len(body) >= _BODY)


# A word this long is not one slip away from another by chance; so often used, another is likely.
_LONG, _OFTEN, _BODY, _ENDING = 8, 10, 4, 2
# Of short words only what everybody asks with is meant.
_EVERYBODY = 500
# "Klimat*" is a word and not only the beginning of some.
_BEGINNING = 6
_MUCH_OF_IT = 0.35
_NARROW = "narrow."


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
