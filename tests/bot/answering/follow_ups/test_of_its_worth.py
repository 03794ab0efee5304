"""What the bot thinks of it, how far it has come, what is missing, and in plainer words."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.follow_ups.test_going_on import line

LINES = [
    (["What is Värnamo's vision?", "what do you think of it?"],
     "I don't judge that; this is what the page says:"),
    (["Vad är Värnamos vision?", "vad tycker du om den?"],
     "Det bedömer jag inte; så här skriver sidan:"),
    (["Vad är Jokkmokks vision?", "hur långt har de kommit?"],
     "Sidan säger inte hur långt det har kommit."),
    (["Vilka är Övertorneås målområden?", "du glömde ett"],
     "Jag går efter sidan, och så här står det där:"),
    (["What are Överkalix's goals?", "you forgot one"],
     "I go by the page, and this is what it says:"),
    (["Hur många visionsmål har Ljungby?", "är du säker? jag trodde det var fem"],
     "Jag går efter sidan, och så här står det där:"),
    (["What are Överkalix's goals?", "explain like I'm five"],
     "I can't put it more simply; these are the page's own words:"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "told"), LINES)
def test_the_first_line(assistant: Assistant, turns: list[str], told: str) -> None:
    """It is honest about what no page tells."""
    assert line(assistant, turns) == told
