"""Whether it still holds is told of what is shown; "not" in the question turns no yes round."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Short, last

ENDED = "perioden tog slut den 31 december 2020."
DOUBTED = [
    ("Är den vision Övertorneå har inte utgången?", f"Jo, {ENDED}"),
    ("Är Övertorneås vision utgången?", f"Ja, {ENDED}"),
    ("Är Övertorneås vision inte längre giltig?", f"Nej, inte längre: {ENDED}"),
    ("Is it true that Övertorneå's vision is no longer valid?",
     "Yes: the period ended on 31 December 2020."),
    ("Övertorneå's vision has expired, right?", "Yes: the period ended on 31 December 2020."),
    ("Är Ljungbys vision fortfarande att bli 35 000?",
     "Ja, på den sida jag har, men det finns en nyare sida."),
    ("Är Jokkmokks vision avslutad?",
     "Nej. Visionen heter ”Vision 2030” och räknas här som gällande till och med 2030."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DOUBTED)
def test_yes_says_what_is_so(short: Short, text: str, expected: str) -> None:
    """However it is put, and no day that is only counted so is told as the page's own."""
    assert short(text) == expected


UNSAID = "The page does not say; the period of the vision ended on {date}."
OF_ITS_OWN = [
    ["gäller Övertorneås värdegrund fortfarande"],
    ["vad gör Övertorneå för föreningslivet och är det fortfarande aktuellt?"],
    ["Is the language centre in Övertorneå still planned?"],
    ["Vilka kommuner har värdegrund?", "vad står i Övertorneås", "gäller den än"],
    ["What's Övertorneå's stance on culture?", "does that still apply"],
]


@pytest.mark.parametrize("turns", OF_ITS_OWN)
def test_the_period_of_the_vision_is_not_laid_on_the_rest(
    assistant: Assistant, turns: list[str]
) -> None:
    """What is no part of the plan has no time, and it is what is shown."""
    answer = last(assistant, turns)
    assert getattr(answer.short, "text", "") == UNSAID
    assert not any(row.valid_until for row in answer.statements)


def test_no_page_tells_whether_it_was_reached(short: Short) -> None:
    """Also where the vision alone is spoken of."""
    told = short("Övertorneå was supposed to be sustainable by 2020 - did they achieve it?")
    assert told == "The page does not say how far that has come."
