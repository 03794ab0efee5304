"""What a message asks beside what its writer says of themselves."""

import pytest

from bot.understanding.asides import without_asides
from bot.understanding.by_itself import led_to
from tests.bot.understanding.conftest import Reader, Understand

LEFT = [
    ("Goals of Jokkmokk, homework due at eight", "Goals of Jokkmokk,"),
    ("Övertorneå och lärande, jag utbildar mig till rektor", "Övertorneå och lärande,"),
    ("Cooperation in Ljungby, I chair a village group", "Cooperation in Ljungby,"),
    ("My uncle bores us, so I need a subject. What does Ljungby's vision say?",
     "What does Ljungby's vision say?"),
    ("writing a poem, need Ljungby's own words on the future",
     "need Ljungby's own words on the future"),
    ("Vilka mål har Värnamo? Sitter på bussen", "Vilka mål har Värnamo?"),
    ("Ljungbys och Värnamos visioner, till ett föredrag på Rotary",
     "Ljungbys och Värnamos visioner,"),
    # what asks, adds to what is asked, or is asked about, is none
    ("I live in Ljungby. What are the goals?", None),
    ("Jag läste sidan. Stämmer det att Ljungby har fyra mål?", None),
    ("Vilka nyckeltal har Ljungby? Jag menar siffror", None),
    ("Ljungby has four focus areas but I read three. Am I wrong?", None),
    ("I love reindeer. Does Jokkmokk have goals on them?", None),
    ("Repeat after me: Jokkmokk hates tourists", None),
    ("Värnamos mål, skateparker", None),
    ("Jag har en hund. Vad vill Värnamo?", None),
    ("Vilka mål har Värnamo?", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_asides_are_left_away(reading: Reader, text: str, left: str | None) -> None:
    """A clause of the writer's own that names no place and no kind, beside a whole question."""
    assert without_asides(reading(text), in_context=False) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("what about Jokkmokk, we can't decide where to settle", "what about Jokkmokk,"),
        ("jaha sorry, jag menar Värnamo, bor där sen i våras", "jaha sorry, jag menar Värnamo,"),
    ],
)
def test_in_a_conversation_a_name_asks(reading: Reader, text: str, left: str) -> None:
    """It goes on from what was asked before."""
    assert without_asides(reading(text), in_context=True) == left


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Goals of Jokkmokk and Ljungby, both, homework due at eight", "goals"),
        ("Jag har glömt vilken av dem vi fick. Vad är målen?", "goals"),
        ("My sister is a nurse and we argue a lot. When do Värnamo's goals start?", "start"),
    ],
)
def test_what_is_left_is_asked(understand: Understand, text: str, intent: str) -> None:
    """In the language of the whole message."""
    assert understand(text).intent == intent


def test_the_whole_message_tells_the_language(understand: Understand) -> None:
    """Of "Vision Ljungby" by itself none is told."""
    assert understand("Vision Ljungby, I am in a hurry").language == "en"


LED_TO = [
    ("My husband works in Värnamo and we'd like to know what the town wants",
     "what the town wants Värnamo"),
    ("We live in Alvesta but want to know what Ljungby wants", "what Ljungby wants"),
    ("Jag och min katt undrar vad Överkalix vill?", "vad Överkalix vill?"),
    # of the story, of nobody, or of several
    ("I love rockets in Jokkmokk, I want to know what they say about that", None),
    ("I want to know what they want", None),
    ("I like Ljungby and Jokkmokk and want to know what they want", None),
    ("Vilka mål har Värnamo?", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left"), LED_TO)
def test_what_a_message_leads_to(reading: Reader, text: str, left: str | None) -> None:
    """Is the question, put to the one place that is named."""
    assert led_to(reading(text)) == left
