"""Both bots in turn, pair by pair, and the median pair: a busy moment counts little."""

from collections.abc import Callable, Iterator, Sequence
from math import nan
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.load.side import Measured, Side
from benchmarks.tables import table

# Caches and connections are filled before anything is measured.
_WARM_UP = 100
_Figure = Callable[[Measured], float]


class Pair(NamedTuple):
    """A round of each bot, one right after the other."""

    ours: Measured
    echo: Measured


def in_pairs(ours: Side, echo: Side, pairs: int, questions: int) -> Iterator[Pair]:
    """So many questions to each bot in each pair; who begins alternates."""
    ours.measure(min(_WARM_UP, questions))
    echo.measure(min(_WARM_UP, questions))
    for number in range(pairs):
        if number % 2:
            second = echo.measure(questions)
            yield Pair(ours.measure(questions), second)
        else:
            yield Pair(ours.measure(questions), echo.measure(questions))


def latency(percent: int) -> _Figure:
    """Milliseconds that so many of a hundred replies stayed under."""

    def figure(one: Measured) -> float:
        found = one.round.latencies
        return 1000 * quantiles(found, n=100)[percent - 1] if len(found) > 1 else nan

    return figure


def _per(number: float, of: float) -> float:
    """No number where nothing was answered, or the clock is too coarse for so few questions."""
    return number / of if of else nan


def _rate(one: Measured) -> float:
    return one.round.rate


def _bot_ms(one: Measured) -> float:
    return _per(1000 * one.bot_cpu, len(one.round.latencies))


def _bot_busy(one: Measured) -> float:
    return _per(100 * one.bot_cpu, one.round.seconds)


def _server_busy(one: Measured) -> float:
    return _per(100 * one.server_cpu, one.round.seconds)


_FIGURES: tuple[tuple[str, _Figure, str], ...] = (
    ("questions a second", _rate, "{:.0f}"),
    ("latency, half under", latency(50), "{:.0f} ms"),
    ("latency, 95 of 100 under", latency(95), "{:.0f} ms"),
    ("latency, 99 of 100 under", latency(99), "{:.0f} ms"),
    ("the bot's processor, a reply", _bot_ms, "{:.2f} ms"),
    ("the bot's core busy with it", _bot_busy, "{:.0f} %"),
    ("the server's core busy with it", _server_busy, "{:.0f} %"),
)


def ratio(pairs: Sequence[Pair], figure: _Figure = _rate) -> float:
    """How many times the echo bot's figure ours is, in the median pair."""
    return median(_per(figure(pair.ours), figure(pair.echo)) for pair in pairs)


def speed(pairs: Sequence[Pair]) -> str:
    """Medians of each bot, and the median of the pairs' ratios."""
    rows = [
        (name, *(form.format(median(map(figure, side))) for side in zip(*pairs, strict=True)),
         f"{ratio(pairs, figure):.2f}")
        for name, figure, form in _FIGURES
    ]  # fmt: skip
    sides = list(zip(*pairs, strict=True))
    for name, count in (
        ("lost", lost),
        ("answered twice", double),
        ("about something else", wrong),
    ):
        rows.append((name, *(f"{count(side)}" for side in sides), ""))
    return table(("", "Kommunmål", "echo bot", "ratio"), rows)


def lost(side: Sequence[Measured]) -> int:
    """Questions that got no reply."""
    return sum(one.round.lost for one in side)


def double(side: Sequence[Measured]) -> int:
    """Replies to nothing that was open."""
    return sum(one.round.double for one in side)


def wrong(side: Sequence[Measured]) -> int:
    """Replies that don't name the place asked for."""
    return sum(one.round.wrong for one in side)


def memory(pairs: Sequence[Pair]) -> str:
    """The bots' memory after each round."""
    asked, rows = 0, []
    for pair in pairs:
        asked += len(pair.ours.round.latencies)
        rows.append(
            (f"{asked:,}", f"{pair.ours.memory_mb:.1f} MB", f"{pair.echo.memory_mb:.1f} MB")
        )
    return table(("memory after so many questions", "Kommunmål", "echo bot"), rows)
