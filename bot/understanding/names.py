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
from typing import Any

from bot.understanding.matching import near_names
from knowledge.models import Municipality
from knowledge.names import EXACT, FOLDED, NEAR, left_out, slips
from knowledge.store import Name, Store
from knowledge.text import Word, fold

# Beside a name that is spelled right, a slip of another must be a long one to be believed.
_SURE_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a message names: words `start` to `end` (exclusive), with how it was found.

    `places` are the municipalities it may be, most often one; none for a place elsewhere.
    """

    start: int
    end: int
    name: str
    places: tuple[Municipality, ...]
    rung: int
    distance: int = 0

    @property
    def codes(self) -> tuple[str, ...]:
        """The SCB codes of what it may be."""
        return tuple(place.code for place in self.places)


@dataclass(frozen=True, slots=True)
class _Form:
    """A spelling of a word or pair to look up, and the words it covers."""

    key: str
    start: int
    end: int
    genitive: bool


@cache
def _cues() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("name_cues.toml").read_text("utf-8"))


def find_mentions(words: Sequence[Word], store: Store, known: Collection[int]) -> list[Mention]:
    """The places named, in order. `known` are positions of words that mean something else."""
    forms = list(_forms(words))
    rows: dict[str, list[Name]] = {}
    for row in store.names({form.key for form in forms}, FOLDED):
        rows.setdefault(row.key, []).append(row)
    mentions: list[Mention] = []
    taken: set[int] = set()
    for form in sorted(forms, key=lambda form: (form.start - form.end, form.start, form.genitive)):
        covered = range(form.start, form.end)
        if form.key in rows and not taken.intersection(covered):
            mention = _mention(form, rows[form.key], words, known)
            if mention:
                mentions.append(mention)
                taken.update(covered)
    mentions += _near(words, store, taken | set(known), bool(mentions))
    return sorted(mentions, key=lambda mention: mention.start)


def _forms(words: Sequence[Word]) -> Iterable[_Form]:
    for position, word in enumerate(words):
        for key, genitive in _spellings(word.lower):
            yield _Form(key, position, position + 1, genitive)
            yield _Form(fold(key), position, position + 1, genitive)
        if position + 1 < len(words):
            pair = f"{word.lower} {words[position + 1].lower}".replace("-", " ")
            for key in {pair, pair.removesuffix("s")}:
                yield _Form(key, position, position + 2, False)
                yield _Form(fold(key), position, position + 2, False)


def _spellings(lower: str) -> Iterable[tuple[str, bool]]:
    """The word itself, without a genitive's s, and without what was written on to the name."""
    plain = lower.replace("-", " ")
    yield plain, False
    if plain.endswith("s"):
        yield plain[:-1], True
    for ending in _cues()["written_on"]:
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            body = plain[: -len(ending)].rstrip()
            yield body, True
            yield body.removesuffix("s"), True


def _mention(
    form: _Form, rows: list[Name], words: Sequence[Word], known: Collection[int]
) -> Mention | None:
    surest = min(row.rung for row in rows)
    rows = [row for row in rows if row.rung == surest]
    # A folded key that leaves two names (Habo and Håbo) is decided by the exact spelling alone.
    places = _places(rows)
    everyday = all(row.ordinary for row in rows) or (
        surest == FOLDED and form.start in known and form.end - form.start == 1
    )
    if everyday and not _has_cue(form, words, known):
        return None
    official = next((row for row in rows if row.language == "official"), rows[0])
    return Mention(form.start, form.end, official.name, places, surest)


def _has_cue(form: _Form, words: Sequence[Word], known: Collection[int]) -> bool:
    """Whether something beside an ordinary word says that a municipality is meant."""
    cues = _cues()
    after = words[form.end].folded if form.end < len(words) else ""
    before = words[form.start - 1].folded if form.start else ""
    word = words[form.start]
    if after.startswith(tuple(cues["after"])) or before in cues["before"]:
        return True
    shouting = all(other.raw.isupper() for other in words)
    if word.raw[:1].isupper() and not shouting and form.start > 0:
        return True
    others = [p for p in range(len(words)) if not form.start <= p < form.end]
    # "vara vision", "mål lund", a bare "Berg": nothing else is there to be meant.
    return len(words) <= cues["alone_up_to"] and (
        not others
        or (len(others) <= 2 and all(words[p].folded in cues["alone_with"] for p in others))
    )


def _near(
    words: Sequence[Word], store: Store, taken: Collection[int], named: bool
) -> Iterable[Mention]:
    """Names that words which are nothing else are a slip away from."""
    unknown = {p: word for p, word in enumerate(words) if p not in taken and slips(word.folded)}
    keys: dict[str, set[int]] = {}
    for position, word in unknown.items():
        for spelling in _near_spellings(word.folded):
            for key in left_out(spelling, slips(spelling)):
                keys.setdefault(key, set()).add(position)
    candidates: dict[int, dict[str, Name]] = {}
    for row in store.names(keys, NEAR):
        for position in keys[row.key]:
            candidates.setdefault(position, {})[fold(row.name).replace("-", "")] = row
    for position, rows in candidates.items():
        mention = _nearest(position, words[position].folded, rows)
        sure = mention and mention.distance == 1 and len(words[position].folded) >= _SURE_LENGTH
        if mention and (not named or sure):
            yield mention


def _near_spellings(folded: str) -> Iterable[str]:
    yield folded
    if folded.endswith("s"):
        yield folded[:-1]
    for ending in _cues()["written_on"]:
        if folded.endswith(fold(ending)) and len(folded) > len(ending) + 4:
            yield folded[: -len(ending)]


def _nearest(position: int, folded: str, rows: Mapping[str, Name]) -> Mention | None:
    best: dict[str, int] = {}
    for spelling in _near_spellings(folded):
        for near in near_names(spelling, rows):
            best[near.word] = min(near.distance, best.get(near.word, near.distance))
    if not best:
        return None
    least = min(best.values())
    nearest = [rows[word] for word, distance in best.items() if distance == least]
    return Mention(position, position + 1, nearest[0].name, _places(nearest), NEAR, least)


def _places(rows: Iterable[Name]) -> tuple[Municipality, ...]:
    return tuple(dict.fromkeys(row.municipality for row in rows if row.municipality))


__all__ = ["EXACT", "FOLDED", "NEAR", "Mention", "find_mentions"]
