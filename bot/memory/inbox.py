"""Updates, from before they are confirmed to Telegram until their reply is accepted.

An update's number stays a day after it is done, without its text: a repeated delivery is then
known as such.
"""

import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from bot.memory.file import MemoryFile

KEPT_SECONDS = 24 * 3600


class TakenOver(Exception):
    """Another process has taken an update over; this one must leave it alone."""


class Arrived(NamedTuple):
    """An update as it came in: its number and text, whose it is, the lane it waits in.

    Updates of one lane are handled one after the other.
    """

    update_id: int
    payload: str
    who: bytes | None = None
    lane: str = ""


class Entry(NamedTuple):
    """An update waiting: its number and text as it came, and how far its handling got.

    `done_calls` were accepted by Telegram; of the next one, `begun` sendings were begun whose
    result is not known.
    """

    update_id: int
    payload: str
    tries: int = 0
    done_calls: int = 0
    begun: int = 0


class Inbox:
    """The updates that wait, those done of late, and those set aside."""

    def __init__(self, file: MemoryFile, now: Callable[[], float] = time.time) -> None:
        self._file = file
        self._now = now

    def put(self, updates: Iterable[Arrived]) -> list[Entry]:
        """Write updates down; gives back those not seen before."""
        fresh = []
        with self._file.transaction():
            for update_id, payload, who, _ in updates:
                added = self._file.execute(
                    "insert into inbox (update_id, payload, who, received) values (?, ?, ?, ?)"
                    " on conflict do nothing",
                    (update_id, payload, who, int(self._now())),
                ).rowcount
                if added:
                    fresh.append(Entry(update_id, payload))
        return fresh

    def waiting(self) -> list[Entry]:
        """What a restart takes up again, in the order it came."""
        rows = self._file.execute(
            "select update_id, payload, tries, done_calls, begun from inbox"
            " where state = 'waiting' order by update_id"
        )
        return [Entry(*row) for row in rows]

    def called(self, update_id: int, done_calls: int) -> None:
        """Note how many of an update's calls Telegram has accepted."""
        self._file.execute(
            "update inbox set done_calls = ?, begun = 0 where update_id = ?",
            (done_calls, update_id),
        )

    def begin(self, update_id: int, begun: int) -> None:
        """Note, before a message is sent, how many of its sendings may have arrived by then."""
        self._file.execute("update inbox set begun = ? where update_id = ?", (begun, update_id))

    def tried(self, update_id: int) -> int:
        """Count a failure; gives back how many there have been."""
        row = self._file.execute(
            "update inbox set tries = tries + 1 where update_id = ? returning tries", (update_id,)
        ).fetchone()
        return int(row[0]) if row else 0

    def done(self, update_id: int) -> None:
        """Erase the text of an update whose reply was accepted; its number stays a day."""
        self._file.execute(
            "update inbox set payload = null, who = null, state = 'done' where update_id = ?",
            (update_id,),
        )

    def set_aside(self, update_id: int, error: str) -> None:
        """Take an update out of the queue that fails again and again."""
        self._file.execute(
            "update inbox set state = 'aside', error = ? where update_id = ?", (error, update_id)
        )

    def expire(self) -> tuple[int, int, int]:
        """Drop what is older than a day; how many were done, still waiting, set aside."""
        old = int(self._now()) - KEPT_SECONDS
        late = self._file.execute(
            "delete from inbox where state = 'waiting' and received < ?", (old,)
        ).rowcount
        done = self._file.execute(
            "delete from inbox where state = 'done' and received < ?", (old,)
        ).rowcount
        aside = self._file.execute(
            "update inbox set payload = null, who = null"
            " where state = 'aside' and payload is not null and received < ?",
            (old,),
        ).rowcount
        return done, late, aside
