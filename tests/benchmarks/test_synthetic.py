"""The made-up municipalities are the same at every run, and their plans keep every promise."""

from pathlib import Path

import pytest

from benchmarks.asking import of_one, whole_reply
from benchmarks.synthetic import STATEMENTS, make_library, make_plans, register
from benchmarks.tables import README, table, write_readme
from benchmarks.timing import Times, in_turn
from bot.assistant import Assistant
from knowledge.build import write
from knowledge.check_plan import check_plan
from knowledge.store import Store
from knowledge.text import fold
from tests.conftest import TODAY


def test_the_register_holds_the_real_ones_first() -> None:
    """No two names are folded alike among those made up, and no code stands twice."""
    places = register(1000)

    made_up = places[290:]
    assert [place.name for place in places[:2]] == ["Upplands Väsby", "Vallentuna"]
    assert len({place.code for place in places}) == 1000
    assert len({fold(place.name) for place in made_up}) == len(made_up)
    assert places == register(1000)


def test_made_up_plans_can_be_checked_built_and_asked(tmp_path: Path) -> None:
    """Every quote stands in its page; a question about one gets its statements."""
    places = register(300)[-12:]
    library = make_library(tmp_path, register(300))
    plan_files = make_plans(library, places)
    assert [p for plan_file in plan_files for p in check_plan(plan_file, library)] == []
    write(library, plan_files, tmp_path / "few.sqlite")

    with Store(tmp_path / "few.sqlite") as store:
        assistant = Assistant(store, lambda: TODAY)
        place = store.covered[0]
        rows = store.of_municipality(place.code)
        reply = assistant.reply(f"Vilka mål har {place.name}?")
        asked = of_one(store, store.covered, 20)
        assert asked == of_one(store, store.covered, 20)
        assert all(whole_reply(assistant)(question) for question in asked)

    assert len(rows) == STATEMENTS
    assert all("#:~:text=" in row.link for row in rows)
    assert {row.municipality for row in reply.answer.statements} == {place}


def test_sides_are_asked_in_turn() -> None:
    """Each once to warm up, then one right after the other; ratios are those of the middle."""
    asked: list[str] = []

    times = in_turn({"a": asked.append, "b": lambda text: asked.append(text.upper())}, ["x"], 2)

    assert asked == ["x", "X", "x", "X", "x", "X"]
    assert len(times["a"].each) == 1
    assert Times([2.0, 9.0, 8.0]).per(Times([1.0, 3.0, 2.0])) == 3.0


def test_tables_go_between_the_markers_of_the_readme(tmp_path: Path) -> None:
    """What stood there before goes; a README without markers is told."""
    figures = table(("of", "median"), [("a reply", "1 ms")])
    readme = tmp_path / "README.md"
    readme.write_text("before\n<!-- benchmark -->\nold\n<!-- /benchmark -->\nafter\n")

    write_readme(figures, readme)

    assert readme.read_text() == (
        "before\n<!-- benchmark -->\n"
        "| of      | median |\n|---------|-------:|\n| a reply |   1 ms |\n"
        "<!-- /benchmark -->\nafter\n"
    )
    readme.write_text("nothing")
    with pytest.raises(ValueError, match=r"README\.md has no place marked"):
        write_readme(figures, readme)
    assert "<!-- benchmark -->" in README.read_text("utf-8")
