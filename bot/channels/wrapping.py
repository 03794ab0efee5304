"""Lines broken at a terminal's width, with colours and links kept."""

import re
import textwrap
from collections.abc import Iterator
from itertools import groupby

# Links (OSC 8) and colours (SGR); neither takes up room on the screen.
_ESCAPE = re.compile(r"\033\]8;;[^\033]*\033\\|\033\[[0-9;]*m")
_NO_LINK, _NO_COLOUR = "\033]8;;\033\\", "\033[0m"
_ADDRESS = re.compile(r"\s*https?://\S+")


def wrapped(text: str, width: int) -> str:
    """The text with each line broken at `width` columns; what belongs to a "•" is indented.

    An address is kept whole, so that it can be opened. Colours and links end with each line and
    begin again on the next, so that no margin is coloured.
    """
    return "\n".join(part for line in text.splitlines() for part in _broken(line, width))


def _broken(line: str, width: int) -> Iterator[str]:
    shown = _ESCAPE.sub("", line)
    if len(shown) <= width or _ADDRESS.fullmatch(shown):
        yield line
        return
    indent = "  " if shown.startswith(("•", "  ")) else ""
    parts = textwrap.wrap(shown, width, subsequent_indent=indent, break_on_hyphens=False)
    if shown == line:
        yield from parts
        return
    styles, position = list(_styles(line)), 0
    for part in parts:
        words = part.lstrip()
        position = shown.index(words, position)
        yield part[: len(part) - len(words)] + _styled(words, styles[position:])
        position += len(words)


def _styles(line: str) -> Iterator[tuple[str, str]]:
    """For each character on the screen the link and the colours in force."""
    link, colour, position = "", "", 0
    for escape in _ESCAPE.finditer(line):
        yield from ((link, colour) for _ in range(position, escape.start()))
        position = escape.end()
        code = escape.group()
        if code.startswith("\033]"):
            link = "" if code == _NO_LINK else code
        else:
            colour = "" if code == _NO_COLOUR else colour + code
    yield from ((link, colour) for _ in range(position, len(line)))


def _styled(words: str, styles: list[tuple[str, str]]) -> str:
    found = ""
    for (link, colour), run in groupby(zip(words, styles, strict=False), key=lambda pair: pair[1]):
        text = "".join(character for character, _ in run)
        found += f"{colour}{link}{text}{_NO_LINK if link else ''}{_NO_COLOUR if colour else ''}"
    return found
