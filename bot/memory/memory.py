"""Everything the bot remembers, in one file."""

import time
from collections.abc import Callable
from pathlib import Path

from bot.memory.conversations import Conversations, Who
from bot.memory.feedback import Feedback
from bot.memory.file import MemoryFile
from bot.memory.inbox import Inbox


class Memory:
    """Conversations, feedback and the inbox. Raises MemoryUnusable where the file can't be used.

    `secret` makes the keys that conversations are kept under; with another one, none is found.
    """

    def __init__(self, path: Path, secret: str, now: Callable[[], float] = time.time) -> None:
        self.file = MemoryFile(path)
        self.who = Who(secret)
        self.conversations = Conversations(self.file, now)
        self.feedback = Feedback(self.file)
        self.inbox = Inbox(self.file, now)

    def expire(self) -> int:
        """Erase what has been kept long enough; gives back how many updates were never answered."""
        with self.file.transaction():
            self.conversations.expire()
            late = self.inbox.expire()
        self.file.tidy()
        return late

    def close(self) -> None:
        """Close the file."""
        self.file.close()
