"""Bytes of a page to text, where its encoding is declared wrongly, or not at all."""

import codecs
import re

from knowledge.intake.remarks import CannotTake
from knowledge.marking import marked

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Swedish pages were written in before UTF-8. Pages that say ISO-8859-1 mean Windows-1252.
_OLD = ("cp1252", "mac_roman", "cp850")
_LATIN = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso-8859-15"}
_SWEDISH = frozenset("åäöÅÄÖéÉ§–—”’•\u00a0\u00ad")


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of a page. `declared` is the encoding that the server named."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding) or content.decode(encoding, "replace")
    # Bytes that are valid UTF-8 with other than ASCII in them are UTF-8, whatever is declared.
    text = _strictly(content, "utf-8")
    if text is not None:
        return text
    found = _DECLARED.search(content[:_HEAD])
    named = [declared or "", found.group(1).decode("ascii") if found else ""]
    for encoding in (name.lower() for name in named if name):
        text = _strictly(content, "cp1252" if encoding in _LATIN else encoding)
        if text is not None and encoding != "utf-8":
            return text
    if b"\0" in content[:_HEAD]:
        raise CannotTake(marked("The file is neither a web page, a PDF nor text."))
    return max((content.decode(encoding, "replace") for encoding in _OLD), key=_how_swedish)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _how_swedish(text: str) -> int:
    return sum(1 if character in _SWEDISH else -2 for character in text if not character.isascii())
