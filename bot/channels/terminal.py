"""Asking in a terminal: one question, a stream of them, or a conversation."""

import os
import re
import shutil
import sys
import textwrap
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TextIO

import click

from bot.assistant import Assistant, Reply
from bot.channels.lines import Line
from bot.memory.context import Context
from bot.rendering.as_json import as_json
from bot.rendering.phrases import Phrases, phrases
from bot.rendering.plain import Style, plain
from knowledge.models import Language

# Conversations kept at once while reading a stream; the longest silent one is dropped first.
_CHATS = 10_000
_WIDEST = 100
_ADDRESS = re.compile(r"^\s*https?://\S+$")


class Conversations:
    """Answers lines, each chat in its own context, kept in memory only."""

    def __init__(self, assistant: Assistant, day: date, language: Language | None) -> None:
        self._assistant = assistant
        self._day = day
        self._language = language
        self._contexts: OrderedDict[str, Context] = OrderedDict()

    def reply(self, line: Line) -> Reply:
        """The reply to one line; a line that can't be read gets one too."""
        if line.invalid:
            return self._assistant.refuse_input("", self._language or "sv")
        context = self._contexts.get(line.chat) if line.chat is not None else None
        found = self._assistant.reply(line.text, context, fallback=self._language or "sv")
        if line.chat is not None and found.context is not None:
            self._contexts[line.chat] = found.context
            self._contexts.move_to_end(line.chat)
            if len(self._contexts) > _CHATS:
                self._contexts.popitem(last=False)
        return found

    def phrases(self, reply: Reply) -> Phrases:
        """The phrases of a reply's language."""
        return phrases(reply.language, self._assistant.store)

    def as_json(self, line: Line, reply: Reply) -> str:
        """The reply as one line of JSON."""
        return as_json(line.text, line.chat, reply.answer, self._day, self.phrases(reply))

    def as_text(self, reply: Reply, out: TextIO) -> str:
        """The reply set out for a terminal: wrapped, and in colour where it is one."""
        tty = out.isatty() and "NO_COLOR" not in os.environ
        text = plain(reply.answer, self._day, self.phrases(reply), _COLOURED if tty else None)
        width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
        return "\n".join(_wrapped(text.splitlines(), width, tty))


_COLOURED = Style(
    heading=lambda text: click.style(text, bold=True),
    aside=lambda text: click.style(text, dim=True),
    # OSC 8: terminals that know it make the words a link, others show them plain.
    link=lambda text, url: f"\033]8;;{url}\033\\{text}\033]8;;\033\\",
)
_ESCAPES = re.compile(r"\033\]8;;[^\033]*\033\\|\033\[[0-9;]*m")


def _wrapped(lines: Iterable[str], width: int, tty: bool) -> Iterator[str]:
    for line in lines:
        # An address is kept whole, so that it can be opened; so is text with escapes in it
        # that is short enough without them.
        if _ADDRESS.match(line) or len(_ESCAPES.sub("", line)) <= width or tty:
            yield line
        else:
            indent = "  " if line.startswith(("•", "  ")) else ""
            yield from textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)


def chat(conversations: Conversations, out: TextIO, **prompt: Any) -> None:
    """A conversation until end of input or an empty line twice."""
    while True:
        try:
            text = input(prompt.get("prompt", "> "))
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return
        if text.strip():
            reply = conversations.reply(Line(text, "terminal"))
            click.echo(f"\n{conversations.as_text(reply, out)}\n")


def standard_input() -> Iterable[bytes]:
    """Standard input as bytes, so that a line that is no UTF-8 can be told."""
    return sys.stdin.buffer
