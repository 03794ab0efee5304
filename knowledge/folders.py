"""The folders that data files lie in, and a digest of all that is in them.

Apart from `library`, so that asking a question can tell whether the database is of today's data
without loading what reads and validates plans.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

SHIPPED = Path(__file__).parent


@dataclass(frozen=True)
class Folders:
    """Folders of data, each with `plans/` and `pages/`; a later one is laid over the earlier.

    The register, names and topics are those of `base`; to its labels an own folder may add.
    """

    base: Path = SHIPPED
    overlays: tuple[Path, ...] = ()
    # The days on which `refresh` last found the quotes of a source in its page.
    checked: Mapping[str, date] = field(default_factory=dict, hash=False)

    def fingerprint(self) -> str:
        """A digest of all data files and of the code that builds from them."""
        digest = hashlib.sha256()
        for path in self._inputs():
            digest.update(path.name.encode() + b"\0" + _content(path) + b"\0")
        digest.update(repr(sorted(self.checked.items())).encode())
        return digest.hexdigest()

    def _inputs(self) -> Iterator[Path]:
        yield from sorted(SHIPPED.glob("*.py"))
        yield from (self.base / name for name in ("register.csv", "aliases.toml"))
        yield from (self.base / name for name in ("topics.toml", "labels.toml"))
        yield from (folder / "labels.toml" for folder in self.overlays)
        for folder in (self.base, *self.overlays):
            yield from sorted((folder / "plans").glob("*.toml"))
            yield from sorted(path for path in (folder / "pages").rglob("*") if path.is_file())


def _content(path: Path) -> bytes:
    """A file's bytes; what can't be read is left out of a build and has none."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
