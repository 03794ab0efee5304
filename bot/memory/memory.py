"""Everything the bot remembers: one file, and beside it one of questions asked in vain."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bot.memory.conversations import Conversations, Who
from bot.memory.feedback import Feedback
from bot.memory.file import MemoryFile
from bot.memory.inbox import Inbox
from bot.memory.noting import expire_unanswered
from bot.memory.unanswered import Unanswered


class Erased(NamedTuple):
    """How much was erased because its time was out: numbers for the log, nothing of what it was.

    `answered` are numbers of updates long answered, `unanswered` updates nobody could answer,
    `set_aside` texts of updates that failed again and again.
    """

    conversations: int
    choices: int
    replies: int
    answered: int
    unanswered: int
    set_aside: int


class Memory:
    """Conversations, feedback and the inbox. Raises MemoryUnusable where the file can't be used.

    `secret` makes the keys that conversations are kept under; with another one, none is found.
    `unanswered` is None where questions asked in vain are not kept.
    """

    def __init__(
        self,
        path: Path,
        secret: str,
        now: Callable[[], float] = time.time,
        unanswered: Unanswered | None = None,
    ) -> None:
        self.file = MemoryFile(path)
        self.who = Who(secret)
        self.conversations = Conversations(self.file, now)
        self.feedback = Feedback(self.file)
        self.inbox = Inbox(self.file, now)
        self.unanswered = unanswered
        self._now = now

    def expire(self) -> Erased:
        """Erase what has been kept long enough; gives back how much that was."""
        with self.file.transaction():
            erased = Erased(*self.conversations.expire(), *self.inbox.expire())
        self.file.tidy()
        if self.unanswered:
            expire_unanswered(
                self.unanswered, datetime.fromtimestamp(self._now(), UTC).astimezone()
            )
        return erased

    def close(self) -> None:
        """Close the files."""
        self.file.close()
        if self.unanswered:
            self.unanswered.close()
