"""What commands open, and what they say where it can't be used: plain words, an exit status."""

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from gettext import ngettext
from typing import TYPE_CHECKING, TypeVar

import click

from knowledge.errors import InvalidData, KnowledgeError
from knowledge.extras import what_to_install

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.channels.terminal import Conversations
    from bot.current import Current
    from knowledge.models import Language
    from knowledge.store import Store

_T = TypeVar("_T")
UNUSABLE = 3


def today() -> date:
    """The day by this machine's clock and time zone."""
    return datetime.now(UTC).astimezone().date()


def open_store() -> "Store":
    """The database where it is looked for, built on first use. Raises KnowledgeError."""
    from knowledge import database

    return database.open_store(os.environ)


def open_assistant(on: date | None) -> "Assistant":
    """The assistant on that day, or on whichever day it is asked."""
    # What is loaded here stays to the end: looking through it for garbage, again and again while
    # it is being loaded, takes a fifth of the time to the first reply.
    gc.disable()
    from bot.assistant import Assistant
    from bot.service.home import read_home

    def load() -> Assistant:
        store = open_store()
        with store.reading():
            return Assistant(store, _day(on), read_home(os.environ, store))

    loaded = well_set(lambda: usable(load))
    gc.freeze()
    gc.enable()
    return loaded


def open_current(on: date | None) -> "Current":
    """The assistant for a process that outlives its database. Raises InvalidSetting."""
    from bot.assistant import Assistant
    from bot.current import Current
    from bot.service.home import read_home

    def load() -> Current:
        with open_store() as store, store.reading():
            home = read_home(os.environ, store)
        return Current(store.path, lambda opened: Assistant(opened, _day(on), home))

    return usable(load)


def conversations_of(
    language: "Language | None", on: date | None
) -> "tuple[Conversations, Assistant]":
    """Conversations in the terminal, with the assistant that answers in them."""
    from bot.channels.notes import terminal_note
    from bot.channels.terminal import Conversations

    assistant = open_assistant(on)
    note = well_set(lambda: terminal_note(os.environ))
    return Conversations(assistant, language, note), assistant


def _day(on: date | None) -> Callable[[], date]:
    return (lambda: on) if on else today


@contextlib.contextmanager
def needs(extra: str) -> Iterator[None]:
    """Say what to install where a library of an extra is missing, and exit with 1."""
    try:
        yield
    except ModuleNotFoundError as error:
        click.echo(what_to_install(error.name, extra), err=True)
        sys.exit(1)


def well_set(work: Callable[[], _T]) -> _T:
    """Do what reads settings; one that is wrong is wrong usage."""
    from bot.service.keeping import InvalidSetting

    try:
        return work()
    except InvalidSetting as error:
        raise click.UsageError(str(error)) from None


def reading(assistant: "Assistant", work: Callable[[], _T]) -> _T:
    """Do what reads the database; one found damaged on the way is told as any other."""

    def guarded() -> _T:
        with assistant.store.reading():
            return work()

    return usable(guarded)


def usable(work: Callable[[], _T]) -> _T:
    """Do what needs good data; where it is not, say so in plain words and exit with 3."""
    try:
        return work()
    except InvalidData as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        number = len(error.problems)
        text = ngettext(
            "{number} problem; the data can't be used.",
            "{number} problems; the data can't be used.",
            number,
        )
        click.echo(text.format(number=number), err=True)
    except KnowledgeError as error:
        click.echo(str(error), err=True)
    sys.exit(UNUSABLE)
