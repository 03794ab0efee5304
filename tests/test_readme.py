"""What the README shows is what the program does.

After a change of replies: `make readme` writes the dialogues anew.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_DIALOGUE = re.compile(r"```console\n\$ kommunmal (?P<words>[^\n]+)\n(?P<reply>.*?)```", re.DOTALL)


def said(words: str, database: Path) -> str:
    """What the command prints."""
    result = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *shlex.split(words)],
        env={
            **os.environ,
            "KOMMUNMAL_DATABASE": str(database),
            "COLUMNS": "100",
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        check=True,
    )
    return result.stdout.decode()


def rewritten(text: str, database: Path) -> str:
    """The README with every dialogue as the program holds it now."""
    return _DIALOGUE.sub(
        lambda found: (
            f"```console\n$ kommunmal {found['words']}\n{said(found['words'], database)}```"
        ),
        text,
    )


def test_the_dialogues_are_the_programs_own(database: Path) -> None:
    """Word for word."""
    text = README.read_text("utf-8")

    assert len(_DIALOGUE.findall(text)) >= 3
    assert rewritten(text, database) == text


def test_every_command_stands_in_the_table() -> None:
    """None is forgotten, and none is left that is gone."""
    named = re.findall(r"^\| `kommunmal ([a-z]+)", README.read_text("utf-8"), re.MULTILINE)

    assert set(named) == set(main.commands)


@pytest.mark.parametrize(
    "path", [README, *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda p: p.name
)
def test_links_to_files_lead_somewhere(path: Path) -> None:
    """No document points to a file that is not there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text("utf-8"), Path(sys.argv[1])), "utf-8")
