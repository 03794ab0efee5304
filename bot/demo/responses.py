"""Answers as they go over the wire, whole or, where a fault is ordered, not."""

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.demo.errors import Refusal
from bot.demo.faults import Fault

_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>"
)


class Protocol(HttpToolsProtocol):
    """HTTP that lets an answer reach its own connection, to cut it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Put the connection where a request finds it."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "connection": transport}


class Severed(Response):
    """No answer at all, or the first half of one; then the connection ends."""

    def __init__(self, request: Request, whole: Response | None) -> None:
        super().__init__()
        self._connection = request.scope["state"]["connection"]
        self._whole = whole

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what is to be sent, and cut."""
        if self._whole is None:
            self._connection.abort()
            return
        headers = self._whole.raw_headers
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        body = bytes(self._whole.body)
        half = {"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True}
        await send(half)
        self._connection.close()


def refused(refusal: Refusal) -> Response:
    """An answer with `ok: false`."""
    return JSONResponse(refusal.as_json(), status_code=refusal.code)


def instead(request: Request, fault: Fault) -> Response:
    """What is answered to a request that is not carried out."""
    match fault.kind:
        case "gateway":
            return Response(_GATEWAY, 502, media_type="text/html")
        case "garbage":
            return Response('{"ok": true, "result": [{"upd', 200, media_type="application/json")
        case "dropped":
            return Severed(request, None)
    return refused(as_refusal(fault))


def as_refusal(fault: Fault) -> Refusal:
    """The refusal that a rule orders."""
    wait: Any = {"retry_after": fault.retry_after} if fault.retry_after is not None else None
    return Refusal(fault.code, fault.description, wait)


def spoilt(request: Request, fault: Fault, answer: Response) -> Response:
    """What comes back of the answer to a request that was carried out."""
    if fault.kind == "cut":
        return Severed(request, answer)
    return Severed(request, None) if fault.kind == "lost" else answer
