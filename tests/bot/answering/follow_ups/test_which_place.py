"""One of several municipalities is meant by its place among those spoken of."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last

PLACES = [
    (["Compare the visions of Jokkmokk and Ljungby", "what are the goals of the first one?"],
     "Jokkmokk"),
    (["What is Värnamo's vision?", "and Ljungby's?",
      "back to the first municipality, what goals does it have?"], "Värnamo"),
    (["Jämför visionerna i Ljungby och Värnamo", "vilka mål har den förstnämnda kommunen?"],
     "Ljungby"),
    (["Jämför Ljungby och Värnamo", "och den sistnämnda kommunens vision?"], "Värnamo"),
    (["Jämför Ljungby och Värnamo", "den andra kommunen då?"], "Värnamo"),
    # of a list, not of several municipalities
    (["Vilka mål har Ljungby?", "det andra?"], "Ljungby"),
    (["Värnamo's goals", "what does the second one mean?"], "Värnamo"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "place"), PLACES)
def test_the_one_meant_is_asked(assistant: Assistant, turns: list[str], place: str) -> None:
    """And nobody else."""
    assert {row.municipality.name for row in last(assistant, turns).statements} == {place}


def test_other_municipalities_are_several(assistant: Assistant) -> None:
    """Though "andra" is also "second"."""
    told = last(assistant, ["Vilka mål har Ljungby?", "och andra kommuner?"]).statements
    assert {row.municipality.name for row in told} >= {"Jokkmokk", "Värnamo"}
