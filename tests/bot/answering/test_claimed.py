"""Yes or no to what somebody has heard, and one line for each thing asked at once."""

import pytest

from tests.bot.answering.conftest import Short

NUMBERS = [
    ("Stämmer det att Överkalix har fem mål?",
     "Nej: Överkalix har tre övergripande verksamhetsmål."),
    ("Har Ljungby tre visionsmål?", "Ja: Ljungby har tre visionsmål."),
    ("Does Värnamo have more than three goals?", "Yes: Värnamo has four overall goals."),
    ("Does Överkalix have 21 goals?", "No: Överkalix has three overall operational goals."),
    # what the page contradicts is neither
    ("Is it true that Övertorneå has five goal areas?",
     "Six goal areas are listed; the page says seven."),
    # a number of something else, a request, and a denial
    ("Har Överkalix sju målområden?", "Överkalix har tre övergripande verksamhetsmål:"),
    ("Kan du lista Värnamos fyra mål?", "Värnamo har fyra övergripande mål:"),
    ("Har Värnamo inte fem mål?", "Fyra övergripande mål."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_claimed_gets_yes_or_no(short: Short, text: str, expected: str) -> None:
    """Only where the page tells the number of just that."""
    assert short(text) == expected


BODIES = [
    ("Är det kommunstyrelsen som beslutar om mål i Överkalix?",
     "Nej. Kommunfullmäktige, enligt sidan."),
    ("Was Överkalix plan decided by the government?",
     "No. The municipal council (kommunfullmäktige), according to the page."),
    ("Beslutades Jokkmokk 2030 av kommunfullmäktige?", "Ja. Kommunfullmäktige, enligt sidan."),
    ("Jokkmokk 2030 was decided by the region, wasn't it?",
     "No. The municipal council (Kommunfullmäktige), according to the page."),
    ("Did the region decide Jokkmokk's vision?",
     "No. The municipal council (Kommunfullmäktige), according to the page."),
    ("Antogs Överkalix mål av kommunstyrelsen?", "Nej. Kommunfullmäktige, enligt sidan."),
    ("Bestämde regionen Jokkmokks vision?", "Nej. Kommunfullmäktige, enligt sidan."),
    # a denial is left alone
    ("Did the council not adopt Jokkmokk 2030?",
     "The municipal council (Kommunfullmäktige), according to the page."),
    # what boards may do is told by the page's own sentences
    ("Kan nämnderna i Överkalix bestämma om egna mål?", "Så här skriver Överkalix:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_a_body_claimed_gets_the_one_that_decides(short: Short, text: str, expected: str) -> None:
    """The page's own body is told, whichever was named, after whether it is the one."""
    assert short(text) == expected


AT_ONCE = [
    ("Vilka mål har Värnamo och hur många är de?", "Värnamo har fyra övergripande mål:"),
    ("Räkna upp Överkalix verksamhetsmål och säg hur många de är",
     "Överkalix har tre övergripande verksamhetsmål:"),
    ("Hur många mål har Värnamo och när börjar de gälla?",
     "Fyra övergripande mål. Från och med den 1 januari 2024."),
    ("who decides in Överkalix and how many goals are there",
     "The municipal council (kommunfullmäktige). Three overall operational goals."),
    ("Vilka mål har Ljungby och hur länge gäller de?", "Sidan anger inget slut; målåret är 2035."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AT_ONCE)
def test_each_fact_asked_for_has_its_line(short: Short, text: str, expected: str) -> None:
    """Facts stand first, one after the other; a list needs no line beside them."""
    assert short(text) == expected
