"""How time, memory and size grow: 5 municipalities, 290, and 5,800."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from benchmarks.asking import DAY, across, of_one, whole_reply
from benchmarks.synthetic import STATEMENTS, make_library, make_plans, register
from benchmarks.tables import table
from benchmarks.timing import Times, in_turn
from bot.assistant import Assistant
from knowledge.build import write
from knowledge.store import Store

_QUESTIONS = 400
# The most memory that a process has had when it has answered, in kB, as Linux tells it.
_ASKED = r"""
import re, sys
from pathlib import Path
from benchmarks.asking import DAY, of_one, whole_reply
from bot.assistant import Assistant
from knowledge.store import Store

store = Store(Path(sys.argv[1]))
ask = whole_reply(Assistant(store, lambda: DAY))
for question in of_one(store, store.covered, 100):
    ask(question)
print(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
"""


class Size(NamedTuple):
    """A built database: municipalities, statements, seconds of the processor to build, its file."""

    municipalities: int
    statements: int
    seconds: float
    database: Path


@contextmanager
def built(numbers: Sequence[int]) -> Iterator[list[Size]]:
    """Databases of so many made-up municipalities, for as long as they are measured."""
    with TemporaryDirectory() as folder:
        yield [_build(Path(folder) / str(number), number) for number in numbers]


def _build(folder: Path, number: int) -> Size:
    folder.mkdir()
    places = register(number)
    library = make_library(folder, places)
    plan_files = make_plans(library, places)
    database = folder / "knowledge.sqlite"
    start = process_time()
    write(library, plan_files, database)
    return Size(number, number * STATEMENTS, process_time() - start, database)


def growth(sizes: Sequence[Size]) -> str:
    """The same questions asked of the smallest and the largest, and those across all."""
    small, large = (_open(size) for size in (sizes[0], sizes[-1]))
    common = of_one(small.store, small.store.covered, _QUESTIONS)
    times = in_turn({"small": whole_reply(small), "large": whole_reply(large)}, common, 3)
    everywhere = of_one(large.store, large.store.covered, _QUESTIONS)
    wide = in_turn({"large": whole_reply(large)}, everywhere, 3)["large"]
    many = {
        "small": in_turn({"": whole_reply(small)}, across(), 3)[""],
        "large": in_turn({"": whole_reply(large)}, across(), 3)[""],
    }
    rows = [
        _row("questions about one of the first", times["small"], times["large"]),
        ("questions about any", "", f"{wide.median:.2f} ms", ""),
        ("the slowest of 100 of these", "", f"{wide.slowest / wide.median:.1f} medians", ""),
        _row("questions across all", many["small"], many["large"]),
        ("the same in medians of a question about one",
         f"{many['small'].median / times['small'].median:.1f}",
         f"{many['large'].median / wide.median:.1f}", ""),
    ]  # fmt: skip
    heads = ("of made-up municipalities", f"{sizes[0].municipalities}",
             f"{sizes[-1].municipalities:,}", "growth")  # fmt: skip
    return table(heads, rows)


def _row(name: str, small: Times, large: Times) -> tuple[str, ...]:
    return name, f"{small.median:.2f} ms", f"{large.median:.2f} ms", f"{large.per(small):.2f}"


def _open(size: Size) -> Assistant:
    return Assistant(Store(size.database), lambda: DAY)


def room(shipped: Store, sizes: Sequence[Size]) -> str:
    """Memory of a process that has answered, time to build, and size of the database."""
    statements = sum(len(shipped.of_municipality(place.code)) for place in shipped.covered)
    rows = [(f"{len(shipped.covered)}", f"{statements}", f"{_memory(shipped.path)} MB", "", "")]
    rows += [
        (f"{size.municipalities:,}", f"{size.statements:,}", f"{_memory(size.database)} MB",
         f"{10_000 * size.seconds / size.statements:.1f} s",
         f"{size.database.stat().st_size / size.statements / 1000:.1f} kB")
        for size in sizes
    ]  # fmt: skip
    heads = ("municipalities", "statements", "memory of the process",
             "building 10,000 statements", "database, a statement")  # fmt: skip
    return table(heads, rows)


def _memory(database: Path) -> int:
    """Megabytes that a process of its own needs at most for a hundred replies."""
    result = subprocess.run(
        [sys.executable, "-c", _ASKED, str(database)],
        capture_output=True,
        check=True,
        env=os.environ,
    )
    return int(result.stdout) // 1024
