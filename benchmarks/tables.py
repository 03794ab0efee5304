"""Figures as tables, on the screen and in the README between its markers."""

import platform
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
_MARKED = re.compile(r"(<!-- benchmark -->\n).*?(<!-- /benchmark -->)", re.DOTALL)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, its columns as wide as their widest cell; figures to the right."""
    cells = [list(heads), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in cells
    ]
    rule = "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])])
    return "\n".join([f"| {lines[0]} |", f"|{rule}|", *(f"| {line} |" for line in lines[1:])])


def measured_on(day: date) -> str:
    """When and on what the figures were taken."""
    return (
        f"Measured on {day.day} {day:%B %Y} with Python {platform.python_version()} on "
        f"{platform.system()} {platform.machine()}, {_processor()}."
    )


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or "unknown processor"
    name = re.search(r"model name\s*: (.+)", text)
    return f"{text.count('processor')} cores of {name[1]}" if name else "unknown processor"


def write_readme(text: str, path: Path = README) -> None:
    """Put the figures between the markers of the README. ValueError where it has none."""
    before = path.read_text("utf-8")
    if not _MARKED.search(before):
        raise ValueError(f"{path.name} has no place marked for the benchmark")
    path.write_text(_MARKED.sub(lambda found: f"{found[1]}{text}\n{found[2]}", before), "utf-8")
