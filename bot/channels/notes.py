"""Keeping what is asked in vain in the terminal, where the operator's settings say so."""

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from bot.assistant import Reply
from bot.service.keeping import keeps_in_terminal

Note = Callable[[Reply, str], None]
_log = logging.getLogger(__name__)


def terminal_note(environ: Mapping[str, str]) -> Note | None:
    """What `ask` and `chat` call with each reply and its question; None where nothing is kept.

    Raises InvalidSetting. A file that can't be opened is logged, and questions are answered.
    """
    if not keeps_in_terminal(environ):
        return None
    # Loaded only where it is needed: it is no part of a reply's time.
    from bot.memory.noting import note_unanswered
    from bot.memory.unanswered import Unanswered, UnansweredUnusable
    from bot.service.keeping import read_keeping

    keeping = read_keeping(environ)
    try:
        store = Unanswered(keeping.path, keeping.days)
    except UnansweredUnusable as error:
        _log.warning("questions asked in vain can't be kept (%s)", error)
        return None

    def note(reply: Reply, text: str) -> None:
        note_unanswered(store, reply, text, datetime.now(UTC).astimezone())

    return note
