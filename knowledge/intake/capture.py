"""A saved page, a PDF, a text file or an address, taken in."""

import re
from pathlib import Path

from knowledge.errors import reason
from knowledge.intake.blocks import Role
from knowledge.intake.captured import Captured
from knowledge.intake.decoding import decode
from knowledge.intake.fetching import fetch
from knowledge.intake.mending import broken_words
from knowledge.intake.plain import plain_blocks
from knowledge.intake.remarks import CannotTake
from knowledge.intake.titles import title_among
from knowledge.marking import marked
from knowledge.text import clean

_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)
_TAGS = re.compile(r"<(?:!doctype\s+html|html|head|body|main|article|div|h1|p|ul|title)\b", re.I)
_HEAD = 20_000
_PICTURE = marked("The file is a picture. Save its text as a text file first.")
_OTHER_FORMATS = {
    b"PK\x03\x04": marked("The file is a Word, Excel or zip file. Save it as PDF or text first."),
    b"\xd0\xcf\x11\xe0": marked("The file is an old Word file. Save it as PDF or text first."),
    b"{\\rtf": marked("The file is an RTF file. Save it as PDF or text first."),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
}


def capture(page: str, url: str = "") -> Captured:
    """Take in a page. `url` says where a saved one comes from.

    CannotTake where there is nothing to read, and says why and what to do.
    """
    if _ADDRESS.match(page):
        fetched = fetch(page)
        return read(fetched.content, fetched.url, fetched.encoding)
    path = Path(page)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise CannotTake(marked("There is no file {page}."), page=page) from None
    except OSError as error:
        raise CannotTake(
            marked("{page} can't be read: {error}."), page=page, error=reason(error)
        ) from None
    return read(content, url, name=path.stem)


def read(content: bytes, url: str = "", encoding: str | None = None, name: str = "") -> Captured:
    """Read a page's bytes: a PDF, a web page or text, told by what they begin with."""
    if content[:1024].lstrip().startswith(b"%PDF-"):
        from knowledge.intake.pdf import read_pdf

        return read_pdf(content, url, name)
    for start, what in _OTHER_FORMATS.items():
        if content.startswith(start):
            raise CannotTake(what)
    text = decode(content, encoding)
    if _TAGS.search(text[:_HEAD]):
        from knowledge.intake.web import read_web

        return read_web(text, url, name)
    return _read_text(text, url, name)


def _read_text(text: str, url: str, name: str) -> Captured:
    if not any(character.isalpha() for character in text):
        raise CannotTake(marked("The page is empty."))
    blocks = plain_blocks(text)
    titles = [block.text for block in blocks if block.role is Role.HEADING]
    lines = [line.strip() for line in clean(text).split("\n") if line.strip()]
    return Captured(
        text,
        blocks,
        lines,
        title=title_among(titles, lines),
        url=url,
        name=name,
        mend=broken_words(text),
    )
