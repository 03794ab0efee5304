"""How a vision is to be reached is answered with what leads there, and not with the vision."""

import pytest

from tests.bot.answering.conftest import Ask, Short

WAYS = [
    ("Hur jobbar Värnamo mot visionen?", "varnamo-arbetet-mot-visionen"),
    ("How does Värnamo work towards its vision?", "varnamo-arbetet-mot-visionen"),
    ("Hur ska Jokkmokk nå sin vision?", "jokkmokk-insatser"),
    ("How does Övertorneå plan to reach its vision?", "overtornea-malstyrningsmodell"),
    ("Hur jobbar Ljungby mot visionen?", "ljungby-verksamheterna-leder-mot-visionen"),
]


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_the_way_is_told(ask: Ask, text: str, expected: str) -> None:
    """What the page writes of the way there is shown, and the vision itself is not."""
    rows = ask(text).statements
    assert expected in {row.id for row in rows}
    assert "vision" not in {row.kind for row in rows}


def test_how_goals_are_worked_with_is_steering(ask: Ask) -> None:
    """How a municipality works with goals is told by how it steers by them."""
    kinds = {row.kind for row in ask("Hur arbetar Överkalix med mål?").statements}
    assert "steering" in kinds


def test_there_is_no_way_to_a_vision_that_is_not_there(short: Short) -> None:
    """Where a page has no vision, that is what is said."""
    assert short("Hur vill Överkalix nå sin vision?").startswith("Sidan anger inte någon vision")


def test_how_far_it_has_come_is_another_matter(short: Short) -> None:
    """No page tells how far its goals have come."""
    told = short("Hur långt har Värnamo kommit mot visionen?")
    assert told == "Sidan säger inte hur långt det har kommit."
