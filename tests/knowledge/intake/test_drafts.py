"""A draft as a plan file and as one object, and what holds for a draft of any text."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import Problem
from knowledge.intake.capture import read
from knowledge.intake.draft import make_draft
from knowledge.intake.draft_json import as_object
from knowledge.intake.incoming import problems_of, read_incoming
from knowledge.intake.plan_text import plan_text
from knowledge.intake.remarks import CannotTake, Remark, english
from knowledge.intake.write_draft import write_draft
from knowledge.library import SHIPPED, Library
from knowledge.models import Language
from knowledge.pages import Page
from knowledge.plans import parse_plan
from tests.knowledge.intake.documents import pdf
from tests.knowledge.intake.test_capture import LEFT, TOP
from tests.knowledge.intake.test_reading import page

LIBRARY = Library()
# Pieces that pages are made of, so that any order of them is tried, and any text between.
PIECES = st.sampled_from(
    [
        "Våra mål",
        "Vision 2030",
        "Vår vision är: ”Kil – mitt i allt”.",
        "• En trygg kommun",
        "1. Mål 2: Fler ska cykla",
        "Målområde 1:1",
        "De övergripande målen är:",
        "Det finns tre mål:",
        "Tre mål: skola, vård och natur.",
        "– Vi ska bli fler, säger Eva Ek.",
        "Kontakt",
        "MÅL:",
        "Kommunfullmäktige antog målen 2024-04-29 § 68.",
        "Värdegrund",
        "Senast uppdaterad: 12 mars 2024",
    ]
)


def say(remark: Remark, language: Language) -> str:
    """A remark in English, whatever is asked for."""
    return english(remark)


def test_the_object_for_programs_has_just_these_names() -> None:
    """Nothing more and nothing less, and it is plain JSON."""
    found = json.loads(
        json.dumps(as_object(make_draft(page("news", "sitevision"), LIBRARY), say, "en"))
    )

    assert list(found) == [
        "municipality",
        "code",
        "published",
        "changed",
        "decided",
        "paragraph",
        "period",
        "target_years",
        "stated_counts",
        "statements",
        "notes",
    ]
    assert list(found["statements"][0]) == [
        "kind",
        "label",
        "original",
        "level",
        "parent",
        "check",
    ]
    assert (found["municipality"], found["code"]) == ("Kil", "1715")
    assert (found["published"], found["changed"]) == ("2024-05-02", "2024-03-12")


def test_levels_count_from_one() -> None:
    """A goal below an area has level 2 and the area's words as parent."""
    found = as_object(make_draft(page("two_levels", "sitevision"), LIBRARY), say, "en")

    assert [(s["level"], s["parent"]) for s in found["statements"] if s["kind"] == "goal"] == [
        (2, "livslångt lärande"),
        (2, "livslångt lärande"),
        (2, "levande landsbygd"),
    ]
    assert found["period"] == [2024, 2027]


def test_a_page_that_could_be_anyones_is_nobodys() -> None:
    """The object says so; a name that a person gives counts."""
    captured = read("Våra mål\n\n• En trygg kommun\n• En grön kommun".encode())

    unsure = as_object(make_draft(captured, LIBRARY), say, "en")
    told = make_draft(captured, LIBRARY, LIBRARY.register["0683"])

    assert (unsure["municipality"], unsure["code"]) == (None, None)
    assert "--municipality" in unsure["notes"][-1]
    assert told.place == LIBRARY.register["0683"]


def test_the_plan_file_is_a_plan_and_says_what_is_unsure() -> None:
    """English is left empty; `check` names every such place and nothing else."""
    draft = make_draft(page("mission_values_vision", "sitevision"), LIBRARY)

    text = plan_text(draft, LIBRARY, None, say, "en")

    plan = parse_plan(tomllib.loads(text), "kalix.toml")
    assert plan.municipality == "2514"
    assert text.startswith("#:schema ../plan.schema.json\n")
    assert {statement.translation for statement in plan.statements} == {""}
    decided = next(statement for statement in plan.statements if statement.decided_by)
    assert decided.decided_by_translation == "the municipal council"


def test_what_is_left_to_do_is_the_english_alone(tmp_path: Path) -> None:
    """Everything else that the promises ask for is there already."""
    draft = make_draft(page("two_levels", "sitevision"), LIBRARY)

    files = write_draft(draft, LIBRARY, tmp_path, say, "en")

    problems = problems_of(read_incoming(files.plan, LIBRARY), LIBRARY)
    assert problems != []
    assert {problem.where.rsplit(", ")[-1] for problem in problems} == {"translation"}


def test_words_that_a_pdf_broke_are_mended_in_the_plan(tmp_path: Path) -> None:
    """So that the quotes stand in the page as it was saved."""
    draft = make_draft(read(pdf([*TOP, *LEFT])), LIBRARY)

    files = write_draft(draft, LIBRARY, tmp_path, say, "en")

    problems = problems_of(read_incoming(files.plan, LIBRARY), LIBRARY)
    assert [problem for problem in problems if "original" in problem.where] == []
    assert "attrak- tiva" in files.page.read_text(encoding="utf-8")


def test_a_page_drafted_again_keeps_what_people_wrote() -> None:
    """Ids, translations and words of the same quotes stay as they are."""
    varnamo = next(p for p in LIBRARY.plan_files()[0] if p.plan.municipality == "0683")
    text = (SHIPPED / "pages" / varnamo.plan.sources[0].page).read_bytes()

    again = plan_text(make_draft(read(text), LIBRARY), LIBRARY, varnamo.plan, say, "en")

    before = {statement.id: statement for statement in varnamo.plan.statements}
    after = {s.id: s for s in parse_plan(tomllib.loads(again), "varnamo.toml").statements}
    same = before.keys() & after.keys()
    assert {"varnamo-vision", "varnamo-en-stark-kommun", "varnamo-malen-galler-fran"} <= same
    assert all(after[id_].translation == before[id_].translation for id_ in same)


def test_a_label_without_english_gets_a_file_to_fill_in(tmp_path: Path) -> None:
    """And `check` asks for it."""
    text = (
        "Våra solskensmål\n\n• En trygg kommun\n• En grön kommun\n\nVärnamo kommun, Värnamo kommun"
    )
    draft = make_draft(read(text.encode()), LIBRARY)

    files = write_draft(draft, LIBRARY, tmp_path, say, "en")

    assert '"solskensmål"' in (tmp_path / "labels.toml").read_text(encoding="utf-8")
    problems = problems_of(read_incoming(files.plan, LIBRARY), LIBRARY)
    assert any("'solskensmål' has no English" in problem.message for problem in problems)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_text("", encoding="utf-8")

    with pytest.raises(CannotTake, match="can't be written"):
        write_draft(
            make_draft(page("news", "sitevision"), LIBRARY), LIBRARY, tmp_path / "taken", say, "en"
        )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=12), st.booleans())
def test_a_draft_of_any_text_holds_only_quotes_of_it(pieces: list[str], html: bool) -> None:
    """No text makes it fail; parents come from the draft, words from the page."""
    joined = "\n\n".join(pieces)
    content = f"<html><body><main><p>{joined}</p></main></body></html>" if html else joined
    try:
        captured = read(content.encode("utf-8", "replace"))
    except CannotTake:
        return
    draft = make_draft(captured, LIBRARY)

    saved = Page(captured.text, captured.mend)
    for proposal in draft.proposals:
        assert saved.find(proposal.original) is not None
        assert proposal.parent is None or proposal.parent in draft.proposals


def test_a_problem_is_told_with_its_place() -> None:
    """File, entry and field."""
    assert str(Problem("habo.toml", "statement 'a', original", "is empty")) == (
        "habo.toml: statement 'a', original: is empty"
    )
