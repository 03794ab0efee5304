"""Old pages laid out with tables and font elements, made into what they mean."""

import re
from typing import Any

_WHOLE = (
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "table",
    "section",
    "article",
    "main",
    "aside",
    "nav",
    "header",
    "footer",
    "form",
    "details",
    "blockquote",
    "button",
    "script",
    "style",
    "noscript",
    "summary",
)
_BLOCKS = "|".join(_WHOLE)
_ANY = f"*[{' or '.join(f'self::{name}' for name in _WHOLE[:11])}]"
_LOOKS = ("font", "center", "big", "nobr")
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LONG, _LINKS, _BREAKS = 300, 0.7, 3


def undo_layout(tree: Any) -> None:
    """Turn tables that only place things beside one another into plain parts of the page."""
    for name in _LOOKS:
        for element in tree.xpath(f"//{name}"):
            element.drop_tag()
    for caption in tree.xpath("//table/caption"):
        _before_table(caption)
    # The innermost first: a layout table may hold a table of goals.
    for table in reversed(tree.xpath("//table")):
        if _is_layout(table):
            _open(table)
    for span in tree.xpath("//span[@style]"):
        if _BOLD.search(span.get("style")):
            span.tag = "b"
    for part in tree.xpath("//div|//section|//article|//main|//body"):
        _wrap_loose(part)
    for paragraph in tree.xpath("//p[br]|//div[br]"):
        _divide_at_gaps(paragraph)


def _wrap_loose(part: Any) -> None:
    """Text that stands beside paragraphs, in none itself, becomes a paragraph of its own."""
    if not part.xpath(_BLOCKS):
        return
    run = _Run(part, 0)
    run.paragraph.text, part.text = part.text, None
    for child in list(part):
        if isinstance(child.tag, str) and (child.tag in _WHOLE or child.xpath(f".//{_ANY}")):
            run.close()
            run = _Run(part, part.index(child) + 1)
            run.paragraph.text, child.tail = child.tail, None
        else:
            run.paragraph.append(child)
    run.close()


def _divide_at_gaps(paragraph: Any) -> None:
    """Two line breaks on end part one paragraph from the next."""
    if paragraph.tag == "div" and paragraph.xpath(_BLOCKS):
        return
    paragraph.tag = "p"
    for line_break in paragraph.findall("br"):
        following = line_break.getnext()
        gap = not (line_break.tail or "").strip() and following is not None
        if not gap or following.tag != "br":
            continue
        rest = paragraph.makeelement("p")
        rest.text = following.tail
        for element in list(following.itersiblings()):
            rest.append(element)
        paragraph.remove(following)
        paragraph.remove(line_break)
        rest.tail, paragraph.tail = paragraph.tail, None
        paragraph.addnext(rest)
        _divide_at_gaps(rest)
        return


class _Run:
    """Text and elements of a line that follow one another, and where among the parts."""

    def __init__(self, part: Any, at: int) -> None:
        self.part, self.at = part, at
        self.paragraph = part.makeelement("p")

    def close(self) -> None:
        if self.paragraph.text_content().strip():
            self.part.insert(self.at, self.paragraph)


def _before_table(caption: Any) -> None:
    """A table's caption is a line above it, not a row."""
    table = caption.getparent()
    caption.tag = "p"
    caption.tail = None
    table.addprevious(caption)


def _cells(table: Any) -> list[Any]:
    return [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table")) is table]


def _is_layout(table: Any) -> bool:
    """Whether a table places things: its cells hold whole parts of a page, and no heads."""
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    cells = _cells(table)
    if any(cell.tag == "th" for cell in cells):
        return False
    return any(
        len(cell.xpath(_BLOCKS)) > 1
        or bool(cell.xpath(".//table|.//h1|.//h2|.//h3|.//form"))
        or (len(cell.xpath(".//br")) > _BREAKS and len(cell.text_content()) > _LONG)
        for cell in cells
    )


def _open(table: Any) -> None:
    cells = _cells(table)
    for part in table.xpath("./tbody|./thead|./tfoot|./tr|./tbody/tr|./thead/tr|./tfoot/tr"):
        part.tag = "div"
    for cell in cells:
        if _is_menu(cell) and cell.getparent() is not None:
            cell.drop_tree()
        else:
            cell.tag = "div"
    table.tag = "div"


def _is_menu(cell: Any) -> bool:
    """Whether next to all that a cell says are links: a menu, or a column of news."""
    whole = len("".join(cell.text_content().split()))
    links = sum(len("".join(link.text_content().split())) for link in cell.iter("a"))
    return bool(whole) and links > _LINKS * whole
