"""A list is told without what is left out of it."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LISTS = [
    ("All of Värnamo's overall goals except the green one", "varnamo-en-gron-kommun", 3),
    ("Every overall goal of Överkalix but not the one on population",
     "overkalix-positiv-befolkningsutveckling", 2),
    ("Alla Ljungbys visionsmål utom det om lärande", "ljungby-livslangt-larande", 2),
    ("Överkalix övergripande mål, alla utom det sista", "overkalix-attraktiv-arbetsgivare", 2),
    ("Värnamos mål utom trygghet", "varnamo-en-trygg-kommun", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "gone", "number"), LISTS)
def test_one_is_left_out(ask: Ask, text: str, gone: str, number: int) -> None:
    """By its words, its topic or its place in the list."""
    told = [row.id for row in ask(text).statements]
    assert len(told) == number
    assert gone not in told


def test_the_others_are_counted(short: Short) -> None:
    """Of how many they are."""
    assert short("Värnamos mål utom trygghet") == "De övriga, tre av fyra:"
    assert short("Värnamo's goals except safety") == "The others, three of four:"


def test_a_kind_is_left_out(ask: Ask, short: Short) -> None:
    """Of all that a municipality says."""
    asked = "everything except the goals of Ljungby"
    assert short(asked) == "The rest of what Ljungby says:"
    kinds = {row.kind for row in ask(asked).statements}
    assert "vision" in kinds
    assert "goal" not in kinds


def test_a_municipality_is_left_out_otherwise(short: Short) -> None:
    """It is no item of a list."""
    assert short("Vilka kommuner utom Ljungby nämner vatten?").startswith("Utom från Ljungby")


FEW = [
    ("What are the first two goals of Värnamo?", ["varnamo-en-stark-kommun",
     "varnamo-en-attraktiv-kommun"]),
    ("Vilka är de två sista målen i Värnamo?", ["varnamo-en-gron-kommun",
     "varnamo-en-trygg-kommun"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), FEW)
def test_a_few_at_an_end_are_asked_for(ask: Ask, text: str, ids: list[str]) -> None:
    """Those, and no more."""
    assert [row.id for row in ask(text).statements] == ids


def test_all_but_the_first(ask: Ask) -> None:
    """ "But the first" leaves out one."""
    told = [row.id for row in ask("All of Överkalix's goals but the first").statements]
    assert len(told) == 2
    assert "overkalix-positiv-befolkningsutveckling" not in told


def test_one_of_a_list_is_asked_for_by_its_topic(short: Short) -> None:
    """Which of them it is, and not all of them."""
    told = short("Vilket av Ljungbys fokusområden gäller unga?")
    assert told == "Så här skriver Ljungby om unga:"


def test_how_far_all_have_come_is_told_by_nobody(short: Short) -> None:
    """No page tells the outcome of its goals."""
    told = short("How far have the municipalities come with their goals?")
    assert told == "No page I have says how far that has come."
