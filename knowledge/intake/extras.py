"""Libraries of the extra `staff`, loaded when they are needed."""

import importlib
from typing import Any

from knowledge.intake.remarks import CannotTake, marked


def extra(name: str) -> Any:
    """A module of the extra; CannotTake says what to install where it is missing."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        raise CannotTake(
            marked("This needs {name}. Install it with: pip install 'kommunmal[staff]'"),
            name=name.split(".")[0],
        ) from None
