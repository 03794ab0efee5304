"""Telegram's limits on writing are kept to the letter, by a clock that a test sets."""

import asyncio
import heapq
import itertools
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.pace import Pace


class Clock:
    """A time that moves on when all wait; `sleep` waits for it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._waits: list[tuple[float, int, asyncio.Event]] = []
        self._number = itertools.count()

    def __call__(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Wait until so many seconds have passed."""
        woken = asyncio.Event()
        heapq.heappush(self._waits, (self.now + seconds, next(self._number), woken))
        await woken.wait()

    async def run(self, *work: Awaitable[object]) -> None:
        """Do work, moving on to the next moment that somebody waits for."""
        doing = asyncio.gather(*work)
        while not doing.done():
            for _ in range(50):
                await asyncio.sleep(0)
            if self._waits and not doing.done():
                self.now, _, woken = heapq.heappop(self._waits)
                woken.set()
        await doing


def _called(
    calls: list[tuple[str, int, float]], fails: bool = False
) -> list[tuple[str, int, float, float]]:
    """Make calls (endpoint, chat, seconds on the way) at once: when each began and ended."""
    clock = Clock()
    found: list[tuple[str, int, float, float]] = []

    async def all_of_them() -> None:
        pace = Pace(30, clock, clock.sleep)

        def call(endpoint: str, chat: int, seconds: float) -> Callable[..., Any]:
            async def made() -> bool:
                begun = clock.now
                await clock.sleep(seconds)
                found.append((endpoint, chat, begun, clock.now))
                if fails:
                    raise RuntimeError
                return True

            return made

        async def paced(endpoint: str, chat: int, seconds: float) -> None:
            made = call(endpoint, chat, seconds)
            with suppress(RuntimeError):
                await pace.process_request(made, (), {}, endpoint, {"chat_id": chat}, None)

        await clock.run(*(paced(*one) for one in calls))

    asyncio.run(all_of_them())
    return sorted(found, key=lambda one: one[2])


def _most_within(seconds: float, moments: list[float]) -> int:
    """How many at most fall into any stretch of so many seconds."""
    moments = sorted(moments)
    return max(sum(0 <= other - one < seconds for other in moments) for one in moments)


def test_twenty_a_minute_in_a_group() -> None:
    """The 21st waits until a minute after the first has passed, and so on: no burst slips by."""
    made = _called([("sendMessage", -7, 0.05)] * 65)

    begun = [one[2] - 1000 for one in made]
    assert len(begun) == 65
    assert _most_within(60, begun) == 20
    assert 60.0 < begun[20] < 60.2
    assert 120.0 < begun[40] < 120.4
    assert _most_within(1, begun) == 1


def test_one_a_second_in_a_chat() -> None:
    """Messages; a change of what stands there waits only after the third in three seconds."""
    sent = _called([("sendMessage", 7, 0.05)] * 4)
    changed = _called([("editMessageText", 7, 0.0)] * 4)

    assert _most_within(1, [one[2] for one in sent]) == 1
    assert sent[-1][2] - 1000 < 3.3
    assert [round(one[2] - 1000) for one in changed] == [0, 0, 0, 3]


def test_thirty_a_second_overall() -> None:
    """Chats side by side; the 31st waits a second."""
    made = _called([("sendMessage", chat, 0.0) for chat in range(1, 91)])

    begun = [one[2] - 1000 for one in made]
    assert _most_within(1, begun) == 30
    assert max(begun) < 2.1


def test_a_full_chat_holds_up_no_other() -> None:
    """Who waits for a group takes up no room of those who need not wait."""
    group = [("sendMessage", -7, 0.0)] * 100
    made = _called([*group, *[("sendMessage", chat, 0.0) for chat in range(1, 11)]])

    assert all(one[2] - 1000 < 0.1 for one in made if one[1] > 0)


@pytest.mark.parametrize("endpoint", ["answerCallbackQuery", "answerInlineQuery", "getMe"])
def test_what_writes_nothing_waits_for_nothing(endpoint: str) -> None:
    """Answers to presses and to what is typed inline come at once."""
    assert all(one[2] == 1000 for one in _called([(endpoint, 7, 0.1)] * 50))


def test_what_failed_counts() -> None:
    """Telegram may have counted it."""
    made = _called([("sendMessage", 7, 0.0)] * 3, fails=True)

    assert _most_within(1, [one[2] for one in made]) == 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["sendMessage", "sendPhoto", "editMessageText"]),
            st.sampled_from([-2, -1, 1, 2, 3]),
            st.floats(0, 3),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_however_long_they_are_on_the_way(calls: list[tuple[str, int, float]]) -> None:
    """Whether calls arrive as they begin or as they end, the limits are kept."""
    made = _called(calls)
    assert len(made) == len(calls)

    for late in (False, True):
        # The worst case: those before arrive late, those after at once.
        for number, (_, chat, begun, ended) in enumerate(made):
            first = ended if late else begun
            after = [one for one in made[number + 1 :] if one[2] >= ended or not late]
            assert sum(one[2] - first < 1 for one in after) < 30
            same = [one for one in after if one[1] == chat]
            if chat < 0:
                assert sum(one[2] - first < 60 for one in same) < 20
            if made[number][0].startswith("send"):
                assert not [one for one in same if one[0].startswith("send") and one[2] - first < 1]
