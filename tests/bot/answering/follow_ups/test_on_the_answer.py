"""A few words on the last answer as such: less of it, it is wrong, is it sure, good or reached."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line, names

SHORT = "Kortare än så blir det inte: det är sidans egna ord."
SIMPLE = "Enklare än så kan jag inte säga det: det är sidans egna ord."
BY_THE_PAGE = "Jag går efter sidan, och så här står det där:"
NO_OUTCOME = "Sidan säger inte hur långt det har kommit."

LINES = [
    # less of it, however it is asked for
    (["Vad är Ljungbys vision?", "Kan du ta det kortare?"], SHORT),
    (["Vad är Ljungbys vision?", "Sammanfatta"], SHORT),
    (["Vilka mål har Ljungby?", "Ta det kortare"], SHORT),
    (["What is Ljungby's vision?", "can you summarise it?"],
     "That is as short as it gets; these are the page's own words:"),
    (["What is Ljungby's vision?", "in one sentence"],
     "That is as short as it gets; these are the page's own words:"),
    # plainer words there are none
    (["Vilka mål har Ljungby?", "kan du förklara enklare?"], SIMPLE),
    (["Vad är Ljungbys vision?", "förenkla"], SIMPLE),
    (["What is Ljungby's vision?", "can you put it in simpler words?"],
     "I can't put it more simply; these are the page's own words:"),
    # an answer that is called wrong is what the page says
    (["Vad är Ljungbys vision?", "det stämmer inte"], BY_THE_PAGE),
    (["Vilka mål har Värnamo?", "det tror jag inte på"], BY_THE_PAGE),
    (["What are Värnamo's goals?", "that can't be right"],
     "I go by the page, and this is what it says:"),
    (["Hur många mål har Ljungby?", "du har fel, de har fyra"], BY_THE_PAGE),
    (["What is Ljungby's vision?", "No, that's not right."],
     "I go by the page, and this is what it says:"),
    # how good it is, is for nobody but the reader to judge
    (["Vad är Ljungbys vision?", "är det en bra vision?"],
     "Det bedömer jag inte; så här skriver sidan:"),
    (["What is Ljungby's vision?", "is it realistic?"],
     "I don't judge that; this is what the page says:"),
    # when and whether it is reached
    (["Vad är Ljungbys vision?", "När ska det vara uppnått?"],
     "Sidan anger inget slut; målåret är 2035."),
    (["What is Ljungby's vision?", "when should it be achieved?"],
     "The page gives no end; the target year is 2035."),
    (["Vilka mål har Ljungby?", "Har de uppnått dem?"], NO_OUTCOME),
    (["Vad är Ljungbys vision?", "har den nåtts?"], NO_OUTCOME),
    # what a list leaves out, and which list is meant
    (["Vilka insatsområden har Jokkmokk?", "kan du inte lista dem?"],
     "Sidan säger att insatsområdena är sex men anger inte vilka."),
    (["Hur många mål har Ljungby?", "lista dem"], "Ljungby har tre visionsmål:"),
    (["Är Överkalix mål från 2024?", "vilka är det då?"],
     "Överkalix har tre övergripande verksamhetsmål:"),
    (["Does Överkalix have a vision?", "so what do they have instead?"],
     "The page does not state a vision, but it does state a mission."),
    # whether it is new, as the thing is called
    (["Vad är Jokkmokks vision?", "är den ny?"], "Sidan säger inte om visionen är ny."),
    (["Vad säger Ljungby om vatten?", "är det nytt?"], "Sidan säger inte om det är nytt."),
    # who says it, and how many the page says there are
    (["What does Värnamo mean by its vision?", "who says that?"],
     "Tobias Pettersson, chair of the municipal executive board (kommunstyrelsens ordförande)."),
    (["Vilka fokusområden har Ljungby?", "men hur många säger sidan att det är?"],
     "Fyra fokusområden är uppräknade; sidan säger tre."),
    # of those compared, the first
    (["Compare the visions of Jokkmokk and Ljungby", "what are the goals of the first one?"],
     "Jokkmokk’s goal:"),
    (["Jämför visionerna i Ljungby och Värnamo", "vilka mål har den förstnämnda kommunen?"],
     "Ljungby har tre visionsmål:"),
    (["What is Värnamo's vision?", "and Ljungby's?",
      "back to the first municipality, what goals does it have?"],
     "Värnamo has four overall goals:"),
    # a topic is asked on about, and another beside it
    (["Which places talk about culture?", "oh nice, övertorneå",
      "what are they doing about it then"],
     "This is what Övertorneå says about culture:"),
    (["does Jokkmokk want tourists", "right. companies too?"],
     "This is what Jokkmokk says about business and industry:"),
    # a slip put right
    (["What is Övertorneå's vision?", "oops, I meant Jokkmokk"], "Jokkmokk’s vision:"),
    # a bare name is asked what was asked before
    (["Who decided the vision?", "Jokkmokk"], "The municipal council (Kommunfullmäktige)."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "expected"), LINES)
def test_the_first_line(assistant: Assistant, turns: list[str], expected: str) -> None:
    """It stays with what was shown."""
    assert line(assistant, turns) == expected


SHOWN = [
    (["Vad är Ljungbys vision?", "när ska den nås?"], "ljungby-vision"),
    (["Vilka fokusområden har Ljungby?", "vilket är nyast?"], "ljungby-naringsliv"),
    (["Vilka fokusområden har Ljungby?", "hur kom man fram till dem?"],
     "ljungby-tre-fokusomraden"),
    (["Ljungbys visionsmål tack", "vilket står först?"], "ljungby-basta-kommun-att-vaxa-i"),
    (["Ljungbys visionsmål tack", "which comes last?"], "ljungby-ett-rikt-liv"),
    (["Does Värnamo have a goal on the environment?", "why do they think it matters?"],
     "varnamo-en-gron-kommun"),
    (["How many perspectives are there in Jokkmokk's vision document?", "why two of them?"],
     "jokkmokk-tva-perspektiv"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "first"), SHOWN)
def test_what_stands_first(assistant: Assistant, turns: list[str], first: str) -> None:
    """The statement that is asked about."""
    assert last(assistant, turns).statements[0].id == first


@pytest.mark.parametrize("doubt", ["är det säkert?", "är det sant?", "är du säker?"])
def test_a_doubt_is_of_the_answer(assistant: Assistant, doubt: str) -> None:
    """And not of safety as a topic."""
    found = last(assistant, ["Vilka mål har Ljungby?", doubt])
    assert (found.outcome, found.statements) == ("chat", ())


@pytest.mark.parametrize(
    "rest", ["och de andra kommunernas?", "och övriga kommuners?", "och alla andras?"]
)
def test_the_others_are_municipalities(assistant: Assistant, rest: str) -> None:
    """Where they are called so."""
    others = names(assistant, ["Vad är Värnamos vision?", rest])
    assert others == {"Jokkmokk", "Ljungby", "Överkalix", "Övertorneå"}


SAME = [
    ["What is Ljungby's vision?", "the same for all of them"],
    ["Vad är Jokkmokks vision?", "samma sak för alla kommunerna"],
]


@pytest.mark.parametrize("turns", SAME)
def test_the_same_is_asked_of_all(assistant: Assistant, turns: list[str]) -> None:
    """The one just asked among them."""
    asked = {"Jokkmokk", "Ljungby", "Värnamo", "Överkalix", "Övertorneå"}
    assert names(assistant, turns) == asked


def test_which_municipality_is_the_largest_is_asked_of_no_list(assistant: Assistant) -> None:
    """The pages compare nobody."""
    turns = ["Vilka mål har Övertorneå?", "Vilken av kommunerna är störst?"]
    assert last(assistant, turns).outcome == "unknown"
