"""Questions put to several municipalities: those of a county, those compared, those ranked."""

import pytest

from bot.assistant import Assistant
from bot.rendering.as_json import as_object
from bot.rendering.phrases import phrases
from tests.bot.answering.conftest import Ask, Short
from tests.conftest import TODAY

NO_RANK = "I can't rank them: the pages do not compare municipalities."
LINES = [
    # who lies in a county is told by the register, not by the pages
    ("Vilka av kommunerna ligger i Norrbotten?",
     "I Norrbottens län känner jag till Jokkmokk, Överkalix och Övertorneå."),
    ("Vilka mål har kommunerna i Norrbotten?",
     "I Norrbottens län känner jag till Jokkmokk, Överkalix och Övertorneå."),
    ("Which municipalities are in the north?",
     "In Norrbotten County and Västerbotten County I know Jokkmokk, Överkalix and Övertorneå."),
    ("Norrbotten klimat", "I Norrbottens län nämns klimat av Jokkmokk. "
     "En nyare sida från Överkalix handlar om det; dess text ingår inte här."),
    ("which municipality in Norrbotten wants more visitors",
     "In Norrbotten County, tourism is mentioned by Jokkmokk."),
    # nobody is ranked, whatever the question
    ("Which municipality is best for families with children?", NO_RANK),
    ("Who is best at the environment?", NO_RANK),
    # those alone in something are told with the others
    ("Är Värnamo ensamt om att skriva om trygghet?",
     "Tre av de fem kommuner jag känner till tar upp trygghet och säkerhet: "
     "Värnamo, Övertorneå och Överkalix."),
    ("Which goals are still valid today?",
     "In force today: Jokkmokk and Värnamo. No period is given: Ljungby and Överkalix."),
    ("Give me a quote from a politician about goals",
     "Somebody is quoted on the page of Värnamo."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_the_answer_in_one_line(short: Short, text: str, expected: str) -> None:
    """A county's municipalities are those known there, whatever their pages say."""
    assert short(text) == expected


PLACES = [
    ("which municipality in Småland wants 35000 people", {"Ljungby"}),
    ("Compare all five visions", {"Jokkmokk", "Ljungby", "Värnamo", "Överkalix", "Övertorneå"}),
    ("Vilka visioner sträcker sig till 2030 eller längre?", {"Jokkmokk", "Ljungby"}),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_the_municipalities_shown(ask: Ask, text: str, expected: set[str]) -> None:
    """All five are shown where all are meant, one where one has the number."""
    assert {row.municipality.name for row in ask(text).statements} == expected


TALKS = [
    (("Jämför Ljungby och Värnamo", "Vilken är bäst?"),
     "Jag kan inte rangordna dem: sidorna jämför inte kommunerna med varandra."),
    (("Jämför Ljungby och Värnamo", "Vem vill ha flest invånare?"),
     "En siffra som mål anger Ljungby."),
    (("Jämför Ljungby och Värnamo", "Vilken har flest invånare?"),
     "Ingen av sidorna säger hur många de är nu; en siffra som mål anger Ljungby."),
    (("Compare all five visions", "which is shortest?"), NO_RANK),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "expected"), TALKS)
def test_of_those_just_compared(
    assistant: Assistant, turns: tuple[str, ...], expected: str
) -> None:
    """They are not ranked either; a number to reach is given."""
    context = None
    for turn in turns:
        reply = assistant.reply(turn, context)
        context = reply.context
    spoken = phrases(reply.language, assistant.store)
    assert as_object(turns[-1], None, reply.answer, TODAY, spoken)["short"] == expected


def test_a_region_is_no_municipality(ask: Ask) -> None:
    """The body that runs the care has goals of its own."""
    found = ask("Region Jönköpings läns mål för vårdköerna, vilka är de?")
    assert (found.outcome, found.reason) == ("unknown", "off_topic")


def test_two_compared_share_the_room(ask: Ask) -> None:
    """Where all of one is shown, the other has what whole lists there is room for."""
    names = [row.municipality.name for row in ask("Jämför Ljungby och Värnamo").statements]
    assert (names.count("Ljungby"), names.count("Värnamo")) == (4, 5)
