"""Every kind of update and what handles it, in one table; the first that fits does."""

from collections.abc import Callable
from dataclasses import dataclass

from telegram import Update

from bot.channels.telegram.addressing import command_of, is_ours, question_of
from bot.channels.telegram.commands import helping, on_command
from bot.channels.telegram.inline import on_inline
from bot.channels.telegram.pictures import asks, on_picture
from bot.channels.telegram.presses import on_press
from bot.channels.telegram.questions import as_edit, on_other, on_question
from bot.channels.telegram.reaction import NOTHING, Reaction
from bot.channels.telegram.remarks import on_remark, prompt_language
from bot.channels.telegram.turn import Turn

# What Telegram is asked to deliver; everything else is left out at the source.
KINDS = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
]


@dataclass(frozen=True, slots=True)
class Handler:
    """What it takes, and what it does with it."""

    takes: Callable[[Turn], bool]
    does: Callable[[Turn], Reaction]


def react(turn: Turn) -> Reaction:
    """What an update leads to; nothing, where it is none of ours."""
    return _first(HANDLERS, turn)


def _first(handlers: tuple[Handler, ...], turn: Turn) -> Reaction:
    return next((one.does(turn) for one in handlers if one.takes(turn)), NOTHING)


def _on_edited(turn: Turn) -> Reaction:
    return as_edit(turn, _first(MESSAGES, turn))


MESSAGES = (
    Handler(lambda turn: is_ours(turn.message, turn.me), lambda _: NOTHING),
    Handler(lambda turn: prompt_language(turn) is not None, on_remark),
    Handler(lambda turn: command_of(turn) is not None, on_command),
    Handler(lambda turn: question_of(turn) == "", lambda turn: helping(turn, turn.spoken)),
    Handler(asks, on_picture),
    Handler(lambda turn: bool(turn.message.text), on_question),
    Handler(lambda turn: turn.message.effective_attachment is not None, on_other),
)

HANDLERS = (
    Handler(lambda turn: turn.update.callback_query is not None, on_press),
    Handler(lambda turn: turn.update.inline_query is not None, on_inline),
    Handler(lambda turn: turn.update.edited_message is not None, _on_edited),
    Handler(lambda turn: turn.update.message is not None, lambda turn: _first(MESSAGES, turn)),
)
