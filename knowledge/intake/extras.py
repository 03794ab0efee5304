"""Libraries of the extra `staff`, loaded when they are needed."""

import importlib
from typing import Any

from knowledge.extras import NEEDS
from knowledge.intake.remarks import CannotTake


def extra(name: str) -> Any:
    """A module of the extra; CannotTake says what to install where it is missing."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        raise CannotTake(NEEDS, name=name.split(".")[0], extra="staff") from None
