"""The words that tell what a statement is, from `words.toml`, and where they stand in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.models import Kind
from knowledge.plans import read_toml

_FILE = Path(__file__).with_name("words.toml")
_WORD = re.compile(r"[^\W_]+(?:[-’':][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A label in a text: its singular, the kind it names, where it stands, and its form."""

    label: str
    kind: Kind
    start: int
    end: int
    definite: bool


@dataclass(frozen=True, slots=True)
class _Noun:
    label: str
    kind: Kind
    neuter: bool
    definite: bool
    needs_adjective: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of `words.toml`, ready for look-ups."""

    data: Mapping[str, Any]
    nouns: Mapping[str, _Noun]
    compounds: Sequence[tuple[str, _Noun, str]]
    adjectives: Mapping[str, tuple[str, str]]

    def words(self, section: str, name: str) -> Sequence[str]:
        """A list of words of a section of the file."""
        found: Sequence[str] = self.data[section][name]
        return found

    def starts(self, section: str, text: str) -> bool:
        """Whether the text begins with one of a section's starts (whole words)."""
        lower = text.lower().lstrip("”\"“'—–- ")
        return any(_begins(lower, start) for start in self.words(section, "starts"))

    def holds(self, section: str, text: str, name: str = "words") -> bool:
        """Whether one of a section's words or phrases stands in the text."""
        return bool(_any_of(section, name).search(text.lower()))

    def number(self, word: str) -> int | None:
        """The number that a word or figure says, or None."""
        lower = word.lower()
        if lower.isdecimal():
            return int(lower)
        found: int | None = self.data["numbers"].get(lower)
        return found

    def mentions(self, text: str) -> list[Mention]:
        """The labels in a text, in order; those of global and national goals left out."""
        return list(self._mentions(text))

    def _mentions(self, text: str) -> Iterator[Mention]:
        words = list(_WORD.finditer(text))
        lowered = [word.group().lower() for word in words]
        index = 0
        while index < len(words):
            noun, length = self._noun(lowered, index)
            if noun is None:
                index += 1
                continue
            before = lowered[max(0, index - 2) : index]
            after = text[words[index + length - 1].end() :].lower().lstrip()
            if self._is_own(before, after):
                mention = self._mention(words, lowered, index, length, noun)
                if mention:
                    yield mention
            index += length

    def _noun(self, lowered: Sequence[str], index: int) -> tuple[_Noun | None, int]:
        for length in (3, 2, 1):
            phrase = " ".join(lowered[index : index + length])
            if index + length <= len(lowered) and phrase in self.nouns:
                return self.nouns[phrase], length
        word = lowered[index]
        for ending, noun, whole in self.compounds:
            body = word.removesuffix(ending)
            if body != word and len(body) > 2 and word not in self.words("never", "words"):
                label = f"{body}{whole}"
                return _Noun(label, noun.kind, noun.neuter, noun.definite, False), 1
        return None, 1

    def _is_own(self, before: Sequence[str], after: str) -> bool:
        not_ours = self.words("never", "before")
        if any(word in not_ours or word.endswith("-") for word in before[-1:]):
            return False
        if before and before[0] in not_ours:
            return False
        return not any(after.startswith(phrase) for phrase in self.words("never", "after"))

    def _mention(
        self,
        words: Sequence[re.Match[str]],
        lowered: Sequence[str],
        index: int,
        length: int,
        noun: _Noun,
    ) -> Mention | None:
        first = index
        while first and lowered[first - 1] in self.adjectives:
            first -= 1
        if noun.needs_adjective and first == index:
            return None
        singular = [self.adjectives[word][noun.neuter] for word in lowered[first:index]]
        label = " ".join([*singular, noun.label])
        kind = Kind(self.data["kinds"].get(label, noun.kind))
        definite = noun.definite
        return Mention(label, kind, words[first].start(), words[index + length - 1].end(), definite)


@cache
def _any_of(section: str, name: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(word) for word in vocabulary().words(section, name))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)")


def _begins(text: str, start: str) -> bool:
    """Whether a text begins with a word or phrase; with a star behind it, with those letters."""
    if start.endswith("*"):
        return text.startswith(start[:-1])
    phrase = start.strip()
    return text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalpha()


@cache
def vocabulary() -> Vocabulary:
    """The words of `words.toml`, read once."""
    data = read_toml(_FILE, f"intake/{_FILE.name}")
    nouns: dict[str, _Noun] = {}
    compounds: list[tuple[str, _Noun, str]] = []
    for language in ("sv", "en"):
        for label, entry in data["nouns"][language].items():
            for name, definite in (("plain", False), ("definite", True)):
                for form in entry.get(name, ()):
                    needs = bool(entry.get("needs_adjective"))
                    noun = _Noun(label, Kind(entry["kind"]), "t" in entry, definite, needs)
                    nouns.setdefault(form, noun)
                    if entry.get("compounds"):
                        compounds.append((form, noun, label))
    # "Strategiska områden" and "strategiskt område" are the same label.
    adjectives = {
        form: (common, neuter)
        for language in ("sv", "en")
        for plural, (common, neuter) in data["adjectives"][language].items()
        for form in (plural, common, neuter)
    }
    # The longest ending first, so that "målområden" is not read as a compound of "mål".
    compounds.sort(key=lambda entry: -len(entry[0]))
    return Vocabulary(data, nouns, compounds, adjectives)
