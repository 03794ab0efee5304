"""The pulse tells how long Telegram has been silent, and whether that is too long."""

import pytest

from bot.service.pulse import POLLING_SILENCE_SECONDS, Pulse


class Clock:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        """The time."""
        return self.time


def test_nothing_heard_yet_is_not_connected() -> None:
    """The age is unknown, not nought."""
    pulse = Pulse(now=Clock())

    assert pulse.age() is None
    assert not pulse.connected


@pytest.mark.parametrize(("seconds", "connected"), [(0, True), (90, True), (90.5, False)])
def test_silence_while_polling(seconds: float, connected: bool) -> None:
    """Up to the limit is healthy; longer is not; a new word heals."""
    clock = Clock()
    pulse = Pulse(POLLING_SILENCE_SECONDS, now=clock)
    pulse.heard()
    clock.time += seconds

    assert pulse.age() == seconds
    assert pulse.connected is connected
    pulse.heard()
    assert pulse.connected


def test_a_webhook_may_be_silent() -> None:
    """Telegram calls only when someone writes."""
    clock = Clock()
    pulse = Pulse(None, now=clock)
    clock.time += 100_000

    assert pulse.connected
    assert pulse.uptime() == 100_000
