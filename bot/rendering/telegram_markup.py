"""Telegram's HTML put together from parts that know their length; text is escaped on its way in.

Lengths are counted as Telegram counts: visible text after entities, in UTF-16 code units.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

LONGEST_MESSAGE = 4096
MOST_ENTITIES = 100


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of HTML, its visible length and its number of entities."""

    html: str = ""
    length: int = 0
    entities: int = 0

    def __add__(self, other: "Markup") -> "Markup":
        return Markup(
            self.html + other.html, self.length + other.length, self.entities + other.entities
        )

    def __bool__(self) -> bool:
        return bool(self.html)


def text(words: str) -> Markup:
    """Words as they are: what looks like HTML in them is shown, not obeyed."""
    clean = words.replace("\0", "")
    return Markup(escape(clean, quote=True), units(clean))


def bold(inside: str) -> Markup:
    """Words in bold."""
    return _around("b", text(inside))


def italic(inside: str) -> Markup:
    """Words in italics."""
    return _around("i", text(inside))


def link(inside: str, url: str) -> Markup:
    """Words that lead somewhere."""
    return _around("a", text(inside), f' href="{escape(url, quote=True)}"')


def quotation(words: str, expandable: bool = False) -> Markup:
    """A quotation; an expandable one is folded after three lines."""
    return _around("blockquote", text(words), " expandable" if expandable else "")


def join(parts: Iterable[Markup], between: str = "\n") -> Markup:
    """Those parts that hold anything, with something between them."""
    whole = Markup()
    for part in parts:
        if part:
            whole = whole + text(between) + part if whole else part
    return whole


def units(words: str) -> int:
    """The length of text in UTF-16 code units."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def cut(words: str, longest: int) -> str:
    """Text of at most so many code units, cut between words and with an ellipsis where it was."""
    if units(words) <= longest:
        return words
    return next(pieces(words, longest - 2)) + " …"


def pieces(words: str, longest: int) -> Iterator[str]:
    """Text in pieces of at most so many code units, parted between words where it can be."""
    rest = words
    while units(rest) > longest:
        end = longest
        while units(rest[:end]) > longest:
            end -= 1
        space = rest.rfind(" ", 0, end + 1)
        at = space if space > 0 else end
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    if rest:
        yield rest


def pages(blocks: Sequence[Markup], between: str = "\n\n") -> list[Markup]:
    """Blocks laid out on as few messages as hold them, none of them parted."""
    laid: list[Markup] = []
    for block in (block for block in blocks if block):
        if laid and _fits(together := laid[-1] + text(between) + block):
            laid[-1] = together
        else:
            laid.append(block)
    return laid


def _fits(markup: Markup) -> bool:
    return markup.length <= LONGEST_MESSAGE and markup.entities <= MOST_ENTITIES


def _around(tag: str, inside: Markup, attributes: str = "") -> Markup:
    if not inside:
        return inside
    return Markup(f"<{tag}{attributes}>{inside.html}</{tag}>", inside.length, inside.entities + 1)
