"""The assistant over the database as it stands: a new one is taken up at the next question."""

import logging
from collections.abc import Callable
from pathlib import Path

from bot.assistant import Assistant
from knowledge.errors import KnowledgeError
from knowledge.store import Store

# Which file, when it was written, how long it is; None where there is none.
_Mark = tuple[int, int, int, int] | None
_log = logging.getLogger(__name__)


class Current:
    """Gives the assistant; looks at the file each time, which costs some microseconds.

    The database is held in memory, so that a file written over, damaged or removed harms no
    answer: what was read last serves until there is a good one again. Raises KnowledgeError where
    there is no good one to begin with.
    """

    def __init__(self, path: Path, load: Callable[[Store], Assistant]) -> None:
        self.path = path
        self._load = load
        self._mark = _mark(path)
        self._store = self._open()
        self._before: Store | None = None
        self._assistant = load(self._store)
        self._good = True
        self.on_trouble: Callable[[str], None] = lambda problem: None
        self.on_renewal: Callable[[], None] = lambda: None

    def __call__(self) -> Assistant:
        """The assistant over the database that lies there now, or over the last good one."""
        mark = _mark(self.path)
        if mark != self._mark:
            self._mark = mark
            self._renew()
        return self._assistant

    def _renew(self) -> None:
        try:
            store = self._open()
        except KnowledgeError as error:
            self._failed(str(error))
            return
        try:
            with store.reading():
                assistant = self._load(store)
        except Exception as error:
            store.close()
            self._failed(str(error))
            return
        # What was begun with the one before is finished with it.
        if self._before:
            self._before.close()
        self._before, self._store, self._assistant = self._store, store, assistant
        self._good = True
        _log.info("the database was replaced and has been read anew")
        self.on_renewal()

    def _failed(self, problem: str) -> None:
        """Tell it once, until all is well again; a file is seen half written, too."""
        _log.error("the database could not be read anew; the last good one serves. %s", problem)
        if self._good:
            self._good = False
            self.on_trouble(problem)

    def _open(self) -> Store:
        store = Store(self.path)
        try:
            store.hold()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of what is held."""
        for store in (self._before, self._store):
            if store:
                store.close()


def _mark(path: Path) -> _Mark:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
