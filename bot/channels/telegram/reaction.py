"""What an update leads to: calls to Telegram, then what is to be remembered.

Handlers only say what is to be done, so that it can be done again from where it stopped.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
)

from bot.answering.answer import Outcome, Reason
from bot.memory.memory import Memory
from bot.rendering.picture.content import Kind
from bot.rendering.picture.picture import Picture
from bot.rendering.telegram_markup import Markup
from knowledge.models import Language


@dataclass(frozen=True, slots=True)
class Send:
    """A new message; `prompt` asks for a reply and stands greyed in the field to write in."""

    chat: int
    page: Markup
    keyboard: InlineKeyboardMarkup | None = None
    reply_to: int | None = None
    thread: int | None = None
    prompt: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Another text and other buttons for a message of ours."""

    chat: int
    message: int
    page: Markup
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class EditButtons:
    """Other buttons for a message of ours."""

    chat: int
    message: int
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class AnswerPress:
    """The answer to a press, so that the button stops waiting; a few words at the top, if any."""

    press: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class AnswerInline:
    """The results of an inline query."""

    query: str
    results: Sequence[InlineQueryResultArticle]
    button: InlineQueryResultsButton
    personal: bool
    cache_seconds: int


@dataclass(frozen=True, slots=True)
class Draw:
    """A picture of municipalities (SCB codes), to be drawn and sent; else `otherwise` is done."""

    chat: int
    codes: tuple[str, ...]
    kind: Kind
    language: Language
    otherwise: "Callable[[], Reaction]"
    keyboard: InlineKeyboardMarkup | None = None
    reply_to: int | None = None
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class SendPicture:
    """A new message with a picture that has been drawn."""

    chat: int
    picture: Picture
    keyboard: InlineKeyboardMarkup | None = None
    reply_to: int | None = None
    thread: int | None = None


Call = Send | Edit | EditButtons | AnswerPress | AnswerInline | Draw | SendPicture
# Given the memory and, for each call, the id of the message it sent, if it sent one.
Effect = Callable[[Memory, Sequence[int | None]], None]


class Counted(NamedTuple):
    """What is counted of a question, once its reply is accepted."""

    outcome: Outcome
    reason: Reason | None
    language: Language


@dataclass(frozen=True, slots=True)
class Reaction:
    """Calls in order; effects are kept once all calls are accepted. `erases`: tidy up at once."""

    calls: Sequence[Call] = ()
    effects: Sequence[Effect] = field(default=())
    erases: bool = False
    counted: Counted | None = None


NOTHING = Reaction()
