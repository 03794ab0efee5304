"""Two bots behind a load balancer that share a Redis, beside a Bot API server of our own."""

import http.client
import itertools
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import httpx

from bot.demo.telegram import Telegram
from tests.bot.channels.telegram.running import Bot, free_port
from tests.bot.memory.redis_server import RedisServer, serving

_SECRET = "hidden-word"  # noqa: S105
_SECONDS = 20.0
# All that is written in a long torture is looked at in the end.
_KEPT = 50_000


class Balancer:
    """Passes each delivery on to the next bot that listens; 502 where one breaks off."""

    def __init__(self, ports: Sequence[int]) -> None:
        turns = itertools.cycle(ports)

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(self._passed_on(body))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def _passed_on(self, body: bytes) -> int:
                for _ in ports:
                    way = http.client.HTTPConnection("127.0.0.1", next(turns), timeout=_SECONDS)
                    try:
                        way.request("POST", self.path, body, dict(self.headers))
                        return way.getresponse().status
                    except ConnectionRefusedError:
                        continue
                    except (OSError, http.client.HTTPException):
                        return 502
                    finally:
                        way.close()
                return 503

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/hook"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def stop(self) -> None:
        """Pass nothing on any more."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class Replica(Bot):
    """One of the bots, with files and a port of its own."""

    def __init__(
        self, telegram: Telegram, database: Path, folder: Path, url: str, port: int, redis: Path
    ) -> None:
        folder.mkdir()
        super().__init__(telegram, database, folder)
        self.health = f"127.0.0.1:{free_port()}"
        self._environ |= {
            "TELEGRAM_WEBHOOK_URL": url,
            "TELEGRAM_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
            "TELEGRAM_WEBHOOK_SECRET": _SECRET,
            "KOMMUNMAL_REDIS_URL_FILE": str(redis),
            "KOMMUNMAL_HEALTH": self.health,
        }

    def answers(self, times: int) -> None:
        """Wait until it has begun to answer so many times."""
        until = time.monotonic() + _SECONDS
        while self.log.read_text("utf-8").count("answering as @") < times:
            assert time.monotonic() < until
            time.sleep(0.02)

    def serves(self) -> None:
        """Wait until it says that it is ready: one just started ends at once when it is stopped."""
        until = time.monotonic() + _SECONDS
        while not self._is_ready():
            assert time.monotonic() < until
            time.sleep(0.02)

    def _is_ready(self) -> bool:
        try:
            return httpx.get(f"http://{self.health}/health/ready").status_code == 200
        except httpx.TransportError:
            return False


class Replicas(NamedTuple):
    """The bots, Telegram, and what the bots share."""

    telegram: Telegram
    bots: tuple[Replica, Replica]
    redis: RedisServer


@contextmanager
def two_running(database: Path, folder: Path) -> Iterator[Replicas]:
    """Two bots that answer, until this is left."""
    (folder / "redis").mkdir()
    with serving(folder / "redis") as redis, Telegram(timeout=_SECONDS, keep=_KEPT) as telegram:
        address = folder / "redis_url"
        address.write_text(f"{redis.url.get_secret_value()}\n")
        ports = (free_port(), free_port())
        balancer = Balancer(ports)
        first, second = (
            Replica(telegram, database, folder / f"{port}", balancer.url, port, address)
            for port in ports
        )
        try:
            for one in (first, second):
                one.start_soon()
            for one in (first, second):
                one.answers(1)
            yield Replicas(telegram, (first, second), redis)
        finally:
            first.stop()
            second.stop()
            balancer.stop()
