"""What held when: years asked about, newer pages, days that the page does not name."""

import pytest

from tests.bot.answering.conftest import Ask, Short

OF_A_YEAR = [
    ("Was Övertorneå's vision valid in 2019?",
     "2019 is within the period, which ended on 31 December 2020."),
    ("Vilka mål hade Värnamo 2022?", "Inte 2022, utan från och med den 1 januari 2024."),
    ("Vilken vision hade Jokkmokk 2014?", "Sidan säger inte vad som gällde 2014."),
    ("Will Jokkmokk's vision be valid in 2031?",
     "Not in 2031: the period ends on 31 December 2030."),
    ("Vad händer efter 2030 i Jokkmokk?", "Sidan säger inte vad som kommer efter 2030."),
    # the plan's own year is its name, and a story's year is nobody's
    ("Vad är visionen i Jokkmokk 2030?", "Jokkmokks vision:"),
    ("Jag flyttade hit 2019. Vad är Jokkmokks vision?", "Jokkmokks vision:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OF_A_YEAR)
def test_whether_a_plan_held_in_a_year(short: Short, text: str, expected: str) -> None:
    """The period is told, or that the page does not tell it."""
    assert short(text) == expected


def test_what_went_before_is_shown_of_an_earlier_year(ask: Ask) -> None:
    """The page names the document that came before."""
    shown = {row.id for row in ask("Vilken vision hade Jokkmokk 2014?").statements}
    assert "jokkmokk-eftertrader-2015" in shown


NOT_HERE = "Dess text ingår inte här. Den sida jag har säger detta:"
NEWER = [
    ("Finns det något nyare om Överkalix mål?",
     f"Det finns en nyare sida, med mål som antogs den 29 april 2024. {NOT_HERE}"),
    ("Vilka mål antog Överkalix 2024?",
     f"Det finns en nyare sida, med mål som antogs den 29 april 2024. {NOT_HERE}"),
    ("Finns det en ny vision i Övertorneå?",
     f"Det finns en senare sida, med en målbild för 2020–2035. {NOT_HERE}"),
    ("Is there anything newer for Ljungby?",
     "There is another page, which is probably newer. Its text is not included here. "
     "The page I have says this:"),
    # "new" is no newer page where the page itself has what is new
    ("Vilket fokusområde är nytt i Ljungby?", "Ljungbys fokusområde:"),
    ("Vilka är Värnamos nya mål?", "Värnamo har fyra övergripande mål:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEWER)
def test_a_newer_page_is_told_of(short: Short, text: str, expected: str) -> None:
    """That there is one is known, what stands there is not."""
    assert short(text) == expected


STILL = [
    ("Är sidan för Värnamo föråldrad?",
     "Nej, det gäller från och med den 1 januari 2024; något slut anges inte."),
    ("is Jokkmokk's vision already over",
     "No. The vision is called “Vision 2030” and is treated here as valid to the end of 2030."),
    ("Är Övertorneås vision inaktuell?", "Ja, perioden tog slut den 31 december 2020."),
    ("Gäller Övertorneås mål?", "Nej, inte längre: perioden tog slut den 31 december 2020."),
    ("Is there a newer page for Värnamo?", "I know of no newer page."),
    ("Vad gäller i Värnamo nu?", "Från och med den 1 januari 2024; något slut anges inte."),
    ("Is it true that Övertorneå's vision runs to 2030?",
     "Not in 2030: the period ended on 31 December 2020."),
    ("När beslutades Jokkmokks vision och av vem?", "Kommunfullmäktige. Sidan säger inte när."),
    ("Gäller målet om 40 000 invånare i Värnamo fortfarande?", "Nej, den lydelsen är ersatt."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STILL)
def test_yes_and_no_answer_what_was_asked(short: Short, text: str, expected: str) -> None:
    """No to "is it out of date?" says that it holds."""
    assert short(text) == expected


STARTS = [
    ("Sedan när är näringsliv ett fokusområde i Ljungby?", "Från och med 2021."),
    ("Från när gäller Värnamos mål?", "Från och med den 1 januari 2024."),
    ("Har Värnamos mål börjat gälla?",
     "Ja, från och med den 1 januari 2024; något slut anges inte."),
    ("När antogs Värnamos nya mål?",
     "Sidan säger inte när; det gäller från och med den 1 januari 2024."),
    ("Is Värnamo's old vision still used?", "No: that has been replaced."),
    ("Hur många bor i Ljungby?",
     "Sidan säger inte hur många de är nu. Målet är 35 000 invånare år 2035."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STARTS)
def test_no_more_is_told_than_the_page_says(short: Short, text: str, expected: str) -> None:
    """A year is no day, a start no decision, an aim no count of today."""
    assert short(text) == expected


def test_what_came_after_a_document_is_no_time(short: Short) -> None:
    """Only what stands just before the year asks for the time after it."""
    assert (
        short("Vad hette dokumentet som Jokkmokk 2030 tog över efter?")
        == "Så här skriver Jokkmokk:"
    )
