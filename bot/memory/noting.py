"""Keeps a question asked in vain: the one function that channels call."""

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from bot.memory.gist import gist
from bot.memory.personal_data import without_personal_data
from bot.memory.unanswered import Asked, Unanswered, UnansweredUnusable

if TYPE_CHECKING:
    from bot.assistant import Reply

# Long texts tell of the one who writes them; what is asked stands in far less.
LONGEST = 500
_log = logging.getLogger(__name__)


def note_unanswered(store: Unanswered, reply: "Reply", text: str, now: datetime) -> None:
    """Keep a question that was not answered, without ids and personal data, by its day.

    Kept are a municipality that is not covered (beside others, too), what stands in no source,
    and what is off topic; nothing else. A file that can't be written is logged: the reply has
    gone out, and that matters more.
    """
    asked = unanswered(reply, text)
    if asked is None:
        return
    try:
        store.keep(asked, now.date())
    except UnansweredUnusable as error:
        _log.warning("a question asked in vain could not be kept (%s)", error)


def expire_unanswered(store: Unanswered, now: datetime) -> None:
    """Erase what has been kept long enough. A file that fails is logged."""
    try:
        store.expire(now.date())
    except UnansweredUnusable as error:
        _log.warning("questions asked in vain could not be erased (%s)", error)


def unanswered(reply: "Reply", text: str) -> Asked | None:
    """What is to be kept of a reply and the text it replies to; None where it answers."""
    question, found = reply.question, reply.answer
    reason = found.reason or ("not_covered" if found.uncovered else None)
    if question is None or reason in (None, "invalid_input"):
        return None
    kept = _shortened(without_personal_data(text))
    return Asked(
        reason=str(reason),
        gist=gist(question, kept),
        text=kept,
        language=reply.language,
        intent=question.intent,
        covered=tuple(place.code for place in question.covered),
        uncovered=tuple(place.code for place in found.uncovered),
    )


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]} …"
