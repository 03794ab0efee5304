"""A server in a thread of its own, on loopback; it can be stopped and started again."""

import asyncio
import socket
import threading

import uvicorn
from starlette.applications import Starlette

from bot.demo.errors import Refusal
from bot.demo.responses import Protocol
from bot.demo.server import Server

_START_WITHIN = 10.0


class Serving:
    """Listens for a `Server`; its port stays the same over a stop and a start."""

    def __init__(self, server: Server, app: Starlette, port: int = 0) -> None:
        self.server = server
        self.port = port
        self._app = app
        self._uvicorn: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._ready = threading.Event()

    def start(self) -> None:
        """Listen, on a free port unless one was named; return when it can be asked."""
        listening = _listen(self.port)
        self.port = listening.getsockname()[1]
        config = uvicorn.Config(
            self._app, http=Protocol, lifespan="off", log_config=None, access_log=False,
            timeout_graceful_shutdown=1, backlog=512,
        )  # fmt: skip
        self._uvicorn = uvicorn.Server(config)
        self._ready.clear()
        self._thread = threading.Thread(
            target=asyncio.run, args=[self._serve(self._uvicorn, listening)], daemon=True
        )
        self._thread.start()
        if not self._ready.wait(_START_WITHIN):
            raise RuntimeError("the server did not start")

    async def _serve(self, server: uvicorn.Server, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        polling, webhook = self.server.polling, self.server.webhook
        polling.start()
        webhook.start()

        def wake() -> None:
            loop.call_soon_threadsafe(polling.wake)
            loop.call_soon_threadsafe(webhook.wake)

        listeners = self.server.world.updates.listeners
        listeners.append(wake)
        loop.call_soon(self._ready.set)
        try:
            await server.serve(sockets=[listening])
        finally:
            with self.server.world.changed:
                listeners.remove(wake)
            await webhook.stop()

    def stop(self) -> None:
        """Stop listening; a poll that waits is ended, whoever comes finds nobody."""
        if self._uvicorn and self._thread:
            self._uvicorn.should_exit = True
            self.server.polling.end_soon(Refusal(502, "Bad Gateway"))
            self._thread.join(_START_WITHIN)


def _listen(port: int) -> socket.socket:
    # Named as TCP, so that asyncio turns Nagle's algorithm off: answers go out at once.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    listening.listen(512)
    return listening
