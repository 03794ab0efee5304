"""Asking in a terminal: one question, a stream of them, or a conversation."""

import contextlib
import importlib
import os
import shutil
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TextIO

import click

from bot.assistant import Assistant, Reply
from bot.channels.lines import Line, one_line
from bot.channels.wrapping import wrapped
from bot.rendering.phrases import Phrases, phrases
from bot.rendering.plain import Style, plain
from bot.understanding.context import Context
from knowledge.marking import marked
from knowledge.models import Language

# Conversations kept at once while reading a stream; the longest silent one is dropped first.
_CHATS = 10_000
_WIDEST = 100


class Conversations:
    """Answers lines, each chat in its own context, kept in memory only.

    `note` is told each reply and its question, where the operator wants to know.
    """

    def __init__(
        self,
        assistant: Assistant,
        language: Language | None,
        note: Callable[[Reply, str], None] | None = None,
    ) -> None:
        self._assistant = assistant
        self._language = language
        self._note = note
        self._contexts: OrderedDict[str, Context] = OrderedDict()

    def reply(self, line: Line) -> Reply:
        """The reply to one line; a line that can't be read gets one too."""
        if line.invalid:
            return self._assistant.refuse_input("", self._language or "sv")
        context = self._contexts.get(line.chat) if line.chat is not None else None
        found = self._assistant.reply(line.text, context, fallback=self._language or "sv")
        if self._note is not None:
            self._note(found, line.text)
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
        from bot.rendering.as_json import as_json

        return as_json(
            line.text, line.chat, reply.answer, self._assistant.today(), self.phrases(reply)
        )

    def as_text(self, reply: Reply, out: TextIO) -> str:
        """The reply set out for a terminal: wrapped, and in colour where it is one."""
        colours = out.isatty() and "NO_COLOR" not in os.environ
        day, style = self._assistant.today(), COLOURS if colours else None
        text = plain(reply.answer, day, self.phrases(reply), style)
        return wrapped(text, min(shutil.get_terminal_size((80, 24)).columns, _WIDEST))

    def greeting(self) -> str:
        """The first words of a conversation, and how to end it."""
        store = self._assistant.store
        say = self._own_phrases()
        hello = say(
            marked(
                "Hello! I answer questions about municipalities' visions and goals, "
                "in their own words. I know {places}."
            ),
            places=tuple(place.name for place in store.covered),
        )
        leave = say(marked("Leave with /quit or Ctrl-D."))
        return wrapped(f"{hello}\n{leave}", _WIDEST)

    def farewell(self) -> str:
        """The last words."""
        return self._own_phrases()(marked("Goodbye!"))

    def _own_phrases(self) -> Phrases:
        language: Language = self._language or "sv"
        return phrases(language, self._assistant.store)


COLOURS = Style(
    heading=lambda text: click.style(text, bold=True),
    aside=lambda text: click.style(text, dim=True),
    # OSC 8: terminals that know it make the words a link, others show them plain.
    link=lambda text, url: f"\033]8;;{url}\033\\{text}\033]8;;\033\\",
)


def locale_language() -> Language | None:
    """The language of the locale where it is one of ours: what a conversation begins in."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := os.environ.get(name):
            return _LANGUAGES.get(locale[:2].lower())
    return None


_LANGUAGES: dict[str, Language] = {"sv": "sv", "en": "en"}
_LEAVE = {"/quit", "/exit", "/q", "/sluta", "/avsluta", "/bye", "/hejdå"}


def chat(conversations: Conversations, out: TextIO) -> None:
    """A conversation until "/quit" or the end of input (Ctrl-D); Ctrl-C leaves too.

    "/help" and its like are asked as the word alone.
    """
    # Makes the arrow keys edit the line and bring back earlier ones, where the system has it.
    with contextlib.suppress(ImportError):
        importlib.import_module("readline")
    click.echo(f"{conversations.greeting()}\n")
    while True:
        try:
            text = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            click.echo()
            break
        if text.lower() in _LEAVE:
            break
        if text:
            reply = conversations.reply(one_line(text.removeprefix("/"), "terminal"))
            click.echo(f"\n{conversations.as_text(reply, out)}\n")
    click.echo(conversations.farewell())


def standard_input() -> Iterable[bytes]:
    """Standard input as bytes, so that a line that is no UTF-8 can be told."""
    return sys.stdin.buffer
