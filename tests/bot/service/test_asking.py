"""`kommunmal health` asks a running bot, and tells the container how it is."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bot.service.asking import how_it_is
from bot.service.operation import Address

COMMAND = [sys.executable, "-c", "from bot.cli import main; main(prog_name='kommunmal')", "health"]
READY = b'{"ready": true, "problems": {}, "telegram_age_seconds": 4, "inbox_updates": 2}'
NOT_READY = (
    b'{"ready": false, "problems": {"telegram": "not heard from for 120 s"},'
    b' "telegram_age_seconds": 120, "inbox_updates": 0}'
)


@contextmanager
def answering(status: int, body: bytes) -> Iterator[int]:
    """A server that always answers the same; gives its port."""

    class Same(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with HTTPServer(("127.0.0.1", 0), Same) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (200, READY, (True, "Ready. Telegram was heard from 4 s ago; 2 updates wait.")),
        (503, NOT_READY, (False, "Not ready. telegram: not heard from for 120 s")),
        (500, b"<html>", (False, "No bot answers at")),
        (200, b"<html>", (False, "No bot answers at")),
    ],
)
def test_what_a_bot_says(status: int, body: bytes, told: tuple[bool, str]) -> None:
    """Ready, not ready and why; a stranger on the port is no bot."""
    with answering(status, body) as port:
        ready, line = how_it_is(Address("127.0.0.1", port))

    assert (ready, line.startswith(told[1])) == (told[0], True)


def test_a_bot_that_listens_everywhere_is_asked_here() -> None:
    """0.0.0.0 is where to listen, not where to ask."""
    with answering(200, READY) as port:
        assert how_it_is(Address("0.0.0.0", port))[0]  # noqa: S104


def test_a_bot_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes connections and says nothing: not ready, in bounded time."""
    monkeypatch.setattr("bot.service.asking._SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        ready, line = how_it_is(Address("127.0.0.1", deaf.getsockname()[1]))

    assert not ready
    assert line.startswith("No bot answers at 127.0.0.1:")


def test_the_command() -> None:
    """Exit status 0 and 1, and 2 where there is nobody to ask; Swedish for a Swedish locale."""

    def run(health: str) -> subprocess.CompletedProcess[bytes]:
        environ = {**os.environ, "KOMMUNMAL_HEALTH": health, "LC_ALL": "sv_SE.UTF-8"}
        return subprocess.run(COMMAND, env=environ, capture_output=True)

    with answering(200, READY) as port:
        good = run(f"127.0.0.1:{port}")
    gone = run(f"127.0.0.1:{port}")
    wrong = run("here")

    assert (good.returncode, gone.returncode, wrong.returncode) == (0, 1, 2)
    assert (
        good.stdout.decode() == "Redo. Telegram hördes av för 4 s sedan; 2 uppdateringar väntar.\n"
    )
    assert b"Ingen bot svarar" in gone.stderr
    assert "KOMMUNMAL_HEALTH ska vara värd:port" in wrong.stderr.decode()
    assert run("off").returncode == 2
