"""Where an error came from, told without a word of what anyone wrote."""

import traceback
from pathlib import Path

_FRAMES = 6


def where(error: BaseException) -> str:
    """The innermost lines of code that an error came through."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return " > ".join(f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames)
