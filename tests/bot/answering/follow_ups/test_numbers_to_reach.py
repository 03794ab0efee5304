"""How many, and when, asked of those who were said to want more inhabitants."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line

GOAL = "Målet är 35 000 invånare år 2035."
TOLD = [
    (["Vilken kommun vill ha fler invånare?", "hur många?"],
     f"En siffra som mål anger Ljungby. {GOAL}"),
    (["Vilken kommun vill ha fler invånare?", "hur många?", "när?"], GOAL),
    (["Which municipalities want to grow?", "by how much?"],
     "A number to reach is given by Ljungby. The goal is 35,000 inhabitants in 2035."),
    (["hur många vill Värnamo bli?", "och Ljungby?"], GOAL),
    (["Hur många invånare vill Ljungby ha?", "när?"], GOAL),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "told"), TOLD)
def test_only_the_number_of_people_answers(
    assistant: Assistant, turns: list[str], told: str
) -> None:
    """And not how many goals there are, or until when a plan applies."""
    assert line(assistant, turns) == told
    assert {row.id for row in last(assistant, turns).statements} == {"ljungby-vision"}
