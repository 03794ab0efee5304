"""`kommunmal draft`, `check` and the way from a page to an answer, as a person goes it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.knowledge.intake.documents import scanned
from tests.knowledge.intake.test_reading import CASES, SITES


def run(*arguments: str, language: str = "C", stdin: str | None = None) -> Result:
    """The command, in a system of this language."""
    return CliRunner().invoke(main, arguments, env={"LC_ALL": f"{language}.UTF-8"}, input=stdin)


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KOMMUNMAL_DATA", str(tmp_path / "own"))
    monkeypatch.delenv("KOMMUNMAL_DATABASE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def kalix(tmp_path: Path) -> Path:
    """A saved page of a municipality that has no plan."""
    case = CASES["mission_values_vision"]
    path = tmp_path / "sida.html"
    html = SITES["sitevision"](case["place"], case["title"], case["body"], "sv")
    path.write_text(html, encoding="utf-8")
    return path


def test_a_page_becomes_an_answer(kalix: Path, tmp_path: Path) -> None:
    """Draft, write the English, import, ask."""
    drafted = run("draft", str(kalix), "-o", str(tmp_path / "new"))
    plan = tmp_path / "new" / "plans" / "kalix.toml"
    unfinished = run("check", str(plan))
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('translation = ""', 'translation = "A translation."'), "utf-8")
    finished = run("check", str(plan))
    imported = run("import", str(plan), "--yes")
    answer = json.loads(run("ask", "--json", "Vad är visionen i Kalix?").stdout)

    assert drafted.exit_code == 0, drafted.output
    assert "  vision: 1" in drafted.stdout
    assert (unfinished.exit_code, finished.exit_code) == (1, 0)
    assert "without English (translation): 5 (kalix-" in unfinished.stdout
    assert "added" in imported.stdout
    assert [s["original"] for s in answer["statements"]] == [
        "I Kalix möts havet, älven och framtiden."
    ]


def test_the_object_is_printed_and_nothing_written(kalix: Path, tmp_path: Path) -> None:
    """For programs."""
    result = run("draft", str(kalix), "--json")

    assert json.loads(result.stdout)["municipality"] == "Kalix"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sida.html"]


def test_staff_are_told_in_swedish(kalix: Path, tmp_path: Path) -> None:
    """In a Swedish system."""
    result = run("draft", str(kalix), "-o", str(tmp_path / "new"), language="sv_SE")

    assert "När det är klart: kommunmal import" in result.stdout


def test_a_page_without_goals_makes_no_plan(tmp_path: Path) -> None:
    """It is told, and the exit status says so too."""
    case, path = CASES["no_goals"], tmp_path / "eda.html"
    path.write_text(SITES["wordpress"](case["place"], case["title"], case["body"], "sv"), "utf-8")

    result = run("draft", str(path), "-o", str(tmp_path / "new"))

    assert result.exit_code == 1
    assert "neither goals nor a vision" in result.stderr
    assert not (tmp_path / "new").exists()


def test_whose_page_it_is_must_be_told_where_it_is_not_sure(tmp_path: Path) -> None:
    """By an option, when nobody can be asked."""
    path = tmp_path / "sida.txt"
    path.write_text("Våra mål\n\n• En trygg kommun\n• En grön kommun\n", encoding="utf-8")

    unsure = run("draft", str(path), "-o", str(tmp_path / "new"))
    told = run("draft", str(path), "-o", str(tmp_path / "new"), "--municipality", "mora kommun")
    wrong = run("draft", str(path), "--municipality", "Ankeborg")

    assert unsure.exit_code == 1
    assert "--municipality" in unsure.stderr
    assert told.exit_code == 0
    assert (tmp_path / "new" / "plans" / "mora.toml").is_file()
    assert "There is no municipality Ankeborg." in wrong.stderr


def test_a_scanned_pdf_is_refused_without_a_traceback(tmp_path: Path) -> None:
    """With what to do."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(scanned())

    result = run("draft", str(path), language="sv_SE")

    assert result.exit_code == 1
    assert "inskannad" in result.stderr
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)


def test_a_draft_is_not_written_over_another_unasked(kalix: Path, tmp_path: Path) -> None:
    """What a person has written in it would be lost."""
    run("draft", str(kalix), "-o", str(tmp_path / "new"))
    plan = tmp_path / "new" / "plans" / "kalix.toml"
    plan.write_text("mine", encoding="utf-8")

    again = run("draft", str(kalix), "-o", str(tmp_path / "new"), stdin="n\n")
    kept = plan.read_text(encoding="utf-8")
    over = run("draft", str(kalix), "-o", str(tmp_path / "new"), "--yes")

    assert again.exit_code == 1
    assert kept == "mine"
    assert over.exit_code == 0
    assert re.search(r"^municipality", plan.read_text(encoding="utf-8"), re.MULTILINE)
