"""Words in bold that are meant as headings, or as names of what follows them."""

from typing import Any

HEADINGS = tuple(f"h{level}" for level in range(1, 7))
_SHORT = 120
_FEWEST = 2
_BOLD_FIRST = "*[1][self::strong or self::b]"


def open_bold(tree: Any) -> None:
    """Make headings of short lines in bold, and set names in bold apart from their texts."""
    for paragraph in tree.xpath(f"//p[br and {_BOLD_FIRST}]"):
        _set_apart(paragraph)
    for item in tree.xpath(f"//li[{_BOLD_FIRST}]"):
        if _names(item):
            _divide(item)
    named = [one for one in tree.xpath(f"//p[not(br) and {_BOLD_FIRST}]") if _names(one)]
    for paragraph in named:
        beside = sum(1 for other in named if other.getparent() is paragraph.getparent())
        if beside >= _FEWEST:
            _divide(paragraph)
            _set_apart(paragraph)
    for bold in tree.xpath("//p[count(*)=1 and (strong or b)]"):
        if _all_bold(bold):
            bold.tag = f"h{level_before(bold) + 1}"


def _names(element: Any) -> bool:
    """Whether an element begins with a name in bold and goes on with a sentence about it."""
    bold = element[0]
    name = bold.text_content().strip()
    said = (bold.tail or "").lstrip(" \xa0–—-:.\n")
    before = (element.text or "").strip()
    return not before and 0 < len(name) <= _SHORT and said[:1].isupper() and " " in said


def _divide(element: Any) -> None:
    """Put what is said on a line below the name, without the sign between them."""
    bold = element[0]
    said = (bold.tail or "").lstrip(" \xa0–—-:.\n")
    name = bold.text_content().strip().rstrip(".:–- ")
    for inner in list(bold):
        bold.remove(inner)
    bold.text, bold.tail = name, None
    line = element.makeelement("br")
    line.tail = said
    bold.addnext(line)


def _set_apart(paragraph: Any) -> None:
    """A first line in bold above a text is a heading, though both stand in one paragraph."""
    bold, following = paragraph[0], paragraph[1]
    text = " ".join(bold.text_content().split())
    alone = not (paragraph.text or "").strip() and not (bold.tail or "").strip()
    if not alone or following.tag != "br" or not 0 < len(text) <= _SHORT:
        return
    heading = paragraph.makeelement(f"h{level_before(paragraph) + 1}")
    heading.text = text
    heading.set("data-made", "1")
    paragraph.addprevious(heading)
    paragraph.text = following.tail
    paragraph.remove(bold)
    paragraph.remove(following)


def _all_bold(paragraph: Any) -> bool:
    """A paragraph that is nothing but a short text in bold is meant as a heading."""
    child = paragraph[0]
    outside = f"{paragraph.text or ''}{child.tail or ''}".strip()
    text = child.text_content().strip()
    return not outside and 0 < len(text) <= _SHORT and not text.endswith((".", ":", ","))


def level_before(element: Any) -> int:
    """The level of the last real heading before an element; 2 where there is none."""
    path = "|".join(f"preceding::{name}" for name in HEADINGS)
    before = [found for found in element.xpath(path) if not found.get("data-made")]
    element.set("data-made", "1")
    return min(int(before[-1].tag[1]), 5) if before else 2
