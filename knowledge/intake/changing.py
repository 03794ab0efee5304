"""A change of a folder of data that fails is told with where and why."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from knowledge.errors import reason
from knowledge.intake.remarks import CannotTake
from knowledge.marking import marked


@contextlib.contextmanager
def changing(own: Path) -> Iterator[None]:
    """Within this, a file of the folder that can't be written raises CannotTake."""
    try:
        yield
    except OSError as error:
        raise CannotTake(
            marked("{path} can't be written: {error}. Nothing was changed."),
            path=str(error.filename or own),
            error=reason(error),
        ) from None
