"""Pictures drawn beside the loop, one at a time; where one can't be, the words are given."""

import asyncio
import logging
from dataclasses import replace
from typing import NamedTuple

from bot.channels.telegram.failing import where
from bot.channels.telegram.reaction import Draw, Reaction, SendPicture
from bot.channels.telegram.turn import Turn
from bot.rendering.picture.drawing import MissingExtra
from bot.rendering.picture.picture import Picture, picture_off_loop

_log = logging.getLogger(__name__)


class _Found(NamedTuple):
    position: int
    call: Draw


class Artist:
    """Draws what reactions ask for. One picture at a time: a second of the same comes from memory,
    and other chats keep a processor.
    """

    def __init__(self) -> None:
        self._one = asyncio.Lock()

    async def drawn(self, reaction: Reaction, turn: Turn) -> Reaction:
        """The reaction with its picture drawn, or with what stands in for it."""
        found = _draw_of(reaction)
        if found is None:
            return reaction
        at, draw = found
        picture = await self._picture(draw, turn)
        instead = draw.otherwise() if picture is None else reaction
        middle = instead.calls if picture is None else [_send(draw, picture)]
        calls = [*reaction.calls[:at], *middle, *reaction.calls[at + 1 :]]
        return replace(reaction, calls=calls, effects=instead.effects)

    async def _picture(self, draw: Draw, turn: Turn) -> Picture | None:
        store, day = turn.assistant.store, turn.assistant.today()
        try:
            async with self._one:
                return await picture_off_loop(store, draw.codes, draw.kind, draw.language, day)
        except MissingExtra as missing:
            _log.warning("%s", missing)
        except Exception as error:
            # A reader must not go without the words because a picture fails.
            kind = type(error).__name__
            _log.error("a picture could not be drawn: %s at %s", kind, where(error))
        return None


def _draw_of(reaction: Reaction) -> _Found | None:
    for position, call in enumerate(reaction.calls):
        if isinstance(call, Draw):
            return _Found(position, call)
    return None


def _send(draw: Draw, picture: Picture) -> SendPicture:
    return SendPicture(draw.chat, picture, draw.keyboard, draw.reply_to, draw.thread)
