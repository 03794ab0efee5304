"""Everything the bot remembers: one file, and beside it one of questions asked in vain."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.memory.conversations import Conversations, Who
from bot.memory.feedback import Feedback
from bot.memory.file import MemoryFile
from bot.memory.inbox import Inbox
from bot.memory.noting import expire_unanswered
from bot.memory.unanswered import Unanswered


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

    def expire(self) -> int:
        """Erase what has been kept long enough; gives back how many updates were never answered."""
        with self.file.transaction():
            self.conversations.expire()
            late = self.inbox.expire()
        self.file.tidy()
        if self.unanswered:
            expire_unanswered(
                self.unanswered, datetime.fromtimestamp(self._now(), UTC).astimezone()
            )
        return late

    def close(self) -> None:
        """Close the files."""
        self.file.close()
        if self.unanswered:
            self.unanswered.close()
