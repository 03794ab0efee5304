"""The Bot API over HTTP on loopback: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import socket
import threading
from collections import deque
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.demo.errors import Json, Refusal
from bot.demo.facts import check_method, check_request, facts
from bot.demo.methods import METHODS, Call, about, answers, messages  # noqa: F401
from bot.demo.polling import Polling
from bot.demo.queries import Queries
from bot.demo.requests import parameters
from bot.demo.webhook import Webhook
from bot.demo.world import World


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of the bot's and how it was answered: 200, or the code of the refusal."""

    method: str
    given: Json
    code: int
    description: str = ""


class Server:
    """Serves one bot's world; `start` returns once it listens, in a thread of its own."""

    def __init__(self, world: World, token: str, queries: Queries) -> None:
        self.world = world
        self.token = token
        self.queries = queries
        self.asked: deque[Asked] = deque(maxlen=5000)
        self.polling: Polling
        self.webhook: Webhook
        self.patience = 0.2
        self.port = 0
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self._server: uvicorn.Server | None = None

    def start(self, port: int = 0) -> None:
        """Listen on loopback, on a free port unless one is named."""
        listening = socket.create_server(("127.0.0.1", port))
        self.port = listening.getsockname()[1]
        config = uvicorn.Config(
            self.app(), lifespan="off", log_level="critical", access_log=False,
            timeout_graceful_shutdown=1,
        )  # fmt: skip
        self._server = uvicorn.Server(config)
        self._ready.clear()
        self._thread = threading.Thread(
            target=asyncio.run, args=[self._serve(self._server, listening)], daemon=True
        )
        self._thread.start()
        self._ready.wait(10)

    async def _serve(self, server: uvicorn.Server, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        self.polling = Polling(self.world)
        self.webhook = Webhook(self.world, loop, self.patience)

        def wake() -> None:
            loop.call_soon_threadsafe(self.polling.wake)
            loop.call_soon_threadsafe(self.webhook.wake)

        self.world.updates.listeners.append(wake)
        loop.call_soon(self._ready.set)
        try:
            await server.serve(sockets=[listening])
        finally:
            self.world.updates.listeners.remove(wake)
            self.webhook.delete({})

    def app(self) -> Starlette:
        """The application: what it serves besides the API is for others to mount."""
        route = Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"])
        return Starlette(routes=[route])

    def stop(self) -> None:
        """Stop listening; a poll that waits is ended."""
        if self._server and self._thread:
            self._server.should_exit = True
            self.polling.end_soon(Refusal(502, "Bad Gateway"))
            self._thread.join(10)

    async def _answer(self, request: Request) -> Response:
        method = request.path_params["method"]
        given: Json = {}
        try:
            if request.path_params["token"] != self.token:
                raise Refusal(401, "Unauthorized")  # noqa: TRY301
            check_method(method := _as_written(method))
            raw, files = await parameters(request)
            given = check_request(method, raw | files)
            answer = await self._do(method, given, files)
        except Refusal as refusal:
            self.asked.append(Asked(method, given, refusal.code, refusal.description))
            return JSONResponse(refusal.as_json(), status_code=refusal.code)
        self.asked.append(Asked(method, given, 200))
        return JSONResponse({"ok": True, **answer})

    async def _do(self, method: str, given: Json, files: dict[str, bytes]) -> Json:
        match method:
            case "getUpdates":
                found = await self.polling.get_updates(given, webhook=self.webhook.active)
                return {"result": found}
            case "setWebhook":
                self.polling.end(Refusal(409, "Conflict: terminated by setWebhook request"))
                return {"result": True, "description": self.webhook.set(given)}
            case "deleteWebhook":
                return {"result": True, "description": self.webhook.delete(given)}
            case "getWebhookInfo":
                return {"result": self.webhook.info()}
        if method not in METHODS:
            raise Refusal(501, f"Not Implemented: this server of ours has no {method}")
        with self.world.changed:
            return {"result": METHODS[method](Call(self.world, self.queries, given, files))}


def _as_written(method: str) -> str:
    """The method's own spelling: Telegram takes any case."""
    return _SPELLING.get(method.lower(), method)


_SPELLING: dict[str, str] = {
    name.lower(): name for name in [*facts()["methods"], *facts()["others"]]
}
