"""Where the database is, and that it is there and of today's data."""

import contextlib
import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.errors import DatabaseUnusable, Problem, not_writable
from knowledge.folders import SHIPPED, Folders
from knowledge.refresh.state import checked_days
from knowledge.store import Store

if TYPE_CHECKING:
    from knowledge.library import Library

NAMED = "KOMMUNMAL_DATABASE"
OWN_DATA = "KOMMUNMAL_DATA"
_APP = "kommunmal"
_log = logging.getLogger(__name__)
_FILE = "knowledge.sqlite"
# A build takes a second; who waits longer than this meets a stuck process.
_WAIT_SECONDS = 60


def folders(environ: Mapping[str, str]) -> Folders:
    """What ships, with the municipality's own folder of data laid over it where there is one."""
    own = own_data(environ)
    overlays = (own,) if (own / "plans").is_dir() else ()
    return Folders(overlays=overlays, checked=checked_days(own))


def library(environ: Mapping[str, str]) -> "Library":
    """The data in those folders, to be read and validated."""
    # Reading plans needs libraries that asking does not; they are loaded when needed.
    from knowledge.library import Library

    found = folders(environ)
    return Library(overlays=found.overlays, checked=found.checked)


def own_data(environ: Mapping[str, str]) -> Path:
    """The municipality's own folder of data: KOMMUNMAL_DATA, else the user's data folder."""
    if named := environ.get(OWN_DATA):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path(_APP)


def database_path(environ: Mapping[str, str]) -> Path:
    """The file that KOMMUNMAL_DATABASE names, else one in the user's cache folder.

    One that ships ready beside the package (see `open_store`) is only read, never built.
    """
    if named := environ.get(NAMED):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path(_APP) / _FILE


def _log_left_out(problem: Problem) -> None:
    _log.warning(_("Left out: {problem}").format(problem=problem))


def open_store(
    environ: Mapping[str, str], left_out: Callable[[Problem], None] = _log_left_out
) -> Store:
    """The knowledge base, built first where it is ours to build.

    A file named by KOMMUNMAL_DATABASE is taken as it is: DatabaseUnusable says what to do where
    it is missing or of another version, and a warning where it is of other data. Without one, a
    file beside the package serves if it is of today's data, else one in the user's cache folder,
    which is built anew where it is not. InvalidData where the data has problems; those of a
    municipality's own files are told to `left_out` when it is built.
    """
    if environ.get(NAMED):
        store = Store(database_path(environ))
        _warn_of_other_data(store, environ)
        return store
    fingerprint = folders(environ).fingerprint()
    ready = _fresh(SHIPPED / _FILE, fingerprint)
    if ready:
        return ready
    path = database_path(environ)
    fresh = _fresh(path, fingerprint)
    if fresh:
        return fresh
    with _alone(path):
        # Another process may have built it while this one waited.
        return _fresh(path, fingerprint) or _built(library(environ), path, left_out)


def _warn_of_other_data(store: Store, environ: Mapping[str, str]) -> None:
    # What can't be read is told of when it is needed.
    with contextlib.suppress(DatabaseUnusable, OSError), store.reading():
        if store.fingerprint != folders(environ).fingerprint():
            problem = _(
                "The database {path} was not built from today's data by this version. "
                "Build it anew: kommunmal build"
            )
            _log.warning(problem.format(path=store.path))


def _fresh(path: Path, fingerprint: str) -> Store | None:
    try:
        store = Store(path)
        with store.reading():
            if store.fingerprint == fingerprint:
                return store
    except DatabaseUnusable:
        return None
    store.close()
    return None


def _built(data: "Library", path: Path, left_out: Callable[[Problem], None]) -> Store:
    from knowledge.build import build

    for problem in build(data, path):
        left_out(problem)
    return Store(path)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock beside the database; SQLite's own locking works on every system."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(path.with_suffix(".lock"), timeout=_WAIT_SECONDS)
        lock.execute("begin exclusive")
    except (OSError, sqlite3.OperationalError) as error:
        raise not_writable(path, error) from None
    try:
        yield
    finally:
        lock.close()
