"""The file of what the bot must remember: SQLite, written durably, erased for good."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

VERSION = 1

_SCHEMA = """
create table conversation (
    who blob primary key, context text not null, until integer not null
) without rowid;
create table choice (
    who blob primary key, language text, home text, until integer not null
) without rowid;
create table reply (
    who blob not null, question integer not null, reply integer not null, until integer not null,
    primary key (who, question)
) without rowid;
create table vote (
    statement text not null, asked text not null, up integer not null, down integer not null,
    primary key (statement, asked)
) without rowid;
create table remark (text text not null);
create table inbox (
    update_id integer primary key, payload text, who blob,
    received integer not null, tries integer not null default 0,
    done_calls integer not null default 0,
    state text not null default 'waiting', error text
);
create index inbox_state on inbox (state, update_id);
"""


class MemoryUnusable(Exception):
    """The file can't be opened, read or written; the message says why."""


class MemoryFile:
    """The open file. One process writes; transactions nest no deeper than one."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._prepare()
        except (OSError, sqlite3.DatabaseError) as error:
            raise MemoryUnusable(
                _(
                    "The memory {path} can't be used ({error}). "
                    "Name another file with KOMMUNMAL_MEMORY, or move this one away."
                ).format(path=path, error=error)
            ) from None

    def _prepare(self) -> None:
        # What is erased is overwritten with zeros, not only marked as free.
        self._db.execute("pragma secure_delete = on")
        self._db.execute("pragma journal_mode = wal")
        # An update is confirmed to Telegram once it is written: it must outlive a power cut.
        self._db.execute("pragma synchronous = full")
        version = self._db.execute("pragma user_version").fetchone()[0]
        if version == 0:
            self._db.executescript(f"begin; {_SCHEMA} pragma user_version = {VERSION}; commit;")
        elif version != VERSION:
            raise sqlite3.DatabaseError(f"it is of version {version}, this program's is {VERSION}")

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run one statement. Raises MemoryUnusable where the file fails."""
        try:
            return self._db.execute(sql, values)
        except sqlite3.Error as error:
            raise MemoryUnusable(f"The memory can't be used ({error}).") from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything within is kept, or nothing of it. Raises MemoryUnusable."""
        self.execute("begin immediate")
        try:
            yield
            self.execute("commit")
        except BaseException:
            # A full disk may have ended the transaction already.
            if self._db.in_transaction:
                self.execute("rollback")
            raise

    def tidy(self) -> None:
        """Empty the journal beside the file, where erased text would otherwise stand a while."""
        self.execute("pragma wal_checkpoint(truncate)").fetchone()

    def close(self) -> None:
        """Close the file; its journal is merged into it."""
        self._db.close()
