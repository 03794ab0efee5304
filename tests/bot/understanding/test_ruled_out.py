"""What is named only to be ruled out is not asked for."""

import pytest

from knowledge.models import Kind
from tests.bot.understanding.conftest import Understand

KINDS = [
    ("Not the goals, only the vision of Värnamo please", {Kind.VISION}),
    ("not Värnamo's goals but its vision", {Kind.VISION}),
    ("Ljungby's vision but not its goals", {Kind.VISION}),
    ("don't give me the vision, just the focus areas for Ljungby", {Kind.FOCUS_AREA}),
    ("skip the goals and give me Värnamo's vision", {Kind.VISION}),
    ("inte målen utan visionen för värnamo", {Kind.VISION}),
    ("Ljungby: bara fokusområden, inga mål", {Kind.FOCUS_AREA}),
    ("inte Ljungbys vision, jag menar målen", {Kind.GOAL}),
    # all are asked for, or asked of
    ("Not only the goals but also the vision of Värnamo", {Kind.GOAL, Kind.VISION}),
    ("Inte bara målen utan även visionen för Värnamo", {Kind.GOAL, Kind.VISION}),
    ("Har Överkalix ingen vision utan bara mål?", {Kind.VISION, Kind.GOAL}),
    ("Which municipalities have no vision but goals?", {Kind.VISION, Kind.GOAL}),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_a_kind_is_ruled_out(understand: Understand, text: str, kinds: set[Kind]) -> None:
    """Where another kind is asked for instead."""
    assert set(understand(text).kinds) == kinds


TOPICS = [
    ("I'm not asking about the environment, I want safety in Värnamo", {"safety"}),
    ("vad säger Värnamo om skolan, inte äldreomsorgen", {"education"}),
    ("Vilka nämner inte vatten men klimat?", {"water", "climate"}),
]


@pytest.mark.parametrize(("text", "topics"), TOPICS)
def test_a_thing_is_ruled_out(understand: Understand, text: str, topics: set[str]) -> None:
    """Where another thing is asked about; who does not mention a thing is asked of it."""
    assert set(understand(text).topics) == topics
