"""Two bots share a Redis; one is killed: no question is lost, none comes out of order."""

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.bot.channels.telegram.load import Crowd
from tests.bot.channels.telegram.replicas import Replicas, two_running
from tests.bot.memory.redis_server import MISSING, PASSWORD, PROGRAM, everything, gone_from

# `make torture` sets them.
_KILLS = int(os.environ.get("KILLS", "1"))
_SEED = int(os.environ.get("KILLS_SEED", "1"))

pytestmark = pytest.mark.skipif(not PROGRAM, reason=MISSING)


@pytest.fixture(scope="module")
def two(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicas]:
    """Two bots that each test leaves running."""
    with two_running(database, tmp_path_factory.mktemp("replicas")) as started:
        yield started


@pytest.fixture(autouse=True)
def _both_serve(two: Replicas) -> None:
    """What the test before started again has had time to start."""
    for one in two.bots:
        one.serves()


def _worked(two: Replicas) -> list[bool]:
    """Which of the two have answered something."""
    texts = [httpx.get(f"http://{one.health}/metrics").text for one in two.bots]
    return ["kommunmal_questions_total{" in text for text in texts]


def test_a_conversation_goes_on_with_either(two: Replicas) -> None:
    """What one was asked, the other one knows; what one erases is erased for both."""
    anna = two.telegram.user("Anna")
    anna.ask("Vad är Värnamos vision?")
    for _ in range(40):
        assert "övergripande mål" in anna.ask("/mal").text
        if all(_worked(two)):
            break
    assert all(_worked(two))
    anna.ask("/glom")
    for _ in range(2):
        assert "Vilken kommun menar du?" in anna.ask("/mal").text


def test_nothing_of_it_stays(two: Replicas) -> None:
    """No text, id or name once answered, in Redis and in its file; no password in the logs."""
    anna = two.telegram.user("Anna Annasdotter")
    anna.ask("Vad säger Värnamo om hemligtord?")
    anna.ask("/glom")
    two.telegram.settle()

    with two.redis.client() as client:
        kept = str(everything(client))
    for words in ("hemligtord", "Annasdotter", str(anna.id)):
        assert words not in kept
    assert gone_from(two.redis, "hemligtord")
    for one in two.bots:
        assert PASSWORD not in one.log.read_text()
        assert "hemligtord" not in one.log.read_text()


def test_one_is_killed_under_load(two: Replicas) -> None:
    """Every question is answered, at most twice; the other takes over what the dead one had."""
    chance = random.Random(_SEED)  # noqa: S311
    crowd = Crowd(two.telegram, people=10 + 5 * _KILLS, seed=_SEED)
    with crowd.asking(pause=0.05):
        for _ in range(_KILLS):
            time.sleep(chance.uniform(0.5, 2.0))
            killed = chance.choice(two.bots)
            killed.stop(signal.SIGKILL)
            time.sleep(chance.uniform(0.0, 3.0))
            killed.start_soon()
        time.sleep(1)
    crowd.wait(120)

    doubles, unanswered = crowd.doubles(), crowd.unanswered
    print(
        f"{crowd.questions} questions, {_KILLS} kills of one of two: {doubles} answered twice, "
        f"{unanswered} told that it is not known"
    )
    assert crowd.questions > 10
    assert doubles <= 3 * _KILLS
    assert unanswered <= _KILLS / 10


def test_one_stops_in_peace_under_load(two: Replicas) -> None:
    """As in an upgrade, one after the other: each question is answered once."""
    crowd = Crowd(two.telegram, people=15, seed=2)
    with crowd.asking(pause=0.05):
        for one in two.bots:
            time.sleep(0.5)
            begun = time.monotonic()
            starts = one.log.read_text("utf-8").count("answering as @")
            assert one.stop() == 0
            assert time.monotonic() - begun < 10
            one.start_soon()
            one.answers(starts + 1)
    crowd.wait(60)

    assert crowd.doubles() == 0
    assert crowd.unanswered == 0


def test_redis_is_away_for_a_while(two: Replicas) -> None:
    """What is asked meanwhile waits with Telegram; the bots say that they are not ready."""
    crowd = Crowd(two.telegram, people=10, seed=3)
    with crowd.asking(pause=0.05):
        time.sleep(0.5)
        two.redis.stop()
        time.sleep(2.5)
        ready = [httpx.get(f"http://{one.health}/health/ready") for one in two.bots]
        two.redis.start()
        time.sleep(1)
    crowd.wait(60)

    assert [one.status_code for one in ready] == [503, 503]
    assert "Redis can't be used" in ready[0].json()["problems"]["memory"]
    assert crowd.unanswered == 0
    crowd.doubles()


def test_a_bot_that_hangs(two: Replicas) -> None:
    """The other takes over; when it goes on, it sends nothing of what it had."""
    crowd = Crowd(two.telegram, people=10, seed=4)
    process = two.bots[0].process
    assert process
    with crowd.asking(pause=0.1):
        time.sleep(0.5)
        process.send_signal(signal.SIGSTOP)
        time.sleep(8)
        process.send_signal(signal.SIGCONT)
        time.sleep(0.5)
    crowd.wait(60)

    assert crowd.unanswered == 0
    # Only what was just being sent.
    assert crowd.doubles() <= 10
