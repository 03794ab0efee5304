"""Health and metrics over HTTP, on a port of their own.

They are served by the bot's own event loop: one that hangs gives no answer, and that is the sign
of life an orchestrator looks for.
"""

import socket
from collections.abc import Callable
from pathlib import Path

from prometheus_client.exposition import choose_encoder
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler, url

from bot.service.health import Readiness, readiness
from bot.service.metrics import Metrics
from bot.service.pulse import Pulse

_IDLE_SECONDS = 60
_LARGEST_REQUEST = 8 * 1024


class _Live(RequestHandler):
    def get(self) -> None:
        self.write({"alive": True})


class _Ready(RequestHandler):
    def initialize(self, look: Callable[[], Readiness]) -> None:
        self._look = look

    def get(self) -> None:
        found = self._look()
        self.set_status(200 if found.good else 503)
        self.write(found.as_json())


class _Metrics(RequestHandler):
    def initialize(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def get(self) -> None:
        encode, content_type = choose_encoder(self.request.headers.get("Accept", ""))
        self.set_header("Content-Type", content_type)
        self.write(encode(self._metrics.registry))


class HealthServer:
    """Serves /health/live, /health/ready and /metrics until stopped; `port` is where.

    To be made in a running event loop. Port 0 takes any free one. Raises OSError where the port
    is taken.
    """

    def __init__(
        self, host: str, port: int, *, pulse: Pulse, metrics: Metrics, database: Path
    ) -> None:
        def look() -> Readiness:
            return readiness(pulse, database)

        routes = [
            url(r"/health/live", _Live),
            url(r"/health/ready", _Ready, {"look": look}),
            url(r"/metrics", _Metrics, {"metrics": metrics}),
        ]
        self._server = HTTPServer(
            Application(routes, log_function=lambda _: None),
            idle_connection_timeout=_IDLE_SECONDS,
            max_body_size=_LARGEST_REQUEST,
        )
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family)
        listening.setblocking(False)
        self._server.add_sockets([listening])
        self.port: int = listening.getsockname()[1]

    async def stop(self) -> None:
        """Stop listening, and end what is connected."""
        self._server.stop()
        await self._server.close_all_connections()
