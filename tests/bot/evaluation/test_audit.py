"""An audit asks for every statement in many ways, and lists what no question reaches."""

import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant import Assistant
from bot.cli import main
from bot.evaluation import audit_report
from bot.evaluation.audit import Audited, Differing, audit, audit_plan
from bot.evaluation.audit_report import NotCovered, run_audit
from bot.evaluation.frames import Made, _frames, questions
from bot.evaluation.misspelling import slip, spellings
from knowledge.build import build
from knowledge.folders import SHIPPED
from knowledge.library import Library
from knowledge.models import Aspect, Kind, Municipality
from knowledge.store import Store
from tests.conftest import TODAY

# A statement of no topic and no aspect: nobody can ask for it.
FORGOTTEN = """
[[statements]]
id = "ljungby-forgotten"
kind = "fact"
label = "uppgift"
original = "Det vi gör i de olika verksamheterna"
translation = "What we do in the various operations"
"""


@pytest.mark.parametrize("section", ["kind", "aspect"])
def test_every_kind_and_aspect_has_its_frames(section: str) -> None:
    """What a plan may hold can be asked for, in both languages."""
    expected = {"kind": Kind, "aspect": Aspect}[section]

    assert set(_frames()[section]) == {str(name) for name in expected}
    assert all(set(frames) == {"sv", "en"} for frames in _frames()[section].values())


def test_questions_are_made_in_both_languages_and_every_form_of_the_name(store: Store) -> None:
    """By kind, topic and the page's own word; each question once, for all it serves."""
    made = {(one.language, one.text): one.statements for one in questions(store, ljungby(store))}

    goals = {row.id for row in store.of_kinds("0781", [Kind.GOAL])}
    assert set(made["sv", "Vilka är Ljungbys mål?"]) == goals
    assert set(made["sv", "Vilka visionsmål har Ljungby kommun?"]) == goals
    assert made["sv", "vatten i Ljungby"] == ("ljungby-vattenfragor",)
    assert made["en", "What does Ljungby municipality say about water?"] == (
        "ljungby-vattenfragor",
    )
    assert not [text for _, text in made if "{" in text or "}" in text]


def test_a_question_is_spelled_in_many_ways() -> None:
    """The same ones each time; those that change nothing are left out."""
    text = "Vilka mål har Värnamo för miljön och framtiden?"

    found = {one.how: one.text for one in spellings(text, "Värnamo")}

    assert found["without å ä ö"] == "Vilka mal har Varnamo for miljon och framtiden?"
    assert found["ae, oe"] == "Vilka maal har Vaernamo foer miljoen och framtiden?"
    assert found["capitals"] == text.upper()
    assert "Värnamo" not in found["slip in the name"]
    assert "framtiden" not in found["slip in a word"]
    assert found == {one.how: one.text for one in spellings(text, "Värnamo")}
    assert [one.how for one in spellings("goals in Ale", "Ale")] == ["capitals"]


@given(st.from_regex(r"[a-zåäö]{4,14}", fullmatch=True), st.integers(0, 2**32))
def test_a_slip_is_one_and_spares_the_first_letter(word: str, number: int) -> None:
    """Letters swapped, left out, doubled, or struck beside."""
    slipped = slip(word, number)

    assert slipped[0] == word[0]
    assert abs(len(slipped) - len(word)) <= 1
    assert slipped != word or len(set(word[1:])) == 1


def test_every_statement_of_the_five_is_reached(assistant: Assistant) -> None:
    """In Swedish and in English."""
    for place in assistant.store.covered:
        made = questions(assistant.store, place)
        found = audit(assistant, place, made, respelled=False)

        assert found.unreached == ()
        assert found.reached == 100


def test_hardly_a_question_is_answered_otherwise_for_its_spelling(assistant: Assistant) -> None:
    """None is today; what is learnt anew may move a few."""
    place = next(place for place in assistant.store.covered if place.name == "Ljungby")
    found = audit(assistant, place, questions(assistant.store, place))

    assert found.pairs > 2000
    assert found.alike >= 99.5


def test_an_answer_that_hangs_on_the_spelling_is_listed(assistant: Assistant) -> None:
    """With what was done to it, and both answers."""
    vara = assistant.store.municipality("1470")
    assert vara is not None
    # "Vara" is the verb "to be", unless it begins with a capital letter where others do not.
    made = [Made("Vilka mål har Vara?", "sv", ())]

    found = audit(assistant, vara, made)

    assert found.pairs == len(list(spellings(made[0].text, "Vara")))
    shouted = next(one for one in found.differing if one.how == "capitals")
    assert shouted.spelled == "VILKA MÅL HAR VARA?"
    assert (shouted.answer, shouted.other) == (("not_covered",), ("clarify",))
    assert found.alike == 100 - 100 * len(found.differing) / found.pairs


def test_a_statement_that_nobody_can_ask_for_is_listed(tmp_path: Path) -> None:
    """One plan by itself, as it is when it is imported."""
    with Store(spoilt(tmp_path)) as store:
        found = audit_plan(store, "0781", TODAY)

    assert [one.statement for one in found.unreached] == ["ljungby-forgotten"]
    assert found.unreached[0].languages == ("sv", "en")
    assert found.reached == pytest.approx(100 * 21 / 22)
    assert not found.passes(0)


def test_a_municipality_without_a_plan_has_no_audit(store: Store) -> None:
    """Neither one of the register nor one of no register."""
    for code in ("2514", "0000"):
        with pytest.raises(KeyError, match=code):
            audit_plan(store, code, TODAY)


def test_the_report_ends_with_a_row_of_figures_each(assistant: Assistant) -> None:
    """Names in any spelling, or codes."""
    lines: list[str] = []

    run_audit(assistant, ["overkalix"], as_json=False, echo=lines.append)

    head, row = lines[-1].splitlines()
    assert head.split()[:3] == ["municipality", "statements", "reached"]
    assert row.split()[:4] == ["Överkalix", "19", "100.0", "%"]
    with pytest.raises(NotCovered, match=r"'Habo'.*Jokkmokk, Ljungby"):
        run_audit(assistant, ["Habo"], as_json=False, echo=click.echo)


def test_the_command_tells_by_its_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """1 where a statement is not reached, 2 for no plan of a municipality; JSON a line each."""
    monkeypatch.setenv("KOMMUNMAL_DATABASE", str(spoilt(tmp_path)))

    listed = CliRunner().invoke(main, ["audit", "--json", "0781"])
    wrong = CliRunner().invoke(main, ["audit", "Kalix"])

    assert listed.exit_code == 1
    assert json.loads(listed.stdout)["unreached"][0]["statement"] == "ljungby-forgotten"
    assert wrong.exit_code == 2
    assert "no plan of 'Kalix'" in wrong.output


@pytest.mark.parametrize(("least", "status"), [([], 0), (["--least", "100"], 1)])
def test_what_differs_by_spelling_alone_fails_where_that_is_asked_for(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, least: list[str], status: int
) -> None:
    """By the percent that are alike, so that it can be a gate; they are listed either way."""
    monkeypatch.setenv("KOMMUNMAL_DATABASE", str(assistant.store.path))
    place = ljungby(assistant.store)
    pair = Differing("Vilka mål?", "VILKA MAL?", "capitals", ("a",), ("b",))
    found = Audited(
        municipality=place, statements=1, asked=4, pairs=2, unreached=(), differing=(pair,)
    )
    monkeypatch.setattr(audit_report, "audit", lambda *_: found)

    result = CliRunner().invoke(main, ["audit", "0781", *least])

    assert result.exit_code == status, result.output
    assert "VILKA MAL?" in result.stdout


def ljungby(store: Store) -> Municipality:
    """A municipality of the five."""
    return next(place for place in store.covered if place.code == "0781")


def spoilt(tmp_path: Path) -> Path:
    """A database in which a statement of Ljungby has nothing to be asked for by."""
    data = tmp_path / "data"
    for name in ("register.csv", "aliases.toml", "topics.toml", "labels.toml"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / name, data / name)
    shutil.copytree(SHIPPED / "pages" / "ljungby", data / "pages" / "ljungby")
    (data / "plans").mkdir()
    plan = (SHIPPED / "plans" / "ljungby.toml").read_text("utf-8")
    (data / "plans" / "ljungby.toml").write_text(plan + FORGOTTEN, "utf-8")
    build(Library(base=data), tmp_path / "spoilt.sqlite")
    return tmp_path / "spoilt.sqlite"
