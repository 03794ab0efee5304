"""Runs the bot until it is told to stop: memory opened, Telegram greeted, updates taken in."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from gettext import gettext as _
from typing import TYPE_CHECKING, TypeVar

from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.assistant import Assistant
from bot.channels.telegram.client import Client
from bot.channels.telegram.intake import Intake, on_disk
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.limits import Limits
from bot.channels.telegram.operator import (
    DROPPED,
    KNOWLEDGE_FAILS,
    KNOWLEDGE_NEW,
    MEMORY_BACK,
    MEMORY_FAILS,
    SHARED_FAILS,
    Operator,
)
from bot.channels.telegram.polling import TokenRefused, poll
from bot.channels.telegram.profile import set_profile
from bot.channels.telegram.shared_lanes import SharedLanes
from bot.channels.telegram.turn import Me
from bot.channels.telegram.webhook import announce, listen
from bot.channels.telegram.work import Worker
from bot.current import Current
from bot.memory.file import MemoryUnusable
from bot.memory.memory import Memory
from bot.memory.shared.inbox import SharedInbox
from bot.memory.unanswered import Unanswered, UnansweredUnusable
from bot.rendering.phrases import phrases as phrases_in
from bot.service.garbage import search_seldom
from bot.service.keeping import Keeping
from bot.service.metrics import Metrics
from bot.service.settings import REDIS, TOKEN, Settings, SettingsError, Webhook
from bot.service.watch import Watch
from knowledge.extras import what_to_install

if TYPE_CHECKING:
    from bot.memory.shared.store import Shared

# An orchestrator kills after ten seconds: two go to Telegram being told what was taken in, one to
# the operator.
_FINISH_SECONDS = 6.0
_TELL_SECONDS = 1.0
_TIDY_SECONDS = 600.0
_GO_BACK_SECONDS = 5.0
_LONGEST_PAUSE = 30.0
_T = TypeVar("_T")
_log = logging.getLogger(__name__)


def run(settings: Settings, current: Current, watch: Watch) -> None:
    """Run until SIGTERM or SIGINT. Raises SettingsError where Telegram refuses the token, and
    WrongOperation.
    """
    in_vain = _unanswered(settings.keeping)
    shared = _shared(settings)
    token = settings.token.get_secret_value()
    memory = Memory(settings.memory, token, unanswered=in_vain, shared=shared)
    try:
        asyncio.run(_watched(settings, current, memory, watch))
    finally:
        memory.close()
        current.close()


def _shared(settings: Settings) -> "Shared | None":
    """What several processes share. Raises SettingsError where the library for it is missing."""
    if settings.redis is None:
        return None
    try:
        from bot.memory.shared.store import Shared
    except ModuleNotFoundError as error:
        raise SettingsError(f"{REDIS}: {what_to_install(error.name, 'redis')}") from None
    return Shared(settings.redis, settings.token.get_secret_value())


def _unanswered(keeping: Keeping) -> Unanswered | None:
    if keeping.whose == "off":
        return None
    try:
        return Unanswered(keeping.path, keeping.days)
    except UnansweredUnusable as error:
        # People are answered all the same.
        _log.warning("questions asked in vain can't be kept (%s)", error)
        return None


async def _watched(settings: Settings, current: Current, memory: Memory, watch: Watch) -> None:
    async with watch.serving():
        await _run(settings, current, memory, watch)


async def _run(settings: Settings, current: Current, memory: Memory, watch: Watch) -> None:
    stop = _stop_signal()
    try:
        client = Client(settings.token, settings.base_url, settings.messages)
    except InvalidToken:
        raise _refused() from None
    try:
        me = await _unless(stop, _until_reached(lambda: _greet(client, settings.webhook)))
        if me is not None:
            await _answer(settings, current, memory, watch, client, me, stop)
    except (InvalidToken, TokenRefused):
        raise _refused() from None
    finally:
        await client.shutdown()


async def _answer(
    settings: Settings,
    current: Current,
    memory: Memory,
    watch: Watch,
    client: Client,
    me: Me,
    stop: asyncio.Event,
) -> None:
    """Take updates in and answer them until told to stop. Raises TokenRefused."""
    operator = _operator(client, settings, current, memory)
    worker = Worker(client, current, memory, me, Limits(settings.questions), operator, watch)
    lanes = _lanes(worker, memory)
    watch.pulse.waiting = lambda: lanes.waiting
    if shared := memory.shared:
        watch.pulse.memory = lambda: shared.problem
    intake = Intake(memory, lanes, watch.pulse.heard)
    tidying = asyncio.create_task(_tidy(memory, intake, operator))
    patience = _FINISH_SECONDS
    try:
        await _set_profile(client, current())
        _expire(memory, operator)
        search_seldom()
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
        raise
    finally:
        left = await lanes.finish(patience)
        tidying.cancel()
        _expire(memory, operator)
        await operator.finish(_TELL_SECONDS if patience else 0.0)
        _log.info("stopped, %d updates left for later", left)


def _lanes(worker: Worker, memory: Memory) -> Lanes | SharedLanes:
    if isinstance(memory.inbox, SharedInbox):
        return SharedLanes(worker.work, memory.inbox)
    return Lanes(worker.work)


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
        except (BadRequest, Forbidden, InvalidToken):
            raise
        except TelegramError as error:
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


def _operator(client: Client, settings: Settings, current: Current, memory: Memory) -> Operator:
    """Whoever runs the bot, told when a file fails and when it serves again."""
    operator = Operator(client, settings.operator)
    current.on_trouble = lambda problem: operator.tell(KNOWLEDGE_FAILS, problem=problem)
    current.on_renewal = lambda: operator.tell(KNOWLEDGE_NEW)
    memory.file.on_trouble = lambda problem: operator.tell(MEMORY_FAILS, problem=problem)
    memory.file.on_return = lambda: operator.tell(MEMORY_BACK)
    if shared := memory.shared:
        # It may fail in a thread of its own.
        soon = asyncio.get_running_loop().call_soon_threadsafe
        shared.on_trouble = lambda problem: soon(_tell_of, operator, problem)
        shared.on_return = lambda: soon(_tell_of, operator, "")
    if memory.file.problem:
        operator.tell(MEMORY_FAILS, problem=memory.file.problem)
    return operator


def _tell_of(operator: Operator, problem: str) -> None:
    if problem:
        operator.tell(SHARED_FAILS, problem=problem)
    else:
        operator.tell(MEMORY_BACK)


async def _tidy(memory: Memory, intake: Intake, operator: Operator) -> None:
    """Now and then erase what has been kept long enough, and go back to a file that failed."""
    since = 0.0
    while True:
        await asyncio.sleep(_GO_BACK_SECONDS)
        intake.go_back()
        # Should the power fail, no more than these seconds' replies are sent once more.
        with suppress(MemoryUnusable):
            await on_disk(memory)
        since += _GO_BACK_SECONDS
        if since >= _TIDY_SECONDS:
            since = 0.0
            _expire(memory, operator)


def _expire(memory: Memory, operator: Operator) -> None:
    try:
        erased = memory.expire()
    except MemoryUnusable as error:
        _log.error("%s", error)
        return
    if late := erased.unanswered:
        _log.warning("%d updates older than a day were dropped unanswered", late)
        operator.tell(DROPPED, number=late)
    if any(erased):
        _log.info("erased after its time", extra={"event": "erased", **erased._asdict()})


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
