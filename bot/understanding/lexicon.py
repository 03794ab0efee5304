"""The words that questions are read with: cues, topics, and words without a subject."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files
from typing import Any

from bot.understanding.counties import county_patterns
from bot.understanding.letters import Letters
from bot.understanding.matching import Speller
from bot.understanding.patterns import Hit, Patterns
from knowledge.store import Store
from knowledge.text import Word, fold


@dataclass(frozen=True)
class Lexicon:
    """All listed words as patterns. A group is "topic.water", "ask.start", "kind.goal"."""

    patterns: Patterns
    function_words: frozenset[str]
    swedish: frozenset[str]
    english: frozenset[str]
    letters: Letters = field(default_factory=Letters)
    seen: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()

    @classmethod
    def load(cls, store: Store, seen: Iterable[str] = ()) -> "Lexicon":
        """The cues that ship with the bot and the topics of the knowledge base.

        `seen` are words known to be real though they are not listed, as they are spelled.
        """
        real = [*seen]
        groups: dict[str, Sequence[str]] = {
            f"topic.{t.id}": (*t.words.sv, *t.words.en) for t in store.topics.values()
        }
        groups |= {f"narrow.{t.id}": (*t.narrow.sv, *t.narrow.en) for t in store.topics.values()}
        groups |= county_patterns(store)
        told: dict[str, set[str]] = {"sv": set(), "en": set()}
        for topic in store.topics.values():
            for words in (topic.words, topic.narrow):
                told["sv"].update(*_told(words.sv))
                told["en"].update(*_told(words.en))
        for section, cues in _toml("cues.toml").items():
            for name, words in cues.items():
                groups[f"{section}.{name}"] = (*words["sv"], *words["en"])
                for language, found in told.items():
                    found.update(*_told(words[language]))
        listed = _toml("function_words.toml")
        for language, found in told.items():
            found.update(fold(word) for word in listed[language].split())
        swedish, english = told["sv"], told["en"]
        both = frozenset(listed["both"].split())
        function_words = {fold(word) for language in told for word in listed[language].split()}
        patterns = Patterns(groups)
        spelled = (word for name in ("sv", "en") for word in listed[name].split())
        return cls(
            patterns,
            frozenset(function_words),
            frozenset(swedish - english),
            frozenset(english - swedish),
            Letters((*patterns.spelled(), *spelled, *real)),
            frozenset(map(fold, real)),
            both,
        )

    def tells_language(self, words: Sequence[Word]) -> bool:
        """Whether any of the words belongs to one language more than to the other."""
        return not self.both.issuperset(word.folded for word in words)

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
        """Corrects a word that is one slip away from a listed one."""
        return Speller(
            {*self.patterns.plain(), *self.function_words, *filter(_is_long, self.seen)},
            list(self.patterns.prefixes()),
        )

    def corrected(self, word: Word, *, known: bool = False) -> Word:
        """The word with a slip of the keyboard mended, or the word itself.

        One that is `known` by how it begins or ends ("attractoveness") is mended if it is long.
        """
        if self.is_real(word) or (known and not _is_long(word.folded)):
            return word
        better = self.speller.correct(word.folded, whole=known)
        if not better:
            return word
        return Word(word.raw, self.letters.restored(better), better, word.start, word.end)

    def is_real(self, word: Word) -> bool:
        """Whether a word is known as it stands, not only by how it begins or ends."""
        folded = word.folded
        return folded in self.seen or folded in self.function_words or folded in self._plain

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(map(fold, self.patterns.spelled()))

    def restored(self, word: Word) -> Word:
        """The word with the Swedish letters that it was typed without."""
        spelled = self.letters.restored(word.lower)
        return word if spelled == word.lower else replace(word, lower=spelled, folded=fold(spelled))

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """The listed words and phrases in a text."""
        return self.patterns.find(words)


def _is_long(word: str) -> bool:
    """Whether a word is too long to be one slip away from another by chance."""
    return len(word) >= _LONG


_LONG = 8


def _told(patterns: Sequence[str]) -> tuple[Sequence[str], Iterable[str]]:
    """What tells a language: the patterns as hits give them, and their words folded."""
    return patterns, map(fold, patterns)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
