"""Which messages ask for a picture."""

import pytest

from bot.assistant import Assistant
from bot.rendering.picture.asked import asks_for_picture, picture_asked_for
from bot.understanding.reading import Reading


def read(assistant: Assistant, text: str) -> Reading:
    """A message as the assistant reads it."""
    return assistant.understand(text).reading


@pytest.mark.parametrize(
    "text",
    [
        "visa Värnamos mål som bild",
        "Kan jag få en bild på Ljungbys vision?",
        "rita jokkmokks mål",
        "MÅLEN SOM BILD TACK",
        "gör en affisch av överkalix mål",
        "show Värnamo's goals as a picture",
        "draw Ljungby's vision",
        "poster of overkalix goals please",
        "can I get an image of the goals in Jokkmokk?",
        "tidslinje för Värnamo",
    ],
)
def test_asked_for(assistant: Assistant, text: str) -> None:
    """In both languages, with and without å ä ö, in capitals."""
    assert asks_for_picture(read(assistant, text))


@pytest.mark.parametrize(
    "text",
    [
        "vilka mål har Värnamo?",
        "vad är Övertorneås målbild?",
        "vilken framtidsbild har Ljungby?",
        "vilken bild av framtiden har Jokkmokk?",
        "vad säger Värnamo om utbildning?",
        "what is the big picture for Ljungby?",
        "who draws up the goals in Överkalix?",
        "how will Värnamo draw people to the municipality?",
        "what image does Jokkmokk want to have?",
        "",
    ],
)
def test_not_asked_for(assistant: Assistant, text: str) -> None:
    """Words that only look like it ask for words."""
    assert not asks_for_picture(read(assistant, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tidslinje för Värnamo", "timeline"),
        ("draw a time line of Jokkmokk", "timeline"),
        ("Ljungbys mål som bild", "goals"),
        ("Ljungbys mål", None),
    ],
)
def test_which_picture(assistant: Assistant, text: str, expected: str | None) -> None:
    """The timeline where it is named, else vision and goals."""
    assert picture_asked_for(read(assistant, text)) == expected
