"""What Prometheus reads: counts and times, with no person, chat or text in any label."""

import time
from collections.abc import Iterator
from pathlib import Path

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.answering.answer import Outcome, Reason
from bot.service.pulse import Pulse
from knowledge.models import Language

# A reply is looked up in milliseconds; what takes longer is Telegram, its limits or its absence.
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """Counted by the channel. `registry` is what /metrics shows."""

    def __init__(self, pulse: Pulse, database: Path) -> None:
        self.registry = CollectorRegistry()
        self._questions = Counter(
            "kommunmal_questions",
            "Questions replied to.",
            ["outcome", "reason", "language", "channel"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "kommunmal_reply_seconds",
            "Seconds from taking a question up until Telegram accepted its reply.",
            ["channel"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._errors = Counter(
            "kommunmal_telegram_errors",
            "Calls to Telegram that failed, by the kind of error.",
            ["kind"],
            registry=self.registry,
        )
        self._again = Counter(
            "kommunmal_messages_sent_again",
            "Messages sent a second time: whether the first had arrived could not be known.",
            registry=self.registry,
        )
        self._given_up = Counter(
            "kommunmal_updates_given_up",
            "Updates set aside: whether two sendings of a message had arrived is not known.",
            registry=self.registry,
        )
        self.registry.register(_State(pulse, database))
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)

    def replied(
        self,
        outcome: Outcome,
        reason: Reason | None,
        language: Language,
        channel: str,
        seconds: float,
    ) -> None:
        """Count a question whose reply was accepted; `channel` is private, group or inline."""
        self._questions.labels(outcome, reason or "", language, channel).inc()
        self._seconds.labels(channel).observe(seconds)

    def failed(self, error: BaseException) -> None:
        """Count an error of Telegram, or of the way there."""
        self._errors.labels(type(error).__name__).inc()

    def sent_again(self) -> None:
        """Count a message sent a second time."""
        self._again.inc()

    def gave_up(self) -> None:
        """Count an update set aside after two sendings of unknown result."""
        self._given_up.inc()


class _State(Collector):
    """What is looked up when asked for."""

    def __init__(self, pulse: Pulse, database: Path) -> None:
        self._pulse = pulse
        self._database = database

    def collect(self) -> Iterator[Metric]:
        """The state at this moment; what is not known is left out."""
        yield _gauge("kommunmal_inbox_updates", "Updates that wait.", self._pulse.waiting())
        age = self._pulse.age()
        if age is not None:
            name = "kommunmal_telegram_heard_age_seconds"
            yield _gauge(name, "Seconds since Telegram was last heard from.", age)
        built = self._built()
        if built is not None:
            name = "kommunmal_data_age_seconds"
            yield _gauge(name, "Seconds since the database was built.", time.time() - built)

    def _built(self) -> float | None:
        try:
            return self._database.stat().st_mtime
        except OSError:
            return None


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, value=value)
