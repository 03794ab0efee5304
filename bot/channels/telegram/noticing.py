"""The operator's notice: said beside the first answer of a conversation, or instead of answers."""

from collections.abc import Callable
from dataclasses import replace

from telegram import InlineQueryResultsButton

from bot.channels.telegram import own
from bot.channels.telegram.addressing import command_of, question_of
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.reaction import NOTHING, AnswerInline, AnswerPress, Reaction
from bot.channels.telegram.turn import Turn
from bot.rendering.telegram_markup import cut, text
from bot.service.notice import Notice

# What people have a right to works also while the bot is out of service.
_ALWAYS = frozenset(
    name for one in COMMANDS if one.does in (own.forget, own.privacy) for name in (one.sv, one.en)
)
_LONGEST_BUTTON = 64
# A closed bot may open at any time.
_INLINE_SECONDS = 10


def under(notice: Notice | None, turn: Turn, react: Callable[[Turn], Reaction]) -> Reaction:
    """What an update leads to, with the operator's notice heeded."""
    if notice is None:
        return react(turn)
    if notice.closed:
        return react(turn) if _always(turn) else _instead(notice, turn)
    reaction = react(turn)
    if not reaction.calls or reaction.counted is None or not _first(turn):
        return reaction
    said = notice.said(turn.phrases(reaction.counted.language))
    return replace(reaction, calls=[*reaction.calls, turn.send(text(said))])


def _first(turn: Turn) -> bool:
    """Whether this is a question that no other went before, for a day."""
    return turn.update.message is not None and turn.context is None


def _always(turn: Turn) -> bool:
    command = command_of(turn) if turn.update.message else None
    return command is not None and command[0] in _ALWAYS


def _instead(notice: Notice, turn: Turn) -> Reaction:
    said = notice.said(turn.phrases(turn.spoken))
    if turn.update.callback_query:
        return Reaction([AnswerPress(turn.press.id, said)])
    if turn.update.inline_query:
        button = InlineQueryResultsButton(cut(said, _LONGEST_BUTTON), start_parameter="start")
        seconds = _INLINE_SECONDS
        return Reaction([AnswerInline(turn.inline.id, [], button, True, seconds)])
    if turn.update.message and (question_of(turn) is not None or command_of(turn)):
        return turn.says(text(said))
    return NOTHING
