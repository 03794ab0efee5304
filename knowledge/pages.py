"""Saved pages, and where a quote stands in them."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded

# A text fragment names a long quote by its first and last words.
_FRAGMENT_WORDS = 5


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a page's text: offsets in code points, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page as captured, and the list of words in it that a PDF broke."""

    text: str
    mend: Mapping[str, str]

    @property
    def sha256(self) -> str:
        """The digest of the page's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def find(self, quote: str) -> Span | None:
        """Where the quote stands, or None. Runs of white space count as one space.

        It begins and ends where words do: half a word is no quote.
        """
        match = re.search(self._pattern(quote), self.text)
        return Span(*match.span()) if match else None

    def link(self, url: str, quote: str) -> str:
        """The page's address with a text fragment, so that a browser marks the quote.

        Follows the URL Fragment Text Directives of the WICG; an address that already has a
        fragment keeps it, the directive after it.
        """
        found = self._words(quote)
        if not found:
            return url
        directive = _encoded(found)
        if len(found) > 2 * _FRAGMENT_WORDS:
            directive = f"{_encoded(found[:_FRAGMENT_WORDS])},{_encoded(found[-_FRAGMENT_WORDS:])}"
        separator = ":~:" if "#" in url else "#:~:"
        return f"{url}{separator}text={directive}"

    def _words(self, quote: str) -> list[str]:
        """The words of a quote as they stand in the page; none where it does not."""
        found = quote.split()
        # Nearly every quote stands there word for word: no pattern need be made to see it.
        if " ".join(found) in " ".join(self.text.split()):
            return found
        span = self.find(quote)
        return self.text[span.start : span.end].split() if span else []

    def _pattern(self, quote: str) -> str:
        """The pattern of a quote: whole words, each of them whole or broken as the list says."""
        broken: dict[str, list[str]] = {}
        for form, whole in self.mend.items():
            broken.setdefault(whole, []).append(form)
        before = r"(?<!\w)" if re.match(r"\w", quote) else ""
        after = r"(?!\w)" if re.search(r"\w\Z", quote) else ""
        return f"{before}{_mended(quote, broken)}{after}"


def _mended(text: str, broken: Mapping[str, Sequence[str]]) -> str:
    if not broken:
        return _spaced(text)
    # One mended word may begin another: the longest is looked for first.
    wholes = "|".join(re.escape(word) for word in sorted(broken, key=len, reverse=True))
    return "".join(
        _either(piece, broken) if piece in broken else _spaced(piece)
        for piece in re.split(f"({wholes})", text)
    )


def _either(whole: str, broken: Mapping[str, Sequence[str]]) -> str:
    # A shorter one within it may be what is broken in this place.
    others = {word: forms for word, forms in broken.items() if word != whole}
    return f"(?:{'|'.join([_mended(whole, others), *map(_spaced, broken[whole])])})"


def _spaced(text: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", text))


def _encoded(found: list[str]) -> str:
    # A dash and a comma have a meaning in the directive's grammar; quote() leaves "-" alone.
    return percent_encoded(" ".join(found), safe="").replace("-", "%2D")
