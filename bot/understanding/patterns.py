"""Finding listed words and phrases in a text, whatever their inflection.

A pattern is a word, a word with a star before or after it, or several of these. A plain word
matches itself and its regular inflections, a star any beginning or ending, and a star alone up to
three words between two others. All spelling is compared folded.

>>> patterns = Patterns({"water": ["vatten*", "clean water"], "goal": ["mål"]})
>>> [hit.group for hit in patterns.find(words("Målen för vattenfrågor"))]
['goal', 'water']
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from knowledge.text import Word, bases, fold, words

# A beginning or ending is looked up by as many of its letters; none is shorter than the first.
_KEYS = (2, 3, 4)
_GAP = 3
_WHOLE = ("word", "prefix")
# What so many words begin is kept.
_KEPT = 8192
_LETTERS = frozenset("åäö")
# Norwegian and Danish write two of them otherwise: "næringsliv", "miljø".
_NEIGHBOURS = str.maketrans("æø", "äö")
_PAIRS = {"aa": "å", "ae": "ä", "oe": "ö"}


class Hit(NamedTuple):
    """A pattern found: its group, and the words `start` to `end` (exclusive) that it covers."""

    group: str
    start: int
    end: int
    pattern: str

    @property
    def names_kind(self) -> bool:
        """Whether it names a kind of statement: goals, a vision, values."""
        return self.group.startswith("kind.")

    @property
    def names_thing(self) -> bool:
        """Whether it names what a plan may be about: a topic, or a narrow thing within one."""
        return self.group.startswith(("topic.", "narrow."))


class _Part(NamedTuple):
    """One word of a pattern: how it is compared, with what, and how that is spelled."""

    how: str
    what: str
    spelled: str


class _Entry(NamedTuple):
    group: str
    pattern: str
    first: _Part
    rest: tuple[_Part, ...]


class _Slot:
    """The patterns that begin with the same word."""

    def __init__(self) -> None:
        self._any: list[_Entry] = []
        self._before: dict[str, list[_Entry]] = {}

    def add(self, entry: _Entry) -> None:
        if entry.rest and entry.rest[0].how == "word":
            self._before.setdefault(entry.rest[0].what, []).append(entry)
        else:
            self._any.append(entry)

    def tried(self, following: Iterable[str]) -> Iterable[_Entry]:
        """Those that may stand before a word with these bases."""
        if not self._before:
            return self._any
        found = [entry for base in following for entry in self._before.get(base, ())]
        return [*self._any, *found] if found else self._any

    def entries(self) -> Iterable[_Entry]:
        """All of them."""
        return [*self._any, *(entry for found in self._before.values() for entry in found)]


class Patterns:
    """Patterns by group, indexed by their first two words: their number costs nothing."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._index: dict[str, dict[str, _Slot]] = {"word": {}, "prefix": {}, "suffix": {}}
        self._spelled: set[str] = set()
        self._plain: set[str] = set()
        for group, patterns in groups.items():
            for pattern in patterns:
                self._add(group, pattern)
        self._prefix_lengths = _lengths(self._index["prefix"], lambda part: part[: _KEYS[-1]])
        self._suffix_lengths = _lengths(self._index["suffix"], lambda part: part[-_KEYS[-1] :])

    def _add(self, group: str, pattern: str) -> None:
        first, *rest = (part for text in pattern.split() for part in _parts(text))
        self._spelled.update(part.spelled for part in (first, *rest) if part.how in _WHOLE)
        self._plain.update(part.what for part in (first, *rest) if part.how == "word")
        entry = _Entry(group, pattern, first, tuple(rest))
        self._index[first.how].setdefault(first.what, _Slot()).add(entry)

    def find(self, text: Sequence[Word]) -> list[Hit]:
        """Every pattern's hits in the order of the words; of two at one place the longer first."""
        bodies = [*(bases(word.folded) for word in text), ()]
        hits = {
            Hit(entry.group, position, end, entry.pattern)
            for position, word in enumerate(text)
            for entry in self._begun_by(word.lower, word.folded).tried(bodies[position + 1])
            for end in [_end(entry.rest, text, position + 1) if entry.rest else position + 1]
            if end
        }
        hits.difference_update(_rarer_readings(hits))
        return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.group))

    def prefixes(self) -> Iterable[str]:
        """The beginnings of words that stand before a star, folded."""
        return self._index["prefix"]

    def plain(self) -> Iterable[str]:
        """The plain words, alone or in phrases, folded."""
        return self._plain

    def endings(self) -> Iterable[str]:
        """The endings of words that stand after a star, folded; many are words themselves."""
        return self._index["suffix"]

    def spelled(self) -> Iterable[str]:
        """The plain words and the beginnings that stand before a star, as they are spelled."""
        return self._spelled

    @cached_property
    def _begun_by(self) -> Callable[[str, str], _Slot]:
        """The patterns that a word may begin; kept, for people use few words."""

        @lru_cache(maxsize=_KEPT)
        def begun_by(lower: str, folded: str) -> _Slot:
            found = _Slot()
            for slot in self._starting(folded):
                for entry in slot.entries():
                    if not _misspells(entry.first, lower, folded):
                        found.add(entry)
            return found

        return begun_by

    def _starting(self, word: str) -> Iterable[_Slot]:
        listed = self._index["word"]
        for base in bases(word):
            if found := listed.get(base):
                yield found
        # A few letters leave few lengths to look up: most words begin as no pattern does.
        for letters in _KEYS[: len(word) - 1]:
            for length in self._prefix_lengths.get(word[:letters], ()):
                if found := self._index["prefix"].get(word[:length]):
                    yield found
            for length in self._suffix_lengths.get(word[-letters:], ()):
                if found := self._index["suffix"].get(word[-length:]):
                    yield found


def _rarer_readings(hits: Collection[Hit]) -> list[Hit]:
    """Of what is typed without its letters: "vilka ar" is "vilka är" rather than "vilka år"."""
    rarer = [hit for hit in hits if "å" in hit.pattern]
    if not rarer:
        return []
    spelled: dict[tuple[int, int, str], set[str]] = {}
    for hit in hits:
        spelled.setdefault((hit.start, hit.end, fold(hit.pattern)), set()).add(hit.pattern)
    return [hit for hit in rarer if len(spelled[hit.start, hit.end, fold(hit.pattern)]) > 1]


def _lengths(parts: Iterable[str], ends: Callable[[str], str]) -> Mapping[str, Sequence[int]]:
    """The lengths of the parts that share their first or last letters."""
    found: dict[str, set[int]] = {}
    for part in parts:
        found.setdefault(ends(part), set()).add(len(part))
    return {letters: sorted(lengths) for letters, lengths in found.items()}


@lru_cache(maxsize=16384)
def _spelled_out(word: str) -> frozenset[str]:
    """The letters that a word has as two, as in "maal" and "foer"."""
    return frozenset(letter for pair, letter in _PAIRS.items() if pair in word)


def _spelling(word: str) -> str:
    """The word in lower case, with the Swedish letters for the Norwegian and Danish ones."""
    return word.lower().translate(_NEIGHBOURS)


def _parts(text: str) -> list[_Part]:
    if text == "*":
        return [_Part("gap", "", "")]
    bare = text.strip("*")
    if bare.isalnum():
        how = "prefix" if text[-1] == "*" else "suffix" if text[0] == "*" else "word"
        return [_Part(how, fold(bare), _spelling(bare))]
    parts = [_Part("word", word.folded, _spelling(word.lower)) for word in words(bare)]
    parts = parts or [_Part("word", fold(text), _spelling(text))]
    if text.endswith("*"):
        parts[-1] = parts[-1]._replace(how="prefix")
    elif text.startswith("*"):
        parts[0] = parts[0]._replace(how="suffix")
    return parts


def _end(rest: tuple[_Part, ...], text: Sequence[Word], position: int) -> int | None:
    """Where the rest of a pattern ends if it stands at this position, else None."""
    if not rest:
        return position
    if rest[0].how == "gap":
        ends = (_end(rest[1:], text, position + gap) for gap in range(_GAP + 1))
        return next((end for end in ends if end), None)
    if position >= len(text) or not _fits(rest[0], text[position]):
        return None
    return _end(rest[1:], text, position + 1)


def _fits(part: _Part, word: Word) -> bool:
    if _misspells(part, word.lower, word.folded):
        return False
    if part.how == "prefix":
        return word.folded.startswith(part.what)
    if part.how == "suffix":
        return word.folded.endswith(part.what)
    return part.what in bases(word.folded)


def _misspells(part: _Part, lower: str, folded: str) -> bool:
    """Whether a word written with å, ä or ö has another letter there than the pattern.

    "saga" may be meant as "säga" by who writes without the letters; "säga" is never "saga".
    """
    if lower.isascii():
        # "Aer" is "är" and not "år", though both fold alike.
        meant, ours = _spelled_out(lower), _LETTERS.intersection(part.spelled)
        return bool(meant and ours) and meant.isdisjoint(ours) and folded != lower
    written = _spelling(lower)
    if written == part.spelled:
        return False
    if part.how == "suffix":
        pairs = zip(reversed(part.spelled), reversed(written), strict=False)
    else:
        pairs = zip(part.spelled, written, strict=False)
    return any(
        ours != theirs and (theirs in _LETTERS or ours in _LETTERS) for ours, theirs in pairs
    )
