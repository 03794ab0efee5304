"""Whose vision or goals are asked for, where they are no municipality's."""

import pytest

from bot.understanding.owners import other_owners
from tests.bot.understanding.conftest import Understand

OTHERS = [
    "What is Apple's vision statement?",
    "What are Apple's overall goals?",
    "Riksidrottsförbundets målområden",
    "statens värdegrund",
    "folkhälsopolitikens åtta målområden, vilka är de?",
    "Min arbetsgivares värdegrund",
    "Vilka målområden har Barnkonventionen",
    "Vilka fokusområden har Tillväxtverket",
    "What are the focus areas of the WHO?",
    "Vad har Spotify för verksamhetsidé?",
    "Who chairs the board of Apple?",
    # named after a municipality, but not it
    "Värnamo Energis vision",
    "Ljungby IF:s mål",
    "Luleå tekniska universitets vision",
    # beside it
    "What are Strålfors goals in Ljungby?",
    "Vad är Finnvedsbostäders vision i Värnamo?",
    "What are the goals of Ljungby energi?",
    "What is the vision of the Jokkmokk winter market?",
    # within it
    "What vision does the school in Värnamo have?",
    "Vilka mål har skolan i Värnamo?",
    "Vad har socialtjänsten i Jokkmokk för mål?",
    "Vad har biblioteket i Ljungby för mål?",
    "What are the goals of Övertorneå library?",
    "What goals does the elderly care in Jokkmokk have?",
    "Vilken vision har Jokkmokks marknad?",
]
MUNICIPALITIES = [
    "Värnamos övergripande mål",
    "Vad är Ljungbys vision?",
    "Ljungby kommuns fyra mål",
    "kommunens vision",
    "Vad är stadens mål?",
    "Norrbottens mål",
    "What are the municipality's goals?",
    "Vilka mål har Ljungby?",
    "Vilka mål finns?",
    "Var anges mål för Värnamo?",
    "which municipalities have goals",
    "politikernas mål",
    "Politikernas mål i Överkalix",
    "What are everyone's goals?",
    "Vad är Tobias Petterssons vision för Värnamo?",
    "What goals does Ljungby have for the school?",
    "Vilka mål har Ljungby för skolan?",
    "What are the goals of the Ljungby municipality?",
    "What is the vision of Jokkmokk today?",
    "What are the goals of Ljungby regarding schools?",
    "Vad är Kommunfullmäktiges mål för Värnamo?",
    "What Are Ljungby's Goals?",
    "What are the goals of Ljungby asap",
    "What goals does the school board in Ljungby have?",
    "jag gör ett skolarbete om ljungby vilka mål har dom",
]


@pytest.mark.parametrize("text", OTHERS)
def test_anothers_goals_are_seen_to_be(understand: Understand, text: str) -> None:
    """A company, an authority, a club or a convention owns what is asked for."""
    assert other_owners(understand(text).reading)


@pytest.mark.parametrize("text", MUNICIPALITIES)
def test_a_municipality_owns_its_goals(understand: Understand, text: str) -> None:
    """Neither a municipality, by name or not, nor those who live and decide there are others."""
    assert not other_owners(understand(text).reading)


@pytest.mark.parametrize("text", OTHERS)
def test_anothers_goals_are_not_answered_with_a_municipalitys(
    understand: Understand, text: str
) -> None:
    """Nobody else's vision is answered; what is near to a plan's own words may be asked back."""
    question = understand(text)
    assert question.intent == "off_topic" or not question.covered
