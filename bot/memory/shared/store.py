"""The way to Redis: every change is a script that Redis carries out as one.

Values and texts are given a time to live when they are written, so that they go even if no process
of ours is left to erase them.
"""

import hashlib
import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from gettext import gettext as _
from importlib.resources import files
from typing import Any

from pydantic import SecretStr
from redis import Redis
from redis.backoff import NoBackoff
from redis.client import Pipeline
from redis.commands.core import Script
from redis.exceptions import ConnectionError as Unreachable
from redis.exceptions import RedisError, ResponseError
from redis.retry import Retry

from bot.memory.file import MemoryUnusable

# Who waits longer holds up everybody; after a failure, nobody waits again for a while.
_SECONDS = 1.0
_FAILED_SECONDS = 1.0
_log = logging.getLogger(__name__)


class Shared:
    """A connection to Redis, for one process of one bot. `me` names the process.

    Raises MemoryUnusable wherever Redis fails. `problem` says what is wrong meanwhile;
    `on_trouble` and `on_return` may be called in any thread.
    """

    def __init__(self, url: SecretStr, token: str) -> None:
        self.me = secrets.token_hex(8)
        # Several bots may share a Redis; a bot with a new token begins anew, as with a file.
        bot = hashlib.blake2b(token.encode(), digest_size=6, person=b"redis").hexdigest()
        self._prefix = f"kommunmal:{{{bot}}}:"
        self._redis: Redis = Redis.from_url(
            url.get_secret_value(),
            decode_responses=True,
            socket_timeout=_SECONDS,
            socket_connect_timeout=_SECONDS,
            # A connection that Redis has closed meanwhile is opened anew; a slow one is left.
            retry=Retry(NoBackoff(), 1, supported_errors=(Unreachable,)),
            retry_on_error=[],
        )
        self._scripts: dict[str, Script] = {}
        # Of each thread: lanes are looked through in one of their own.
        self._open = threading.local()
        self._failed_at = -_FAILED_SECONDS
        self._told_of_files = False
        self.problem = ""
        self.on_trouble: Callable[[str], object] = lambda problem: None
        self.on_return: Callable[[], object] = lambda: None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.me})"

    def run(self, script: str, *arguments: str | float) -> Any:
        """Carry a script out; within a batch, later, together with the others."""
        if script not in self._scripts:
            text = files("bot.memory.shared").joinpath("scripts", f"{script}.lua").read_text()
            self._scripts[script] = self._redis.register_script(text)
        made, keys = self._scripts[script], [self._prefix]
        batch: Pipeline | None = getattr(self._open, "batch", None)
        if batch is not None:
            return made(keys=keys, args=list(arguments), client=batch)
        return self._guarded(lambda: made(keys=keys, args=list(arguments)))

    def get(self, key: str) -> str | None:
        """A value, or None."""
        found = self._guarded(lambda: self._redis.get(self._prefix + key))
        return None if found is None else str(found)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Everything within is carried out at its end, as one; nothing of it where it raises."""
        pipeline = self._redis.pipeline(transaction=True)
        self._open.batch = pipeline
        try:
            yield
        finally:
            self._open.batch = None
        if len(pipeline):
            self._guarded(pipeline.execute)

    def tidy(self) -> None:
        """Have erased text taken out of the file that Redis writes, where it writes one."""
        self._guarded(self._rewrite)

    def close(self) -> None:
        """Close the connection; what this process had claimed is free at once."""
        try:
            self._redis.delete(f"{self._prefix}alive:{self.me}")
        except RedisError:
            _log.warning("Redis was not told that this process ends; its claims run out")
        self._redis.close()

    def _guarded(self, work: Callable[[], Any]) -> Any:
        if self.problem and time.monotonic() - self._failed_at < _FAILED_SECONDS:
            raise MemoryUnusable(self.problem)
        try:
            found = work()
        except RedisError as error:
            self._failed(error)
            raise MemoryUnusable(self.problem) from error
        if self.problem:
            self.problem = ""
            _log.info("the shared memory can be used again")
            self.on_return()
        return found

    def _failed(self, error: RedisError) -> None:
        self._failed_at = time.monotonic()
        before, kind = self.problem, type(error).__name__
        # The kind alone: a message may quote an address, or what was to be written.
        self.problem = _("The shared memory in Redis can't be used ({error}).").format(error=kind)
        if before != self.problem:
            _log.error("%s Updates wait with Telegram.", self.problem)
            self.on_trouble(self.problem)

    def _rewrite(self) -> None:
        if not self._writes_a_log:
            return
        try:
            self._redis.bgrewriteaof()
        except ResponseError as error:
            if "in progress" not in str(error):
                self._tell_of_files()

    @cached_property
    def _writes_a_log(self) -> bool:
        """Whether Redis keeps an append-only file; it is warned of snapshots, which stay as is."""
        try:
            state: Any = self._redis.info("persistence")
            snapshots: Any = self._redis.config_get("save")
        except ResponseError:
            self._tell_of_files()
            return False
        if snapshots.get("save"):
            _log.warning("Redis writes snapshots, in which erased texts stay a while: set save ''")
        return bool(state.get("aof_enabled"))

    def _tell_of_files(self) -> None:
        if not self._told_of_files:
            self._told_of_files = True
            _log.warning("Redis lets nobody see or tidy its files; see docs/operations.md")
