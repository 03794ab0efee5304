"""What can go wrong with the knowledge, each with the place it happened in."""

import errno
import re
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from knowledge.marking import marked


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
        where = _ENTRY.sub(_named, self.where)
        return ": ".join(part for part in (self.file, where, self.message) if part)


# `where` names an entry always alike; in what language it is told is that of the locale.
_ENTRIES = {
    "statement": marked("statement {name}"),
    "source": marked("source {name}"),
    "note": marked("note {name}"),
    "topic": marked("topic {name}"),
    "label": marked("label {name}"),
    "column": marked("column {name}"),
    "sheet": marked("sheet {name}"),
}
_ENTRY = re.compile(rf"\b({'|'.join(_ENTRIES)}) ('[^']*'|number \d+)")


def _named(match: re.Match[str]) -> str:
    noun, name = match.groups()
    if name.startswith("number "):
        name = _("number {number}").format(number=name.removeprefix("number "))
    return _(_ENTRIES[noun]).format(name=name)


def reason(error: OSError) -> str:
    """Why a file can't be read or written, in the language of the locale."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)


_REASONS = {
    errno.EACCES: marked("you have no right to it"),
    errno.EPERM: marked("you have no right to it"),
    errno.EROFS: marked("it can only be read"),
    errno.ENOSPC: marked("the disk is full"),
    errno.ENOENT: marked("it does not exist"),
    errno.EISDIR: marked("it is a folder"),
    errno.ENOTDIR: marked("a file stands where a folder should be"),
    errno.EEXIST: marked("a file stands where a folder should be"),
}


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
