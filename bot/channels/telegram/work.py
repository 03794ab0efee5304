"""One update from the inbox to its reply: handled, sent, remembered, and taken out.

What Telegram has accepted is noted call by call, so that a second attempt goes on from there. What
it may have accepted is noted too, so that no message is sent a third time.
"""

import asyncio
import json
import logging
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from telegram import Update
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.assistant import Assistant
from bot.channels.telegram.attempt import Attempt, MaybeTwice
from bot.channels.telegram.client import Client
from bot.channels.telegram.drawing import Artist
from bot.channels.telegram.failing import where
from bot.channels.telegram.handlers import react
from bot.channels.telegram.limits import Limits, Verdict, concerns_us, held_back
from bot.channels.telegram.noticing import under
from bot.channels.telegram.operator import GIVEN_UP, SET_ASIDE, Operator
from bot.channels.telegram.reach import Reach
from bot.channels.telegram.reaction import Reaction
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.turn import Me, Turn
from bot.memory.file import MemoryUnusable
from bot.memory.inbox import Entry, TakenOver
from bot.memory.memory import Memory
from bot.rendering.telegram_markup import text
from bot.service.watch import Watch
from knowledge.marking import marked

_MOST_TRIES = 3
_LONGEST_WAIT = 60.0
_SOON = 0.1
_SORRY = marked("Something went wrong on my side, and I could not answer that. Please try again.")
_UNSURE = marked("I can't tell whether my answer reached you. If it did not, please ask again.")
_log = logging.getLogger(__name__)


class Worker:
    """Handles updates; a failure is tried again, then set aside and told."""

    def __init__(
        self,
        client: Client,
        assistant: Callable[[], Assistant],
        memory: Memory,
        me: Me,
        limits: Limits,
        operator: Operator,
        watch: Watch,
    ) -> None:
        self._client = client
        self._assistant = assistant
        self._memory = memory
        self._me = me
        self._limits = limits
        self._operator = operator
        self._watch = watch
        self._sender = Sender(client)
        self._artist = Artist()
        self._reach = Reach(client)
        self._gate = asyncio.Lock()

    async def work(self, entry: Entry) -> None:
        """Handle an update until it is done or set aside; raises nothing but cancellation."""
        wait = 1.0
        attempt = Attempt(self._memory, entry, self._gate, self._watch.metrics)
        verdict: Verdict | None = "answer" if entry.done_calls or entry.begun else None
        while True:
            try:
                turn = self._turn(entry)
                verdict = verdict or self._judge(turn)
                await self._handle(entry, attempt, turn, verdict)
            except TakenOver:
                _log.warning("update %d is another process's by now", entry.update_id)
                return
            except Exception as failed:
                try:
                    pause = await self._after(entry, failed, wait)
                except MemoryUnusable as error:
                    _log.error("update %d: %s", entry.update_id, error)
                    pause = wait
                if pause is None:
                    return
                wait = min(2 * wait, _LONGEST_WAIT)
                await asyncio.sleep(pause)
                if attempt.begun:
                    await self._reach.wait()
            else:
                return

    def _judge(self, turn: Turn | None) -> Verdict:
        """Whether the person asks too much; of what can't be read, handling finds out."""
        try:
            return self._limits.judge(turn) if turn else "answer"
        except Exception:
            return "answer"

    async def _handle(
        self, entry: Entry, attempt: Attempt, turn: Turn | None, verdict: Verdict
    ) -> None:
        begun = time.monotonic()
        reaction = await self._reaction(turn, verdict) if turn else Reaction()
        sent: list[int | None] = [None] * attempt.done_calls
        for number, call in list(enumerate(reaction.calls, 1))[attempt.done_calls :]:
            sent.append(await self._sender.do(call, attempt))
            attempt.accepted(last=number == len(reaction.calls))
        self._settle(entry, reaction, sent)
        self._count(turn, reaction, time.monotonic() - begun)

    async def _reaction(self, turn: Turn, verdict: Verdict) -> Reaction:
        if verdict != "answer":
            return held_back(turn, verdict)
        return await self._artist.drawn(under(self._watch.notices.now(), turn, react), turn)

    def _count(self, turn: Turn | None, reaction: Reaction, seconds: float) -> None:
        if turn and reaction.counted:
            chat = "private" if turn.private else "group"
            channel = "inline" if turn.update.inline_query else chat
            self._watch.metrics.replied(*reaction.counted, channel, seconds)

    def _turn(self, entry: Entry) -> Turn | None:
        update = Update.de_json(json.loads(entry.payload), self._client)
        return Turn(update, self._assistant(), self._memory, self._me) if update else None

    def _settle(self, entry: Entry, reaction: Reaction, sent: Sequence[int | None]) -> None:
        """Keep what is to be remembered and take the update out, both or neither."""
        with self._memory.transaction():
            for effect in reaction.effects:
                effect(self._memory, sent)
            self._memory.inbox.done(entry.update_id)
        if reaction.erases:
            self._memory.tidy()

    async def _after(self, entry: Entry, error: Exception, wait: float) -> float | None:
        """How many seconds to wait before another attempt; None where there shall be none."""
        number, kind = entry.update_id, type(error).__name__
        if isinstance(error, TelegramError):
            self._watch.metrics.failed(error)
        match error:
            case RetryAfter():
                _log.warning("update %d: Telegram asks to wait", number)
                return _seconds(error)
            case Forbidden():
                _log.info("update %d: the chat takes no messages from the bot", number)
                self._memory.inbox.done(number)
                return None
            case InvalidToken():
                # Polling finds out whether it stays refused, and ends the process then.
                _log.error("update %d: Telegram refused the token", number)
                return wait
            case NetworkError() if not isinstance(error, BadRequest):
                _log.warning("update %d: Telegram can't be reached (%s)", number, kind)
                return wait
            case MemoryUnusable():
                _log.error("update %d: %s", number, error)
                # For a file, a copy in memory stands in from now on.
                return wait if self._memory.shared else _SOON
            case MaybeTwice():
                self._watch.metrics.gave_up()
                _log.error("update %d is set aside: its reply may have arrived twice", number)
                self._memory.inbox.set_aside(number, kind)
                self._operator.tell(GIVEN_UP)
                await self._apologise(entry, _UNSURE)
                return None
            case _ if type(error) is TelegramError:
                # An answer that is no JSON: it comes from something before Telegram.
                _log.warning("update %d: Telegram's answer can't be read", number)
                return wait
        tries = self._memory.inbox.tried(number)
        # Where, not in which words: an error's message may quote what somebody wrote.
        _log.error(
            "update %d failed (%d of %d): %s at %s", number, tries, _MOST_TRIES, kind, where(error)
        )
        if 0 < tries < _MOST_TRIES:
            return wait
        self._memory.inbox.set_aside(number, kind)
        _log.error("update %d is set aside", number)
        self._operator.tell(SET_ASIDE, tries=tries, kind=kind)
        await self._apologise(entry, _SORRY)
        return None

    async def _apologise(self, entry: Entry, words: str) -> None:
        """Tell the person asking, as well as that can be done of what can't be handled."""
        try:
            turn = self._turn(entry)
            if turn and turn.update.effective_message and concerns_us(turn):
                await self._sender.do(turn.send(text(turn.phrases(turn.spoken)(words))))
        except Exception as error:
            kind = type(error).__name__
            _log.warning("update %d: nobody could be told (%s)", entry.update_id, kind)


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
