"""A web page made ready to be read: what is folded away opened, what is no text taken out."""

from typing import Any

from knowledge.intake.furniture import element_names
from knowledge.intake.web_bold import level_before, open_bold

# Where a page says its text is: by element, by role, or by an id that many systems use.
_IDS = ("content", "main", "maincontent", "main-content", "pagecontent", "innehall", "svcontent")
_MAIN = (
    "//main",
    "//*[@role='main']",
    "//article",
    f"//div[{' or '.join(f'@id={name!r}' for name in _IDS)}]",
)
_BANNER = 400
_DECLARED = _MAIN[:2]
_LEAST, _HALF = 20, 0.5


def open_folds(tree: Any) -> None:
    """Show what a browser folds away, and take out what is no text."""
    for element in tree.xpath("//*[@hidden or @aria-hidden or @style or @aria-expanded]"):
        for attribute in ("hidden", "aria-hidden", "style", "aria-expanded"):
            element.attrib.pop(attribute, None)
    for summary in tree.xpath("//summary"):
        if not summary.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6"):
            summary.tag = f"h{level_before(summary) + 1}"
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
            button.tag = f"h{level_before(button) + 1}"
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
    open_bold(tree)


def main_part(tree: Any) -> Any:
    """The part that the page itself calls its main one, or the whole."""
    for path in _MAIN:
        found = tree.xpath(path)
        if found:
            largest = max(found, key=lambda element: len(element.text_content()))
            if _is_whole(tree, largest, path in _DECLARED):
                _take_in_title(tree, largest)
                return largest
    return _around_title(tree)


def _take_in_title(tree: Any, main: Any) -> None:
    """A title that stands in a banner above the page's main part belongs to it."""
    titles = tree.xpath("//h1")
    if not titles or main.xpath(".//h1"):
        return
    banner = titles[0]
    for outer in titles[0].iterancestors("div", "section", "header"):
        if outer.xpath(".//nav|.//main|.//ul|.//form") or len(outer.text_content()) > _BANNER:
            break
        banner = outer
    if main in banner.iterdescendants():
        return
    banner.tail = None
    if banner.tag == "header":
        banner.tag = "div"
    main.insert(0, banner)


def _around_title(tree: Any) -> Any:
    """The least part around the page's title that holds most of its text, or the whole page."""
    titles = tree.xpath("//h1")
    if not titles:
        return tree
    wanted = _HALF * _running(tree)
    for part in titles[0].iterancestors("div", "section", "article", "td"):
        if wanted and _running(part) > wanted:
            return part
    return tree


def _running(part: Any) -> int:
    """How much text stands in paragraphs and lists, links left out."""
    texts = part.xpath(".//*[self::p or self::li or self::dd][not(ancestor-or-self::nav)]")
    whole = sum(len(element.text_content()) for element in texts)
    return whole - sum(len(a.text_content()) for text in texts for a in text.iter("a"))


def _is_whole(tree: Any, part: Any, declared: bool) -> bool:
    """Whether a part is the page's text, and not a card of news in an article of its own."""
    length = len(part.text_content().strip())
    if length < _LEAST:
        return False
    titled = bool(part.xpath(".//h1")) or not tree.xpath("//h1")
    return declared or titled or length > _HALF * len(tree.text_content().strip())
