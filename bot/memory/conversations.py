"""What is kept of a conversation, under a keyed hash of the chat, and erased when asked."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.memory.file import MemoryFile
from bot.memory.schema import FORGET
from bot.understanding.context import Context
from knowledge.models import Language

_HOUR = 3600
CONTEXT_SECONDS = 24 * _HOUR
CHOICE_SECONDS = 365 * 24 * _HOUR
# An edited question edits its reply for two minutes; the edit may be a while on its way.
REPLY_SECONDS = _HOUR


@dataclass(frozen=True, slots=True)
class Choice:
    """What someone has chosen: a language, a home municipality (its SCB code)."""

    language: Language | None = None
    home: str | None = None


class Who:
    """Makes the keys that conversations are kept under.

    The key is derived from a secret that is not in the file, so that the file alone tells
    nobody's id, not even to one who tries all ids.
    """

    def __init__(self, secret: str) -> None:
        self._key = hashlib.blake2b(secret.encode(), digest_size=32, person=b"who").digest()

    def __call__(self, chat: int, user: int | None = None) -> bytes:
        """The key of a chat; in groups, of one user in it."""
        name = f"{chat}" if user is None or user == chat else f"{chat}/{user}"
        return hashlib.blake2b(name.encode(), key=self._key, digest_size=16).digest()

    def lane(self, name: str) -> str:
        """A name for the lane that updates of a chat wait in, which tells nobody's id."""
        return hashlib.blake2b(name.encode(), key=self._key, digest_size=16).hexdigest()


class Conversations:
    """Contexts for 24 hours; choices for 12 months after their last use."""

    def __init__(self, file: MemoryFile, now: Callable[[], float] = time.time) -> None:
        self._file = file
        self._now = now

    def context(self, who: bytes) -> Context | None:
        """The last question and answer, or None."""
        row = self._file.execute(
            "select context from conversation where who = ? and until > ?", (who, self._now())
        ).fetchone()
        return Context.from_json(row[0]) if row else None

    def keep(self, who: bytes, context: Context) -> None:
        """Keep the last question and answer in place of the one before."""
        self._file.execute(
            "insert or replace into conversation values (?, ?, ?)",
            (who, context.to_json(), int(self._now()) + CONTEXT_SECONDS),
        )

    def choice(self, who: bytes) -> Choice:
        """What was chosen."""
        row = self._file.execute(
            "select language, home from choice where who = ? and until > ?", (who, self._now())
        ).fetchone()
        return Choice(*row) if row else Choice()

    def choose(self, who: bytes, choice: Choice) -> None:
        """Keep a choice; keeping it again begins its twelve months anew."""
        self._file.execute(
            "insert or replace into choice values (?, ?, ?, ?)",
            (who, choice.language, choice.home, int(self._now()) + CHOICE_SECONDS),
        )

    def reply_to(self, who: bytes, question: int) -> int | None:
        """The id of the message that answered a question, while it may still be edited."""
        row = self._file.execute(
            "select reply from reply where who = ? and question = ? and until > ?",
            (who, question, self._now()),
        ).fetchone()
        return int(row[0]) if row else None

    def replied(self, who: bytes, question: int, reply: int) -> None:
        """Note which message answers a question."""
        self._file.execute(
            "insert or replace into reply values (?, ?, ?, ?)",
            (who, question, reply, int(self._now()) + REPLY_SECONDS),
        )

    def forget(self, who: bytes) -> None:
        """Erase everything kept under the key."""
        for sql in FORGET:
            self._file.execute(sql, (who,))
        self._file.forgotten(who)

    def expire(self) -> tuple[int, int, int]:
        """Erase what has been kept long enough; how many conversations, choices, replies."""
        return (self._expire("conversation"), self._expire("choice"), self._expire("reply"))

    def _expire(self, table: str) -> int:
        old = (self._now(),)
        return self._file.execute(f"delete from {table} where until <= ?", old).rowcount
