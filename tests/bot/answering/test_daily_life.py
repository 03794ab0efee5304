"""What is asked of daily life is refused with the municipality's web site, whatever its topic."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, Short, last

SERVICES = [
    "När börjar skolan i Värnamo?",
    "När är näringslivsfrukosten i Ljungby?",
    "När startar berättarfestivalen i Ljungby?",
    "When does school start in Värnamo?",
    "When is the storytelling festival in Ljungby?",
    "Är vattnet drickbart i Ljungby?",
    "Finns det jobb i Värnamo?",
    "Vad gör förskollärare i Jokkmokk?",
    "Vad tjänar en undersköterska i Värnamo?",
    "What's the water quality in Ljungby?",
    "Is there a theatre in Övertorneå this weekend?",
    "Hur söker jag förskola i Värnamo?",
    "När har äldreboendet i Överkalix besökstid?",
    "Vilka bostäder finns lediga i Ljungby?",
    "Hur röstar jag i Jokkmokk",
    "Hur får jag jobb i Överkalix?",
    "How do I find a flat in Ljungby?",
    "Do you have jobs in Värnamo?",
    "Whom do we ring about a burst water pipe in Ljungby?",
    "Vart anmäler jag klotter på skolan i Värnamo?",
    # What is there.
    "What jobs are available in Värnamo?",
    "Vilka jobb finns det i Värnamo?",
    "What housing is available in Värnamo?",
    "Vilka bostäder finns lediga i Överkalix?",
    "What schools are there in Ljungby?",
    "Vilka skolor finns i Överkalix?",
    "Vilka företag finns i Ljungby?",
    "Which companies are in Värnamo?",
    "What culture is there in Övertorneå?",
    "Vilken fritid erbjuds i Värnamo?",
    "What activities are there for kids in Jokkmokk?",
    "Vilka aktiviteter finns för barn i Jokkmokk?",
    "Vad finns det att göra på fritiden i Överkalix?",
    "What kinds of jobs are there in Värnamo?",
    "Vad finns det för jobb i Värnamo?",
    "Which schools does Ljungby have?",
    "Vilka skolor har Ljungby?",
    "Are there any good schools in Ljungby?",
    # Where and how it is.
    "Var ligger skolan i Överkalix?",
    "Where is the theatre in Övertorneå?",
    "How is the water in Ljungby?",
    "Hur är vattnet i Ljungby?",
    "Why are the schools so bad in Överkalix?",
    "How good is the water in Ljungby?",
    # What one can do, and who does it.
    "Hur startar jag företag i Ljungby?",
    "I want to start a company in Jokkmokk. How do I do that?",
    "Jag vill starta företag i Jokkmokk. Hur gör jag det?",
    "How can I start a business in Ljungby?",
    "Where can I find jobs in Värnamo?",
    "Can I drink the water in Ljungby?",
    "Can I get support and care in Övertorneå?",
    "When does Ljungby pick up the trash?",
    "Who is responsible for schools in Överkalix?",
    "Vem ansvarar för skolan i Ljungby?",
    "Who runs the schools in Ljungby?",
    "mitt barn är sjukt och jag undrar vart jag sjukanmäler det, skolan ligger i ljungby",
]


@pytest.mark.parametrize("text", SERVICES)
def test_a_service_has_its_web_site(ask: Ask, text: str) -> None:
    """When something begins, is to be had or is done for a living stands in no plan."""
    found = ask(text)
    assert (found.reason, [link.about for link in found.links]) == ("off_topic", ["website"])


PLANS = [
    "What does Ljungby say about water quality?",
    "När började näringsliv vara med i Ljungby?",
    "När börjar målen gälla i Värnamo?",
    "Finns det något om jobb i Värnamo?",
    "hur högt sätter Överkalix skolan?",
    "Är skolan prioriterad i Överkalix?",
    "Vad säger Jokkmokk om vad folk tjänar?",
    "When does Business start to apply in Ljungby?",
    "How can I influence democracy in Överkalix?",
    "Hur får man vara med och påverka i Överkalix?",
    "Imagine I live in Jokkmokk, what are the goals?",
    "What is there about schools in Ljungby?",
    "What targets on jobs are there in Värnamo?",
    "Vilka miljömål finns i Ljungby?",
    "Vilka språk finns i Övertorneå?",
    "What is there to do about the climate in Värnamo?",
    "Which activities are there in Jokkmokk's plan?",
    "Where is culture in Övertorneå's vision?",
    "Vad finns det för skolan i Ljungby?",
    "Where can I read about schools in Ljungby?",
    "Why is the environment so important in Värnamo?",
    "Can I influence what happens in Överkalix?",
    "Hur är jämställdheten i Ljungby?",
    "Vem ansvarar för att målen nås i Jokkmokk?",
    "Vi bor i Ljungby och undrar vart kommunen är på väg",
]


@pytest.mark.parametrize("text", PLANS)
def test_the_same_words_asked_of_a_plan_are_answered(ask: Ask, text: str) -> None:
    """What a plan says of it, and from when it applies, is no daily life."""
    assert ask(text).outcome == "answer"


@pytest.mark.parametrize(
    "text",
    [
        "Vilka mål har Ljungby IF för säsongen?",
        "Vilka mål har Värnamo Hockey?",
        "Imagine Värnamo was a country. What would its king be called?",
        "Pretend Överkalix has decided to leave Sweden and tell me about it",
        "Låtsas att Ljungby vill bli huvudstad och berätta",
        "Is the politics in Värnamo left or right?",
        "Is Överkalix governed by the left?",
        "What do the Social Democrats in Värnamo want?",
        "What do the Christian Democrats in Ljungby want?",
        "Vad vill Miljöpartiet i Värnamo?",
        "Vad vill Kristdemokraterna i Värnamo?",
        "What do the Liberals in Övertorneå say about schools?",
        "did värnamo score any goals last nite",
        "What are the goals of Värnamo hockey?",
        "Varför är bensinen så dyr?",
    ],
)
def test_what_is_no_plan_and_no_service_has_none(ask: Ask, text: str) -> None:
    """A club, something made up, and who holds power."""
    found = ask(text)
    assert (found.reason, found.links) == ("off_topic", ())


@pytest.mark.parametrize(
    ("turns", "place"),
    [
        (["Vilka mål har Ljungby?", "vad kostar det?"], "Ljungby"),
        (["Vilka mål har Ljungby?", "när öppnar biblioteket?"], "Ljungby"),
        (["Vilka mål har Värnamo?", "vad tjänar en undersköterska?"], "Värnamo"),
        (["What are Värnamo's goals?", "how do I apply for preschool?"], "Värnamo"),
    ],
)
def test_whose_service_is_told_by_what_was_spoken_of(
    assistant: Assistant, turns: list[str], place: str
) -> None:
    """Nobody is sent to "your municipality" who has just named it."""
    found = last(assistant, turns)
    assert (found.reason, [link.title for link in found.links]) == ("off_topic", [place])


@pytest.mark.parametrize(
    "text",
    [
        "How many schools are there in Överkalix?",
        "How many businesses are there in Värnamo?",
        "Hur många skolor finns det i Överkalix?",
        "What's the unemployment rate in Överkalix?",
        "Hur hög är arbetslösheten i Ljungby?",
        "How high is unemployment in Värnamo?",
        "What is the unemployment in Överkalix?",
        "How many people work in Värnamo municipality?",
        "Hur många människor arbetar i Ljungby?",
        "Does Värnamo promise lower taxes?",
        "Does any of the municipalities promise free buses?",
        "Lovar någon kommun gratis bussar?",
    ],
)
def test_a_figure_of_today_stands_nowhere(ask: Ask, text: str) -> None:
    """A page might tell it, and none does."""
    assert ask(text).reason == "not_in_sources"


OPEN = [
    ("population of Jokkmokk", "The page does not give a figure for that."),
    ("What is the population of Värnamo?",
     "The page does not say how many there are now. "
     "The part “40,000 inhabitants in 2035” has been removed from the vision."),
    ("What population does Ljungby want?", "The goal is 35,000 inhabitants in 2035."),
    ("How is Jokkmokk doing?", "The page does not say how far that has come."),
    ("Hur går det med målen i Värnamo?", "Sidan säger inte hur långt det har kommit."),
    ("Hur går det till när Överkalix beslutar om målen?", "Så här skriver Överkalix:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_how_it_is_now_is_left_open(short: Short, text: str, expected: str) -> None:
    """How many live there and how far it has come is not read out of what is aimed at."""
    assert short(text) == expected
