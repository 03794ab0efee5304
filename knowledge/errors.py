"""What can go wrong with the knowledge, each with the place it happened in."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a data file that breaks a promise: which file, which entry and field, what.

    >>> str(Problem("plans/habo.toml", "statement 'habo-vision', original", "stands nowhere"))
    "plans/habo.toml: statement 'habo-vision', original: stands nowhere"
    """

    file: str
    where: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.where, self.message) if part)


class KnowledgeError(Exception):
    """Base of every error of this package; its message is meant for a person."""


class InvalidData(KnowledgeError):
    """Data files have problems; all of them are listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class DatabaseUnusable(KnowledgeError):
    """The database is missing, corrupt, or of another version."""


def not_writable(path: Path, error: Exception) -> DatabaseUnusable:
    """The error for a place where no database can be written, with the way out."""
    return DatabaseUnusable(
        _(
            "The database can't be written to {path} ({error}). "
            "Name another place: KOMMUNMAL_DATABASE=/path/to/file.sqlite kommunmal build"
        ).format(path=path, error=getattr(error, "strerror", None) or error)
    )
