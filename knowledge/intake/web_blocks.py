"""The blocks of the tree that trafilatura gives."""

import re
from collections.abc import Iterator
from typing import Any

from knowledge.intake.blocks import Block, Role, tidy, without_mark
from knowledge.intake.wording import vocabulary

_LEVEL = re.compile(r"h([1-6])")
_BULLETS = frozenset("•·▪■●○◦‣➢►▸*-–")


def blocks_of(body: Any) -> Iterator[Block]:
    """The blocks of the tree that trafilatura gives."""
    for element in body:
        match element.tag:
            case "head":
                level = _LEVEL.fullmatch(element.get("rend") or "")
                mark, text = without_mark(_text(element))
                number = mark if mark[:1].isdigit() else ""
                if text:
                    yield Block(Role.HEADING, text, int(level.group(1)) if level else 0, number)
            case "list":
                yield from _items(element, 1)
            case "table":
                yield from _rows(element)
            case "p" | "quote" | "ab" | "code":
                yield from _paragraphs(element)
            case _:
                inner = list(blocks_of(element))
                yield from inner or _paragraphs(element)


def _paragraphs(element: Any) -> Iterator[Block]:
    """A paragraph's text; lines that bear list marks are items, nested lists are lists."""
    text = _text(element, lines=True)
    lines = text.split("\n")
    marked_lines = [without_mark(line)[0] for line in lines]
    if len(lines) > 1 and sum(1 for mark in marked_lines[1:] if mark) >= len(lines) - 1:
        for line in lines:
            mark, rest = without_mark(line)
            yield Block(Role.ITEM, rest, 1, mark) if mark else Block(Role.PARAGRAPH, rest)
    elif marked_lines[0] in _BULLETS and not vocabulary().holds("quotation", text, "verbs"):
        # A list of one; a dash before somebody's words is none.
        yield Block(Role.ITEM, without_mark(text)[1], 1, "•")
    elif text:
        yield Block(Role.PARAGRAPH, text)
    for nested in element.iter("list"):
        yield from _items(nested, 1)
        break


def _items(listed: Any, depth: int) -> Iterator[Block]:
    numbered = listed.get("rend") == "ol"
    defines = listed.get("rend") == "dl"
    for number, item in enumerate(listed, start=1):
        if item.tag == "list":
            yield from _items(item, depth + 1)
            continue
        kind = item.get("rend") or ""
        parts = _parts(item)
        if parts and defines:
            role = Role.TERM if kind.startswith("dt") else Role.DEFINITION
            yield Block(role, " ".join(parts))
        elif parts:
            mark, text = without_mark(parts[0])
            own = mark if mark and mark != "•" else (str(number) if numbered else "")
            yield Block(Role.ITEM, text, depth, own, " ".join(parts[1:]))
        for nested in item.iterchildren("list"):
            yield from _items(nested, depth + 1)


def _parts(item: Any) -> list[str]:
    """An item's paragraphs or lines, without the lists inside it."""
    texts = [item.text or ""]
    for child in item:
        if child.tag == "list":
            texts.append("\n" + (child.tail or ""))
        elif child.tag in {"p", "head", "lb"}:
            texts.append("\n" + _text(child) + "\n" + (child.tail or ""))
        else:
            texts.append(_text(child) + (child.tail or ""))
    return [line for line in tidy("".join(texts)).split("\n") if line]


def _rows(table: Any) -> Iterator[Block]:
    for row in table.iter("row"):
        cells = tuple(" ".join(_text(cell).split()) for cell in row.iter("cell"))
        head = all(cell.get("role") == "head" for cell in row.iter("cell"))
        if any(cells):
            yield Block(Role.ROW, " | ".join(cells), cells=cells, head=head)


def _text(element: Any, *, lines: bool = False) -> str:
    parts: list[str] = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            parts.append("\n" if lines else " ")
        elif child.tag != "list":
            parts.append(_text(child, lines=lines))
        parts.append(child.tail or "")
    found = tidy("".join(parts))
    return found if lines else " ".join(found.split())
