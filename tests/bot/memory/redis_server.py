"""A real Redis, started on loopback for tests, with a folder and a password of its own."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr
from redis import Redis
from redis.exceptions import RedisError

PROGRAM = shutil.which("redis-server")
MISSING = (
    "redis-server is not installed, so what several processes share is not tested: "
    "apt-get install redis-server"
)
PASSWORD = "pass-w0rd-of-redis"  # noqa: S105


class RedisServer:
    """A running server; `url` holds the password."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        self.url = SecretStr(f"redis://:{PASSWORD}@127.0.0.1:{self.port}/0")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it on what its folder holds, and wait until it answers."""
        options = {
            "port": self.port, "bind": "127.0.0.1", "dir": self.folder, "requirepass": PASSWORD,
            # As docs/operations.md tells operators to.
            "save": "", "appendonly": "yes", "appendfsync": "always",
        }  # fmt: skip
        words = [str(word) for name, value in options.items() for word in (f"--{name}", value)]
        with (self.folder / "redis.log").open("ab") as log:
            self._process = subprocess.Popen([str(PROGRAM), *words], stdout=log, stderr=log)
        until = time.monotonic() + 10
        while not self._answers():
            assert time.monotonic() < until
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            with self.client() as client:
                return bool(client.ping())
        except RedisError:
            return False

    def client(self) -> Redis:
        """A connection of the test's own."""
        return Redis.from_url(self.url.get_secret_value(), decode_responses=True)

    def stop(self) -> None:
        """Stop it; what it holds is on disk."""
        if self._process:
            self._process.terminate()
            self._process.wait(10)
            self._process = None

    def on_disk(self) -> str:
        """Everything that stands in its files."""
        paths = [path for path in self.folder.rglob("*") if path.is_file()]
        return "".join(path.read_bytes().decode("latin-1") for path in paths)


@contextmanager
def serving(folder: Path) -> Iterator[RedisServer]:
    """A server, until this is left."""
    server = RedisServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def gone_from(server: RedisServer, words: str, seconds: float = 5.0) -> bool:
    """Whether some words leave the server's files within a while: it writes them anew by itself."""
    until = time.monotonic() + seconds
    while words in server.on_disk() and time.monotonic() < until:
        time.sleep(0.05)
    return words not in server.on_disk()


def everything(client: Redis) -> dict[str, object]:
    """All keys with their values."""
    read = {
        "string": client.get,
        "hash": client.hgetall,
        "set": client.smembers,
        "zset": lambda key: client.zrange(key, 0, -1, withscores=True),
    }
    return {key: read[str(client.type(key))](key) for key in client.scan_iter()}
