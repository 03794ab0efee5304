"""A page's text in pieces: headings, paragraphs, list items, rows of tables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from knowledge.text import clean

_NUMBER = re.compile(r"(\d{1,2}(?:[.:]\d{1,2})*)[.:)]?\s+(?=\S)")
_BULLET = re.compile(r"[•·▪■●○◦‣➢►▸*–—-]\s+|[a-z]\)\s+|o\s{2,}")


class Role(StrEnum):
    """What a piece of a page is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TERM = "term"
    DEFINITION = "definition"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page's text.

    `depth` is the level of a heading (0 where the page does not tell) or of a list item (from 1).
    `mark` is the number that a list or heading gives it. `rest` is what follows in a list item on
    lines of its own. `cells` are those of a row, `head` tells that they name the columns.
    """

    role: Role
    text: str
    depth: int = 0
    mark: str = ""
    rest: str = ""
    cells: tuple[str, ...] = ()
    head: bool = False


def without_mark(text: str) -> tuple[str, str]:
    """A line's number (or bullet) and the line without it.

    >>> without_mark("1.2 Trygghet"), without_mark("• Trygghet"), without_mark("3 goda skäl")
    (('1.2', 'Trygghet'), ('•', 'Trygghet'), ('', '3 goda skäl'))
    """
    bullet = _BULLET.match(text)
    if bullet:
        return bullet.group().strip(), text[bullet.end() :].strip()
    number = _NUMBER.match(text)
    # A figure at the start of a sentence is no number of a list.
    if number and not (number.group(1).isdigit() and number.group().strip().isdigit()):
        return number.group(1), text[number.end() :].strip()
    return "", text.strip()


def tidy(text: str) -> str:
    """Text without invisible characters and with single spaces, line by line."""
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def as_text(blocks: Iterable[Block]) -> str:
    """The blocks as a page to be saved, laid out for a reader."""
    parts: list[str] = []
    earlier: Block | None = None
    for block in blocks:
        listed = block.role is Role.ITEM and earlier is not None and earlier.role is Role.ITEM
        rows = block.role is Role.ROW and earlier is not None and earlier.role is Role.ROW
        parts.append("\n" if listed or rows else "\n\n")
        parts.append(_laid_out(block))
        earlier = block
    return "".join(parts).strip() + "\n"


def _laid_out(block: Block) -> str:
    match block.role:
        case Role.ITEM:
            indent = "  " * block.depth
            mark = f"{block.mark}." if block.mark[:1].isdigit() else "•"
            rest = f"\n{indent}  {block.rest}" if block.rest else ""
            return f"{indent}{mark} {block.text}{rest}"
        case Role.ROW:
            return " | ".join(block.cells)
        case Role.HEADING:
            dot = "." if block.mark.isdecimal() else ""
            return f"{block.mark}{dot} {block.text}".strip()
        case _:
            return block.text
