"""The text of a page as it is today, whatever the server calls it."""

import re
from dataclasses import dataclass
from io import BytesIO

from knowledge.refresh.fetching import Fetched, Unreachable

_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)", re.I | re.S)
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class LiveText:
    """All words of a page, menus among them, and its main text alone."""

    whole: str
    main: str


def live_text(page: Fetched) -> LiveText:
    """The text of what was fetched; Unreachable where it is no page. What it is decides the
    content; what the server calls it decides only where the content does not tell.
    """
    start = page.content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    kind = page.headers.get("content-type", "").partition(";")[0].strip().lower()
    if start.startswith(b"%PDF-"):
        text = _pdf(page.content)
    elif _HTML.match(start) or kind in {"text/html", "application/xhtml+xml"}:
        return _html(_decoded(page))
    elif kind in {"", "text/plain"} and b"\0" not in start:
        text = _decoded(page)
    else:
        raise Unreachable("not_a_page", kind)
    return LiveText(text, text)


def _html(source: str) -> LiveText:
    from inscriptis import get_text
    from trafilatura import extract

    try:
        whole = get_text(source)
        main = extract(source, include_comments=False) or ""
    except (RecursionError, ValueError) as error:
        raise Unreachable("not_a_page", type(error).__name__) from None
    return LiveText(whole, main)


def _pdf(content: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        raise Unreachable("not_a_page", f"PDF, {type(error).__name__}") from None


def _decoded(page: Fetched) -> str:
    told = _CHARSET.search(page.headers.get("content-type", ""))
    declared = _DECLARED.search(page.content[:_LOOKED_AT])
    for name in (
        told.group(1) if told else None,
        declared.group(1).decode("ascii", "ignore") if declared else None,
        "utf-8",
    ):
        try:
            if name:
                return page.content.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    # Old pages in an undeclared encoding are Western European.
    return page.content.decode("cp1252", "replace")
