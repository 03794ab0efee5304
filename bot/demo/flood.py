"""Telegram's limits on how fast a bot may write, as its FAQ gives them.

About 30 messages a second over all, one a second in a chat (short bursts pass), 20 a minute in a
group. Telegram doesn't publish more; these numbers are the ones a bot should keep to.
"""

import math
from collections import OrderedDict, deque

from bot.demo.errors import Refusal

_OVERALL = (30, 1.0)
_CHAT = (3, 3.0)
_GROUP = (20, 60.0)
_WRITING = {
    "sendMessage", "sendPhoto", "editMessageText", "editMessageCaption", "editMessageMedia",
    "editMessageReplyMarkup",
}  # fmt: skip
_MOST_CHATS = 10_000


class Flood:
    """Counts what was written lately."""

    def __init__(self) -> None:
        self._lately: OrderedDict[object, deque[float]] = OrderedDict()

    def check(self, method: str, chat_id: object, now: float) -> None:
        """Refuse with 429 what comes too soon."""
        if method not in _WRITING:
            return
        group = isinstance(chat_id, int) and chat_id < 0
        waits = [
            self._wait("", _OVERALL, now),
            self._wait(chat_id, _GROUP if group else _CHAT, now),
        ]
        if max(waits) > 0:
            seconds = math.ceil(max(waits))
            raise Refusal(
                429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds}
            )
        for key in ("", chat_id):
            self._lately[key].append(now)

    def _wait(self, key: object, limit: tuple[int, float], now: float) -> float:
        most, seconds = limit
        times = self._lately.setdefault(key, deque())
        self._lately.move_to_end(key)
        while len(self._lately) > _MOST_CHATS:
            self._lately.popitem(last=False)
        while times and now - times[0] >= seconds:
            times.popleft()
        return times[0] + seconds - now if len(times) >= most else 0.0
