"""Our sentences are filled in as each language writes names, numbers, dates and lists."""

from datetime import date

import pytest

from bot.answering.answer import Both, Label, Number, Of, TopicName, Value, said
from bot.rendering.phrases import Phrases

DAY = date(2024, 1, 1)
VALUES = [
    ("Habo", "Habo", "Habo"),
    (4, "fyra", "four"),
    (1, "ett", "one"),
    (12, "tolv", "twelve"),
    (13, "13", "13"),
    (Number(35000), "35\u00a0000", "35,000"),
    (Number(2.5), "2,5", "2.5"),
    (DAY, "1 januari 2024", "1 January 2024"),
    (("Habo",), "Habo", "Habo"),
    (("Habo", "Ljungby"), "Habo och Ljungby", "Habo and Ljungby"),
    (("Habo", "Kil", "Ale"), "Habo, Kil och Ale", "Habo, Kil and Ale"),
    (Label("mål"), "mål", "goal"),
    (Label("mål", 1), "ett mål", "one goal"),
    (Label("fokusområde", 1), "ett fokusområde", "one focus area"),
    (Label("utvecklingsfråga", 1), "en utvecklingsfråga", "one development issue"),
    (Label("fokusområde", 4), "fyra fokusområden", "four focus areas"),
    (TopicName("safety"), "trygghet och säkerhet", "safety and security"),
    (Both("visionen", "the vision"), "visionen", "the vision (visionen)"),
]
GENITIVES = [
    ("Värnamo", "Värnamos", "Värnamo’s"),
    ("Övertorneå", "Övertorneås", "Övertorneå’s"),
    ("Överkalix", "Överkalix", "Överkalix’s"),
    ("Mönsterås", "Mönsterås", "Mönsterås’s"),
    ("Skellefteå", "Skellefteås", "Skellefteå’s"),
    ("Dals-Ed", "Dals-Eds", "Dals-Ed’s"),
]


@pytest.mark.parametrize(("name", "sv", "en"), GENITIVES)
def test_genitives(swedish: Phrases, english: Phrases, name: str, sv: str, en: str) -> None:
    """Swedish adds an s, but not after s, x or z; English an apostrophe and an s."""
    assert swedish.value(Of((name,))) == sv
    assert english.value(Of((name,))) == en


def test_a_genitive_of_several(swedish: Phrases, english: Phrases) -> None:
    """Each name in Swedish, the last one in English."""
    names = Of(("Värnamo", "Ljungby"))

    assert swedish.value(names) == "Värnamos och Ljungbys"
    assert english.value(names) == "Värnamo and Ljungby’s"


def test_a_sentence_begins_with_a_capital(swedish: Phrases) -> None:
    """Also where its first word is a value in lower case."""
    text = "{number} of the {all} municipalities I know have this on their pages: {places}."
    sentence = said(text, number=2, all=5, places=("Habo",))

    told = "Två av de fem kommuner jag känner till har det på sina sidor: Habo."
    assert swedish.say(sentence) == told


@pytest.mark.parametrize(("value", "sv", "en"), VALUES, ids=lambda value: str(value)[:30])
def test_values(swedish: Phrases, english: Phrases, value: Value, sv: str, en: str) -> None:
    """Small numbers in words, larger ones grouped, dates in full, lists with "and"."""
    assert swedish.value(value) == sv
    assert english.value(value).replace(", and", " and") == en


def test_text_with_braces_is_not_a_template(swedish: Phrases) -> None:
    """What fills a gap is put in as it is."""
    assert swedish("Note: {note}", note="{places} {0}") == "Obs: {places} {0}"
