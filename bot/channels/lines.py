"""Questions read a line at a time from standard input, one reply a line of them, in order."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A question read: its text, the chat it belongs to, or what is wrong with the line."""

    text: str
    chat: str | None = None
    invalid: bool = False


def read_lines(raw: Iterable[bytes]) -> Iterator[Line]:
    """The questions of lines that are not blank; a bad line is told as such, none is dropped."""
    for line in raw:
        found = _line(line)
        if found:
            yield found


def one_line(text: str, chat: str | None = None) -> Line:
    """A question given whole, as an argument or within JSON.

    A lone surrogate (an argument that was no UTF-8, `\\ud800` in JSON) is no character and can't
    be written out again: such a question is invalid, with "\ufffd" in the place of it.
    """
    written = _SURROGATE.sub("\ufffd", text)
    if chat is not None and _SURROGATE.search(chat):
        return Line(written, invalid=True)
    return Line(written, chat, invalid=written != text)


def _line(raw: bytes) -> Line | None:
    """A line's question; None where the line is blank."""
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff").strip()
    except UnicodeDecodeError:
        return Line(raw.decode("utf-8", "replace").strip(), invalid=True)
    if not text:
        return None
    return _from_json(text) if text.startswith("{") else one_line(text)


def _from_json(text: str) -> Line:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return Line(text, invalid=True)
    question, chat = data.get("q"), data.get("chat")
    if not isinstance(question, str) or isinstance(chat, bool | list | dict | float):
        return Line(text, invalid=True)
    return one_line(question, None if chat is None else str(chat))
