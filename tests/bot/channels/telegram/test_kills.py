"""Killed at random moments under load, and stopped in peace: no question is lost."""

import os
import random
import signal
import time
from pathlib import Path

from bot.demo import faults
from tests.bot.channels.telegram.load import Crowd
from tests.bot.channels.telegram.running import Bot, running

# `make torture` sets more.
_KILLS = int(os.environ.get("KILLS", "10"))
_SEED = int(os.environ.get("KILLS_SEED", "1"))


def test_killed_at_random_moments(database: Path, tmp_path: Path) -> None:
    """Every question is answered once; at most twice, where Telegram's answer was lost."""
    chance = random.Random(_SEED)  # noqa: S311
    with running(database, tmp_path) as bot:
        crowd = Crowd(bot.telegram, people=10 * _KILLS, seed=_SEED)
        with crowd.asking(pause=0.05):
            for _ in range(_KILLS):
                time.sleep(chance.uniform(0.0, 0.6))
                bot.stop(signal.SIGKILL)
                bot.start_soon()
                # It dies while it starts, too.
                time.sleep(chance.uniform(0.0, 1.5))
            time.sleep(0.2)
        crowd.wait(60)
        bot.telegram.settle(timeout=30)
        doubles = crowd.doubles()

    print(f"{crowd.questions} questions, {_KILLS} kills, {doubles} answered twice")
    # Of the replies under way when it died, none was answered a third time; most were not twice.
    assert crowd.questions > 2 * _KILLS
    assert doubles <= 3 * _KILLS


def test_answers_lost_under_load(database: Path, tmp_path: Path) -> None:
    """Telegram took the reply, and its answer was lost: that one comes twice, no other."""
    with running(database, tmp_path) as bot:
        crowd = Crowd(bot.telegram, people=10, seed=2)
        fault = bot.telegram.faults.add(faults.lost("sendMessage", times=5))
        for _ in range(40):
            crowd.asks()
        crowd.wait(30)
        bot.telegram.settle(timeout=30)

        assert fault.hits == 5
        assert crowd.doubles() == 5


def _stopped_within(bot: Bot, seconds: float) -> int:
    begun = time.monotonic()
    status = bot.stop()
    assert time.monotonic() - begun < seconds
    return status


def test_stopped_in_peace_under_load(database: Path, tmp_path: Path) -> None:
    """What was taken in is answered before it stops; the rest after the start; none twice."""
    with running(database, tmp_path) as bot:
        crowd = Crowd(bot.telegram, people=20, seed=3)
        for _ in range(100):
            crowd.asks()
        time.sleep(0.3)
        assert _stopped_within(bot, 10) == 0
        bot.start()
        crowd.wait(30)
        bot.telegram.settle(timeout=30)

        assert crowd.doubles() == 0


def test_stopped_while_telegram_is_slow(database: Path, tmp_path: Path) -> None:
    """Ten seconds are kept though Telegram takes longer; what was not answered waits."""
    with running(database, tmp_path) as bot:
        crowd = Crowd(bot.telegram, people=3, seed=4)
        bot.telegram.faults.add(faults.dropped(times=None))
        for _ in range(6):
            crowd.asks()
        time.sleep(0.5)
        assert _stopped_within(bot, 10) == 0
        bot.telegram.faults.clear()
        bot.start()
        crowd.wait(30)

        assert crowd.doubles() == 0
