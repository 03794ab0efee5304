"""What a draft is unsure of is shown where the person works: in the plan or in the spreadsheet."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from bot.cli import main

PAGE = """Habo kommun

Våra mål

En trygg kommun
Alla ska känna sig trygga i Habo kommun.

Bibliotek
Det finns två bibliotek.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page whose second heading may be a goal or not."""
    monkeypatch.setenv("KOMMUNMAL_DATA", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sida.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    """The command in a Swedish system."""
    environ = {"LANGUAGE": "sv", "LC_ALL": "sv_SE.UTF-8"}
    return CliRunner().invoke(main, arguments, env=environ, input=stdin)


def test_the_cells_of_a_spreadsheet_bear_the_reasons(folder: Path) -> None:
    """A note on the quote, a yellow cell, and `check` names both it and the missing address."""
    drafted = run("draft", "sida.txt", "-o", "utkast", "--xlsx", "--municipality", "Habo")
    sheet = openpyxl.load_workbook(folder / "utkast" / "habo.xlsx")["statements"]
    noted = [cell for row in sheet.iter_rows() for cell in row if cell.comment]

    checked = run("check", "utkast/habo.xlsx")

    assert "Deras celler är gula" in drafted.output
    assert "kommunmal check utkast/habo.xlsx" in drafted.output
    assert [cell.value for cell in noted] == ["Bibliotek"]
    assert f"cell statements {noted[0].coordinate}: osäkert: en rubrik under" in checked.output
    assert "cell sources" in checked.output
    assert "skriv sidans adress" in checked.output


@pytest.mark.parametrize(
    ("answer", "written"), [("j", True), ("ja", True), ("Y", True), ("nej", False), ("", False)]
)
def test_a_swede_may_answer_in_swedish(folder: Path, answer: str, written: bool) -> None:
    """What is no answer is asked again."""
    run("draft", "sida.txt", "-o", "utkast", "--municipality", "Habo")
    plan = folder / "utkast" / "plans" / "habo.toml"
    before = plan.stat().st_mtime_ns

    again = run(
        "draft", "sida.txt", "-o", "utkast", "--municipality", "Habo", stdin=f"jo\n{answer}\n"
    )

    assert "[j/N]" in again.output
    assert "Svara j för ja eller n för nej." in again.output
    assert (plan.stat().st_mtime_ns != before) is written
