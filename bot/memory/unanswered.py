"""Questions asked in vain, kept for staff in a small SQLite file of their own.

A row is a text on a day and how often it came: no ids, no time of day, nobody's personal data
(the texts come in cleaned, see `noting`).
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple, Self

from bot.memory.private import private
from knowledge.models import Language

VERSION = 1
DAYS = 90
# A flood of nonsense fills no disk; of what nobody repeated, the oldest makes room.
MOST_ROWS = 20_000
# How long the bot waits for staff who read or erase at the same moment.
_WAIT_SECONDS = 5.0

_SCHEMA = f"""
create table asked (
    reason text not null, gist text not null, text text not null, language text not null,
    intent text not null, covered text not null, uncovered text not null,
    day text not null, times integer not null,
    primary key (day, reason, gist, text)
) without rowid;
pragma user_version = {VERSION};
"""


class UnansweredUnusable(Exception):
    """The file can't be opened, read or written; the message says why."""

    def __init__(self, path: Path, error: Exception) -> None:
        self.path, self.why = path, str(getattr(error, "strerror", None) or error)
        super().__init__(f"{path}: {self.why}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is kept: its cleaned text, why it was in vain, what it was about.

    `covered` and `uncovered` are SCB codes of the municipalities it asked about.
    """

    reason: str
    gist: str
    text: str
    language: Language
    intent: str = ""
    covered: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()


class Kept(NamedTuple):
    """A kept question, the day it was asked, how many times that day."""

    asked: Asked
    day: date
    times: int


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one gist, in vain for one reason; the most usual wording first."""

    reason: str
    wordings: tuple[Asked, ...]
    times: int
    first: date
    last: date


class Unanswered:
    """The open file, made with its folder where there is none. Raises UnansweredUnusable.

    What was asked more than `days` days ago is erased whenever a question comes or staff look.
    """

    def __init__(self, path: Path, days: int = DAYS) -> None:
        self._path = path
        self.days = days
        with self._guarded():
            private(path)
            self._db = sqlite3.connect(
                path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def _prepare(self) -> None:
        # What is erased is overwritten with zeros, not only marked as free.
        self._db.execute("pragma secure_delete = on")
        # A question kept is not waited for: a power cut may cost the last few.
        with suppress(sqlite3.OperationalError):
            # Another process that opens the file is doing it, or the next start will.
            self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")
        self._db.execute("begin immediate")
        version = self._db.execute("pragma user_version").fetchone()[0]
        if version == 0:
            for statement in _SCHEMA.split(";"):
                self._db.execute(statement)
        self._db.execute("commit")
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError(f"it is of version {version}, this program's is {VERSION}")

    def keep(self, asked: Asked, day: date) -> None:
        """Keep a question, or count it once more for the day."""
        self.expire(day)
        with self._guarded():
            self._db.execute(
                "insert into asked values (?, ?, ?, ?, ?, ?, ?, ?, 1)"
                " on conflict do update set times = times + 1",
                (
                    asked.reason,
                    asked.gist,
                    asked.text,
                    asked.language,
                    asked.intent,
                    json.dumps(asked.covered),
                    json.dumps(asked.uncovered),
                    day.isoformat(),
                ),
            )
            rows = self._db.execute("select count(*) from asked").fetchone()[0]
            if rows > MOST_ROWS:
                self._erase(
                    "delete from asked where (day, reason, gist, text) in (select day, reason,"
                    " gist, text from asked order by times > 1, day limit ?)",
                    (rows - MOST_ROWS,),
                )

    def expire(self, today: date) -> int:
        """Erase what has been kept long enough; how many rows that were."""
        with self._guarded():
            first = (today - timedelta(days=self.days)).isoformat()
            return self._erase("delete from asked where day < ?", (first,))

    def _erase(self, sql: str, values: Sequence[object] = ()) -> int:
        """Delete rows, from the journal beside the file too; how many that were."""
        rows = self._db.execute(sql, values).rowcount
        if rows:
            self._tidy()
        return rows

    def _tidy(self) -> None:
        self._db.execute("pragma wal_checkpoint(truncate)").fetchone()

    def forget(self) -> int:
        """Erase everything; how many questions that were."""
        with self._guarded():
            found = self._db.execute("select coalesce(sum(times), 0) from asked").fetchone()[0]
            self._db.execute("delete from asked")
            self._db.execute("vacuum")
            self._tidy()
            return int(found)

    def kept(self, today: date) -> list[Kept]:
        """Everything that is still to be kept, the oldest first."""
        self.expire(today)
        with self._guarded():
            rows = self._db.execute(
                "select reason, gist, text, language, intent, covered, uncovered, day, times"
                " from asked order by day, reason, gist, text"
            ).fetchall()
        return [_kept(row) for row in rows]

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise UnansweredUnusable(self._path, error) from error


def grouped(kept: Iterable[Kept]) -> list[Group]:
    """Like questions together, the most asked first, then the latest."""
    found: dict[tuple[str, str], list[Kept]] = {}
    for one in kept:
        found.setdefault((one.asked.reason, one.asked.gist), []).append(one)
    groups = [_group(reason, rows) for (reason, _), rows in found.items()]
    return sorted(groups, key=lambda group: (-group.times, -group.last.toordinal()))


def _group(reason: str, rows: Sequence[Kept]) -> Group:
    times = Counter[str]()
    wordings: dict[str, Asked] = {}
    for one in rows:
        times[one.asked.text] += one.times
        wordings[one.asked.text] = one.asked
    days = [one.day for one in rows]
    usual = tuple(wordings[text] for text, _ in times.most_common())
    return Group(reason, usual, times.total(), min(days), max(days))


def _kept(row: Sequence[Any]) -> Kept:
    reason, gist, text, language, intent, covered, uncovered, day, times = row
    asked = Asked(
        reason,
        gist,
        text,
        language,
        intent,
        tuple(json.loads(covered)),
        tuple(json.loads(uncovered)),
    )
    return Kept(asked, date.fromisoformat(day), times)
