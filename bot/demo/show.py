"""The demo from start to end: server, page, the real bot, and a browser where there is one."""

import contextlib
import os
import secrets
import signal
import socket
import sys
import tempfile
import time
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from bot.demo.bot_process import BotProcess
from bot.demo.site import Site
from bot.demo.telegram import Telegram

_PORT = 8420
_LOOK_EVERY = 0.1


class BotEnded(Exception):
    """The bot ended by itself; the message is what it wrote last."""


def show(
    *, port: int | None, browser: bool, arguments: tuple[str, ...], say: Callable[[str], None]
) -> None:
    """Show the demo until Ctrl-C or SIGTERM; `say` is called with the address once it answers.

    `port` None takes the usual one, or any that is free; `arguments` go to `kommunmal telegram`.
    Raises BotEnded, and OSError where the port is taken.
    """
    site = Site()
    # Nobody can guess it: another page of this machine can't speak for the bot.
    token = f"700000001:{secrets.token_urlsafe(26)}"
    with (
        _stoppable(),
        tempfile.TemporaryDirectory(prefix="kommunmal-demo-") as folder,
        Telegram(token=token, port=_free(port), routes=site.routes) as telegram,
    ):
        site.open(telegram)
        bot = BotProcess(token, telegram.address, Path(folder), arguments)
        try:
            _until(lambda: telegram.server.polling.polls > 0, bot)
            site.bot_is("ready")
            say(telegram.address)
            if browser and _has_screen():
                webbrowser.open(telegram.address)
            _until(lambda: False, bot)
        except KeyboardInterrupt:
            pass
        finally:
            site.bot_is("stopped")
            bot.stop()
            site.feed.close()


def _until(ready: Callable[[], bool], bot: BotProcess) -> None:
    while not ready():
        if not bot.runs:
            raise BotEnded(bot.log())
        time.sleep(_LOOK_EVERY)


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """SIGINT and SIGTERM end the demo, also where it was started with them ignored."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, interrupt) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _has_screen() -> bool:
    """Whether a browser has a window to open in; one of text would take over the terminal."""
    return sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def _free(port: int | None) -> int:
    """The port asked for; else the usual one, so that it can be kept as a bookmark, or any."""
    if port is not None:
        return port
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", _PORT))
        except OSError:
            return 0
    return _PORT
