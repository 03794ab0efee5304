"""Files that hold what people wrote: for the one who runs the bot, nobody else on the machine."""

from contextlib import suppress
from pathlib import Path

# Beside an open file SQLite keeps a journal and an index of it, with the file's own rights.
_BESIDE = ("", "-wal", "-shm")


def private(path: Path) -> None:
    """Make the file and its folder if need be, which nobody else may read. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    for one in (path.with_name(path.name + end) for end in _BESIDE):
        # Whose file it is not may write it all the same, and can't change this.
        with suppress(FileNotFoundError, PermissionError):
            if one.is_file():
                one.chmod(0o600)
