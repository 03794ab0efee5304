"""The file of what the bot must remember: SQLite, written durably, erased for good."""

import logging
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import NoReturn

from bot.memory.private import private
from bot.memory.returning import add, replace
from bot.memory.schema import prepare

# Who waits longer for another process's lock holds up everybody.
_LOCK_SECONDS = 1.0
_log = logging.getLogger(__name__)


class MemoryUnusable(Exception):
    """The file can't be opened, read or written; the message says why."""


class MemoryFile:
    """The open file. One process writes; transactions nest no deeper than one.

    Where the file fails (disk full or read-only, file damaged or locked), what was under way
    raises MemoryUnusable, and from then on a copy in memory stands in, so that a second attempt
    succeeds; `go_back` writes what it holds into the file once that can be used again. `problem`
    says what is wrong meanwhile. Where the file could not even be opened, an empty one stands in.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.problem = ""
        self.on_trouble: Callable[[str], None] = lambda problem: None
        self.on_return: Callable[[], None] = lambda: None
        self._file: sqlite3.Connection | None = None
        # Whether a file that could not be opened is tried again, and who was forgotten meanwhile.
        self._may_open = False
        self._forgotten: set[bytes] = set()
        try:
            self._db = self._file = self._open()
        except (OSError, sqlite3.DatabaseError) as error:
            self._may_open = _may_pass(error)
            self._db = _empty()
            self._failed(error)

    def _open(self) -> sqlite3.Connection:
        private(self._path)
        db = sqlite3.connect(
            self._path, isolation_level=None, check_same_thread=False, timeout=_LOCK_SECONDS
        )
        try:
            prepare(db)
        except BaseException:
            db.close()
            raise
        return db

    @property
    def _stands_in(self) -> bool:
        return self._db is not self._file

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run one statement. Raises MemoryUnusable where the file fails."""
        try:
            return self._db.execute(sql, values)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
                self._let_go(error)
            raise MemoryUnusable(f"The memory can't be used ({error}).") from error

    def reach_disk(self) -> None:
        """Wait until the disk holds what was written, so that it outlives a power cut.

        What was written outlives the process at once. May be called from any thread, beside one
        that writes. Raises OSError: tell `unsafe` then.
        """
        if self._stands_in:
            return
        # SQLite has appended it to the journal; locks it holds on the other files alone.
        journal = os.open(f"{self._path}-wal", os.O_RDWR)
        try:
            os.fsync(journal)
        finally:
            os.close(journal)

    def unsafe(self, error: OSError) -> NoReturn:
        """The disk did not take what was written. Raises MemoryUnusable."""
        self._let_go(error)
        raise MemoryUnusable(f"The memory can't be used ({error}).") from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything within is kept, or nothing of it. Raises MemoryUnusable."""
        db = self._db
        self.execute("begin immediate")
        try:
            yield
            self.execute("commit")
        except BaseException:
            # A full disk may have ended the transaction already.
            with suppress(sqlite3.Error):
                if db.in_transaction:
                    db.execute("rollback")
            raise

    def _let_go(self, error: Exception) -> None:
        """Have a copy in memory stand in for the file."""
        if self._stands_in:
            return
        with suppress(sqlite3.Error):
            if self._db.in_transaction:
                self._db.execute("rollback")
        copy = _copy(self._db)
        if copy is None:
            # What was forgotten meanwhile must not come back from it: it is not gone back to.
            self._db.close()
            self._file = None
        self._db = copy or _empty()
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.problem = _(
            "The memory {path} can't be used ({error}). "
            "Name another file with KOMMUNMAL_MEMORY, or move this one away."
        ).format(path=self._path, error=error)
        _log.error("%s Until then, nothing is remembered beyond this process.", self.problem)
        self.on_trouble(self.problem)

    def go_back(self) -> None:
        """Use the file again where that is possible, with what was kept meanwhile.

        One that is damaged, or not ours, is left as it is until the next start.
        """
        if not self._stands_in or self._db.in_transaction:
            return
        if self._file is not None:
            file, write = self._file, replace
        elif self._may_open:
            opened = self._opened_at_last()
            if opened is None:
                return
            file, write = opened, partial(add, forgotten=self._forgotten)
        else:
            return
        try:
            write(file, self._db)
        except sqlite3.Error:
            if self._file is None:
                file.close()
            return
        self._db.close()
        self._db = self._file = file
        self._forgotten.clear()
        self.problem = ""
        _log.info("the memory can be used again")
        self.on_return()

    def _opened_at_last(self) -> sqlite3.Connection | None:
        try:
            return self._open()
        except (OSError, sqlite3.DatabaseError) as error:
            self._may_open = _may_pass(error)
            return None

    def forgotten(self, who: bytes) -> None:
        """Have what a file holds of somebody be erased when it opens at last."""
        if self._file is None:
            self._forgotten.add(who)

    def tidy(self) -> None:
        """Empty the journal beside the file, where erased text would otherwise stand a while."""
        self.execute("pragma wal_checkpoint(truncate)").fetchone()

    def close(self) -> None:
        """Close the file; its journal is merged into it."""
        self.go_back()
        self._db.close()
        if self._file is not None:
            self._file.close()


def _may_pass(error: Exception) -> bool:
    """Whether a file may be opened later: not one that is damaged or no database of ours."""
    return isinstance(error, (OSError, sqlite3.OperationalError))


def _empty() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    prepare(db)
    return db


def _copy(file: sqlite3.Connection) -> sqlite3.Connection | None:
    """A copy in memory, or None where the file can't be read whole."""
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with suppress(sqlite3.Error):
        file.backup(db)
        if db.execute("pragma quick_check(1)").fetchone()[0] == "ok":
            return db
    db.close()
    _log.warning("the memory can't be read either; an empty one stands in")
    return None
