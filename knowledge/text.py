"""The one place where spelling is normalised: the database build and every question use it.

>>> fold("Övertorneå"), fold("oevertornea"), fold("Vaernamo")
('overtornea', 'overtornea', 'varnamo')
>>> [word.lower for word in words("Värnamo’s mål?")]
['värnamo', 'mål']
>>> stem("visionerna"), stem("visions")
('vision', 'vision')
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[’'`´][^\W_]+)*(?::[sS]\b)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GENITIVE = re.compile(r"[’'`´:][sS]$")
# "visionnnn" and "heeej": three of a letter are one, held down.
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
_APOSTROPHE = re.compile(r"[’'`´]")
# Swedish spelled without its letters, in the ways people do it; digraphs first ("åar" is not "ar").
_LETTERS = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "a", "ø": "o", "é": "e", "ü": "u"})
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("aa", "a"))
# Variants that count as equal when a quote is looked up; the page's own are what is shown.
_PUNCTUATION = str.maketrans(
    {"”": '"', "“": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"}
)
# Regular endings of Swedish and English, longest first; what is left must still be a word's body.
_ENDINGS = (
    *("ernas", "arnas", "ornas", "erna", "arna", "orna", "aren", "ares", "aste", "ades"),
    *("ens", "ets", "ans", "are", "ast", "ade", "ies"),
    *("en", "et", "an", "ar", "er", "or", "es", "ed", "as", "n", "t", "s", "a", "e", "r"),
)
# Words that end so are whole: trygghet, hållbar, vision, business.
_WHOLE = ("het", "bar", "ion", "ss")
_BY_LAST_LETTER = {
    letter: tuple(ending for ending in _ENDINGS if ending.endswith(letter))
    for letter in {ending[-1] for ending in _ENDINGS}
}
_BODY = 3
_BODY_BEFORE_VOWEL = 4


class Word(NamedTuple):
    """A word of a text: as written, in lower case, folded, and where it stands (code points)."""

    raw: str
    lower: str
    folded: str
    start: int
    end: int


def clean(text: str) -> str:
    """Compose characters and drop what is invisible: controls, bidirectional marks, soft hyphens.

    White space of any kind but line breaks becomes a space.
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return composed
    return "".join(_visible(character) for character in composed)


def _visible(character: str) -> str:
    if character == "\n":
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Cn"} else character


def collapse(text: str) -> str:
    """Runs of white space, no-break spaces among them, as one space; none at the ends."""
    return " ".join(text.split())


def plain_punctuation(text: str) -> str:
    """Quotation marks and dashes as their plainest variant, one character for one."""
    return text.translate(_PUNCTUATION)


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Lower case without Swedish letters, also where they are spelled ae, oe or aa."""
    folded = _DRAWN_OUT.sub(r"\1", word.lower())
    for pair, letter in _DIGRAPHS:
        folded = folded.replace(pair, letter)
    return folded.translate(_LETTERS)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The folded word without its regular ending, the same for both languages."""
    folded = fold(word)
    body = next(_bodies(folded, _BODY_BEFORE_VOWEL), folded)
    # "Analysen" without its article still ends as "analys" does, whose s looks like a genitive's.
    ends = body != folded and len(body) > _BODY and body[-1] == "s" != body[-2]
    return body[:-1] if ends else body


@lru_cache(maxsize=16384)
def bases(folded: str) -> tuple[str, ...]:
    """The words that a folded word may be a regular inflection of, itself first.

    >>> "mal" in bases("malen"), "skola" in bases("skolorna"), "policy" in bases("policies")
    (True, True, True)
    """
    found = [folded]
    # "villa" is no inflection of "vill": a short body is none.
    for body in _bodies(folded, _BODY_BEFORE_VOWEL + 1):
        found += [body, f"{body}a", f"{body}e"]
        if folded.endswith("ies"):
            found.append(f"{body}y")
    return tuple(dict.fromkeys(found))


def _bodies(folded: str, before_vowel: int) -> Iterator[str]:
    """What is left of a word without each ending that it may have, the longest ending first."""
    if folded.endswith(_WHOLE):
        return
    for ending in _BY_LAST_LETTER.get(folded[-1:], ()):
        if folded.endswith(ending):
            body = folded[: -len(ending)]
            if _is_body(body, ending, before_vowel):
                yield body


def _is_body(body: str, ending: str, before_vowel: int) -> bool:
    if ending == "n":
        # The article follows a vowel ("miljön"); "kommun" is whole.
        return len(body) > _BODY and body[-1] in "aeoy"
    return len(body) >= (before_vowel if ending in {"a", "e", "r"} else _BODY)


# So many texts of statements are kept taken apart.
_TEXTS = 4096


def words(text: str) -> list[Word]:
    """The words of a text in order; a genitive's apostrophe or colon and s are left out."""
    found = []
    for match in _WORD.finditer(text):
        raw = _GENITIVE.sub("", match.group())
        plain = _APOSTROPHE.sub("", raw)
        found.append(Word(raw, plain.lower(), fold(plain), match.start(), match.end()))
    return found


@lru_cache(maxsize=_TEXTS)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text folded, in order; kept, for a statement's are looked at at each turn."""
    return tuple(word.folded for word in words(text))


@lru_cache(maxsize=_TEXTS)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a statement's or a label's text, kept as well."""
    return frozenset(map(stem, folded_words(text)))


def years(text: str) -> list[str]:
    """The years that stand in a text, in order.

    >>> years("Målstyrningsprocess 2016-2020, 35 000 invånare")
    ['2016', '2020']
    """
    return _YEAR.findall(text)
