"""PDF files: their text through pdfminer, which reads columns one after the other."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from knowledge.intake.blocks import Block, Role, as_text, tidy, without_mark
from knowledge.intake.captured import Captured
from knowledge.intake.extras import extra
from knowledge.intake.furniture import is_furniture
from knowledge.intake.mending import broken_words
from knowledge.intake.remarks import CannotTake
from knowledge.intake.titles import title_among
from knowledge.marking import marked

_LARGER, _GAP = 1.08, 0.75
_LONGEST_HEADING = 160
_BULLETS = "•·▪■●○◦‣➢►▸*"
_ENDS = (".", "!", "?", ":", ";")
_PAGE_NUMBER = re.compile(r"(?:sida|sid|page)?\s*\d{1,3}(?:\s*(?:av|of|/|\()\s*\d{1,3}\)?)?", re.I)
_LEADERS = re.compile(r"(?:\s?\.){4,}\s*\d*$")
_CUT_NUMBER = re.compile(r"\d[-\u00ad]$")
_SAME_HEIGHT = 3
_LEAST_LETTERS = 30
_UNNAMED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff]")
_NAMELESS = re.compile(rf"^\s*(?:{_UNNAMED.pattern})\s*(?=\w)")


@dataclass(slots=True)
class _Line:
    text: str
    size: float
    bold: bool
    left: float
    top: float
    bottom: float
    box: int


def read_pdf(content: bytes, url: str = "", name: str = "") -> Captured:
    """The text of a PDF; CannotTake where it is scanned, locked or broken."""
    pages = _pages(content)
    lines = [line for page in _without_margins(pages) for line in page]
    lines = [line for line in lines if not _LEADERS.search(line.text)]
    if sum(character.isalpha() for line in lines for character in line.text) < _LEAST_LETTERS:
        raise CannotTake(
            marked(
                "The PDF has no text: it is probably scanned. Make it searchable first (OCR), "
                "or save its text as a text file and draft from that."
            )
        )
    blocks = [block for block in _blocks(lines) if not is_furniture(block.text)]
    text = as_text(blocks)
    titles = [block.text for block in blocks if block.role is Role.HEADING]
    every_line = [line.text for page in pages for line in page]
    return Captured(
        text,
        blocks,
        every_line,
        title=title_among(titles, every_line),
        url=url,
        name=name,
        mend=broken_words(text),
    )


def _pages(content: bytes) -> list[list[_Line]]:
    pdf = extra("pdfminer.high_level")
    layout = extra("pdfminer.layout")
    try:
        # What is set in two columns comes one column after the other.
        read = pdf.extract_pages(io.BytesIO(content), laparams=layout.LAParams(boxes_flow=None))
        return [_beside_their_labels(list(_lines(page, layout))) for page in read]
    except CannotTake:
        raise
    except Exception as error:  # pdfminer raises many kinds for broken and locked files
        raise CannotTake(
            marked("The PDF can't be read ({error}). Save it anew without a password."),
            error=type(error).__name__,
        ) from None


def _lines(page: Any, layout: Any) -> Iterator[_Line]:
    boxes = [box for box in page if isinstance(box, layout.LTTextBoxHorizontal)]
    for number, box in enumerate(_in_reading_order(boxes, page.width)):
        for line in box:
            # A sign that the font does not name is a bullet, or nothing.
            read = _NAMELESS.sub("• ", line.get_text().replace("\n", " "), count=1)
            text = tidy(_UNNAMED.sub("", _hyphens(read)))
            letters = [c for c in line if isinstance(c, layout.LTChar) and c.get_text().strip()]
            if not text or not letters:
                continue
            size = Counter(round(c.size, 1) for c in letters).most_common(1)[0][0]
            bold = sum("bold" in c.fontname.lower() for c in letters) * 2 > len(letters)
            raw = line.get_text().rstrip("\n ")
            # A soft hyphen at the end is kept here and tells that the word goes on.
            text = text.removesuffix("-") + "\u00ad" if raw.endswith("\u00ad") else text
            yield _Line(text, size, bold, line.x0, line.y1, line.y0, number)


def _beside_their_labels(lines: list[_Line]) -> list[_Line]:
    """ "Antagen av:" and what stands beside it, in a box of its own, as one line."""
    taken: set[int] = set()
    for line in lines:
        if not line.text.endswith(":"):
            continue
        beside = [
            other
            for other in lines
            if other.box != line.box and 0 <= abs(other.top - line.top) < _SAME_HEIGHT
            if other.left > line.left and id(other) not in taken
        ]
        if beside:
            nearest = min(beside, key=lambda other: other.left)
            line.text = f"{line.text} {nearest.text}"
            taken.add(id(nearest))
    return [line for line in lines if id(line) not in taken]


def _in_reading_order(boxes: list[Any], width: float) -> list[Any]:
    """Boxes from top to bottom; where two columns stand side by side, the left one first."""
    middle = width / 2
    ordered: list[Any] = []
    band: list[Any] = []
    for box in sorted(boxes, key=lambda found: -found.y1):
        crosses = box.x0 < middle - 20 and box.x1 > middle + 20
        if crosses:
            ordered += _columns(band, middle)
            band = []
            ordered.append(box)
        else:
            band.append(box)
    return ordered + _columns(band, middle)


def _columns(band: list[Any], middle: float) -> list[Any]:
    left = [box for box in band if (box.x0 + box.x1) / 2 <= middle]
    right = [box for box in band if (box.x0 + box.x1) / 2 > middle]
    return left + right


def _without_margins(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Pages without the lines that stand on most of them, and without page numbers."""
    times = Counter(text for page in pages for text in {_plain(line.text) for line in page})
    often = {text for text, count in times.items() if count > 2 and count * 2 > len(pages)}
    return [
        [
            line
            for line in page
            if _plain(line.text) not in often and not _PAGE_NUMBER.fullmatch(line.text)
        ]
        for page in pages
    ]


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _blocks(lines: list[_Line]) -> Iterator[Block]:
    body = Counter(line.size for line in lines for _ in line.text).most_common(1)[0][0]
    larger = sorted({line.size for line in lines if line.size > body * _LARGER}, reverse=True)
    levels = {size: number for number, size in enumerate(larger, start=1)}
    for group in _groups(lines, body):
        yield from _block(group, body, levels)


def _groups(lines: Iterable[_Line], body: float) -> Iterator[list[_Line]]:
    """Lines that belong to one paragraph, heading or item."""
    group: list[_Line] = []
    for line in lines:
        if group and not _goes_on(group, line, body):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: list[_Line], line: _Line, body: float) -> bool:
    last = group[-1]
    if line.size != last.size or line.bold != last.bold:
        return False
    if _is_item(line.text):
        return False
    cut = last.text.endswith(("-", "\u00ad", ",")) or line.text[:1].islower()
    if line.box != last.box:
        # A paragraph goes on in the next column or on the next page.
        return cut and not _is_heading(group, body)
    if last.bottom - line.top > _GAP * line.size:
        return False
    return cut or not last.text.endswith(_ENDS) or line.left <= last.left + 1


def _is_item(text: str) -> bool:
    mark, _ = without_mark(text)
    return bool(mark) and (mark in _BULLETS + "–-" or (mark[:1].isdigit() and len(mark) < 4))


def _is_heading(group: list[_Line], body: float) -> bool:
    first = group[0]
    return first.size > body * _LARGER or first.bold


def _block(group: list[_Line], body: float, levels: dict[float, int]) -> Iterator[Block]:
    text = _joined(line.text for line in group)
    first = group[0]
    mark, rest = without_mark(text)
    number = mark if mark[:1].isdigit() else ""
    short = len(text) <= _LONGEST_HEADING and not text.endswith((".", ","))
    if first.size in levels and short:
        yield Block(Role.HEADING, rest if number else text, levels[first.size], number)
    elif first.bold and short and not mark:
        yield Block(Role.HEADING, text.removesuffix(":"), len(levels) + 1)
    elif _is_item(first.text):
        yield Block(Role.ITEM, rest, 1, number or "•")
    else:
        yield Block(Role.PARAGRAPH, text)


def _joined(lines: Iterable[str]) -> str:
    """Lines in one; a soft hyphen joins for certain, a hyphen stays for the list of mends."""
    text = ""
    for line in lines:
        if text.endswith("\xad") and line[:1].islower():
            text = text[:-1] + line
        elif _CUT_NUMBER.search(text) and line[:1].isdigit():
            # A date cut at its own hyphen: "2023-" and "11-27".
            text = text[:-1] + "-" + line
        else:
            text = f"{_hyphens(text)} {line}".strip()
    return text.rstrip("\u00ad")


def _hyphens(text: str) -> str:
    """Soft hyphens within a line are seen there, so they are hyphens.

    Some programs give both signs the same code.
    """
    return text.replace("\u00ad", "-")
