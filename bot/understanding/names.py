"""Which municipalities a message names: exact spelling first, then folded, then near.

Each word (and each pair of words) is looked up among all names at once. A name that is also an
ordinary word needs a cue beside it. One candidate is taken; two that fit as well are both kept,
so that the bot asks.
"""

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from bot.understanding.clauses import clause_words
from bot.understanding.matching import near_names
from knowledge.models import Municipality
from knowledge.names import EXACT, FOLDED, NEAR, left_out, slips
from knowledge.rows import Name
from knowledge.store import Store
from knowledge.text import Word, fold

# Beside a name that is spelled right, a slip of another must be a long one to be believed.
_SURE_LENGTH = 6
# No name is longer, slips and what is written on to it included. The ways to leave two letters
# out grow with the square of a word's length, so what is longer is never tried as a misspelt name.
_LONGEST_NEAR = 32
# So short a word ("hbo") may be an official name with a letter left out, but no ordinary word
# ("mor" is not Mora) and no other name ("flu" is not Falu).
_SHORTEST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a message names: words `start` to `end` (exclusive), with how it was found.

    `places` are the municipalities it may be, most often one; none for a place elsewhere.
    `language` is that of the name ("Gothenburg" is "en").
    """

    start: int
    end: int
    name: str
    places: tuple[Municipality, ...]
    rung: int
    distance: int = 0
    language: str = "official"

    @property
    def codes(self) -> tuple[str, ...]:
        """The SCB codes of what it may be."""
        return tuple(place.code for place in self.places)


class _Form(NamedTuple):
    """A spelling of a word or pair to look up, folded and as written, and the words it covers."""

    key: str
    lower: str
    start: int
    end: int
    genitive: bool


@cache
def _cues() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("name_cues.toml").read_text("utf-8"))


def find_mentions(
    words: Sequence[Word],
    store: Store,
    known: Collection[int],
    real: Collection[str] = frozenset(),
) -> list[Mention]:
    """The places named, in order.

    `known` are positions of words that mean something else; `real` are folded words that are no
    slips of names ("store" is not Staare).
    """
    forms = list(_forms(words, known, store.first_words))
    rows = store.names
    mentions: list[Mention] = []
    taken: set[int] = set()
    found = [form for form in forms if form.key in rows]
    for form in sorted(found, key=lambda form: (form.start - form.end, form.start, form.genitive)):
        covered = range(form.start, form.end)
        if not taken.intersection(covered):
            mention = _mention(form, rows[form.key], words, known)
            if mention and not _joins_words(form, rows, words):
                mentions.append(mention)
                taken.update(covered)
    passed_over = {
        position
        for position, word in enumerate(words)
        if word.folded in real or _is_spelled_otherwise(word.lower, rows.get(word.folded, ()))
    }
    mentions += _near(words, store, taken | set(known) | passed_over, bool(mentions))
    return sorted(mentions, key=lambda mention: mention.start)


def _forms(
    words: Sequence[Word], known: Collection[int], first_words: Collection[str]
) -> Iterable[_Form]:
    """What to look up; a word that means something else only where a name may be meant."""
    for position, word in enumerate(words):
        if position in known and not _may_be_name(words, position):
            continue
        for lower, genitive in _spellings(word.lower):
            yield _Form(fold(lower), lower, position, position + 1, genitive)
        if word.folded in first_words and position + 1 < len(words):
            pair = f"{word.lower} {words[position + 1].lower}"
            for lower in {pair, pair.removesuffix("s")}:
                yield _Form(fold(lower), lower, position, position + 2, False)


def _may_be_name(words: Sequence[Word], position: int) -> bool:
    alone = len(words) <= _cues()["alone_up_to"]
    capital = words[position].raw[:1].isupper()
    return alone or capital or _has_word_beside(words, position, position + 1)


@cache
def _written_on() -> tuple[str, ...]:
    return tuple(_cues()["written_on"])


def _spellings(plain: str) -> Iterable[tuple[str, bool]]:
    """The word itself, without a genitive's s, and without what was written on to the name."""
    yield plain, False
    if plain.endswith("s"):
        yield plain[:-1], True
    if plain.endswith(_written_on()):
        for ending in _written_on():
            if plain.endswith(ending) and len(plain) > len(ending) + 2:
                body = plain[: -len(ending)]
                yield body, True
                yield body.removesuffix("s"), True


def _mention(
    form: _Form, rows: Sequence[Name], words: Sequence[Word], known: Collection[int]
) -> Mention | None:
    # A folded key that leaves two names (Habo and Håbo) is decided by the exact spelling alone.
    exact = [row for row in rows if row.name.lower().replace("-", " ") == form.lower]
    surest, rows = (EXACT, exact) if exact else (FOLDED, rows)
    if not exact and _is_spelled_otherwise(form.lower, rows):
        return None
    places = _places(rows)
    if _is_phrase(form, words):
        return None
    listed = surest == FOLDED and form.start in known and form.end - form.start == 1
    # "Are" begins many a question; only "Are kommun" is Åre.
    if listed and not _is_placed(words, form.start, form.end):
        return None
    if not listed and _is_everyday(rows, surest) and not _has_cue(form, words, surest):
        return None
    official = next((row for row in rows if row.language == "official"), rows[0])
    return Mention(form.start, form.end, official.name, places, surest, 0, official.language)


def _is_spelled_otherwise(lower: str, rows: Sequence[Name]) -> bool:
    """Whether a short word has a Swedish letter where no such name has it: "läxa" is not Laxå."""
    if not rows or len(lower) >= _SURE_LENGTH:
        return False
    names = [row.name.lower() for row in rows]
    return all(
        len(name) == len(lower)
        and any(own in _SWEDISH and own != other for own, other in zip(lower, name, strict=True))
        for name in names
    )


_SWEDISH = frozenset("åäö")


def _has_word_beside(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether "kommun" or the like stands after a word, or "i" or the like before it."""
    before = words[start - 1].folded if start else ""
    return _is_followed(words, end) or before in _cues()["before"]


def _is_followed(words: Sequence[Word], end: int) -> bool:
    """Whether "kommun" or the like stands right after a word."""
    after = words[end].folded if end < len(words) else ""
    return after.startswith(tuple(_cues()["after"]))


def _is_phrase(form: _Form, words: Sequence[Word]) -> bool:
    """Whether a word and one beside it make an expression: "ta till vara", "ange kommun"."""
    beside = words[max(form.start - 1, 0) : form.end + 1]
    if words[form.start].raw[:1].isupper() and form.start:
        return False
    pairs = {f"{first.folded} {second.folded}" for first, second in pairwise(beside)}
    return not pairs.isdisjoint(_cues()["no_names"])


def _is_everyday(rows: Sequence[Name], surest: int) -> bool:
    """Whether all the names are everyday words, as they are typed: "are", but not "Åre"."""
    return all(row.ordinary and (surest == FOLDED or row.name.isascii()) for row in rows)


def _is_placed(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a word that a sentence is made of stands where only a name can.

    "Mål i are" and "Ljungby och are?", but not "Which municipality are you from?".
    """
    if start and words[start - 1].folded in _cues()["before_last"]:
        return end == len(words)
    return _has_word_beside(words, start, end)


def _has_cue(form: _Form, words: Sequence[Word], surest: int) -> bool:
    """Whether something about an ordinary word says that a municipality is meant."""
    is_beside = _is_placed if surest == FOLDED else _has_word_beside
    if is_beside(words, form.start, form.end):
        return True
    cues, word = _cues(), words[form.start]
    shouting = all(other.raw.isupper() for other in words)
    if word.raw[:1].isupper() and not shouting and (form.start > 0 or _is_enumerated(form, words)):
        return True
    others = [p for p in range(len(words)) if not form.start <= p < form.end]
    # "vara vision", "mål lund", a bare "Berg": nothing else is there to be meant.
    return len(words) <= cues["alone_up_to"] and (
        not others
        or (len(others) <= 2 and all(words[p].folded in cues["alone_with"] for p in others))
    )


def _joins_words(form: _Form, rows: Mapping[str, Sequence[Name]], words: Sequence[Word]) -> bool:
    """Whether "och" joins an ordinary word to one that is no name: "både växa och vara gröna"."""
    joined = form.start and words[form.start - 1].folded in clause_words()["joining"]
    if not joined or not all(row.ordinary for row in rows[form.key]):
        return False
    if words[form.start].raw[:1].isupper() or _is_followed(words, form.end):
        return False
    before = [word.lower for word in words[: form.start - 1]]
    return not any(
        fold(spelling) in rows
        for first in (before[-1:], before[-2:])
        for spelling, _ in _spellings(" ".join(first))
    )


def _is_enumerated(form: _Form, words: Sequence[Word]) -> bool:
    """Whether another name seems to follow, or a question about it.

    "Kil, Eda och Överkalix", "Lund and Värnamo"; "Boden, what do they want?".
    """
    after = words[form.end : form.end + 2]
    if after and after[0].folded in clause_words()["joining"]:
        after = after[1:]
    elif not after or after[0].start - words[form.end - 1].end < len(", "):
        # "Mark Zuckerberg" is one name.
        return False
    asks = bool(after) and after[0].folded in clause_words()["opens"]
    return asks or (bool(after) and after[0].raw[:1].isupper())


def _near(
    words: Sequence[Word], store: Store, taken: Collection[int], named: bool
) -> Iterable[Mention]:
    """Names that words which are nothing else are a slip away from."""
    unknown: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        if position not in taken and _SHORTEST_NEAR <= len(word.folded) <= _LONGEST_NEAR:
            unknown.setdefault(word.folded, []).append(position)
    candidates = _candidates(unknown, store)
    for folded, rows in candidates.items():
        found = _nearest(folded, rows)
        if not found:
            continue
        name, places, distance = found
        sure = distance == 1 and len(folded) >= _SURE_LENGTH and fold(name)[0] == folded[0]
        # A short name is a slip away from many a word; it needs something that says it is one.
        short = len(name) < _SURE_LENGTH
        if not named or sure:
            for position in unknown[folded]:
                if short and not _may_be_name(words, position):
                    continue
                yield Mention(position, position + 1, name, places, NEAR, distance)


def _candidates(unknown: Iterable[str], store: Store) -> dict[str, dict[str, list[Name]]]:
    """The names that lie near each word, by how they are spelled folded.

    Habo and Håbo fold to one word, so that one may stand for several names.
    """
    keys: dict[str, set[str]] = {}
    for folded in unknown:
        for spelling in _near_spellings(folded):
            for key in left_out(spelling, slips(spelling)):
                keys.setdefault(key, set()).add(folded)
    candidates: dict[str, dict[str, list[Name]]] = {}
    for row in store.near_names(keys) if keys else ():
        certain = row.language == "official" and not row.ordinary
        for folded in sorted(keys[row.key]):
            if certain or slips(folded):
                alike = candidates.setdefault(folded, {}).setdefault(_joined(row.name), [])
                alike.append(row)
    return candidates


def _joined(name: str) -> str:
    return fold(name).replace("-", "")


def _near_spellings(folded: str) -> Iterable[str]:
    yield folded
    if folded.endswith("s"):
        yield folded[:-1]
    for ending in _cues()["written_on"]:
        if folded.endswith(fold(ending)) and len(folded) > len(ending) + 4:
            yield folded[: -len(ending)]


def _nearest(
    folded: str, rows: Mapping[str, list[Name]]
) -> tuple[str, tuple[Municipality, ...], int] | None:
    """The name that a word is nearest to, what it may be, and how far it is."""
    best: dict[str, int] = {}
    for spelling in _near_spellings(folded):
        for near in near_names(spelling, rows):
            best[near.word] = min(near.distance, best.get(near.word, near.distance))
    if not best:
        return None
    least = min(best.values())
    nearest = [row for word, distance in best.items() if distance == least for row in rows[word]]
    return nearest[0].name, _by_name(nearest), least


def _by_name(rows: Iterable[Name]) -> tuple[Municipality, ...]:
    return tuple(sorted(_places(rows), key=lambda place: place.name))


def _places(rows: Iterable[Name]) -> tuple[Municipality, ...]:
    return tuple(dict.fromkeys(row.municipality for row in rows if row.municipality))


__all__ = ["EXACT", "FOLDED", "NEAR", "Mention", "find_mentions"]
