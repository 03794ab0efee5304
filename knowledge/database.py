"""Where the database is, and that it is there and of today's data."""

import contextlib
import logging
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from knowledge.errors import DatabaseUnusable
from knowledge.library import SHIPPED, Library
from knowledge.refresh.state import checked_days
from knowledge.store import Store

NAMED = "KOMMUNMAL_DATABASE"
OWN_DATA = "KOMMUNMAL_DATA"
_APP = "kommunmal"
_log = logging.getLogger(__name__)
_FILE = "knowledge.sqlite"
# A build takes a second; who waits longer than this meets a stuck process.
_WAIT_SECONDS = 60


def library(environ: Mapping[str, str]) -> Library:
    """What ships, with the municipality's own folder of data laid over it where there is one."""
    own = own_data(environ)
    overlays = (own,) if (own / "plans").is_dir() else ()
    return Library(overlays=overlays, checked=checked_days(own))


def own_data(environ: Mapping[str, str]) -> Path:
    """The municipality's own folder of data: KOMMUNMAL_DATA, else the user's data folder."""
    named = environ.get(OWN_DATA)
    return Path(named) if named else user_data_path(_APP)


def database_path(environ: Mapping[str, str]) -> Path:
    """The file that KOMMUNMAL_DATABASE names, else one beside the package, else in the cache."""
    named = environ.get(NAMED)
    if named:
        return Path(named)
    beside = SHIPPED / _FILE
    return beside if beside.is_file() else user_cache_path(_APP) / _FILE


def open_store(environ: Mapping[str, str]) -> Store:
    """The knowledge base, built first where it is ours to build.

    A file named by KOMMUNMAL_DATABASE is taken as it is: DatabaseUnusable says what to do where
    it is missing or of another version. InvalidData where the data has problems.
    """
    path = database_path(environ)
    if environ.get(NAMED) or path.parent == SHIPPED:
        return Store(path)
    data = library(environ)
    fingerprint = data.fingerprint()
    fresh = _fresh(path, fingerprint)
    if fresh:
        return fresh
    with _alone(path):
        # Another process may have built it while this one waited.
        return _fresh(path, fingerprint) or _built(data, path)


def _fresh(path: Path, fingerprint: str) -> Store | None:
    try:
        store = Store(path)
    except DatabaseUnusable:
        return None
    if store.fingerprint == fingerprint:
        return store
    store.close()
    return None


def _built(data: Library, path: Path) -> Store:
    # Building needs libraries that asking does not; they are loaded when needed.
    from knowledge.build import build

    try:
        left_out = build(data, path)
    except OSError as error:
        raise DatabaseUnusable(
            f"The database can't be written to {path} ({error.strerror}). "
            f"Name another place: {NAMED}=/path/to/file.sqlite kommunmal build"
        ) from None
    for problem in left_out:
        _log.warning("Left out: %s", problem)
    return Store(path)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock beside the database; SQLite's own locking works on every system."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(path.with_suffix(".lock"), timeout=_WAIT_SECONDS)
        lock.execute("begin exclusive")
    except (OSError, sqlite3.OperationalError) as error:
        raise DatabaseUnusable(
            f"The folder {path.parent} can't be written to ({error}). "
            f"Name another place: {NAMED}=/path/to/file.sqlite kommunmal build"
        ) from None
    try:
        yield
    finally:
        lock.close()
