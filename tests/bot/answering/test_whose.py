"""Whose page is asked about where no municipality is named."""

import pytest

from tests.bot.answering.conftest import Ask

ALONE = [
    # a person quoted, a plan's name, a page's own word, a word that stands on one page alone
    ("Hur lyder målen som kommunalrådet Tobias Pettersson gick ut med?", {"Värnamo"}),
    ("Gäller Vision 2020 fortfarande?", {"Övertorneå"}),
    ("Vilka är fokusområdena?", {"Ljungby"}),
    ("What are the 7 goal areas?", {"Övertorneå"}),
    ("Vad är resultatstyrning?", {"Överkalix"}),
    ("Var kan jag lyssna på föredragningen om omvärldsanalysen?", {"Ljungby"}),
    # anybody's
    ("What are the goals?", set()),
    ("Vart är kommunen på väg?", set()),
    # somebody's who was spoken of before
    ("What are their focus areas?", set()),
]


@pytest.mark.parametrize(("text", "places"), ALONE)
def test_the_one_that_alone_can_answer_is_asked(ask: Ask, text: str, places: set[str]) -> None:
    """Where several could, the bot asks which is meant."""
    found = ask(text)
    assert {row.municipality.name for row in found.statements} == places
    assert found.outcome == ("answer" if places else "clarify")
