"""Everything the bot remembers: one file, and beside it one of questions asked in vain.

Where several processes share what conversations need, that is in Redis instead; feedback, and what
was asked in vain, stay in files of each.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.memory.conversations import Conversations, Who
from bot.memory.feedback import Feedback
from bot.memory.file import MemoryFile
from bot.memory.inbox import Inbox
from bot.memory.noting import expire_unanswered
from bot.memory.shared.conversations import SharedConversations
from bot.memory.shared.inbox import SharedInbox
from bot.memory.unanswered import Unanswered

if TYPE_CHECKING:
    from bot.memory.shared.store import Shared


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
    `unanswered` is None where questions asked in vain are not kept; `shared` where no other
    process shares the memory.
    """

    def __init__(
        self,
        path: Path,
        secret: str,
        now: Callable[[], float] = time.time,
        unanswered: Unanswered | None = None,
        shared: "Shared | None" = None,
    ) -> None:
        self.file = MemoryFile(path)
        self.who = Who(secret)
        self.shared = shared
        self.conversations: Conversations | SharedConversations = Conversations(self.file, now)
        self.inbox: Inbox | SharedInbox = Inbox(self.file, now)
        if shared:
            self.conversations = SharedConversations(shared, now)
            self.inbox = SharedInbox(shared, now)
        self.feedback = Feedback(self.file)
        self.unanswered = unanswered
        self._now = now

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything within is kept, or nothing of it. Raises MemoryUnusable."""
        with ExitStack() as stack:
            stack.enter_context(self.file.transaction())
            if self.shared:
                stack.enter_context(self.shared.batch())
            yield

    def tidy(self) -> None:
        """Leave nothing of what was erased in the files behind."""
        self.file.tidy()
        if self.shared:
            self.shared.tidy()

    def expire(self) -> Erased:
        """Erase what has been kept long enough; gives back how much that was."""
        with self.file.transaction():
            erased = Erased(*self.conversations.expire(), *self.inbox.expire())
        self.tidy()
        if self.unanswered:
            expire_unanswered(
                self.unanswered, datetime.fromtimestamp(self._now(), UTC).astimezone()
            )
        return erased

    def close(self) -> None:
        """Close the files, and the way to what is shared."""
        if self.shared:
            self.shared.close()
        self.file.close()
        if self.unanswered:
            self.unanswered.close()
