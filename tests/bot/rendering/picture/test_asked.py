"""Which messages ask for a picture."""

import pytest

from bot.rendering.picture.asked import (
    asks_for_picture,
    asks_to_see,
    in_words,
    is_about_the_last,
    picture_asked_for,
)


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
def test_asked_for(text: str) -> None:
    """In both languages, with and without å ä ö, in capitals."""
    assert asks_for_picture(text)


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
def test_not_asked_for(text: str) -> None:
    """Words that only look like it ask for words."""
    assert not asks_for_picture(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tidslinje för Värnamo", "timeline"),
        ("draw a time line of Jokkmokk", "timeline"),
        ("Ljungbys mål som bild", "goals"),
        ("Ljungbys mål", None),
    ],
)
def test_which_picture(text: str, expected: str | None) -> None:
    """The timeline where it is named, else vision and goals."""
    assert picture_asked_for(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("show Värnamo's goals", True),
        ("Can you show me Ljungby's vision?", True),
        ("Visa Värnamos mål", True),
        ("Hej! Kan du visa Jokkmokks vision?", True),
        ("Visa källor för Ljungby", False),
        ("show the goals of Ljungby as a list", False),
        ("What does Ljungby's vision show?", False),
        ("vilka mål har Värnamo?", False),
    ],
)
def test_asked_to_see(text: str, expected: bool) -> None:
    """By the first words of a message."""
    assert asks_to_see(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("visa Värnamos mål som bild", "visa Värnamos mål"),
        ("a picture of Ljungby's vision, please", "Ljungby's vision, please"),
        ("Kan jag få en bild på Ljungbys vision?", "Kan jag få Ljungbys vision?"),
        ("tidslinje för Övertorneå", "Övertorneå"),
        ("Draw a time line of Jokkmokk", "Jokkmokk"),
        ("visa målen som bild!", "visa målen"),
        ("poster of Överkalix", "Överkalix"),
        ("bild", ""),
        ("vilken bild av framtiden har Ljungby?", "vilken bild av framtiden har Ljungby?"),
    ],
)
def test_the_question_in_words(text: str, expected: str) -> None:
    """What is asked, without the wish for a picture."""
    assert in_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", True), ("Kan jag få det?", True), ("can I have it, please", True), ("solen", False)],
)
def test_about_the_last(text: str, expected: bool) -> None:
    """Nothing of its own is named."""
    assert is_about_the_last(text) is expected
