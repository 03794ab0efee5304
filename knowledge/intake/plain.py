"""Plain text in blocks: where headings, lists and paragraphs are told by their look alone."""

import re
from collections.abc import Iterator, Sequence

from knowledge.intake.blocks import Block, Role, without_mark
from knowledge.intake.days import days
from knowledge.intake.furniture import closes_text, is_furniture
from knowledge.intake.headings import HeadingRole, read_heading
from knowledge.intake.wording import vocabulary
from knowledge.text import clean

_ENDS = (".", "!", "…", ":", ";", ",", ".”", '."', "!”", '!"')
_LONGEST_HEADING = 200
_MOST_WORDS = 28
_ITEM = re.compile(
    r"^(\s*)([•·▪■●○◦‣➢►▸*]|[–—-](?=\s)|\d{1,2}(?:[.:]\d{1,2})*[.)](?=\s)|\d{1,2}(?:[.:]\d{1,2})+(?=\s)|[a-z]\)(?=\s)|o(?=\s{2,}))\s*"
)
_NUMBERED = re.compile(r"\d")
_HASHES = re.compile(r"^(#{1,6})\s+")
_WRAPPED = 60
_AT_LEAST = 2
_FOOT = re.compile(
    r"^(?:sidan )?(?:senast |last )?(?:uppdaterad|uppdaterades|ändrad|granskad|publicerad|updated|"
    r"publicerades av)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)


def plain_blocks(text: str) -> list[Block]:
    """The blocks of a plain text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    pieces = list(_pieces(_without_foot(clean(lines))))
    _nest(pieces)
    found: list[Block] = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        found.append(_block(piece, following))
    return _numbered_headings(found)


def _numbered_headings(blocks: list[Block]) -> list[Block]:
    """Items that stand alone, each with a paragraph below it, are headings with a number."""
    alone = [
        index
        for index, block in enumerate(blocks[:-1])
        if block.role is Role.ITEM
        and not block.rest
        and len(block.text) <= _LONGEST_HEADING
        and blocks[index + 1].role is Role.PARAGRAPH
        and (index == 0 or blocks[index - 1].role is not Role.ITEM)
    ]
    numbered = [index for index in alone if _NUMBERED.match(blocks[index].mark)]
    for group, of_kind in ((numbered, True), ([i for i in alone if i not in numbered], False)):
        items = [b for b in blocks if b.role is Role.ITEM]
        alike = sum(bool(_NUMBERED.match(block.mark)) is of_kind for block in items)
        if len(group) < _AT_LEAST or len(group) < alike:
            alone = [index for index in alone if index not in group]
    made = list(blocks)
    for index in alone:
        block = blocks[index]
        mark = block.mark if _NUMBERED.match(block.mark) else ""
        made[index] = Block(Role.HEADING, block.text, 0, mark)
    return made


def _without_foot(text: str) -> str:
    """The text above the line that tells when the page was changed: the page ends there."""
    for match in _FOOT.finditer(text, len(text) // 2):
        return text[: match.end()]
    return text


def _nest(pieces: "Sequence[_Piece]") -> None:
    """Give items that follow one another their depth: one set further in stands below."""
    indents: list[int] = []
    for piece in pieces:
        if piece.item is None:
            indents = []
            continue
        while indents and indents[-1] >= piece.indent:
            indents.pop()
        indents.append(piece.indent)
        piece.depth = len(indents)


class _Piece:
    """Lines that belong together, and whether they are an item of a list."""

    def __init__(self, line: str, item: re.Match[str] | None, indent: int) -> None:
        self.lines = [line]
        self.item = item
        self.indent = indent
        self.depth = 1


def _pieces(text: str) -> Iterator[_Piece]:
    current: _Piece | None = None
    for raw in text.split("\n"):
        line = raw.strip()
        if not line or (is_furniture(line) and not closes_text(line)):
            # A blank line ends a paragraph. A line of furniture is none of the text.
            if current:
                yield current
            current = None
            continue
        item = _ITEM.match(raw)
        if item and not _is_quote(raw[item.end() :], item.group(2)):
            if current:
                yield current
            current = _Piece(raw[item.end() :].strip(), item, len(item.group(1)))
        elif current and _goes_on(current, raw):
            current.lines.append(line)
        else:
            if current:
                yield current
            current = _Piece(line, None, len(raw) - len(raw.lstrip()))
    if current:
        yield current


def _goes_on(current: _Piece, raw: str) -> bool:
    """Whether a line goes on with what the line above began."""
    line, last = raw.strip(), current.lines[-1]
    if current.item is not None:
        return len(raw) - len(raw.lstrip()) > current.indent or line[:1].islower()
    if line[:1].islower() or line.startswith("("):
        return True
    return len(last) >= _WRAPPED and not last.endswith(_ENDS) and len(line) > 3


def _is_quote(text: str, mark: str) -> bool:
    """A dash before someone's words is no bullet."""
    return mark in "–—-" and vocabulary().holds("quotation", text, "verbs")


def _block(piece: _Piece, following: "_Piece | None") -> Block:
    if piece.item is not None:
        mark = piece.item.group(2).rstrip(".)")
        first, rest = _name_and_rest(piece.lines)
        return Block(Role.ITEM, first, piece.depth, mark, rest)
    text = "\n".join(piece.lines)
    hashes = _HASHES.match(text)
    if closes_text(text):
        return Block(Role.HEADING, text.removesuffix(":"))
    if hashes:
        mark, name = without_mark(text[hashes.end() :])
        return Block(Role.HEADING, name, len(hashes.group(1)), mark)
    mark, name = without_mark(text)
    if _looks_like_heading(name, len(piece.lines), following):
        numbered = mark if _NUMBERED.match(mark) else ""
        return Block(Role.HEADING, name.removesuffix(":").strip(), 0, numbered)
    return Block(Role.PARAGRAPH, text)


def _name_and_rest(lines: Sequence[str]) -> tuple[str, str]:
    """An item's first line, and what stands below it when that is a text of its own."""
    first, below = lines[0], lines[1:]
    own = (
        below
        and below[0][:1].isupper()
        and not first.endswith((",", "-"))
        and len(first) < _WRAPPED
    )
    if own:
        return first, "\n".join(below)
    return "\n".join(lines), ""


def _looks_like_heading(text: str, lines: int, following: "_Piece | None") -> bool:
    decision = vocabulary().holds("decision", text, "bodies") and days(text)
    if decision or lines > 1 or len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS:
        return False
    if not (text[:1].isupper() or text[:1] in '”"“' or text[:1].isdigit()):
        return False
    if text.endswith("?"):
        return True
    if text.endswith(":"):
        return len(text.split()) <= 2 or text.isupper()
    if text.endswith(_ENDS):
        return False
    # Something must stand below a heading, but for one that names a statement.
    return following is not None or read_heading(text).role is HeadingRole.LABELLED
