"""The command: it starts, says where it is, and stops."""

import signal
import socket
import time
from pathlib import Path

import httpx
import pytest

from tests.bot.demo.page.conftest import address_of, command


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_starts_in_seconds_and_stops_cleanly(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: signal.Signals
) -> None:
    """Nothing is left: no process, no file, no line of an error; an open page hinders nothing."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:RealTokenThatMustNotBeUsed")
    begun = time.monotonic()
    demo = command(database, "--no-browser")
    address = address_of(demo)
    assert time.monotonic() - begun < 10
    with httpx.stream("GET", f"{address}/events") as events:
        state = next(events.iter_lines())
        demo.send_signal(how)
        _, errors = demo.communicate(timeout=15)
    assert '"state": "ready"' in state
    assert (demo.returncode, errors) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_said_to_be(database: Path) -> None:
    """In one line, without a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        demo = command(database, "--no-browser", "--port", str(taken.getsockname()[1]))
        _, errors = demo.communicate(timeout=15)
    assert demo.returncode == 1
    assert errors.startswith("The port is taken: ")
    assert errors.count("\n") == 1


def test_a_bot_that_can_not_run_says_why(tmp_path: Path) -> None:
    """Here the database that was named is none."""
    broken = tmp_path / "broken.sqlite"
    broken.write_text("no database")
    demo = command(broken, "--no-browser")
    _, errors = demo.communicate(timeout=15)
    assert demo.returncode == 1
    assert "broken.sqlite" in errors
    assert errors.endswith("The bot has stopped.\n")
