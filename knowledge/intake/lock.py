"""One import at a time into a folder of data, so that none writes over what another has shown.

The lock is the system's on an open file: it ends with the process, however that ends. What the
file says is who holds it, for the message to whom it keeps waiting.
"""

import contextlib
import getpass
import os
import socket
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from knowledge.intake.changing import changing
from knowledge.intake.remarks import CannotTake
from knowledge.marking import marked

FILE = ".import.lock"
_PATIENCE, _PAUSE = 5.0, 0.1
# Beyond what is written, as one system locks against reading too.
_BYTE = 4096


@contextlib.contextmanager
def only_one(own: Path, now: datetime, patience: float = _PATIENCE) -> Iterator[None]:
    """Keep others from changing a folder of data while this block runs.

    Waits `patience` seconds for another to be done; CannotTake, naming who holds the folder,
    where that takes longer, and where the folder can't be written to.
    """
    path = own / FILE
    with changing(own):
        own.mkdir(parents=True, exist_ok=True)
        # Never made anew or taken away: a lock on a file without a name would lock nothing.
        file = path.open("a+b")
    with file:
        _wait(file, own, patience)
        _write(file, f"{_user()}\n{socket.gethostname()}\n{os.getpid()}\n{now:%Y-%m-%d %H:%M}\n")
        try:
            yield
        finally:
            _write(file, "")


def _wait(file: BinaryIO, own: Path, patience: float) -> None:
    last = time.monotonic() + patience
    while not _locked(file):
        if time.monotonic() >= last:
            raise _taken(file, own)
        time.sleep(_PAUSE)


def _taken(file: BinaryIO, own: Path) -> CannotTake:
    file.seek(0)
    told = file.read().decode("utf-8", "replace").split("\n")
    if len(told) < 4:  # between taking the lock and saying so
        return CannotTake(
            marked(
                "Someone else is changing the data in {folder}. Nothing was changed. "
                "Run the command again in a moment."
            ),
            folder=str(own),
        )
    user, host, process, since = told[:4]
    return CannotTake(
        marked(
            "{user} is changing the data in {folder} since {since} (on {host}, process {process}). "
            "Nothing was changed. Run the command again when that import is done; if it still "
            "waits for an answer, answer it or end it with Ctrl+C."
        ),
        user=user,
        host=host,
        process=process,
        since=since,
        folder=str(own),
    )


def _write(file: BinaryIO, text: str) -> None:
    file.truncate(0)
    file.write(text.encode())
    file.flush()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a number without a name
        return "?"


def _locked(file: BinaryIO) -> bool:
    """Take the lock if it is free; the system gives it back when the file is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
