"""Web pages: their main text through trafilatura, with what is folded away opened first."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from knowledge.intake.blocks import Block, Role, as_text, tidy, without_mark
from knowledge.intake.captured import Captured
from knowledge.intake.extras import extra
from knowledge.intake.furniture import element_names, is_furniture
from knowledge.intake.remarks import CannotTake, marked

_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
_LEVEL = re.compile(r"h([1-6])")
_SHORT = 120
_LITTLE = 400
_MAIN = ("//main", "//*[@role='main']", "//article")
_LEAST_SHARE = 200
_MOST_LOST = 0.05


def read_web(html: str, url: str = "", name: str = "") -> Captured:
    """The text of a web page; CannotTake where there is none, as behind a login."""
    lxml_html, trafilatura = extra("lxml.html"), extra("trafilatura")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", html)
    if not text.strip():
        raise CannotTake(marked("The page is empty."))
    tree = lxml_html.document_fromstring(text)
    told = _told_by_head(tree, html)
    lines = [line for line in tidy(_all_text(tree)).split("\n") if line]
    login = bool(tree.xpath("//input[@type='password']"))
    _open(tree)
    main = _main(tree)
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
    blocks = list(_blocks(extracted.body)) if extracted is not None else []
    if main.tag != "html" and _missing(main, blocks):
        # The page says itself which part is its text; all of that is wanted.
        blocks = list(_blocks(_renamed(main)))
    blocks = [block for block in blocks if not _is_furniture(block)]
    if told["title"] and not any(block.role is Role.HEADING for block in blocks[:1]):
        heading = _first_heading(tree) or told["title"]
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
        title=_first_heading(tree) or told["title"],
        site=f"{told['site']} {told['title']}".strip(),
        url=url or told["url"],
        name=name,
        published=told["published"],
        changed=told["changed"],
    )


def _missing(main: Any, blocks: list[Block]) -> bool:
    """Whether the extraction left out more of the page's own text than a button or two."""
    kept = " ".join(f"{block.text} {block.rest} {' '.join(block.cells)}" for block in blocks)
    whole = lost = 0
    for element in main.iter(*_HEADINGS, "p", "li", "dt", "dd", "td"):
        text = " ".join(tidy(element.text or "").split())
        if text and not is_furniture(text):
            whole += len(text)
            lost += 0 if text in kept else len(text)
    return lost > _MOST_LOST * whole


def _renamed(main: Any) -> Any:
    """The page's own part as a tree of the names that trafilatura uses."""
    names = {"ul": "list", "ol": "list", "dl": "list", "li": "item", "dt": "item", "dd": "item"}
    names |= {"tr": "row", "td": "cell", "th": "cell", "br": "lb", "blockquote": "quote"}
    for element in main.iter():
        old = element.tag
        if old in {*_HEADINGS, "ul", "ol", "dl", "dt", "dd"}:
            element.set("rend", old)
        if old == "th":
            element.set("role", "head")
        if old in _HEADINGS:
            element.tag = "head"
        elif isinstance(old, str):
            element.tag = names.get(old, old)
    return main


def _is_furniture(block: Block) -> bool:
    return not block.cells and is_furniture(block.text) and not block.rest


def _open(tree: Any) -> None:
    """Show what a browser folds away, and take out what is no text."""
    for element in tree.xpath("//*[@hidden or @aria-hidden or @style or @aria-expanded]"):
        for attribute in ("hidden", "aria-hidden", "style", "aria-expanded"):
            element.attrib.pop(attribute, None)
    for summary in tree.xpath("//summary"):
        if not summary.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6"):
            summary.tag = f"h{_level_before(summary) + 1}"
        else:
            summary.tag = "div"
    for details in tree.xpath("//details"):
        details.tag = "div"
    for button in tree.xpath("//button"):
        inside = button.xpath("ancestor::h1|ancestor::h2|ancestor::h3|ancestor::h4|ancestor::h5")
        opens = button.get("aria-controls") or "accordion" in (button.get("class") or "").lower()
        if inside:
            button.drop_tag()
        elif opens and button.text_content().strip():
            button.tag = f"h{_level_before(button) + 1}"
    # Classes such as "accordion" or "collapse" make extractors drop what they should keep.
    names = set(element_names())
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
        nav = element.tag in {"nav", "script", "style", "noscript", "form", "aside", "svg"}
        if (nav or names.intersection(marks)) and element.tag not in {"html", "body", "main"}:
            if element.getparent() is not None:
                element.drop_tree()
            continue
        if element.get("class"):
            element.attrib.pop("class")
    for bold in tree.xpath("//p[count(*)=1 and (strong or b)]"):
        if _all_bold(bold):
            bold.tag = f"h{_level_before(bold) + 1}"


def _all_bold(paragraph: Any) -> bool:
    """A paragraph that is nothing but a short text in bold is meant as a heading."""
    child = paragraph[0]
    outside = f"{paragraph.text or ''}{child.tail or ''}".strip()
    text = child.text_content().strip()
    return not outside and 0 < len(text) <= _SHORT and not text.endswith((".", ":", ","))


def _level_before(element: Any) -> int:
    """The level of the last real heading before an element; 2 where there is none."""
    path = "|".join(f"preceding::{name}" for name in _HEADINGS)
    before = [found for found in element.xpath(path) if not found.get("data-made")]
    element.set("data-made", "1")
    return min(int(before[-1].tag[1]), 5) if before else 2


def _main(tree: Any) -> Any:
    for path in _MAIN:
        found = tree.xpath(path)
        if found:
            largest = max(found, key=lambda element: len(element.text_content()))
            if len(largest.text_content().strip()) >= _LEAST_SHARE:
                return largest
    return tree


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


def _blocks(body: Any) -> Iterator[Block]:
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
                inner = list(_blocks(element))
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


def _told_by_head(tree: Any, html: str) -> dict[str, Any]:
    """Title, site name, address and dates that the page's head declares."""

    def first(*paths: str) -> str:
        for path in paths:
            for value in tree.xpath(path):
                if str(value).strip():
                    return " ".join(str(value).split())
        return ""

    saved = re.search(r"<!-- saved from url=\(\d+\)(\S+)", html[:2000])
    address = first(
        "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content", "//base/@href"
    ) or (saved.group(1) if saved else "")
    return {
        "title": first("//title/text()", "//meta[@property='og:title']/@content"),
        "site": first("//meta[@property='og:site_name']/@content"),
        "url": address if address.startswith("http") else "",
        "published": _declared(tree, "publi", "created", "issued", "dcterms.date"),
        "changed": _declared(tree, "modif", "updated", "changed"),
    }


def _declared(tree: Any, *words: str) -> date | None:
    for meta in tree.xpath("//meta[@content]"):
        named = (
            f"{meta.get('property') or ''} {meta.get('name') or ''} {meta.get('itemprop') or ''}"
        )
        if any(word in named.lower() for word in words):
            found = re.match(r"(\d{4})-(\d\d)-(\d\d)", meta.get("content").strip())
            if found:
                try:
                    return date(*(int(part) for part in found.groups()))
                except ValueError:
                    continue
    return None
