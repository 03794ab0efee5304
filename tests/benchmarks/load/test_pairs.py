"""What is told of the pairs: medians, and ratios within a pair."""

from benchmarks.load.cores import Cores
from benchmarks.load.crowd import Round
from benchmarks.load.pairs import Pair, latency, memory, ratio, speed
from benchmarks.load.side import Measured


def _measured(seconds: float, **counts: int) -> Measured:
    latencies = [number / 1000 for number in range(1, 101)]
    return Measured(Round(seconds, latencies, **counts), 0.4, 0.1, 100.0)


_PAIRS = [
    Pair(_measured(2.0), _measured(1.0)),
    Pair(_measured(1.25, double=1), _measured(1.0)),
    Pair(_measured(1.0), _measured(1.0, lost=2)),
]


def test_the_ratio_is_that_of_the_median_pair() -> None:
    """Not the ratio of the medians; one bad moment counts little."""
    assert ratio(_PAIRS) == 0.8
    assert ratio(_PAIRS, latency(95)) == 1.0


def test_the_tables() -> None:
    """Rates, percentiles, the processor; what was lost or came twice is summed up."""
    told = speed(_PAIRS)

    assert "| questions a second             |        80 |      100 |  0.80 |" in told
    assert "| latency, 99 of 100 under       |    100 ms |   100 ms |  1.00 |" in told
    assert "| the bot's processor, a reply   |   4.00 ms |  4.00 ms |  1.00 |" in told
    assert "| lost                           |         0 |        2 |       |" in told
    assert "| answered twice                 |         1 |        0 |       |" in told
    assert "| 300 " in memory(_PAIRS)


def test_a_bot_that_answers_nothing() -> None:
    """Has no figures, and that is told; so has a round too short for the processor's clock."""
    silent = Measured(Round(lost=100), 0.0, 0.0, 100.0)

    told = speed([Pair(silent, _measured(1.0)), Pair(_measured(1.0), silent)])

    assert "| lost                           |       100 |      100 |       |" in told
    assert "nan" in told


def test_a_single_core_is_told() -> None:
    """The figures say less then."""
    assert "pinned to a core each" in str(Cores(0, 1))
    assert "share a core" in str(Cores(None, None))
