"""The updates that wait for the bot: numbered, kept until they are confirmed."""

from collections import deque
from collections.abc import Callable, Iterable

from bot.demo.errors import Json

# What Telegram sends only to those who ask for it by name.
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


class Updates:
    """A queue; `listeners` are called (in the adding thread) when something is added."""

    def __init__(self, first_id: int = 700_000_001) -> None:
        self.listeners: list[Callable[[], None]] = []
        self.allowed: set[str] = set()
        self.waiting: deque[Json] = deque()
        self.total = 0
        self._next = first_id
        self._latest: deque[Json] = deque(maxlen=100)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Which kinds to keep from now on; none named: those Telegram sends by default."""
        if kinds is not None:
            self.allowed = set(kinds)

    def add(self, kind: str, content: Json) -> int | None:
        """Queue an update; its id, or None where the bot didn't ask for this kind."""
        if (kind not in self.allowed) if self.allowed else (kind in _ON_REQUEST):
            return None
        update_id = self._next
        self._next += 1
        self.total += 1
        update = {"update_id": update_id, kind: content}
        self.waiting.append(update)
        self._latest.append(update)
        for listener in self.listeners:
            listener()
        return update_id

    def repeat(self, count: int) -> None:
        """Queue the latest updates once more, with the ids they had."""
        self.waiting.extend(list(self._latest)[-count:])
        for listener in self.listeners:
            listener()

    def confirm(self, offset: int) -> None:
        """Forget the updates before `offset`; a negative one keeps that many from the end."""
        if offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
            return
        while self.waiting and self.waiting[0]["update_id"] < offset:
            self.waiting.popleft()

    def batch(self, limit: int) -> list[Json]:
        """The oldest updates, still to be confirmed."""
        return [update for update, _ in zip(self.waiting, range(limit), strict=False)]

    def remove(self, update_id: int) -> None:
        """Forget one update: a webhook took it."""
        for update in self.waiting:
            if update["update_id"] == update_id:
                self.waiting.remove(update)
                return
