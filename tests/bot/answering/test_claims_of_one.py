"""Yes and no to what is claimed of one municipality: neither a year nor a "wrong" is overlooked."""

import pytest

from tests.bot.answering.conftest import Short

AIM_SV, AIM_EN = "Målet är 35 000 invånare år 2035.", "The goal is 35,000 inhabitants in 2035."
TARGETS = [
    ("Stämmer det att Ljungby ska ha 35 000 invånare 2030?", f"Nej. {AIM_SV}"),
    ("Stämmer det att Ljungby ska ha 35 000 invånare år 2040?", f"Nej. {AIM_SV}"),
    ("Ska Ljungby ha 35 000 invånare redan 2030?", f"Nej. {AIM_SV}"),
    ("Is Ljungby's goal 35,000 inhabitants in 2040?", f"No. {AIM_EN}"),
    ("Will Ljungby have 35,000 inhabitants by 2030?", f"No. {AIM_EN}"),
    ("Will Ljungby have 35,000 inhabitants by 2035?", f"Yes. {AIM_EN}"),
    ("Ska Ljungby ha 35 000 invånare senast 2040?", f"Ja. {AIM_SV}"),
    ("Ska Ljungby ha 35 000 invånare efter 2030?", f"Ja. {AIM_SV}"),
    ("Ska Ljungby ha 35 000 invånare?", f"Ja. {AIM_SV}"),
]


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_the_year_of_a_target_is_part_of_the_claim(short: Short, text: str, expected: str) -> None:
    """The right number in the wrong year is no yes; "by 2040" is any year until then."""
    assert short(text) == expected


WRONG = [
    ("Is it false that Värnamo has four goals?", "No: Värnamo has four overall goals."),
    ("Är det fel att Värnamo har fyra mål?", "Nej: Värnamo har fyra övergripande mål."),
    ("Är det fel att Värnamo har fem mål?", "Ja: Värnamo har fyra övergripande mål."),
    ("Är det fel att Ljungby ska ha 35 000 invånare 2035?", f"Nej. {AIM_SV}"),
    ("Is it true or false that Värnamo has five goals?", "No: Värnamo has four overall goals."),
    ("Är det rätt eller fel att Värnamo har fyra mål?", "Ja: Värnamo har fyra övergripande mål."),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_whether_a_claim_is_wrong_turns_yes_and_no(short: Short, text: str, expected: str) -> None:
    """ "Is it wrong that …?" is answered with no where it is so."""
    assert short(text) == expected


CHOICES = [
    ("Har Ljungby tre eller fyra visionsmål?", "Tre visionsmål."),
    ("Är det fyra eller fem mål i Värnamo?", "Fyra övergripande mål."),
    ("Har Övertorneå 21 eller 7 övergripande mål?", "21 övergripande mål."),
    ("Does Värnamo have four or five goals?", "Four overall goals."),
    ("Hade Värnamo 40 000 invånare 2035 som mål eller som vision?",
     "Delen ”40 000 invånare 2035” är borttagen ur visionen."),
    ("Gäller Övertorneås vision 2020 eller 2030?", "Perioden tog slut den 31 december 2020."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHOICES)
def test_what_offers_a_choice_gets_neither_yes_nor_no(
    short: Short, text: str, expected: str
) -> None:
    """Of two the one that holds is told."""
    assert short(text) == expected


NO_MATTER_OF_DATES = [
    ("Kan man lita på Värnamos mål?",
     "Från och med den 1 januari 2024; något slut anges inte."),
    ("Är inte Övertorneås vision från 2020?", "Perioden tog slut den 31 december 2020."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NO_MATTER_OF_DATES)
def test_dates_say_yes_only_to_whether_it_applies(short: Short, text: str, expected: str) -> None:
    """Whether goals are kept, or from which year they are, is not whether they apply today."""
    assert short(text) == expected


def test_a_newer_page_leads_only_where_it_is_on_what_is_asked(short: Short) -> None:
    """The "och" and "new" of a question are no subject that a newer page is known to be on."""
    assert short("Får jag vara med och bestämma i Överkalix?").startswith("Så här skriver")
    assert short("Hur ser Ljungbys mark och vatten ut i målen?").startswith("Så här skriver")
    assert "newer" not in short("Is it true that Ljungby wants 35,000 new residents?")
    assert "nyare sida" in short("Vad säger Överkalix om klimatet?")
