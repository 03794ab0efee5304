"""Runs the bot until it is told to stop: memory opened, Telegram greeted, updates taken in."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from gettext import gettext as _
from typing import TypeVar

from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.assistant import Assistant
from bot.channels.telegram.client import Client
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.polling import TokenRefused, poll
from bot.channels.telegram.profile import set_profile
from bot.channels.telegram.turn import Me
from bot.channels.telegram.webhook import announce, listen
from bot.channels.telegram.work import Worker
from bot.memory.memory import Memory
from bot.rendering.phrases import phrases as phrases_in
from bot.service.metrics import Metrics
from bot.service.settings import TOKEN, Settings, SettingsError, Webhook
from bot.service.watch import Watch

# An orchestrator kills after ten seconds; what is in flight has eight.
_FINISH_SECONDS = 8.0
_TIDY_SECONDS = 600.0
_LONGEST_PAUSE = 30.0
_T = TypeVar("_T")
_log = logging.getLogger(__name__)


def run(settings: Settings, assistant: Assistant, watch: Watch) -> None:
    """Run until SIGTERM or SIGINT. Raises SettingsError where Telegram refuses the token,
    WrongOperation, and MemoryUnusable.
    """
    memory = Memory(settings.memory, settings.token.get_secret_value())
    try:
        asyncio.run(_watched(settings, assistant, memory, watch))
    finally:
        memory.close()


async def _watched(settings: Settings, assistant: Assistant, memory: Memory, watch: Watch) -> None:
    async with watch.serving():
        await _run(settings, assistant, memory, watch)


async def _run(settings: Settings, assistant: Assistant, memory: Memory, watch: Watch) -> None:
    stop = _stop_signal()
    try:
        client = Client(settings.token, settings.base_url)
        me = await _unless(stop, _until_reached(lambda: _greet(client, settings.webhook)))
    except InvalidToken:
        raise _refused() from None
    if me is None:
        return
    at_home = assistant.at(settings.home) if settings.home else assistant
    worker = Worker(client, at_home, memory, me, watch)
    lanes = Lanes(worker.work)
    watch.pulse.waiting = lambda: lanes.waiting
    intake = Intake(memory, lanes, watch.pulse.heard)
    tidying = asyncio.create_task(_tidy(memory))
    patience = _FINISH_SECONDS
    try:
        await _set_profile(client, assistant)
        _log.info("answering as @%s, %d updates taken up again", me.username, intake.resume())
        async with _incoming(client, intake, settings.webhook, watch.metrics) as ended:
            await asyncio.wait(
                [stopping := asyncio.create_task(stop.wait()), *ended],
                return_when=asyncio.FIRST_COMPLETED,
            )
            stopping.cancel()
            for task in ended:
                if task.done():
                    task.result()
    except TokenRefused:
        patience = 0.0
        raise _refused() from None
    finally:
        left = await lanes.finish(patience)
        tidying.cancel()
        memory.expire()
        await client.shutdown()
        _log.info("stopped, %d updates left for later", left)


@asynccontextmanager
async def _incoming(
    client: Client, intake: Intake, webhook: Webhook | None, metrics: Metrics
) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Updates come in while this is open; gives the tasks that end only in failure."""
    if webhook:
        server = listen(intake, webhook)
        try:
            yield []
        finally:
            server.stop()
        return
    polling = asyncio.create_task(poll(client, intake, metrics))
    try:
        yield [polling]
    finally:
        polling.cancel()
        await asyncio.wait([polling])


async def _greet(client: Client, webhook: Webhook | None) -> Me:
    """Ask Telegram who the bot is, and set where updates are delivered."""
    await client.initialize()
    me = await client.get_me()
    if webhook:
        await announce(client, webhook)
    else:
        # Telegram does not let itself be polled while it has an address to deliver to.
        await client.delete_webhook()
    return Me(me.id, me.username or "")


async def _until_reached(call: Callable[[], Awaitable[_T]]) -> _T:
    """Do what needs Telegram, again and again until it can be reached."""
    pause = 1.0
    while True:
        try:
            return await call()
        except BadRequest:
            raise
        except NetworkError as error:
            _log.warning("Telegram can't be reached yet (%s)", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)


async def _unless(stop: asyncio.Event, work: Awaitable[_T]) -> _T | None:
    """The result of work, or None where it was stopped first."""
    doing, stopping = asyncio.ensure_future(work), asyncio.create_task(stop.wait())
    await asyncio.wait([doing, stopping], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if doing.done():
        return doing.result()
    doing.cancel()
    return None


async def _set_profile(client: Client, assistant: Assistant) -> None:
    store = assistant.store
    try:
        await set_profile(client, phrases_in("en", store), phrases_in("sv", store))
    except TelegramError as error:
        # Telegram allows few changes of name a day; answering matters more.
        _log.warning("the bot's profile could not be set (%s)", type(error).__name__)


async def _tidy(memory: Memory) -> None:
    """Now and then erase what has been kept long enough."""
    while True:
        erased = memory.expire()
        if erased.unanswered:
            late = erased.unanswered
            _log.warning("%d updates older than a day were dropped unanswered", late)
        if any(erased):
            _log.info("erased after its time", extra={"event": "erased", **erased._asdict()})
        await asyncio.sleep(_TIDY_SECONDS)


def _stop_signal() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, stop.set)
    return stop


def _refused() -> SettingsError:
    return SettingsError(
        _(
            "Telegram does not accept the bot token: copy it again from @BotFather into {name} "
            "(or the file that {name}_FILE names)."
        ).format(name=TOKEN)
    )
