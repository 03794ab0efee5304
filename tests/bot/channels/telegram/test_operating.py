"""The running bot as its operator sees it: health, metrics, notices and the log."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.demo.telegram import Telegram
from tests.bot.channels.telegram.running import PATIENCE, Bot, command, running

NOTICE = 'sv = "Nya mål kommer i januari."\nen = "New goals are coming in January."\n'
CLOSED = 'closed = true\nsv = "Stängt till klockan 20."\nen = "Closed until 8 pm."\n'


@pytest.fixture
def watched(tmp_path: Path, database: Path) -> Iterator[tuple[Bot, str, Path]]:
    """A bot, the address of its health, and the file of its notice."""
    notice = tmp_path / "notice.toml"
    health = f"127.0.0.1:{free_port()}"
    with running(database, tmp_path, KOMMUNMAL_HEALTH=health, KOMMUNMAL_NOTICE=str(notice)) as bot:
        yield bot, health, notice


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def questions(health: str) -> dict[tuple[str, ...], float]:
    """How many were counted, by outcome, reason, language and channel."""
    text = httpx.get(f"http://{health}/metrics").text
    labels = ("outcome", "reason", "language", "channel")
    return {
        tuple(one.labels[name] for name in labels): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
        if one.name == "kommunmal_questions_total"
    }


def test_a_running_bot_is_ready_and_counts(watched: tuple[Bot, str, Path]) -> None:
    """Each question once, by its outcome; what is typed inline apart."""
    bot, health, _ = watched
    anna = bot.telegram.user("Anna")
    anna.ask("Vad är Värnamos vision?")
    anna.ask("When does the bus leave?")
    anna.type_inline("ljungbys mål")

    def counted() -> bool:
        return sum(questions(health).values()) == 3

    bot.telegram.until(lambda: counted() or None, PATIENCE)
    ready = httpx.get(f"http://{health}/health/ready")

    assert questions(health) == {
        ("answer", "", "sv", "private"): 1,
        ("unknown", "off_topic", "en", "private"): 1,
        ("answer", "", "sv", "inline"): 1,
    }
    assert ready.status_code == 200
    assert ready.json()["inbox_updates"] == 0
    asked = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main(['health'])"],
        env={**os.environ, "KOMMUNMAL_HEALTH": health},
        capture_output=True,
    )
    assert asked.returncode == 0
    assert asked.stdout.startswith(b"Ready. Telegram was heard from ")


def test_a_message_of_the_day(watched: tuple[Bot, str, Path]) -> None:
    """After the first answer of a conversation, in its language; the second comes without."""
    bot, _, notice = watched
    anna = bot.telegram.user("Anna")
    notice.write_text(NOTICE, "utf-8")
    anna.send("What is Värnamo's vision?")
    bot.telegram.until(lambda: len(anna.chat.replies) == 2 or None, PATIENCE)
    anna.ask("and Ljungby's?")
    notice.unlink()
    anna.ask("and Jokkmokk's?")

    told = [reply.text for reply in anna.chat.replies]
    assert "New goals are coming in January." in told
    assert len(told) == 4
    assert told[1] == "New goals are coming in January."


def test_out_of_service_and_back(watched: tuple[Bot, str, Path]) -> None:
    """Without a restart: messages, presses and inline queries; what is remembered can be erased."""
    bot, health, notice = watched
    anna = bot.telegram.user("Anna")
    reply = anna.ask("Vad är Värnamos vision?")
    button = reply.buttons[0].text
    notice.write_text(CLOSED, "utf-8")

    assert anna.ask("Vad är Ljungbys vision?").text == "Stängt till klockan 20."
    assert anna.ask("/mal").text == "Stängt till klockan 20."
    assert anna.press(reply, button).notice == "Stängt till klockan 20."
    typed = anna.type_inline("ljungby")
    assert typed.results == []
    assert (typed.button or {})["text"] == "Stängt till klockan 20."
    assert "raderat" in anna.ask("/glom").text
    assert "Ljungby" not in str(questions(health))

    notice.unlink()
    assert "tillväxtkommunen" in anna.ask("Vad är Värnamos vision?").text


def test_the_log_is_one_json_object_a_line(watched: tuple[Bot, str, Path]) -> None:
    """From start to stop, at the lowest level too; nothing of who asked what."""
    bot, _, notice = watched
    bot.stop()
    bot.start(KOMMUNMAL_LOG_LEVEL="debug", KOMMUNMAL_NOTICE=str(notice))
    anna = bot.telegram.user("Anna Annasdotter")
    anna.ask("Vad säger Värnamo om hemligtord?")
    anna.send("x" * 4096)
    bot.stop()

    written = bot.log.read_text("utf-8")
    lines = [json.loads(line) for line in written.splitlines()]
    assert {"time", "level", "logger", "message"} <= set(lines[0])
    assert any(line["message"].startswith("answering as @") for line in lines)
    assert any(line["logger"].startswith("telegram") for line in lines)
    assert lines[-1]["message"] == "stopped, 0 updates left for later"
    for secret in (bot.telegram.token, "hemligtord", "Annasdotter", str(anna.id), "xxxx"):
        assert secret not in written


def test_a_taken_port(tmp_path: Path, database: Path) -> None:
    """One that the operator chose is told, with exit status 1."""
    log = tmp_path / "log"
    with Telegram() as telegram, socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = command(
            {"PATH": os.environ["PATH"], "TELEGRAM_TOKEN": telegram.token,
             "TELEGRAM_BASE_URL": telegram.address, "KOMMUNMAL_DATABASE": str(database),
             "KOMMUNMAL_MEMORY": str(tmp_path / "memory.sqlite"),
             "KOMMUNMAL_HEALTH": f"127.0.0.1:{port}"},
            log,
        )  # fmt: skip
        assert process.wait(30) == 1

    told = f"KOMMUNMAL_HEALTH: 127.0.0.1:{port} can't be listened on (Address already in use).\n"
    assert log.read_text() == told


def test_a_silent_telegram(tmp_path: Path, database: Path) -> None:
    """A bot that never reaches Telegram is alive, and says that it is not ready."""
    health = f"127.0.0.1:{free_port()}"
    process = command(
        {"PATH": os.environ["PATH"], "TELEGRAM_TOKEN": "1:x", "KOMMUNMAL_HEALTH": health,
         "TELEGRAM_BASE_URL": f"http://127.0.0.1:{free_port()}",
         "KOMMUNMAL_DATABASE": str(database),
         "KOMMUNMAL_MEMORY": str(tmp_path / "memory.sqlite")},
        tmp_path / "log",
    )  # fmt: skip
    try:
        with httpx.Client(transport=httpx.HTTPTransport(retries=8)) as client:
            live = client.get(f"http://{health}/health/live")
            ready = client.get(f"http://{health}/health/ready")
    finally:
        process.terminate()
        process.wait(30)

    assert live.status_code == 200
    assert ready.status_code == 503
    assert ready.json()["problems"] == {"telegram": "not heard from yet"}
