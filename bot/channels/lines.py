"""Questions read a line at a time from standard input, one reply a line of them, in order."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A question read: its text, the chat it belongs to, or what is wrong with the line."""

    text: str
    chat: str | None = None
    invalid: bool = False


def read_lines(raw: Iterable[bytes]) -> Iterator[Line]:
    """The questions of lines that are not blank; a bad line is told as such, none is dropped."""
    for line in raw:
        if line.strip():
            yield _line(line)


def _line(raw: bytes) -> Line:
    try:
        text = raw.decode("utf-8").strip().removeprefix("\ufeff")
    except UnicodeDecodeError:
        return Line(raw.decode("utf-8", "replace").strip(), invalid=True)
    if not text.startswith("{"):
        return Line(text)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return Line(text, invalid=True)
    question = data.get("q")
    chat = data.get("chat")
    if not isinstance(question, str) or isinstance(chat, bool | list | dict | float):
        return Line(text, invalid=True)
    # A lone surrogate (\ud800 in JSON) is no character and can't be written out again.
    if any("\ud800" <= character <= "\udfff" for character in f"{question}{chat or ''}"):
        return Line(question.encode("utf-8", "replace").decode(), invalid=True)
    return Line(question, None if chat is None else str(chat))
