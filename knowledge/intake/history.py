"""Every version of a municipality's own plan, kept so that it can be brought back."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from knowledge.intake.files import write_whole

_FOLDER = "history"
_STAMP = "%Y-%m-%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Version:
    """A plan file as it once was: its name in the history, and when it was put in place."""

    name: str
    path: Path

    @property
    def when(self) -> datetime:
        """When it was put in place, in UTC."""
        return datetime.strptime(self.name, _STAMP).replace(tzinfo=UTC)


def versions(own: Path, slug: str) -> list[Version]:
    """All versions kept, the latest first."""
    paths = (own / _FOLDER / slug).glob("*.toml")
    return [Version(path.stem, path) for path in sorted(paths, reverse=True)]


def keep(own: Path, slug: str, text: str, now: datetime) -> None:
    """Keep a version, unless it is the latest one already."""
    earlier = versions(own, slug)
    if earlier and earlier[0].path.read_text(encoding="utf-8") == text:
        return
    when = now.astimezone(UTC)
    while (own / _FOLDER / slug / f"{when.strftime(_STAMP)}.toml").exists():
        # Two versions of one moment: the second is the later one.
        when += timedelta(microseconds=1)
    name = when.strftime(_STAMP)
    write_whole(own / _FOLDER / slug / f"{name}.toml", text.encode())
