"""Long polling of our own: an update is confirmed only when it stands in the inbox.

python-telegram-bot's updater confirms updates before they are handled, and one 401 ends it for
good without a word; see docs/decisions.
"""

import asyncio
import logging
from contextlib import suppress

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.handlers import KINDS
from bot.channels.telegram.intake import Intake
from bot.memory.file import MemoryUnusable
from bot.service.metrics import Metrics

_WAIT = 30
_LONGEST_PAUSE = 30.0
# A refused token may be a passing fault of a proxy; so many in a row are not.
_MOST_REFUSALS = 3
# Beyond this many waiting updates, more are left with Telegram.
_MOST_WAITING = 2000
_log = logging.getLogger(__name__)


class TokenRefused(Exception):
    """Telegram does not know the token (any more)."""


async def poll(client: Client, intake: Intake, metrics: Metrics) -> None:
    """Take updates in until cancelled. Raises TokenRefused after several refusals in a row."""
    offset: int | None = None
    pause, refusals = 1.0, 0
    try:
        while True:
            while intake.lanes.waiting > _MOST_WAITING:
                await asyncio.sleep(0.1)
            try:
                updates = await client.updates(offset, _WAIT, KINDS)
                await intake.take(updates)
            except InvalidToken as error:
                metrics.failed(error)
                refusals += 1
                _log.error("Telegram refused the token (%d of %d)", refusals, _MOST_REFUSALS)
                if refusals >= _MOST_REFUSALS:
                    raise TokenRefused from None
            except Conflict as error:
                metrics.failed(error)
                _log.error("another process polls with the same token; only one may run")
            except TelegramError as error:
                metrics.failed(error)
                _log.warning("Telegram can't be reached (%s)", type(error).__name__)
            except MemoryUnusable as error:
                _log.error("%s Updates wait with Telegram.", error)
            else:
                offset = max((one["update_id"] for one in updates), default=(offset or 0) - 1) + 1
                offset = offset or None
                pause, refusals = 1.0, 0
                continue
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
    finally:
        await _confirm(client, offset)


async def _confirm(client: Client, offset: int | None) -> None:
    """Tell Telegram what has been taken in, before stopping."""
    if offset is not None:
        with suppress(TelegramError, TimeoutError):
            await asyncio.wait_for(client.updates(offset, 0, KINDS), 2)
