"""The page of today held against the saved one: which quotes still stand, what else changed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.pages import Page
from knowledge.refresh.live import LiveText
from knowledge.text import clean, collapse, plain_punctuation

_LETTERS = re.compile(r"[^\W\d_]{3}")
# Marks that an extraction puts before the entries of a list.
_LIST_MARK = re.compile(r"^(?:[*•·–-]|\d+[.)])\s+")
# How many changed lines a report shows, and how much of each.
_LINES, _LENGTH = 5, 160


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of statements whose quotes are gone, and lines that came or went."""

    missing: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]


def compare(saved: Page, quotes: Mapping[str, str], live: LiveText) -> Difference:
    """What differs. `quotes` are the verbatim quotes of the saved page by statement id.

    Quotation marks and dashes count as equal in all their variants, white space as one space.
    """
    mend = {_plain(broken): _plain(whole) for broken, whole in saved.mend.items()}
    # The page may have mended a word itself, or not; either way the quote stands.
    whole, main = _plain(live.whole), _plain(live.main)
    pages = [Page(text, mend) for text in (whole, main)]
    missing = [
        id_ for id_, quote in quotes.items() if not any(page.find(_plain(quote)) for page in pages)
    ]
    before = _squeezed(saved.text, mend)
    today = _squeezed(f"{live.whole}\n{live.main}", mend)
    return Difference(
        tuple(missing), _lines(live.main, before, mend), _lines(saved.text, today, mend)
    )


def _lines(text: str, other: str, mend: Mapping[str, str]) -> tuple[str, ...]:
    """The lines of a text whose words do not stand in the other."""
    found = []
    for line in text.splitlines():
        words = _LIST_MARK.sub("", _plain(line))
        if _LETTERS.search(words) and _squeezed(words, mend) not in other:
            found.append(words if len(words) <= _LENGTH else f"{words[:_LENGTH]}…")
    return tuple(found[:_LINES])


def _plain(text: str) -> str:
    return collapse(plain_punctuation(clean(text)))


def _squeezed(text: str, mend: Mapping[str, str]) -> str:
    """Text with its words mended and no white space: extractions differ in where they put it."""
    plain = _plain(text)
    for broken, whole in mend.items():
        plain = plain.replace(broken, whole)
    return plain.replace(" ", "")
