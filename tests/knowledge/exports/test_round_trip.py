"""What goes out comes back as the same plan, whatever a page and a person put into it."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import InvalidData
from knowledge.exports.as_json import as_json
from knowledge.exports.as_toml import plan_to_toml
from knowledge.exports.as_xlsx import as_xlsx
from knowledge.exports.cells import guarded, join_list, split_list, unguarded
from knowledge.exports.loading import (
    plan_from_json,
    plan_from_xlsx,
    plans_from_json,
    plans_from_xlsx,
)
from knowledge.library import Library, PlanFile
from knowledge.models import Kind, Plan, Source, Statement, Target
from knowledge.plans import read_plan
from tests.conftest import TODAY
from tests.knowledge.exports.plans_of_any_kind import PLANS

MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def a_plan_file(plan: Plan, folder: Path) -> PlanFile:
    """The plan with an empty saved page for every source."""
    pages = folder / "pages"
    pages.mkdir(exist_ok=True)
    (pages / "page.txt").write_text("", encoding="utf-8")
    sources = tuple(replace(source, page="page.txt") for source in plan.sources)
    known = {source.id for source in sources}
    statements = tuple(
        replace(one, source=one.source if one.source in known else None) for one in plan.statements
    )
    whole = replace(plan, sources=sources, statements=statements)
    return PlanFile(whole, folder, "plans/habo.toml")


@pytest.fixture(scope="module")
def library() -> Library:
    """What ships."""
    return Library()


@pytest.fixture(scope="module")
def shipped(library: Library) -> list[PlanFile]:
    """The shipped plans."""
    plan_files, problems = library.plan_files()
    assert not problems
    return plan_files


@MANY
@given(plan=PLANS)
def test_any_plan_comes_back_from_json(plan: Plan) -> None:
    """Through JSON, no field of any plan is lost or changed."""
    with tempfile.TemporaryDirectory() as name:
        plan_file = a_plan_file(plan, Path(name))
        path = Path(name) / "plan.json"
        path.write_text(as_json([plan_file], Library(), TODAY), encoding="utf-8")

        assert plan_from_json(path) == plan_file.plan


@MANY
@given(plan=PLANS)
def test_any_plan_comes_back_from_a_workbook(plan: Plan) -> None:
    """Through XLSX, no field of any plan is lost or changed."""
    with tempfile.TemporaryDirectory() as name:
        plan_file = a_plan_file(plan, Path(name))
        path = Path(name) / "plan.xlsx"
        path.write_bytes(as_xlsx([plan_file], Library(), TODAY))

        assert plan_from_xlsx(path) == plan_file.plan


@MANY
@given(plan=PLANS)
def test_any_plan_comes_back_from_toml(plan: Plan) -> None:
    """Through a plan file, no field of any plan is lost or changed."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "plan.toml"
        path.write_text(plan_to_toml(plan), encoding="utf-8", newline="")

        assert read_plan(path, path.name) == plan


def test_all_shipped_plans_go_in_one_file(
    library: Library, shipped: list[PlanFile], tmp_path: Path
) -> None:
    """One file holds all municipalities, and gives them back in order."""
    plans = [plan_file.plan for plan_file in shipped]
    (tmp_path / "all.json").write_text(as_json(shipped, library, TODAY), encoding="utf-8")
    (tmp_path / "all.xlsx").write_bytes(as_xlsx(shipped, library, TODAY))

    assert plans_from_json(tmp_path / "all.json") == plans
    assert plans_from_xlsx(tmp_path / "all.xlsx") == plans


def test_one_plan_is_asked_of_a_file_with_one(
    library: Library, shipped: list[PlanFile], tmp_path: Path
) -> None:
    """A file of five is refused where one plan is asked for, with what to do."""
    (tmp_path / "all.json").write_text(as_json(shipped, library, TODAY), encoding="utf-8")

    with pytest.raises(InvalidData, match="holds 5 plans; export one municipality at a time"):
        plan_from_json(tmp_path / "all.json")


def test_a_written_plan_reads_like_one_that_a_person_wrote() -> None:
    """One table an entry, a blank line between, small tables on one line, nothing empty."""
    plan = Plan(
        municipality="0643",
        sources=(
            Source(id="habo-vision", title="Vision", url="https://habo.se/vision", page="habo.txt",
                   published=date(2024, 1, 31), mend={"priorit- erade": "prioriterade"}),
        ),
        statements=(
            Statement(id="habo-fler", kind=Kind.GOAL, label="mål", original="Fler bor här",
                      translation="", topics=("population",),
                      target=Target(number=14000.0, unit="invånare", year=2030)),
        ),
    )  # fmt: skip

    assert (
        plan_to_toml(plan)
        == """\
#:schema ../plan.schema.json
municipality = "0643"

[[sources]]
id = "habo-vision"
title = "Vision"
url = "https://habo.se/vision"
page = "habo.txt"
published = 2024-01-31
mend = { "priorit- erade" = "prioriterade" }

[[statements]]
id = "habo-fler"
kind = "goal"
label = "mål"
original = "Fler bor här"
translation = ""
topics = ["population"]
target = { number = 14000, unit = "invånare", year = 2030 }
"""
    )


@given(items=st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), max_size=4))
def test_a_list_comes_back_from_a_cell(items: list[str]) -> None:
    """Semicolons, quotation marks and spaces in a text do not split it."""
    assert split_list(join_list(items)) == items


@given(text=st.text())
def test_a_guard_against_formulas_comes_off_again(text: str) -> None:
    """What looks like a formula is guarded, and reads back as it was."""
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"{", "not valid JSON"),
        (b"\xff\xfe", "not valid JSON"),
        (b'{"format": "kommunmal-plans"}', "0 plans"),
        (b'{"municipality": "0643", "sources": []}', "statements: is missing"),
    ],
)
def test_a_json_file_that_holds_no_plan_is_refused(
    content: bytes, problem: str, tmp_path: Path
) -> None:
    """The error says what is wrong; there is no traceback."""
    path = tmp_path / "plan.json"
    path.write_bytes(content)

    with pytest.raises(InvalidData, match=problem):
        plan_from_json(path)


def test_days_before_1900_survive_a_workbook(shipped: list[PlanFile], tmp_path: Path) -> None:
    """Workbooks can't count such days; they are written as text."""
    plan = shipped[0].plan
    first = replace(plan.statements[0], valid_from=date(1862, 3, 21))
    plan_file = replace(shipped[0], plan=replace(plan, statements=(first, *plan.statements[1:])))
    (tmp_path / "old.xlsx").write_bytes(as_xlsx([plan_file], Library(), TODAY))

    assert plan_from_xlsx(tmp_path / "old.xlsx") == plan_file.plan
