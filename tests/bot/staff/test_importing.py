"""`kommunmal import` and `restore`: nothing is removed silently, nothing is lost."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

import knowledge.intake.putting
from bot.cli import main
from knowledge.check import sound_plans
from knowledge.database import library
from knowledge.intake.files import write_whole

PLAN = """#:schema ../plan.schema.json
municipality = "0643"
[[sources]]
id = "habo-mal"
title = "Våra mål"
url = "https://example.org/mal"
page = "habo/mal.txt"
[[statements]]
id = "habo-trygg"
kind = "goal"
label = "mål"
original = "En trygg kommun"
translation = "A safe municipality"
[[statements]]
id = "habo-gron"
kind = "goal"
label = "mål"
original = "En grön kommun"
translation = "A green municipality"
"""
PAGE = "Våra mål\n\n• En trygg kommun\n• En grön kommun\n• En öppen kommun\n"


def run(*arguments: str, stdin: str | None = None) -> Result:
    """The command in an English system."""
    return CliRunner().invoke(main, arguments, env={"LC_ALL": "C.UTF-8"}, input=stdin)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The municipality's own folder of data, empty."""
    monkeypatch.setenv("KOMMUNMAL_DATA", str(tmp_path / "own"))
    monkeypatch.delenv("KOMMUNMAL_DATABASE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "own"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A plan file with its page, ready to be imported."""
    plan = tmp_path / "new" / "plans" / "habo.toml"
    page = tmp_path / "new" / "pages" / "habo" / "mal.txt"
    for path, text in ((plan, PLAN), (page, PAGE)):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return plan


def served(own: Path) -> list[str]:
    """What is served of the municipality, by words."""
    plans, _ = sound_plans(library({"KOMMUNMAL_DATA": str(own)}))
    return [s.original for p in plans if p.plan.municipality == "0643" for s in p.plan.statements]


def test_what_changes_is_shown_before_it_is_put_in_place(own: Path, new: Path) -> None:
    """Asked, and on a no nothing is done."""
    refused = run("import", str(new), stdin="n\n")
    before = served(own)
    taken = run("import", str(new), stdin="y\n")

    assert "habo-trygg  " in refused.stdout
    assert before == []
    assert served(own) == ["En trygg kommun", "En grön kommun"]
    assert "In place:" in taken.stdout


def test_a_dry_run_changes_nothing(own: Path, new: Path) -> None:
    """It shows what would."""
    result = run("import", str(new), "--dry-run")

    assert result.exit_code == 0
    assert "3 added, 0 changed, 0 removed." in result.stdout
    assert not own.exists()


def test_what_is_removed_stands_first(own: Path, new: Path) -> None:
    """Also where nobody is asked."""
    run("import", str(new), "--yes")
    changed = PLAN[: PLAN.rindex("[[statements]]")].replace("A safe", "A secure")
    new.write_text(changed, encoding="utf-8")

    result = run("import", str(new), "--yes")

    lines = [line.split() for line in result.stdout.splitlines()]
    acts = [line[0] for line in lines if line and line[0] in {"removed", "changed", "added"}]
    assert acts == ["removed", "changed"]
    assert served(own) == ["En trygg kommun"]


def test_every_version_can_be_brought_back(own: Path, new: Path) -> None:
    """The one before, one by its name, and with its own page."""
    run("import", str(new), "--yes")
    page = new.parents[1] / "pages" / "habo" / "mal.txt"
    page.write_text("Våra mål\n\n• En öppen kommun\n", encoding="utf-8")
    later = PLAN[: PLAN.rindex("[[statements]]")].replace("En trygg", "En öppen")
    new.write_text(later, encoding="utf-8")
    run("import", str(new), "--yes")
    changed = served(own)

    listed = run("restore", "Habo", "--list").stdout.splitlines()
    back = run("restore", "Habo", "--yes")

    assert changed == ["En öppen kommun"]
    assert len(listed) == 2
    assert back.exit_code == 0, back.output
    assert served(own) == ["En trygg kommun", "En grön kommun"]
    assert run("restore", "Habo", listed[0].split()[0], "--yes").exit_code == 0
    assert served(own) == ["En öppen kommun"]
    assert "no version 1999" in run("restore", "Habo", "1999", "--yes").stderr


def test_the_plan_that_ships_can_be_had_again(own: Path, tmp_path: Path) -> None:
    """An own plan of Värnamo is taken away; it stays in the history."""
    exported = tmp_path / "varnamo.toml"
    run("export", "toml", "--municipality", "Värnamo", "-o", str(tmp_path))
    text = exported.read_text(encoding="utf-8")
    exported.write_text(text.replace("the human growth", "the humane growth"))
    run("import", str(exported), "--yes")
    was_there = (own / "plans" / "varnamo.toml").is_file()

    result = run("restore", "varnamo", "shipped", "--yes")

    assert was_there
    assert result.exit_code == 0, result.output
    assert 'Try it: kommunmal ask "What are the goals of Värnamo?"' in result.stdout
    assert not (own / "plans" / "varnamo.toml").exists()
    assert len(list((own / "history" / "varnamo").iterdir())) == 1


def test_a_plan_of_ones_own_alone_can_be_taken_away(own: Path, new: Path) -> None:
    """What is left is said: a question that could be asked, where there is a plan to ask of."""
    run("import", str(new), "--yes")

    gone = run("restore", "Habo", "shipped", "--yes")

    assert gone.exit_code == 0, gone.output
    assert served(own) == []
    assert "Habo has no plan now." in gone.stdout
    assert "Try it" not in gone.stdout


def test_the_same_again_changes_nothing(own: Path, new: Path) -> None:
    """And is not kept twice."""
    run("import", str(new), "--yes")

    result = run("import", str(new), "--yes")

    assert "Habo: nothing changes." in result.stdout
    assert len(list((own / "history" / "habo").iterdir())) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (PLAN[:120], "not valid TOML"),
        (PLAN.replace('label = "mål"', "", 1), "label: is missing"),
        (PLAN.replace("En trygg kommun", "En rik kommun"), "does not stand in pages/habo/mal.txt"),
        (PLAN.replace("A safe municipality", ""), "(translation): 1 (habo-trygg)\n"),
        (PLAN.replace("habo/mal.txt", "habo/none.txt"), "no saved page"),
        (PLAN.replace("0643", "9999"), "no municipality has the code"),
    ],
)
def test_a_plan_that_breaks_a_promise_is_not_taken(
    own: Path, new: Path, wrong: str, said: str
) -> None:
    """The place is named; what is served stays."""
    run("import", str(new), "--yes")
    new.write_text(wrong, encoding="utf-8")

    result = run("import", str(new), "--yes")

    assert result.exit_code in {1, 3}
    assert said in result.output
    assert served(own) == ["En trygg kommun", "En grön kommun"]


@pytest.mark.parametrize("step", range(1, 6))
def test_an_interrupted_import_loses_nothing(
    own: Path, new: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Stopped before any of its writes, the plan so far is served, and a second try succeeds."""
    run("import", str(new), "--yes")
    page = new.parents[1] / "pages" / "habo" / "mal.txt"
    page.write_text(PAGE.replace("trygg", "säker"), encoding="utf-8")
    new.write_text(PLAN.replace("trygg kommun", "säker kommun"), encoding="utf-8")
    writes = 0

    def stopped(path: Path, content: bytes) -> None:
        nonlocal writes
        writes += 1
        if writes == step:
            raise KeyboardInterrupt
        write_whole(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(knowledge.intake.putting, "write_whole", stopped)
        patched.setattr("knowledge.intake.history.write_whole", stopped)
        run("import", str(new), "--yes")
    first = served(own)
    run("import", str(new), "--yes")

    finished = step > writes
    assert first in (["En trygg kommun", "En grön kommun"], ["En säker kommun", "En grön kommun"])
    assert (first[0] == "En säker kommun") is finished
    assert served(own) == ["En säker kommun", "En grön kommun"]


def test_a_folder_without_write_permission_is_told(
    new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here a file stands where the folder should be."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("KOMMUNMAL_DATA", str(tmp_path / "file" / "own"))

    result = run("import", str(new), "--yes")

    assert result.exit_code == 1
    assert "Nothing was changed." in result.stderr


def test_a_workbook_from_export_is_taken_back(own: Path, new: Path, tmp_path: Path) -> None:
    """Edited in a spreadsheet program: a translation better, a row away."""
    run("import", str(new), "--yes")
    run("export", "xlsx", "--municipality", "Habo", "-o", str(tmp_path / "habo.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "habo.xlsx")
    sheet = book["statements"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("translation") + 1).value = "A secure municipality"
    sheet.delete_rows(3)
    book.save(tmp_path / "habo.xlsx")

    result = run("import", str(tmp_path / "habo.xlsx"), "--yes")

    assert "0 added, 1 changed, 1 removed." in result.stdout, result.output
    assert served(own) == ["En trygg kommun"]


def _table(path: Path, rows: list[list[Any]]) -> Path:
    if path.suffix == ".csv":
        text = "\r\n".join(";".join(str(cell) for cell in row) for row in rows)
        path.write_text(text, encoding="utf-8-sig")
        return path
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


ROWS: list[list[Any]] = [
    ["kind", "label", "original", "translation", "parent"],
    ["goal", "mål", "En trygg kommun", "A safe municipality", ""],
    ["goal", "mål", "En öppen kommun", "An open municipality", "En trygg kommun"],
]


@pytest.mark.parametrize("name", ["mal.csv", "mal.xlsx"])
def test_a_table_with_one_row_a_statement_is_enough(
    own: Path, new: Path, tmp_path: Path, name: str
) -> None:
    """Ids are kept or made; a parent may be told by its words."""
    run("import", str(new), "--yes")

    result = run("import", str(_table(tmp_path / name, ROWS)), "--municipality", "Habo", "--yes")

    assert result.exit_code == 0, result.output
    assert "1 added, 0 changed, 1 removed." in result.stdout
    plans, _ = sound_plans(library({"KOMMUNMAL_DATA": str(own)}))
    plan = next(p.plan for p in plans if p.plan.municipality == "0643")
    assert [(s.id, s.parent) for s in plan.statements] == [
        ("habo-trygg", None),
        ("habo-en-oppen-kommun", "habo-trygg"),
    ]


@pytest.mark.parametrize("name", ["mal.csv", "mal.xlsx"])
def test_a_missing_column_is_named(own: Path, new: Path, tmp_path: Path, name: str) -> None:
    """All that are missing at once; nothing is changed."""
    run("import", str(new), "--yes")
    rows = [row[2:] for row in ROWS]

    result = run("import", str(_table(tmp_path / name, rows)), "--municipality", "Habo", "--yes")

    assert result.exit_code == 3
    assert "column 'kind': is missing" in result.stderr
    assert "column 'label': is missing" in result.stderr
    assert served(own) == ["En trygg kommun", "En grön kommun"]


def test_a_table_that_tells_no_municipality_needs_one(own: Path, new: Path, tmp_path: Path) -> None:
    """And one that is none is refused in plain words."""
    run("import", str(new), "--yes")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"no workbook")

    unsaid = run("import", str(_table(tmp_path / "mal.csv", ROWS)), "--yes")

    assert "--municipality" in unsaid.stderr
    assert "is no workbook" in run("import", str(broken), "--yes").stderr


def test_a_failing_file_of_ones_own_is_left_out_and_the_rest_serves(
    own: Path, new: Path, tmp_path: Path
) -> None:
    """Somebody edits a plan in place and breaks it; another holds a plan that shadows ours."""
    run("import", str(new), "--yes")
    (own / "plans" / "broken.toml").write_text("municipality = ", encoding="utf-8")
    shadow = PLAN.replace("0643", "0683").replace("habo", "varnamo").replace("trygg", "rik")
    (own / "plans" / "varnamo.toml").write_text(shadow, encoding="utf-8")

    built = run("build", str(tmp_path / "built.sqlite"))
    checked = run("check")

    assert built.exit_code == 0, built.output
    assert "Left out:" in built.stderr
    assert checked.exit_code == 3
    assert str(own / "plans" / "broken.toml") in checked.stdout
    plans, _ = sound_plans(library({"KOMMUNMAL_DATA": str(own)}))
    by_code = {p.plan.municipality: p for p in plans}
    assert set(by_code) == {"2510", "0683", "0781", "2518", "2513", "0643"}
    assert len(by_code["0683"].plan.statements) > 10
