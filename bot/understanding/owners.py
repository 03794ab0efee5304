"""Who owns the vision or goals asked for, where that is no municipality: "Apple's vision"."""

import re
from collections.abc import Iterable
from functools import cache

from bot.understanding.clauses import clause_words, says
from bot.understanding.ordinal_words import listed_words
from bot.understanding.patterns import Hit
from bot.understanding.reading import Reading
from bot.understanding.units import units

_GENITIVE = re.compile(r"[’'`´:]s$", re.IGNORECASE)
# How a Swedish noun in the definite ends as an owner: "statens", "förbundets", "lagens", "barnens".
_DEFINITE = ("ens", "ans", "ets", "nas", "ers", "ares")
# So many words may stand between the owner and what it owns, and between a name and such an owner.
_BETWEEN, _AFTER_NAME = 3, 2
# A question names so few kinds that what stands beside more is no owner's.
_LOOKED_AT = 8
# What "of" and "has" may put an owner to.
_OWNED = ("kind.", "ask.")


def other_owners(reading: Reading) -> list[int]:
    """The positions of words that own the kind of statement asked for and are no municipality.

    "Riksidrottsförbundets målområden", "the focus areas of the WHO", "Värnamo Energis vision".
    """
    asking = reading.asking
    asked = [hit for hit in reading.hits if asking.start <= hit.start < asking.end]
    kinds = [hit for hit in asked if hit.names_kind][:_LOOKED_AT]
    found = {at for hit in kinds for at in _before(reading, hit)}
    found |= {at for hit in kinds for at in units(reading, hit)}
    if not reading.mentions and "reach.across" not in reading.cues:
        owned = [hit for hit in asked if hit.group.startswith(_OWNED)][:_LOOKED_AT]
        found |= {at for hit in owned for at in _has(reading, hit)}
    return sorted(found)


def is_of_the_nation(reading: Reading) -> bool:
    """Whether the goals asked for are a country's: "the national environmental goals"."""
    nation = clause_words()["national"]
    kinds = {at for start in reading.kind_starts for at in (start - 1, start - 2)}
    named = any(word in nation and at in kinds for at, word in enumerate(reading.folded))
    return named and not reading.mentions


def names_a_club(reading: Reading) -> bool:
    """Whether a name begins that of a club or company: "Ljungby IF", "Vision AB".

    Its short form is in capitals: in "Ljungby if you can" nobody plays.
    """
    told = clause_words()
    ends = [*(name.end for name in reading.mentions), *(kind.end for kind in reading.kinds)]
    after = (
        reading.words[end]
        for end in ends
        if end < len(reading.words) and not reading.mark_before(end)
    )
    return not reading.text.isupper() and any(
        (word.raw.isupper() and word.folded in told["clubs"])
        or (word.raw[:1].isupper() and word.folded in told["companies"])
        or word.folded in told["sports"]
        for word in after
    )


def is_set_beside_a_stranger(reading: Reading) -> bool:
    """Whether a place is compared with a name that is none: "Is Ljungby bigger than Malta?"."""
    words = reading.words
    beside = any(
        words[at].raw[:1].isupper() and says(words[max(0, at - 1) : at], "compared_to")
        for at in reading.unknown
    )
    return beside and not reading.kinds


def is_stranger(reading: Reading, at: int) -> bool:
    """Whether an owner is nothing that plans are about: a word not listed, a name, a unit."""
    named = at > 0 and _is_name(reading, at)
    unit = any(at in units(reading, kind) for kind in reading.kinds[:_LOOKED_AT])
    return named or unit or at in reading.unknown or at - 1 in reading.named


def _before(reading: Reading, kind: Hit) -> Iterable[int]:
    """The owner before what it owns: "Apple's overall goals"."""
    at = kind.start - 1
    while at > kind.start - 1 - _BETWEEN and at >= 0 and _stands_between(reading, at):
        at -= 1
    if at < 0 or at in reading.named or not _is_owner(reading, at):
        return
    if not reading.mentions or _ends_a_name(reading, at) or _is_a_company(reading, at):
        yield at


def _stands_between(reading: Reading, at: int) -> bool:
    word = reading.folded[at]
    words = clause_words()
    between = word in words["owned"] or word in words["own"]
    return between or word.isdigit() or word in listed_words().numbers


def _is_owner(reading: Reading, at: int) -> bool:
    """Whether a word stands in the genitive and is none of those whose plans are known."""
    word = reading.words[at]
    if reading.text[word.end - 1] not in "sS" or _is_ours(reading, at):
        return False
    if _GENITIVE.search(reading.text[word.start : word.end]):
        return True
    if at in _places_of(reading, "ask.") and at not in reading.unknown:
        # "Anges mål" is no owner's.
        return False
    typed = word.raw.lower()
    return typed.endswith(_DEFINITE) or (typed[-1] == "s" and _is_name(reading, at))


def _is_ours(reading: Reading, at: int) -> bool:
    """Whether a word is a county, or one of those whose plans are known: "kommunens"."""
    if reading.words[at].raw.isupper() and not reading.text.isupper():
        # "The focus areas of the WHO".
        return False
    ours = reading.folded[at].startswith(_ours())
    return ours or at in _places_of(reading, "county.")


@cache
def _ours() -> tuple[str, ...]:
    return tuple(clause_words()["ours"])


def _places_of(reading: Reading, section: str) -> set[int]:
    hits = (hit for hit in reading.hits if hit.group.startswith(section))
    return {position for hit in hits for position in range(hit.start, hit.end)}


def _is_name(reading: Reading, at: int) -> bool:
    """Whether a word is written as a name, and not because all are."""
    return reading.words[at].raw[:1].isupper() and not reading.text.isupper()


def _ends_a_name(reading: Reading, at: int) -> bool:
    """Whether an owner's name begins with that of a municipality: "Luleå tekniska universitets"."""
    ends = {mention.end for mention in reading.mentions}
    first = next((at - back for back in range(_AFTER_NAME) if at - back in ends), None)
    if first is None:
        return False
    return any(p in reading.unknown or _is_name(reading, p) for p in range(first, at + 1))


def _is_a_company(reading: Reading, at: int) -> bool:
    """Whether an owner is a name beside that of a place: "Strålfors goals in Ljungby"."""
    first = any(clause.start == at for clause in reading.clauses)
    quoted = at in _places_of(reading, "person.")
    return _is_name(reading, at) and at in reading.unknown and not (first or quoted)


def _has(reading: Reading, hit: Hit) -> Iterable[int]:
    """The owner beside a verb or "of": "målområden har Barnkonventionen", "goals of the WHO"."""
    words, owning = reading.folded, clause_words()["owning"]
    at = hit.start - 2
    if at > 0 and words[at + 1] in clause_words()["owned_as"] and words[at - 1] in owning:
        # "Vad har Spotify för verksamhetsidé?"
        at_name = at
    elif words[hit.end : hit.end + 1] and words[hit.end] in owning:
        at_name = hit.end + 1
        while words[at_name : at_name + 1] and words[at_name] in clause_words()["articles"]:
            at_name += 1
    else:
        return
    if at_name < len(words) and _is_name(reading, at_name) and not _is_ours(reading, at_name):
        yield at_name
