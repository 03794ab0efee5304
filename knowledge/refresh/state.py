"""What the last check found, kept in one small file; it says when each page was last right."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

FILE = "refresh.json"


@dataclass(frozen=True, slots=True)
class Known:
    """The last check of a source.

    `checked` is the last day on which all quotes stood. `basis` is a digest of the saved page and
    its quotes; with it and the page as the server had it then, the outcome still holds.
    """

    basis: str = ""
    outcome: str = ""
    checked: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    finding: Mapping[str, Any] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        """`checked` as a date; None where it is none."""
        try:
            return date.fromisoformat(self.checked or "")
        except (TypeError, ValueError):
            return None


def read_state(folder: Path) -> dict[str, Known]:
    """The last checks by source id. A file that is missing or damaged tells nothing."""
    try:
        content = json.loads((folder / FILE).read_bytes())
        return {id_: Known(**known) for id_, known in content["sources"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def write_state(folder: Path, state: Mapping[str, Known]) -> None:
    """Keep the checks; written aside and renamed, so that it is never half there."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f".{FILE}.{os.getpid()}"
    content = {"version": 1, "sources": {id_: asdict(known) for id_, known in state.items()}}
    try:
        aside.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        aside.replace(folder / FILE)
    finally:
        aside.unlink(missing_ok=True)


def checked_days(folder: Path) -> dict[str, date]:
    """The last day on which the quotes of each source stood in its page."""
    state = read_state(folder)
    return {id_: known.day for id_, known in state.items() if known.day}
