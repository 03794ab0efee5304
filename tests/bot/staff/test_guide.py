"""The guide for staff, followed word by word: what it shows is what the program prints."""

import re
import shlex
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from bot.cli import main
from bot.translated import CATALOGUES

DOCS = Path(__file__).parents[3] / "docs"
GUIDE = (DOCS / "personal.md").read_text(encoding="utf-8")
CONSOLE = re.compile(
    r"```console\n\$ kommunmal (?P<command>[^\n]*)\n(?P<printed>.*?)```", re.DOTALL
)
SHOWN = [(match["command"], match["printed"]) for match in CONSOLE.finditer(GUIDE)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example page in it, and nothing of one's own yet."""
    (tmp_path / "hjo.html").write_bytes((DOCS / "exempel" / "hjo.html").read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KOMMUNMAL_DATA", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("KOMMUNMAL_DATABASE", raising=False)
    return tmp_path


def test_the_guide_leads_from_a_page_to_an_answer(folder: Path) -> None:
    """Each command prints the lines that the guide shows, in order, once the plan is edited."""
    for step, (command, printed) in enumerate(SHOWN):
        if step:
            _edit(folder / "utkast" / "plans" / "hjo.toml", step)
        result = CliRunner().invoke(
            main, shlex.split(command), input="j\n", env={"LC_ALL": "sv_SE.UTF-8"}
        )
        shown = [line.rstrip() for line in printed.splitlines()]
        assert [line for line in shown if line not in result.output] == [], result.output


def test_the_pieces_of_a_plan_are_those_of_the_draft(folder: Path) -> None:
    """What the guide shows of the file stands in the file."""
    CliRunner().invoke(main, ["draft", "hjo.html", "-o", "utkast"], env={"LC_ALL": "sv_SE.UTF-8"})
    plan = (folder / "utkast" / "plans" / "hjo.toml").read_text(encoding="utf-8")

    pieces = re.findall(r"```toml\n(\[\[.*?)```", GUIDE, re.DOTALL)
    assert len(pieces) == 2
    assert [piece for piece in pieces if piece.strip() not in plan] == []


def test_the_messages_that_the_guide_explains_are_said() -> None:
    """Each quoted one in the last table stands in the Swedish catalogue, around its gaps."""
    with (CATALOGUES / "sv" / "LC_MESSAGES" / "kommunmal.po").open("rb") as file:
        said = [str(message.string) for message in read_po(file, locale="sv")]
    quoted = re.findall(r"^\| ”([^”]+)” \|", GUIDE, re.MULTILINE)
    pieces = [re.split(r" ?…|'…': ", message) for message in quoted]

    assert len(quoted) >= 5
    for parts in pieces:
        assert any(all(_stands(part, text) for part in parts) for text in said), parts


def _stands(part: str, text: str) -> bool:
    """Whether a message holds these words; the noun before a name in quotes is another message."""
    return part.strip() in text or part.strip() == "kolumn"


def _edit(plan: Path, step: int) -> None:
    """What the guide asks the person to do: first nearly all, then all of the English."""
    text = re.sub(r"# check:.*\n", "", plan.read_text(encoding="utf-8"))
    left = 2 if step == 1 else 0
    times = text.count('translation = ""') - left
    plan.write_text(text.replace('translation = ""', 'translation = "English."', times), "utf-8")
