"""What is kept of a conversation, where several processes share it."""

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.memory.conversations import CHOICE_SECONDS, CONTEXT_SECONDS, REPLY_SECONDS, Choice
from bot.understanding.context import Context

if TYPE_CHECKING:
    from bot.memory.shared.store import Shared


class SharedConversations:
    """As `Conversations`, in Redis."""

    def __init__(self, shared: "Shared", now: Callable[[], float] = time.time) -> None:
        self._shared = shared
        self._now = now

    def context(self, who: bytes) -> Context | None:
        """The last question and answer, or None."""
        found = self._found("context", who.hex())
        return Context.from_json(found) if found else None

    def keep(self, who: bytes, context: Context) -> None:
        """Keep the last question and answer in place of the one before."""
        self._keep("context", who.hex(), context.to_json(), CONTEXT_SECONDS)

    def choice(self, who: bytes) -> Choice:
        """What was chosen."""
        found = self._found("choice", who.hex())
        return Choice(*found) if found else Choice()

    def choose(self, who: bytes, choice: Choice) -> None:
        """Keep a choice; keeping it again begins its twelve months anew."""
        self._keep("choice", who.hex(), [choice.language, choice.home], CHOICE_SECONDS)

    def reply_to(self, who: bytes, question: int) -> int | None:
        """The id of the message that answered a question, while it may still be edited."""
        found = self._found("reply", f"{who.hex()}:{question}")
        return None if found is None else int(found)

    def replied(self, who: bytes, question: int, reply: int) -> None:
        """Note which message answers a question."""
        self._keep("reply", f"{who.hex()}:{question}", reply, REPLY_SECONDS, who.hex())

    def forget(self, who: bytes) -> None:
        """Erase everything kept under the key."""
        self._shared.run("forget", who.hex())

    def expire(self) -> tuple[int, int, int]:
        """Erase what has been kept long enough; how many conversations, choices, replies."""
        found = self._shared.run("expire", self._now(), "context", "choice", "reply")
        return found[0], found[1], found[2]

    def _keep(self, kind: str, key: str, value: object, seconds: int, group: str = "") -> None:
        until = int(self._now()) + seconds
        self._shared.run("keep", kind, key, json.dumps([until, value]), until, seconds, group)

    def _found(self, kind: str, key: str) -> Any:
        found = self._shared.get(f"{kind}:{key}")
        until, value = json.loads(found) if found else (0, None)
        return value if until > self._now() else None
