"""What people told the Telegram bot they found missing, read from its memory for staff."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.memory.personal_data import without_personal_data
from bot.memory.unanswered import UnansweredUnusable

_WAIT_SECONDS = 5.0


def remarks(memory: Path) -> list[str]:
    """The remarks, the latest first, without personal data; none where there is no memory.

    The memory is only read: the bot may be writing it. Raises UnansweredUnusable.
    """
    with _opened(memory, "ro") as db:
        rows = db.execute("select text from remark order by rowid desc") if db else ()
        return [without_personal_data(text) for (text,) in rows]


def forget_remarks(memory: Path) -> int:
    """Erase the remarks; how many there were. Raises UnansweredUnusable."""
    with _opened(memory, "rw") as db:
        if db is None:
            return 0
        db.execute("pragma secure_delete = on")
        number = db.execute("delete from remark").rowcount
        # The text stands in the journal beside the file until that is emptied.
        db.execute("pragma wal_checkpoint(truncate)").fetchone()
        return number


@contextmanager
def _opened(memory: Path, mode: str) -> Iterator[sqlite3.Connection | None]:
    """The memory, or None where there is none yet or it holds no remarks."""
    if not memory.is_file():
        yield None
        return
    try:
        address = f"{memory.resolve().as_uri()}?mode={mode}"
        with closing(
            sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        ) as db:
            there = db.execute("select 1 from sqlite_schema where name = 'remark'").fetchone()
            yield db if there else None
    except sqlite3.Error as error:
        raise UnansweredUnusable(memory, error) from error
