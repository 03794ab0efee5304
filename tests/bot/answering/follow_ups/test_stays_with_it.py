"""A few words after an answer stay with what was shown: less of it, doubts, one of it, all."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line

LINES = [
    # less of it is its head, and a list is no longer than the page's own words
    (["berätta om Värnamo", "kortare"], "Värnamos vision:"),
    (["What are Värnamo's goals?", "and shorter"],
     "That is as short as it gets; these are the page's own words:"),
    # a number doubted is no position
    (["Övertorneå goals", "only six?"], "Six goal areas are listed; the page says seven."),
    (["Vilka mål har Värnamo?", "bara fyra?"], "Ja: Värnamo har fyra övergripande mål."),
    (["What are Värnamo's goals?", "only three?"], "No: Värnamo has four overall goals."),
    (["Jokkmokk", "två perspektiv?"], "Jokkmokks perspektiv:"),
    # whether it is new is for the page to say
    (["Vilka mål har Ljungby?", "är de nya?"], "Sidan säger inte om de är nya."),
    # whose it is, where a page retells another's
    (["What does Jokkmokk say about young people", "is that their own priority or someone else's"],
     "The priority areas are those of RUS, not Jokkmokk’s own."),
    (["Vad säger Jokkmokk om klimat?", "vems är det?"],
     "De prioriterade områdena är de i RUS, inte Jokkmokks egna."),
    (["What does Ljungby say about lifelong learning?", "is it a goal or a focus area"],
     "On the page it is called vision goal."),
    (["Varför strök Värnamo 40 000?", "och när hände det?"],
     "Sidan säger inte när det var. Delen ”40 000 invånare 2035” är borttagen ur visionen."),
    (["vision Ljungby", "kan du läsa upp hela sidan"],
     "Det står på kommunens egen sida; länken finns nedan."),
    (["vilken kommun vill växa", "vilken inte"],
     "Ingen: alla fem kommuner jag känner till tar upp tillväxt."),
    (["compare Jokkmokk with Kiruna", "fine, with Överkalix"],
     "Jokkmokk and Överkalix side by side:"),
    (["Överkalix politiska målsättningar", "är det samma som målen"], "Sidan skiljer på dem:"),
    (["What's new in Värnamo?", "what's old"],
     "The part “40,000 inhabitants in 2035” has been removed from the vision."),
    (["Jokkmokk vision", "source?", "how old is it"],
     "Jokkmokk’s page was published on 15 June 2017 and last changed on 15 August 2019."),
    (["målområden", "övertorneå", "vad ingår i lärande"], "Mer än så här står det inte på sidan:"),
    # a bare name takes over the words for the kind too
    (["värderingar", "Jokkmokk"], "Sidan säger inte vilka värderingarna är."),
    (["which municipality mentions storytelling", "what do they say exactly"],
     "This is what Ljungby says about storytelling:"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "expected"), LINES)
def test_the_first_line(assistant: Assistant, turns: list[str], expected: str) -> None:
    """It is about what was shown just before."""
    assert line(assistant, turns) == expected


SHOWN = [
    (["vad vill värnamo", "vad menas med attraktiv", "och stark"], "varnamo-en-stark-kommun"),
    (["Överkalix mål", "den andra på engelska tack"], "overkalix-jamstallt-tryggt-inkluderande"),
    (["list Ljungby's focus areas", "which is new", "what about the old ones"],
     "ljungby-unga-vuxna"),
    (["What does Ljungby say about lifelong learning?", "quote it"], "ljungby-livslangt-larande"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "first"), SHOWN)
def test_what_is_shown_first(assistant: Assistant, turns: list[str], first: str) -> None:
    """The one that is meant, and not another."""
    assert last(assistant, turns).statements[0].id == first


ALL = [["Vilka mål har Ljungby?", "alla kommuner"], ["näringsliv i Ljungby", "alla kommuner då?"]]


@pytest.mark.parametrize("turns", ALL)
def test_all_municipalities_are_asked_the_same(assistant: Assistant, turns: list[str]) -> None:
    """Those that are covered are not listed in its place."""
    rows = last(assistant, turns).statements
    assert len({row.municipality.name for row in rows}) > 1
    assert "Ljungby" in {row.municipality.name for row in rows}
