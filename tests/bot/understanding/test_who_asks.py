"""Who asks is not what is asked about."""

import pytest

from bot.understanding.who_asks import without_who_asks
from tests.bot.understanding.conftest import Reader, Understand

LEFT = [
    ("I work at the library in Överkalix and need our mission", "need our mission Överkalix"),
    ("I'm a police officer, tell me about Värnamo's goals", "tell me about Värnamo's goals"),
    ("We're thinking of moving to Värnamo with two kids. What does the town want to become?",
     "What does the town want to become? Värnamo"),
    ("As a parent, what can I expect from Värnamo according to its goals?",
     "what can I expect from Värnamo according to its goals?"),
    ("My name is Anna and I study planning at Lund University. Ljungby's vision, please",
     "Ljungby's vision, please"),
    ("Vi i miljöpartiet undrar vad Ljungby har för vision", "vad Ljungby har för vision"),
    ("Skolchefen i Överkalix behöver målen", "behöver målen Överkalix"),
    ("Som egenföretagare i Ljungby undrar jag vad kommunen har för mål",
     "vad kommunen har för mål Ljungby"),
    ("Rektorn på vår skola i Ljungby vill ha visionsmålen", "vill ha visionsmålen Ljungby"),
    ("Jag jobbar på skolan i Värnamo och undrar hur våra mål skiljer sig från Ljungbys",
     "hur våra mål skiljer sig från Ljungbys Värnamo"),
    # it is asked about after all, or the question takes it up
    ("I'm interested in housing in Ljungby and want the goals", None),
    ("Jag är lärare i Ljungby, har ni några mål för oss?", None),
    ("I run a farm in Ljungby. What do you say about that?", None),
    # nobody says who asks
    ("As an employer, what does Överkalix want to be?", None),
    ("Were the goals for schools in Värnamo adopted by the council?", None),
    ("Vad behöver skolan i Ljungby för att nå målen?", None),
    ("Jag bor i Ljungby. Vilka är målen?", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_who_asks_is_left_away(reading: Reader, text: str, left: str | None) -> None:
    """A trade, a place of work, a party, studies, a family; the place named is still meant."""
    assert without_who_asks(reading(text)) == left


ASKED = [
    ("I work in the library in Ljungby and need our focus areas", "focus_areas"),
    ("I work with housing in Jokkmokk and need the vision", "vision"),
    ("hello, i am exchange student from spain writing thesis about municipal strategy, could you "
     "tell me please what is vision of jokkmokk", "vision"),
    ("I'm a care worker in Övertorneå and must write about our goal areas", "goal_areas"),
    ("I work with waste collection in Värnamo and my boss wants our goals on a poster", "goals"),
    ("I sit on the school board in Värnamo and need the four goals", "goals"),
    ("I study economics and need the goals of Överkalix", "goals"),
    ("Vi på kommunledningskontoret önskar en sammanställning av samtliga kommuners mål", "across"),
    ("We're a family with kids and want to know what Ljungby wants to become", "vision"),
    ("Förvaltningschefen i Värnamo vill veta målen", "goals"),
    ("Miljöpartiet i Värnamo undrar när målen började gälla", "start"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "intent"), ASKED)
def test_what_is_left_is_asked(understand: Understand, text: str, intent: str) -> None:
    """The list or line as such, and nothing of the asker's trade."""
    question = understand(text)
    assert (question.intent, question.topics, question.narrow) == (intent, (), ())


def test_a_topic_beside_who_asks_is_asked_about(understand: Understand) -> None:
    """The home-district society only asks; storytelling is what it asks about."""
    text = "Vi i styrelsen för hembygdsföreningen vill veta vad Ljungby säger om berättande"
    assert understand(text).topics == ("storytelling",)
    assert understand("Jag är lärare i Ljungby, vad säger målen om skolan?").topics == (
        "education",
    )
