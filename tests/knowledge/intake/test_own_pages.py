"""The five saved pages drafted anew and held against the plans that people made of them."""

import pytest

from knowledge.intake.capture import capture
from knowledge.intake.draft import Draft, make_draft
from knowledge.intake.state import WANTED
from knowledge.library import SHIPPED, Library, PlanFile
from knowledge.models import Kind, Statement
from knowledge.text import collapse

LIBRARY = Library()
PLANS = {plan_file.plan.municipality: plan_file for plan_file in LIBRARY.plan_files()[0]}
# What a person reads out of capitals and running text, which the draft leaves to them.
LEFT_TO_PEOPLE = {
    "jokkmokk-attraktivt-samhalle",
    "jokkmokk-grundlaggande-varderingar",
    "jokkmokk-nyskapande-kommun",
    "jokkmokk-tva-perspektiv",
    "jokkmokk-verktyg-vid-prioriteringar",
    "overtornea-center-for-meankieli",
    "overtornea-starka-meankieli",
    "varnamo-visionen-formar-malen",
}


def drafted(plan_file: PlanFile) -> Draft:
    """The draft of a plan's first page."""
    source = plan_file.plan.sources[0]
    return make_draft(capture(str(SHIPPED / "pages" / source.page), source.url), LIBRARY)


@pytest.mark.parametrize("code", PLANS)
def test_all_goals_and_visions_are_found_with_their_kind(code: str) -> None:
    """But for a few that stand in capitals or running text."""
    found = {collapse(p.original): p for p in drafted(PLANS[code]).proposals}
    wanted = [s for s in PLANS[code].plan.statements if s.kind in WANTED]

    missed = {s.id for s in wanted if not _is_there(s, found.get(collapse(s.original)))}

    assert missed <= LEFT_TO_PEOPLE


@pytest.mark.parametrize("code", PLANS)
def test_no_goal_is_proposed_that_the_plan_has_not(code: str) -> None:
    """What is unsure bears its reason."""
    known = {collapse(s.original) for s in PLANS[code].plan.statements}

    for proposal in drafted(PLANS[code]).proposals:
        if proposal.kind in {Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.VISION}:
            assert collapse(proposal.original) in known or proposal.check


@pytest.mark.parametrize("code", PLANS)
def test_the_municipality_is_recognised(code: str) -> None:
    """From address and text."""
    place = drafted(PLANS[code]).place

    assert place is not None
    assert place.code == code


def test_dates_and_periods_are_those_of_the_pages() -> None:
    """As `published`, `changed` and `valid_until` of the plans have them."""
    jokkmokk, overtornea = drafted(PLANS["2510"]), drafted(PLANS["2518"])

    assert (str(jokkmokk.published), str(jokkmokk.changed)) == ("2017-06-15", "2019-08-15")
    assert overtornea.period == (2016, 2020)
    assert str(drafted(PLANS["0683"]).published) == "2023-12-27"


def test_contradictions_of_the_pages_are_noted() -> None:
    """Six of seven goal areas; four focus areas where the page says three."""
    overtornea, ljungby = drafted(PLANS["2518"]), drafted(PLANS["0781"])

    assert (7, 6) in [(count.number, found) for count, found in overtornea.counts]
    assert (3, 4) in [(count.number, found) for count, found in ljungby.counts]


def _is_there(statement: Statement, proposal: object) -> bool:
    return getattr(proposal, "kind", None) is statement.kind
