"""Our own sentences in a language, with names, numbers and dates as that language writes them.

A `Phrases` object is bound to a language and passed along; there is no current language.
"""

import gettext
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.answering.answer import (
    AllTopics,
    AnyOf,
    AnyTopic,
    Both,
    Counted,
    Counties,
    Dated,
    Each,
    Label,
    Number,
    Of,
    Said,
    Sentences,
    TopicName,
    Value,
    Word,
)
from bot.rendering.denied import is_denied, none_of
from knowledge.models import Language, county_stem
from knowledge.rows import LabelRow, NoteRow
from knowledge.store import Store

LOCALES = {"sv": "sv_SE", "en": "en_GB"}
_CATALOGUES = Path(__file__).parent / "locale"
# "And" within a name, and what joins such names to others.
_ALSO = {"sv": (" och ", " samt "), "en": (" and ", " as well as ")}
_SMALL = {
    "sv": [
        "noll",
        "ett",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
    ],
    "en": [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
}
# After these a Swedish name takes no s in the genitive.
_NO_S = ("s", "x", "z")


class Phrases:
    """Text in one language. Raises FileNotFoundError where its catalogue is not compiled."""

    def __init__(self, language: Language, store: Store) -> None:
        self.language = language
        self._store = store
        self._locale = Locale.parse(LOCALES[language])
        self._catalogue = _catalogue(language)

    def __call__(self, text: str, **values: Value) -> str:
        """One of our sentences, by its English text."""
        written = {name: self.value(value) for name, value in values.items()}
        for name, value in values.items():
            if isinstance(value, (AnyTopic, TopicName)) and is_denied(text, name):
                written[name] = none_of(self.language, written[name])
        return self._catalogue.gettext(text).format(**written)

    def say(self, sentence: Said | NoteRow) -> str:
        """A sentence with its gaps filled; of a note, its answer in one line."""
        if isinstance(sentence, NoteRow):
            short = sentence.short_sv if self.language == "sv" else sentence.short_en
            return short or self.note(sentence)
        text = self(sentence.text, **sentence.values)
        return text[:1].upper() + text[1:]

    def note(self, note: Said | NoteRow) -> str:
        """The full text of a note."""
        if isinstance(note, NoteRow):
            return note.sv if self.language == "sv" else note.en
        return self.say(note)

    def value(self, value: Value) -> str:
        """A value as the language writes it."""
        match value:
            case str():
                return value
            case int():
                small = _SMALL[self.language]
                return small[value] if 0 <= value < len(small) else self.value(Number(value))
            case date():
                return self.date(value)
            case tuple():
                return value[0] if len(value) == 1 else format_list(value, locale=self._locale)
            case Number(number):
                return format_decimal(number, locale=self._locale)
            case AnyOf(names):
                return format_list(names, style="or", locale=self._locale)
            case Of(names):
                return self._genitive(names)
            case Counties(names):
                english = [f"{county_stem(name)} County" for name in names]
                return self.list(names if self.language == "sv" else english)
            case Label():
                return self._label(value)
            case Counted(labels):
                return self.list([*map(self._label, labels)])
            case Each(counts):
                return "; ".join(f"{place} – {self.value(Counted(each))}" for place, each in counts)
            case Dated(days):
                return "; ".join(f"{place} – {self.date(day)}" for place, day in days)
            case Word(word):
                return f"”{word}”" if self.language == "sv" else f"“{word}”"
            case TopicName(topic):
                return self._topic(topic)
            case AnyTopic(topics, things):
                return self.value(AnyOf(self._named(topics, things)))
            case AllTopics(topics, things):
                return self._all(self._named(topics, things))
            case Sentences(each):
                return " ".join(map(self.say, each))
            case Both(sv, en):
                return sv if self.language == "sv" else f"{en} ({sv})"

    def date(self, day: date) -> str:
        """A date in words: "1 januari 2024", "1 January 2024"."""
        return _in_words(day, self.language)

    def list(self, items: Sequence[str]) -> str:
        """Items as a list in words."""
        return format_list(items, locale=self._locale)

    def _all(self, names: Sequence[str]) -> str:
        """Names that are all meant; beside "trygghet och säkerhet" another "och" joins nothing."""
        joins, apart = _ALSO[self.language]
        if len(names) == 1 or not any(joins in name for name in names):
            return self.list(names)
        return f"{', '.join(names[:-1])}{apart}{names[-1]}"

    def _named(self, topics: Iterable[str], things: Iterable[str]) -> tuple[str, ...]:
        """Topics by their names, then things by the question's own words."""
        return *map(self._topic, topics), *(self.value(Word(thing)) for thing in things)

    def _topic(self, topic: str) -> str:
        found = self._store.topics[topic]
        return found.sv if self.language == "sv" else found.en

    def _genitive(self, names: Sequence[str]) -> str:
        if self.language == "en":
            owners = [*names[:-1], f"{names[-1]}’s"]
        else:
            owners = [name if name.lower().endswith(_NO_S) else f"{name}s" for name in names]
        return owners[0] if len(owners) == 1 else format_list(owners, locale=self._locale)

    def _label(self, label: Label) -> str:
        row = self._store.labels[label.label]
        singular = row.label if self.language == "sv" else row.english
        plural = row.plural if self.language == "sv" else row.english_plural
        if label.number is None:
            return singular
        noun = singular if label.number == 1 else (plural or singular)
        if label.number == 1 and self.language == "sv":
            return f"{_one(row)} {noun}"
        return f"{self.value(label.number)} {noun}"


def _one(label: LabelRow) -> str:
    """The Swedish article of a noun, by its plural: "ett mål (mål)", "ett område (områden)"."""
    same = label.plural == label.label and not label.label.endswith("are")
    return "ett" if same or label.plural == f"{label.label}n" else "en"


@lru_cache(maxsize=4096)
def _in_words(day: date, language: Language) -> str:
    return format_date(day, "long", locale=LOCALES[language])


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("kommunmal", localedir=str(_CATALOGUES), languages=[language])


# A store is let go of when it has been replaced.
@lru_cache(maxsize=8)
def _bound(language: Language, store: Store) -> Phrases:
    return Phrases(language, store)


def phrases(language: Language, store: Store) -> Phrases:
    """The phrases of a language, made once for a store."""
    return _bound(language, store)
