"""Measures everything and prints the tables; with `--readme`, puts them into the README."""

import gc
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.asking import DAY
from benchmarks.replies import beside_a_search, beside_peers, by_stage
from benchmarks.scale import built, growth, room
from benchmarks.tables import measured_on, write_readme
from bot.assistant import Assistant
from knowledge.build import build
from knowledge.library import Library
from knowledge.store import Store

SIZES = (290, 5800)


def main(*options: str) -> None:
    """Run the whole benchmark; a few minutes, most of them to build 5,800 plans."""
    found = [measured_on(datetime.now(UTC).astimezone().date())]
    with TemporaryDirectory() as folder:
        database = Path(folder) / "knowledge.sqlite"
        build(Library(), database)
        with Store(database) as shipped:
            assistant = Assistant(shipped, lambda: DAY)
            # As in service: what is loaded stays, and is not looked through for garbage.
            gc.freeze()
            found += _shown(
                beside_a_search(assistant), by_stage(assistant), beside_peers(assistant)
            )
            with built(SIZES) as sizes:
                found += _shown(growth(sizes), room(shipped, sizes))
    if "--readme" in options:
        write_readme("\n\n".join(found))


def _shown(*tables: str) -> tuple[str, ...]:
    for text in tables:
        print(f"\n{text}", flush=True)
    return tables


if __name__ == "__main__":
    main(*sys.argv[1:])
