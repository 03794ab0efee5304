"""Web pages: their main text through trafilatura, with what is folded away opened first."""

import logging
import re
from typing import Any

from knowledge.intake.blocks import Block, Role, as_text, tidy
from knowledge.intake.captured import Captured
from knowledge.intake.extras import extra
from knowledge.intake.furniture import is_furniture, opens_furniture
from knowledge.intake.remarks import CannotTake
from knowledge.intake.web_blocks import blocks_of
from knowledge.intake.web_bold import HEADINGS
from knowledge.intake.web_head import told_by_head
from knowledge.intake.web_layout import undo_layout
from knowledge.intake.web_tree import main_part, open_folds
from knowledge.marking import marked

_LEVEL = re.compile(r"h([1-6])")
_LITTLE = 400
_MOST_LOST, _LEAST_BUILT = 0.05, 0.8
_SITE = re.compile(r"(.+?)\s+[-–|]\s+([^-–|]+)$")
_SITE_FIRST = re.compile(r"([^-–|]+?)\s+[-–|]\s+(.+)$")


def read_web(html: str, url: str = "", name: str = "") -> Captured:
    """The text of a web page; CannotTake where there is none, as behind a login."""
    lxml_html, trafilatura = extra("lxml.html"), extra("trafilatura")
    # It warns of pages without text, which is told in our own words below.
    logging.getLogger("trafilatura").setLevel(logging.ERROR)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", html)
    if not text.strip():
        raise CannotTake(marked("The page is empty."))
    tree = lxml_html.document_fromstring(text)
    told = told_by_head(tree, html)
    page_title = _without_site(told["title"])
    lines = [line for line in tidy(_all_text(tree)).split("\n") if line]
    login = bool(tree.xpath("//input[@type='password']"))
    # Before the tree is remade for reading.
    first_heading = _first_heading(tree)
    undo_layout(tree)
    open_folds(tree)
    main = main_part(tree)
    extracted = trafilatura.bare_extraction(
        f"<html><body>{lxml_html.tostring(main, encoding='unicode')}</body></html>",
        url=url or None,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        output_format="xml",
        include_formatting=False,
        include_links=False,
        with_metadata=False,
    )
    blocks = list(blocks_of(extracted.body)) if extracted is not None else []
    if main.tag != "html" and _missing(main, blocks):
        # The page says itself which part is its text: all of that is wanted.
        blocks = list(blocks_of(_renamed(main)))
    if not blocks:
        blocks = list(blocks_of(_renamed(main)))
    blocks = [block for block in blocks if not _is_furniture(block)]
    if told["title"] and not any(block.role is Role.HEADING for block in blocks[:1]):
        heading = first_heading or page_title
        if not any(block.text == heading for block in blocks):
            blocks.insert(0, Block(Role.HEADING, heading, 1))
    words = sum(len(block.text) for block in blocks)
    if login and words < _LITTLE:
        raise CannotTake(
            marked(
                "The page is behind a login. Open it in your browser, save it as a file "
                "(Ctrl+S) and draft from that file."
            )
        )
    if not blocks:
        raise CannotTake(marked("The page has no text that can be read."))
    return Captured(
        as_text(blocks),
        blocks,
        lines,
        title=first_heading or page_title,
        site=f"{told['site']} {told['title']}".strip(),
        url=url or told["url"],
        name=name,
        published=told["published"],
        changed=told["changed"],
    )


def _without_site(title: str) -> str:
    """A page's title without the name of the site: "Vision - Habo kommun", or the other way."""
    for pattern, name, kept in ((_SITE, 2, 1), (_SITE_FIRST, 1, 2)):
        match = pattern.match(title)
        if match and re.search(r"kommun\b|stad\b|municipality", match.group(name), re.IGNORECASE):
            return match.group(kept)
    return title


def _missing(main: Any, blocks: list[Block]) -> bool:
    """Whether the extraction left out more of the page's own text than a button or two."""
    kept = " ".join(f"{block.text} {block.rest} {' '.join(block.cells)}" for block in blocks)
    # Of a short page the library gives the words alone; headings and lists matter too.
    built = sum(1 for element in main.iter(*HEADINGS, "li") if _says(element))
    if built > sum(block.role in {Role.HEADING, Role.ITEM} for block in blocks) / _LEAST_BUILT:
        return True
    whole = lost = 0
    for element in main.iter(*HEADINGS, "p", "li", "dt", "dd", "td"):
        text = " ".join(tidy(element.text or "").split())
        if text and not is_furniture(text):
            whole += len(text)
            lost += 0 if text in kept else len(text)
    return lost > _MOST_LOST * whole


def _says(element: Any) -> bool:
    text = " ".join(tidy(element.text or "").split())
    return bool(text) and not is_furniture(text)


def _renamed(main: Any) -> Any:
    """The page's own part as a tree of the names that trafilatura uses."""
    names = {"ul": "list", "ol": "list", "dl": "list", "li": "item", "dt": "item", "dd": "item"}
    names |= {"tr": "row", "td": "cell", "th": "cell", "br": "lb", "blockquote": "quote"}
    for element in main.iter():
        old = element.tag
        if old in {*HEADINGS, "ul", "ol", "dl", "dt", "dd"}:
            element.set("rend", old)
        if old == "th":
            element.set("role", "head")
        if old in HEADINGS:
            element.tag = "head"
        elif old in names:
            element.tag = names[old]
    return main


def _is_furniture(block: Block) -> bool:
    opens = block.role is Role.HEADING and opens_furniture(block.text)
    return not opens and not block.cells and is_furniture(block.text) and not block.rest


def _first_heading(tree: Any) -> str:
    for heading in tree.xpath("//h1"):
        text = " ".join(heading.text_content().split())
        if text:
            return tidy(text)
    return ""


def _all_text(tree: Any) -> str:
    """The page's whole text, a line per block, for dates and bylines."""
    blocks = {"p", "div", "li", "td", "th", "dt", "dd", "br", "section", "footer", "header", "span"}
    parts: list[str] = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
            continue
        if element.tag in blocks or _LEVEL.fullmatch(element.tag):
            parts.append("\n" if element.tag != "span" else " ")
        parts.append(element.text or "")
        parts.append(f" {element.tail}" if element.tail else "")
    return "".join(parts)
