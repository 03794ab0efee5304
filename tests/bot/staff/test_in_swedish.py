"""What staff are told of bad input is Swedish in a Swedish system, with place and way out."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.bot.staff.test_importing import PAGE, PLAN

ORIGINAL = 'original = "En trygg kommun"'
WRONG = [
    # What is written instead of what, and what is told.
    (ORIGINAL, 'original = "En trygg stad"', "uttalande 'habo-trygg', original: står inte i"),
    (ORIGINAL, 'original = "En trygg kommun', "saknas, eller så står ett inne i texten"),
    (ORIGINAL, 'original = En trygg kommun"', "text ska stå inom citattecken"),
    (ORIGINAL, 'original "En trygg kommun"', "ett likhetstecken (=) saknas efter namnet, rad 12"),
    (ORIGINAL, ORIGINAL + "\n" + ORIGINAL, "namnet står två gånger i samma stycke"),
    (ORIGINAL, ORIGINAL + "\nEn trygg kommun", "rad 13"),
    ('kind = "goal"', 'kind = "mål"', "uttalande 'habo-trygg', kind: 'mål' är inget av"),
    ('url = "https://example.org/mal"', 'url = "sidan"', "källa 'habo-mal', url: är ingen"),
    (ORIGINAL, ORIGINAL + '\ntopics = ["skola"]', "topics: 'skola' är inget ämne"),
    (ORIGINAL, ORIGINAL + "\nvalid_from = 2024", "måste vara ett datum"),
    ('label = "mål"', 'label = "solskensmål"', "har ingen engelska i labels.toml"),
    (ORIGINAL, "", "uttalande 'habo-trygg', original: saknas"),
    ('id = "habo-trygg"', "", "uttalande nummer 1, id: saknas"),
]
TABLES = [
    ("kind;label;original\ngoal;mål;En trygg kommun\n", "kolumn 'translation': saknas"),
    ("kind;label;original;translation\n", "innehåller inga rader"),
    ("kind;label;original;translation\ngoal;mål;En kommun;A m\n", "anger inga källor"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft of Habo, and nothing of one's own."""
    monkeypatch.setenv("KOMMUNMAL_DATA", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name, text in (("plans/habo.toml", PLAN), ("pages/habo/mal.txt", PAGE)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    """The command in a Swedish system."""
    return CliRunner().invoke(main, arguments, env={"LANGUAGE": "sv", "LC_ALL": "sv_SE.UTF-8"})


@pytest.mark.parametrize("command", ["check", "import"])
@pytest.mark.parametrize(("there", "instead", "told"), WRONG)
def test_a_wrong_plan_is_told_in_swedish(
    folder: Path, command: str, there: str, instead: str, told: str
) -> None:
    """By both commands, with the place in the file."""
    plan = folder / "plans" / "habo.toml"
    plan.write_text(PLAN.replace(there, instead, 1), encoding="utf-8")

    result = run(command, str(plan))

    assert result.exit_code != 0
    assert told in result.output


@pytest.mark.parametrize(("text", "told"), TABLES)
def test_a_wrong_spreadsheet_is_told_in_swedish(folder: Path, text: str, told: str) -> None:
    """Its columns, its rows, its sources."""
    table = folder / "tabell.csv"
    table.write_text(text, encoding="utf-8")

    result = run("import", str(table), "--municipality", "Habo")

    assert result.exit_code != 0
    assert told in result.output


def test_a_folder_that_is_a_file_is_told_in_swedish(folder: Path) -> None:
    """Why, and that nothing was changed."""
    (folder / "own").write_text("", encoding="utf-8")

    result = run("import", str(folder / "plans" / "habo.toml"), "--yes")

    assert "en fil står där en mapp borde vara" in result.output
    assert "Ingenting" in result.output
