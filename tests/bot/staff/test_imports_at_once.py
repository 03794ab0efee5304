"""Two imports at once, in processes of their own: one waits or is told, and nothing is lost."""

import contextlib
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import IO

import pytest

from knowledge.intake.history import versions
from knowledge.intake.lock import FILE
from tests.bot.staff.test_importing import PAGE, PLAN

KOMMUNMAL = (sys.executable, "-c", "from bot.cli import main; main()")
MORE = """
[[statements]]
id = "habo-oppen"
kind = "goal"
label = "mål"
original = "En öppen kommun"
translation = "An open municipality"
"""
LABEL = '["{label}"]\nen = "{label}"\nmany = ["{label}", "{label}"]\n'


def folder_of(tmp_path: Path, name: str, code: str, label: str) -> Path:
    """A draft of a municipality with a label of its own; its plan file."""
    folder = tmp_path / name
    text = PLAN.replace("0643", code).replace("habo", name).replace('"mål"', f'"{label}"')
    for path, content in (
        (folder / "plans" / f"{name}.toml", text),
        (folder / "pages" / name / "mal.txt", PAGE),
        (folder / "labels.toml", LABEL.format(label=label)),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder / "plans" / f"{name}.toml"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An own folder of data, and a Swedish system."""
    own = {"KOMMUNMAL_DATA": str(tmp_path / "own"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    return {**os.environ, **own, "LANGUAGE": "sv", "LC_ALL": "C.UTF-8"}


def start(environ: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    """The command in a process of its own."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*KOMMUNMAL, *arguments], env=environ, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )


def until(stream: IO[str], text: str) -> str:
    """What a process has said when it has said that."""
    said = ""
    while text not in said:
        sign = stream.read(1)
        assert sign, said
        said += sign
    return said


def test_imports_of_scripts_wait_for_one_another(tmp_path: Path, environ: dict[str, str]) -> None:
    """Both plans are there, each with its version, and the labels of both."""
    plans = [
        folder_of(tmp_path, "habo", "0643", "solskensmål"),
        folder_of(tmp_path, "hjo", "1497", "vattenmål"),
    ]

    running = [start(environ, "import", str(plan), "--yes") for plan in plans]
    ended = [process.communicate(timeout=60) for process in running]

    assert [process.returncode for process in running] == [0, 0], ended
    own = tmp_path / "own"
    assert {path.name for path in (own / "plans").iterdir()} == {"habo.toml", "hjo.toml"}
    labels = tomllib.loads((own / "labels.toml").read_text(encoding="utf-8"))
    assert set(labels) == {"solskensmål", "vattenmål"}
    assert [len(versions(own, name)) for name in ("habo", "hjo")] == [1, 1]


def test_nothing_is_written_over_that_was_not_shown(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    """The second import of a plan waits for the first one's answer, and comes after it."""
    first = folder_of(tmp_path, "habo", "0643", "mål")
    other = tmp_path / "other" / "plans" / "habo.toml"
    shutil.copytree(first.parent.parent, other.parent.parent)
    with other.open("a", encoding="utf-8") as file:
        file.write(MORE)
    asking = start(environ, "import", str(first))
    assert asking.stdout is not None
    until(asking.stdout, "Ska det läggas på plats?")

    second = start(environ, "import", str(other), "--yes")
    with contextlib.suppress(subprocess.TimeoutExpired):
        second.wait(3)
    asking.communicate("j\n", timeout=60)
    said = second.communicate(timeout=60)

    assert (asking.returncode, second.returncode) == (0, 0), said
    served = (tmp_path / "own" / "plans" / "habo.toml").read_text(encoding="utf-8")
    assert "En öppen kommun" in served
    assert len(versions(tmp_path / "own", "habo")) == 2


def test_who_holds_the_data_is_named(tmp_path: Path, environ: dict[str, str]) -> None:
    """One import waits for its answer: another is told who, since when, and what to do."""
    first = folder_of(tmp_path, "habo", "0643", "mål")
    second = folder_of(tmp_path, "hjo", "1497", "mål")
    waiting = start(environ, "import", str(first))
    assert waiting.stdout is not None
    until(waiting.stdout, "Ska det läggas på plats?")

    other = start(environ, "import", str(second), "--yes")
    _, told = other.communicate(timeout=60)
    waiting.communicate("y\n", timeout=60)

    assert other.returncode == 1
    assert f"process {waiting.pid}" in told
    assert "Ingenting har ändrats" in told
    assert "Ctrl+C" in told
    assert waiting.returncode == 0
    assert (tmp_path / "own" / "plans" / "habo.toml").is_file()
    assert not (tmp_path / "own" / "plans" / "hjo.toml").exists()


def test_a_lock_left_by_a_killed_process_holds_nobody(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    """The system gives it back, though the file still names who held it."""
    plan = folder_of(tmp_path, "habo", "0643", "mål")
    waiting = start(environ, "import", str(plan))
    assert waiting.stdout is not None
    until(waiting.stdout, "Ska det läggas på plats?")
    waiting.kill()
    waiting.communicate()
    assert (tmp_path / "own" / FILE).read_text(encoding="utf-8") != ""

    again = start(environ, "import", str(plan), "--yes")
    said = again.communicate(timeout=60)

    assert again.returncode == 0, said


def test_looking_waits_for_nobody(tmp_path: Path, environ: dict[str, str]) -> None:
    """--dry-run changes nothing and needs no lock."""
    plan = folder_of(tmp_path, "habo", "0643", "mål")
    waiting = start(environ, "import", str(plan))
    assert waiting.stdout is not None
    until(waiting.stdout, "Ska det läggas på plats?")

    look = start(environ, "import", str(plan), "--dry-run")
    said = look.communicate(timeout=60)
    waiting.communicate("n\n", timeout=60)

    assert look.returncode == 0, said
