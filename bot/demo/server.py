"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/photos/<id>."""

import asyncio
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.demo.errors import Json, Refusal
from bot.demo.facts import check_method, spelling
from bot.demo.faults import Fault, Faults
from bot.demo.flood import Flood
from bot.demo.methods import METHODS, Call, about, answers, chats, media, messages  # noqa: F401
from bot.demo.parameters import check_request
from bot.demo.polling import Polling
from bot.demo.queries import Queries
from bot.demo.requests import read_request
from bot.demo.responses import instead, refused, spoilt
from bot.demo.webhook import Webhook
from bot.demo.world import World

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of the bot's and its answer: 200 or the code of the refusal, 0 for none at all."""

    method: str
    given: Json
    code: int
    description: str = ""
    fault: Fault | None = None


class Server:
    """Answers one bot's requests out of its world."""

    def __init__(self, world: World, token: str, queries: Queries, flood: Flood | None) -> None:
        self.world = world
        self.token = token
        self.queries = queries
        self.faults = Faults()
        self.asked: deque[Asked] = deque(maxlen=500)
        self.refused: deque[Asked] = deque(maxlen=500)
        self.work = 0  # requests but those for updates
        self.polling = Polling(world)
        self.webhook = Webhook(world)
        self._flood = flood

    def app(self, others: Sequence[BaseRoute] = ()) -> Starlette:
        """The application; a page to look at it with has `others` to add."""
        return Starlette(
            routes=[
                Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"]),
                Route("/file/bot{token}/photos/{file}", self._file),
                *others,
            ]
        )

    async def _answer(self, request: Request) -> Response:
        method = spelling(request.path_params["method"])
        given: Json = {}
        fault = None
        try:
            self._check_token(request)
            check_method(method)
            raw, files = await read_request(request)
            given = check_request(method, raw, files)
            fault = self._fault(method, given)
            if fault and not fault.done:
                return self._not_done(request, method, given, fault)
            answer: Response = JSONResponse({"ok": True, **await self._do(method, given, files)})
        except Refusal as refusal:
            self._note(method, given, refusal.code, refusal.description, None)
            return refused(refusal)
        if fault is None:
            self._note(method, given, 200, "", None)
            return answer
        self._note(method, given, 200 if fault.kind == "slow" else 0, fault.kind, fault)
        await asyncio.sleep(fault.seconds)
        return spoilt(request, fault, answer)

    def _check_token(self, request: Request) -> None:
        token = request.path_params["token"]
        if not _TOKEN.fullmatch(token):
            raise Refusal(404, "Not Found")
        if token != self.token:
            raise Refusal(401, "Unauthorized")

    def _fault(self, method: str, given: Json) -> Fault | None:
        with self.world.changed:
            return self.faults.meet(method, given.get("chat_id"))

    def _not_done(self, request: Request, method: str, given: Json, fault: Fault) -> Response:
        code = 0 if fault.kind == "dropped" else fault.code
        self._note(method, given, code, fault.description, fault)
        return instead(request, fault)

    def _note(
        self, method: str, given: Json, code: int, description: str, fault: Fault | None
    ) -> None:
        kept = {
            name: f"<{len(value)} bytes>" if isinstance(value, bytes) else value
            for name, value in given.items()
        }
        with self.world.changed:
            self.work += method != "getUpdates"
            asked = Asked(method, kept, code, description, fault)
            self.asked.append(asked)
            if code != 200 and fault is None:
                self.refused.append(asked)
            self.world.changed.notify_all()

    async def _do(self, method: str, given: Json, files: dict[str, bytes]) -> Json:
        match method:
            case "getUpdates":
                return {"result": await self.polling.get_updates(given, self.webhook.active)}
            case "setWebhook":
                self.polling.end(Refusal(409, "Conflict: terminated by setWebhook request"))
                return {"result": True, "description": self.webhook.set(given)}
            case "deleteWebhook":
                return {"result": True, "description": self.webhook.delete(given)}
            case "getWebhookInfo":
                return {"result": self.webhook.info()}
            case "logOut" | "close":
                return {"result": True}
        with self.world.changed:
            if self._flood:
                self._flood.check(method, given.get("chat_id"), self.world.clock())
            return {"result": METHODS[method](Call(self.world, self.queries, given, files))}

    async def _file(self, request: Request) -> Response:
        try:
            self._check_token(request)
            content = self.world.pictures.content(request.path_params["file"])
            if content is None:
                raise Refusal(404, "Not Found")  # noqa: TRY301  as for a wrong token
        except Refusal as refusal:
            return refused(refusal)
        return Response(content, media_type="application/octet-stream")
