"""What a stand-in kept while a file could not be used, written into the file: all or nothing."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from bot.memory.schema import FORGET, TABLES

# Of the same conversation, choice or update, the stand-in knows the later.
_VERB = dict.fromkeys(("conversation", "choice", "reply", "inbox"), "insert or replace")
_WHERE_BOTH = {
    "vote": " on conflict do update set up = up + excluded.up, down = down + excluded.down"
}


def replace(file: sqlite3.Connection, stand_in: sqlite3.Connection) -> None:
    """Have the file hold what the stand-in holds, which began as a copy of it.

    Raises sqlite3.Error, as `add` does; the file is as it was then.
    """
    with _whole(file):
        for table in TABLES:
            file.execute(f"delete from {table}")
            _insert(file, stand_in, table)


def add(
    file: sqlite3.Connection, stand_in: sqlite3.Connection, *, forgotten: Iterable[bytes]
) -> None:
    """Have the file hold what it held, less who was forgotten, and what the stand-in holds."""
    with _whole(file):
        for who in forgotten:
            for sql in FORGET:
                file.execute(sql, (who,))
        for table in TABLES:
            _insert(file, stand_in, table, _VERB.get(table, "insert"), _WHERE_BOTH.get(table, ""))


def _insert(
    file: sqlite3.Connection,
    stand_in: sqlite3.Connection,
    table: str,
    verb: str = "insert",
    where_both: str = "",
) -> None:
    rows = stand_in.execute(f"select * from {table}").fetchall()
    if rows:
        gaps = ",".join("?" * len(rows[0]))
        file.executemany(f"{verb} into {table} values ({gaps}){where_both}", rows)


@contextmanager
def _whole(file: sqlite3.Connection) -> Iterator[None]:
    file.execute("begin immediate")
    try:
        yield
        file.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):
            if file.in_transaction:
                file.execute("rollback")
        raise
