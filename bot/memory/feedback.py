"""Thumbs up and down, counted by statement and kind of question; who pressed is not kept."""

from typing import NamedTuple

from bot.memory.file import MemoryFile

LONGEST_REMARK = 1000


class Votes(NamedTuple):
    """How often an answer was found good or bad; `statement` is empty where none was shown."""

    statement: str
    asked: str
    up: int
    down: int


class Feedback:
    """Counts and remarks, for the staff."""

    def __init__(self, file: MemoryFile) -> None:
        self._file = file

    def vote(self, statement: str, asked: str, good: bool) -> None:
        """Count one."""
        self._file.execute(
            """
            insert into vote values (?, ?, ?, ?)
            on conflict do update set up = up + excluded.up, down = down + excluded.down
            """,
            (statement, asked, int(good), int(not good)),
        )

    def votes(self) -> list[Votes]:
        """All counts, the worst first."""
        rows = self._file.execute(
            "select statement, asked, up, down from vote order by down - up desc, statement, asked"
        )
        return [Votes(*row) for row in rows]

    def remark(self, text: str) -> None:
        """Keep what someone found missing, as text alone."""
        self._file.execute("insert into remark values (?)", (text[:LONGEST_REMARK],))

    def remarks(self) -> list[str]:
        """What people found missing, the oldest first."""
        return [row[0] for row in self._file.execute("select text from remark order by rowid")]
