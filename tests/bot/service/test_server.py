"""Health and metrics as an orchestrator and Prometheus read them: over real HTTP."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
from prometheus_client.openmetrics.parser import (
    text_string_to_metric_families as open_metrics,
)
from prometheus_client.parser import text_string_to_metric_families
from telegram.error import NetworkError

from bot.service.metrics import Metrics
from bot.service.pulse import Pulse
from bot.service.server import HealthServer

_T = TypeVar("_T")
Get = Callable[..., Awaitable[httpx.Response]]


def asked(
    pulse: Pulse,
    database: Path,
    work: Callable[[Get], Awaitable[_T]],
    metrics: Metrics | None = None,
) -> _T:
    """What work gets from a server that runs meanwhile."""

    async def run() -> _T:
        counted = metrics or Metrics(pulse, database)
        server = HealthServer("127.0.0.1", 0, pulse=pulse, metrics=counted, database=database)
        try:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}") as client:
                return await work(client.get)
        finally:
            await server.stop()

    return asyncio.run(run())


def heard(waiting: int = 0) -> Pulse:
    """A pulse of a bot that has just heard from Telegram."""
    pulse = Pulse(waiting=lambda: waiting)
    pulse.heard()
    return pulse


def test_ready(database: Path) -> None:
    """With the age of the last word from Telegram, and how many updates wait."""
    response = asked(heard(3), database, lambda get: get("/health/ready"))

    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "problems": {},
        "telegram_age_seconds": 0,
        "inbox_updates": 3,
    }


def test_alive_before_it_is_ready(database: Path) -> None:
    """A bot that waits for Telegram is not to be killed, and not to be relied on."""
    pulse = Pulse()

    live = asked(pulse, database, lambda get: get("/health/live"))
    ready = asked(pulse, database, lambda get: get("/health/ready"))

    assert live.status_code == 200
    assert live.json() == {"alive": True}
    assert ready.status_code == 503
    assert ready.json()["problems"] == {"telegram": "not heard from yet"}
    assert ready.json()["telegram_age_seconds"] is None


def test_too_much_waits(database: Path) -> None:
    """The inbox is told by its depth."""
    response = asked(heard(5000), database, lambda get: get("/health/ready"))

    assert response.status_code == 503
    assert response.json()["problems"] == {"inbox": "5000 updates wait"}


@pytest.mark.parametrize("damage", ["gone", "cut", "foreign"])
def test_a_database_that_goes_bad_while_the_bot_runs(
    database: Path, tmp_path: Path, damage: str
) -> None:
    """Is noticed at the next look; a good one put in its place heals."""
    path = tmp_path / "k.sqlite"
    shutil.copy(database, path)

    async def looks(get: Get) -> list[httpx.Response]:
        first = await get("/health/ready")
        if damage == "gone":
            path.unlink()
        else:
            path.write_bytes(b"" if damage == "cut" else b"SQLite format 3\0" + b"x" * 5000)
        second = await get("/health/ready")
        path.unlink(missing_ok=True)
        shutil.copy(database, path)
        return [first, second, await get("/health/ready")]

    found = asked(heard(), path, looks)

    assert [one.status_code for one in found] == [200, 503, 200]
    assert str(path) in found[1].json()["problems"]["database"]


def test_metrics_as_prometheus_reads_them(database: Path) -> None:
    """Questions by outcome, reason, language and channel; times; errors; what waits; ages."""
    pulse = heard(7)
    metrics = Metrics(pulse, database)
    metrics.replied("answer", None, "sv", "private", 0.03)
    metrics.replied("answer", None, "sv", "private", 0.2)
    metrics.replied("unknown", "off_topic", "en", "inline", 0.001)
    metrics.failed(NetworkError("no way there"))

    response = asked(pulse, database, lambda get: get("/metrics"), metrics)

    families = list(text_string_to_metric_families(response.text))
    samples = {
        (one.name, frozenset(one.labels.items())): one.value
        for family in families
        for one in family.samples
    }

    def value(name: str, **labels: str) -> float:
        return float(samples[name, frozenset(labels.items())])

    swedish = {"outcome": "answer", "reason": "", "language": "sv", "channel": "private"}
    refused = {"outcome": "unknown", "reason": "off_topic", "language": "en", "channel": "inline"}
    assert value("kommunmal_questions_total", **swedish) == 2
    assert value("kommunmal_questions_total", **refused) == 1
    assert value("kommunmal_reply_seconds_count", channel="private") == 2
    assert value("kommunmal_reply_seconds_sum", channel="private") == pytest.approx(0.23)
    assert value("kommunmal_reply_seconds_bucket", channel="private", le="0.05") == 1
    assert value("kommunmal_telegram_errors_total", kind="NetworkError") == 1
    assert value("kommunmal_inbox_updates") == 7
    assert 0 <= value("kommunmal_telegram_heard_age_seconds") < 60
    assert 0 <= value("kommunmal_data_age_seconds") < 24 * 3600
    assert value("process_start_time_seconds") > 0


def test_metrics_in_the_newer_form(database: Path) -> None:
    """OpenMetrics, for a client that asks for it."""
    accept = {"Accept": "application/openmetrics-text; version=1.0.0"}

    response = asked(heard(), database, lambda get: get("/metrics", headers=accept))

    assert response.headers["content-type"].startswith("application/openmetrics-text")
    names = {family.name for family in open_metrics(response.text)}
    assert {"kommunmal_questions", "kommunmal_inbox_updates"} <= names


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    """No age of a missing database, none of a silence without a beginning."""
    response = asked(Pulse(), tmp_path / "none.sqlite", lambda get: get("/metrics"))

    assert response.status_code == 200
    assert "kommunmal_data_age_seconds" not in response.text
    assert "kommunmal_telegram_heard_age_seconds" not in response.text
    assert "kommunmal_inbox_updates 0.0" in response.text


@pytest.mark.parametrize(
    "path", ["/", "/health", "/health/ready/", "/metrics/../x", "/health/live?x=%00%ff"]
)
def test_nothing_else_is_served(database: Path, path: str) -> None:
    """Other addresses lead nowhere, and end nothing."""
    status = asked(heard(), database, lambda get: get(path)).status_code

    assert status == (200 if "?" in path else 404)


def test_a_taken_port_is_told(database: Path) -> None:
    """As OSError, for whoever starts the server."""

    async def again(_: Get) -> None:
        pulse = heard()
        metrics = Metrics(pulse, database)
        first = HealthServer("127.0.0.1", 0, pulse=pulse, metrics=metrics, database=database)
        try:
            with pytest.raises(OSError, match="in use"):
                HealthServer(
                    "127.0.0.1", first.port, pulse=pulse, metrics=metrics, database=database
                )
        finally:
            await first.stop()

    asked(heard(), database, again)
