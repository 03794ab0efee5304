"""Only this machine's own page may ask: a check of Host and Origin before anything else."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_NAMES = ("127.0.0.1", "localhost")
# The page loads nothing that is not its own, and stands in no other page.
_HEADERS = [
    (b"content-security-policy", b"default-src 'none'; script-src 'self'; style-src 'self'; "
     b"img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
     b"frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
]  # fmt: skip


class Guard:
    """Refuses what another web site, or a name that was made to point here, sends."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is allowed, with headers that keep the page to itself."""
        if not _allowed(Headers(scope=scope), scope["server"][1], scope["method"]):
            refused = PlainTextResponse("This demo answers its own page alone.", 403)
            await refused(scope, receive, send)
            return

        async def with_headers(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *_HEADERS]}  # type: ignore[misc]
            await send(message)

        await self._app(scope, receive, with_headers)  # type: ignore[arg-type]


def _allowed(headers: Headers, port: int, method: str) -> bool:
    """A browser names the page's origin in all that changes something; none is then refused."""
    hosts = {f"{name}:{port}" for name in _NAMES}
    if headers.get("host") not in hosts:
        return False
    origin = headers.get("origin")
    if origin is None:
        return method in ("GET", "HEAD") and headers.get("sec-fetch-site", "none") in (
            "none",
            "same-origin",
        )
    return origin == f"http://{headers['host']}"
