"""Every library that the code imports is declared where it is needed, and told of in the README."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# Which extras the code of a folder may count on; what stands in no line needs none.
EXTRAS = {
    "bot/channels/telegram": ("telegram",),
    "bot/commands": ("telegram",),
    "bot/demo": ("demo",),
    "bot/memory": ("redis",),
    "bot/rendering": ("pictures", "telegram"),
    "bot/service": ("telegram",),
    "bot/site": ("site", "staff"),
    "bot/staff": ("browse", "staff"),
    "knowledge/browsing": ("browse",),
    "knowledge/exports": ("staff",),
    "knowledge/intake": ("staff",),
    "knowledge/refresh": ("staff",),
}
# Learning the weights anew is for developers alone.
LEFT_OUT = ("bot/evaluation/learning.py",)
_NAME = re.compile(r"[\w.-]+")
_DISTRIBUTIONS = packages_distributions()


def plain(name: str) -> str:
    """A library's name in one spelling."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    """The names of what is required."""
    return {plain(found[0]) for one in requirements if (found := _NAME.match(one))}


def imported(path: Path) -> Iterator[str]:
    """The libraries that a file imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for top in {name.partition(".")[0] for name in names}:
            if top not in sys.stdlib_module_names and top not in ("bot", "knowledge"):
                yield plain(_DISTRIBUTIONS.get(top, [top])[0])


@pytest.mark.parametrize("package", ["bot", "knowledge"])
def test_what_is_imported_is_declared(package: str) -> None:
    """And not there only because another library happens to need it."""
    missing = set()
    for path in sorted((ROOT / package).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        extras = [
            extra for folder, some in EXTRAS.items() if name.startswith(folder) for extra in some
        ]
        known = declared(PROJECT["dependencies"])
        for extra in extras:
            known |= declared(PROJECT["optional-dependencies"][extra])
        if name not in LEFT_OUT:
            missing |= {(name, one) for one in imported(path) if one not in known}

    assert missing == set()


def test_the_readme_tells_of_each() -> None:
    """With the extra that it belongs to."""
    text = (ROOT / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|(]+?)(?: \(extra `(\w+)`\))? \| [^|]+ \|$", text, re.MULTILINE)
    told = {(plain(name.strip()), extra) for names, extra in rows for name in names.split(",")}
    needed = {(name, "") for name in declared(PROJECT["dependencies"])}
    for extra, requirements in PROJECT["optional-dependencies"].items():
        needed |= {(name, extra) for name in declared(requirements) if name != "kommunmal"}

    assert needed - told == set()
