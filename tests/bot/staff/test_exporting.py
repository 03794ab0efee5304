"""`kommunmal export`, as a person calls it."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import platformdirs
import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from knowledge.exports.loading import plans_from_xlsx


def export(*arguments: str, env: dict[str, str] | None = None) -> Result:
    """The command with these arguments, in an English system."""
    return CliRunner().invoke(main, ["export", *arguments], env={"LC_ALL": "C.UTF-8"} | (env or {}))


@pytest.fixture(autouse=True)
def _no_data_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KOMMUNMAL_DATA", str(tmp_path / "own"))


def test_json_goes_to_standard_output() -> None:
    """So that it can be piped on."""
    result = export("json", "--municipality", "Värnamo", "--on", "2026-11-22")

    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert [plan["municipality"] for plan in document["plans"]] == ["0683"]
    assert document["made"] == "2026-11-22"


@pytest.mark.parametrize("name", ["Övertorneå", "overtornea", "2518"])
def test_a_municipality_is_named_as_people_do(name: str) -> None:
    """By name, without å ä ö, or by code."""
    document = json.loads(export("json", "--municipality", name).stdout)

    assert document["plans"][0]["derived"]["name"] == "Övertorneå"


def test_a_workbook_is_written_to_a_file(tmp_path: Path) -> None:
    """All five municipalities in one."""
    result = export("xlsx", "-o", str(tmp_path / "all.xlsx"))

    assert result.exit_code == 0
    assert f"Written: {tmp_path / 'all.xlsx'}" in result.stderr
    assert len(plans_from_xlsx(tmp_path / "all.xlsx")) == 5


def test_stratml_is_one_file_a_municipality(tmp_path: Path) -> None:
    """Without a folder it says that it needs one."""
    without = export("stratml")
    result = export("stratml", "-o", str(tmp_path / "out"))

    assert without.exit_code == 2
    assert "-o FOLDER" in without.stderr
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "jokkmokk.xml",
        "ljungby.xml",
        "overkalix.xml",
        "overtornea.xml",
        "varnamo.xml",
    ]


def test_staff_are_spoken_to_in_their_language(tmp_path: Path) -> None:
    """A Swedish system has Swedish messages."""
    result = export("csv", "-o", str(tmp_path / "a.csv"), env={"LC_ALL": "sv_SE.UTF-8"})

    assert "Skrivet: " in result.stderr


def test_a_municipality_without_a_plan_is_told() -> None:
    """Nothing is written; the exit status says so."""
    result = export("json", "--municipality", "Kalix")

    assert result.exit_code == 2
    assert "There is no plan of Kalix." in result.stderr
    assert result.stdout == ""


PLAN = """municipality = "0643"
[[sources]]
id = "habo-vision"
title = "Vision"
url = "https://example.org/habo"
page = "habo.txt"
[[statements]]
id = "habo-vi-vill"
kind = "vision"
label = "vision"
original = "Vi vill."
translation = "We want."
"""


def put(own: Path, plan: str) -> None:
    """A plan of one's own, with its page."""
    (own / "plans").mkdir(parents=True)
    (own / "pages").mkdir()
    (own / "pages" / "habo.txt").write_text("Vi vill.", encoding="utf-8")
    (own / "plans" / "habo.toml").write_text(plan, encoding="utf-8")


def test_a_plan_without_goals_is_left_out_and_told(tmp_path: Path) -> None:
    """The others are written, the exit status is 1."""
    put(tmp_path / "own", PLAN)

    result = export("stratml", "-o", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert "Habo: the plan has no goal" in result.stderr
    assert len(list((tmp_path / "out").iterdir())) == 5


BROKEN = {
    "a quote that stands nowhere": PLAN.replace('"Vi vill."', '"Habo har aldrig skrivit det."'),
    "an address that runs a script": PLAN.replace(
        "https://example.org/habo", "javascript:alert(1)"
    ),
    "half a file": PLAN[:40],
}


@pytest.mark.parametrize("plan", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("format_", ["json", "csv", "xlsx", "stratml", "toml", "site"])
def test_a_plan_that_breaks_a_promise_is_in_no_export(
    tmp_path: Path, format_: str, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, the other municipalities are written, and the exit status is 1."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda _: tmp_path / "cache")
    monkeypatch.delenv("KOMMUNMAL_DATABASE", raising=False)
    put(tmp_path / "own", plan)
    out = tmp_path / ("all.xlsx" if format_ == "xlsx" else "out")
    if format_ not in {"xlsx", "site"}:
        out.mkdir()

    result = export(format_, "-o", str(out))

    files = [path for path in (out.rglob("*") if out.is_dir() else [out]) if path.is_file()]
    assert result.exit_code == 1, result.output
    assert result.stderr.count("Left out: ") == 1
    assert str(tmp_path / "own" / "plans" / "habo.toml") in result.stderr
    assert not [path for path in files if holds(path, "habo-v", "aldrig skrivit", "javascript:a")]
    assert [path for path in files if holds(path, "varnamo")]


def holds(path: Path, *texts: str) -> bool:
    """Whether a file, a workbook's sheets unpacked, has one of the texts in it."""
    content = path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
    return any(text.encode() in content for text in texts)


def test_a_plan_left_out_cannot_be_asked_for(tmp_path: Path) -> None:
    """Why is told before."""
    put(tmp_path / "own", BROKEN["a quote that stands nowhere"])

    result = export("json", "--municipality", "Habo")

    assert result.stderr.splitlines()[0].startswith("Left out: ")
    assert "There is no plan of Habo." in result.stderr
    assert result.stdout == ""


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_text("", encoding="utf-8")

    result = export("toml", "-o", str(tmp_path / "taken"))

    assert result.exit_code == 2
    assert "is no folder" in result.stderr
    below = export("json", "-o", str(tmp_path / "taken" / "a.json"))
    assert below.exit_code == 1
    assert "a.json can't be written: a file stands where a folder should be." in below.stderr


def test_a_missing_library_is_named_with_what_to_install(tmp_path: Path) -> None:
    """A plain installation has no openpyxl."""
    code = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from bot.cli import main; main(['export', 'xlsx', '-o', 'a.xlsx'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )

    assert done.returncode == 1
    assert 'pip install ".[staff]"' in done.stderr
    assert "Traceback" not in done.stderr
