"""Yes, no or a name: two municipalities set against each other, and an aim asked about."""

import pytest

from tests.bot.answering.conftest import Short

TWO = [
    ("Har Ljungby fler mål än Värnamo?", "Nej. Enligt sidorna:"),
    ("Does Värnamo have more goals than Ljungby?", "Yes. According to the pages:"),
    ("Does Ljungby have fewer goals than Värnamo?", "Yes. According to the pages:"),
    ("Har Överkalix fler mål än Ljungby?", "Nej. Enligt sidorna:"),
    ("Är det Överkalix eller Övertorneå som satsar på meänkieli?",
     "Bara Övertorneå, på de sidor som jag har:"),
    # a list whose number the page contradicts settles nothing
    ("Har Övertorneå fler målområden än Jokkmokk har insatsområden?", "Enligt sidorna:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_of_two_the_answer_comes_first(short: Short, text: str, expected: str) -> None:
    """Whether one has more, or which one writes of it, is told before the numbers and quotes."""
    assert short(text).startswith(expected)


AIMS = [
    ("Stämmer det att Överkalix vill bli en attraktiv arbetsgivare?", True),
    ("Vill Jokkmokk ha nöjda medborgare?", True),
    ("Vill Ljungby ha livslångt lärande för alla?", False),
    ("Vill Överkalix inte vara en attraktiv arbetsgivare?", False),
    ("Är Överkalix en attraktiv arbetsgivare?", False),
    ("Vill Värnamo bygga fler bostäder?", False),
]


@pytest.mark.parametrize(("text", "yes"), AIMS)
def test_an_aim_that_stands_there_gets_yes(short: Short, text: str, *, yes: bool) -> None:
    """A goal in the very words of the question is confirmed; that it is so already is not."""
    assert short(text).startswith("Ja.") == yes
