"""Pages in the style of municipal sites, read into statements: what is found, what is invented."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from knowledge.intake.blocks import as_text
from knowledge.intake.capture import read
from knowledge.intake.captured import Captured
from knowledge.intake.draft import Draft, make_draft
from knowledge.intake.state import WANTED
from knowledge.library import Library
from knowledge.pages import Page
from tests.knowledge.intake.sites import SITES

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text(encoding="utf-8")
)
LIBRARY = Library()


def page(name: str, site: str) -> Captured:
    """A case's page as a system makes it, or its text alone without any marks of headings."""
    case = CASES[name]
    html = SITES[site if site != "text" else "sitevision"](
        case["place"], case["title"], case["body"], case.get("language", "sv")
    )
    captured = read(html.encode())
    return captured if site != "text" else read(as_text(captured.blocks).encode())


def statements(draft: Draft) -> set[tuple[str, str, str]]:
    """The statements with kind, words, and the parent's words."""
    return {
        (str(proposal.kind), proposal.original, proposal.parent.original if proposal.parent else "")
        for proposal in draft.proposals
    }


def pages() -> list[tuple[str, str]]:
    """Each case in each system, and as text where a text can tell as much."""
    return [
        (name, site)
        for name, case in CASES.items()
        for site in [*SITES, *(["text"] if case.get("text", True) else [])]
    ]


@pytest.mark.parametrize(("name", "site"), pages())
def test_what_a_page_says_is_found_with_kind_and_parent(name: str, site: str) -> None:
    """Nothing of what is expected is missing, whatever system made the page."""
    found = statements(make_draft(page(name, site), LIBRARY))

    assert {tuple(entry) for entry in CASES[name]["expected"]} - found == set()


@pytest.mark.parametrize(("name", "site"), pages())
def test_nothing_is_proposed_as_goal_or_vision_that_is_none(name: str, site: str) -> None:
    """Menus, notices, contact boxes and news are none; facts and explanations may be there."""
    found = statements(make_draft(page(name, site), LIBRARY))

    aims = {entry for entry in found if entry[0] in {str(kind) for kind in WANTED}}
    assert aims - {tuple(entry) for entry in CASES[name]["expected"]} == set()


@pytest.mark.parametrize(("name", "site"), pages())
def test_every_statement_stands_in_the_saved_page(name: str, site: str) -> None:
    """Nothing is invented."""
    captured = page(name, site)
    saved = Page(captured.text, captured.mend)

    for _, original, _ in statements(make_draft(captured, LIBRARY)):
        assert saved.find(original) is not None


@pytest.mark.parametrize("site", SITES)
def test_no_statement_is_made_where_there_are_no_goals(site: str) -> None:
    """The draft says so instead."""
    draft = make_draft(page("no_goals", site), LIBRARY)

    assert draft.proposals == []
    assert [note.text for note in draft.notes] == [
        "The page has neither goals nor a vision: no statement is drafted."
    ]


@pytest.mark.parametrize(("name", "site"), [pair for pair in pages() if pair[1] != "text"])
def test_the_municipality_and_the_day_of_change_are_recognised(name: str, site: str) -> None:
    """From the title or the site's name, and from the page's foot or head."""
    draft = make_draft(page(name, site), LIBRARY)

    assert draft.place is not None
    assert draft.place.name == CASES[name]["place"]
    assert str(draft.changed) == "2024-03-12"


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "target_years" in case])
def test_years_to_reach_a_goal_in_are_told_from_years_to_compare_with(name: str) -> None:
    """ "Till 2030 jämfört med 2010" aims at 2030 alone."""
    draft = make_draft(page(name, "sitevision"), LIBRARY)

    assert draft.target_years == CASES[name]["target_years"]


def test_a_replaced_vision_is_marked_so() -> None:
    """And a note names the one that holds."""
    draft = make_draft(page("news", "sitevision"), LIBRARY)
    old, new = (proposal for proposal in draft.proposals if str(proposal.kind) == "vision")

    assert (old.original, old.replaced_by) == ("Kil – kommunen i mitten", new)
    assert [note.values["new"] for note in draft.notes] == ["Kil – här får idéer rötter"]


def test_who_is_quoted_is_known() -> None:
    """Name and office, as the page has them."""
    draft = make_draft(page("news", "sitevision"), LIBRARY)
    quoted = next(proposal for proposal in draft.proposals if proposal.person)

    assert (quoted.person, quoted.role) == ("Eva Exempel", "kommunstyrelsens ordförande")


def test_a_count_that_differs_from_the_list_becomes_a_note() -> None:
    """The page says five and lists four."""
    draft = make_draft(page("count_that_differs", "sitevision"), LIBRARY)

    assert [(count.number, found) for count, found in draft.counts] == [(5, 4)]
    assert [note.values["listed"] for note in draft.notes] == [4]


@pytest.mark.parametrize(
    ("name", "day", "paragraph"),
    [
        ("percentages", "2024-03-18", "§ 31"),
        ("two_levels", "2023-06-12", "§ 54"),
        ("mission_values_vision", "2024-04-29", "§ 68"),
        ("nested_lists", "None", None),
    ],
)
def test_the_decision_is_dated_with_its_paragraph(
    name: str, day: str, paragraph: str | None
) -> None:
    """Dates as figures and in words, the paragraph before or behind."""
    draft = make_draft(page(name, "sitevision"), LIBRARY)

    assert (str(draft.decision.day), draft.decision.paragraph) == (day, paragraph)


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("two_levels", (2024, 2027)),
        ("percentages", (2024, 2030)),
        ("bold_as_headings", (2024, 2027)),
        ("goals_with_points", (2023, 2026)),
        ("accordion", None),
    ],
)
def test_the_period_is_found(name: str, period: tuple[int, int] | None) -> None:
    """In the title, in a heading, in a sentence."""
    assert make_draft(page(name, "sitevision"), LIBRARY).period == period


def test_labels_are_the_pages_own_words() -> None:
    """In the singular, with the adjective that belongs to them."""
    draft = make_draft(page("names_with_text", "sitevision"), LIBRARY)

    assert {p.label for p in draft.proposals if str(p.kind) == "goal"} == {"strategiskt mål"}


def test_a_page_in_english_has_english_originals() -> None:
    """And says so in a note."""
    draft = make_draft(page("english", "wordpress"), LIBRARY)

    assert draft.english
    assert {p.label for p in draft.proposals if str(p.kind) == "goal"} == {"strategic goal"}
