"""The web page that shows the chats: its files, its texts, its events, what is done in it."""

import json
from importlib.resources import files

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route

from bot.demo.acts import Impossible, do
from bot.demo.cast import Cast
from bot.demo.errors import Json
from bot.demo.feed import Feed
from bot.demo.guard import Guard
from bot.demo.page_texts import texts
from bot.demo.telegram import Telegram
from bot.demo.world import Event

_TYPES = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml",
}  # fmt: skip
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}
_LARGEST = 100_000


class Site:
    """The page. `routes` go into the server; `open` gives it people to show."""

    def __init__(self) -> None:
        self.feed = Feed()
        self.bot = "starting"
        self._cast: Cast | None = None

    @property
    def routes(self) -> list[BaseRoute]:
        """What to serve beside the Bot API."""
        inside = Starlette(
            routes=[
                Route("/", self._file),
                Route("/page/{file}", self._file),
                Route("/texts", self._texts),
                Route("/events", self._events),
                Route("/photo/{file}", self._photo),
                Route("/do/{act}", self._do, methods=["POST"]),
            ]
        )
        return [Mount("/", Guard(inside))]

    def open(self, telegram: Telegram) -> Cast:
        """Let two people and a group into a server, and show what the bot does there."""
        self._cast = Cast(telegram)
        telegram.watch(self._watch)
        return self._cast

    def bot_is(self, state: str) -> None:
        """Tell pages how the bot is: starting, ready, stopped."""
        self.bot = state
        self.feed.tell("bot", state=state)

    @property
    def cast(self) -> Cast:
        """Who is shown; only once the site is open."""
        assert self._cast is not None  # noqa: S101  nobody is served before
        return self._cast

    def _watch(self, event: Event) -> None:
        tell, content = self.feed.tell, event.content
        match event.kind:
            case "sent" | "edited" if event.chat_id is not None:
                tell("message", chat=event.chat_id, message=self.cast.as_shown(content))
            case "deleted":
                tell("deleted", chat=event.chat_id, message=content["message_id"])
            case "callback_answered":
                tell("answered", query=content["id"], answer=content)
            case "action":
                tell("action", chat=event.chat_id)

    async def _file(self, request: Request) -> Response:
        name = request.path_params.get("file", "index.html")
        # By its name in a list, never by a path: nothing outside the folder can be meant.
        file = {one.name: one for one in (files("bot.demo") / "page").iterdir()}.get(name)
        kind = _TYPES.get(name.rpartition(".")[2])
        if file is None or kind is None:
            return Response(status_code=404)
        return Response(file.read_bytes(), media_type=kind)

    async def _texts(self, request: Request) -> Response:
        return JSONResponse(texts())

    async def _events(self, request: Request) -> Response:
        return StreamingResponse(self.feed.events(self._state), media_type="text/event-stream")

    def _state(self) -> Json:
        return {**self.cast.state(), "state": self.bot}

    async def _photo(self, request: Request) -> Response:
        with self.cast.world.changed:
            content = self.cast.world.pictures.content(request.path_params["file"])
        kind = next(
            (k for head, k in _PICTURES.items() if content and content.startswith(head)), ""
        )
        return Response(content, media_type=kind) if kind else Response(status_code=404)

    async def _do(self, request: Request) -> Response:
        if request.headers.get("content-type") != "application/json":
            return _refused(415, "JSON is wanted.")
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > _LARGEST:
                return _refused(413, "That is too much.")
        try:
            return JSONResponse(await do(request.path_params["act"], body, self.cast, self.feed))
        except KeyError:
            return _refused(404, "There is no such act.")
        except (Impossible, ValidationError) as error:
            return _refused(400, str(error))


def _refused(code: int, why: str) -> Response:
    return Response(json.dumps({"error": why}), code, media_type="application/json")
