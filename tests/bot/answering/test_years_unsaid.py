"""A year that somebody has heard: what the page tells of it, and what it leaves open."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Short
from tests.bot.answering.follow_ups.test_going_on import line

VARNAMO = "Värnamo’s page was published on 27 December 2023."
JOKKMOKK = "Jokkmokk’s page was published on 15 June 2017 and last changed on 15 August 2019."
UNSAID, ADOPTED = (
    "The page does not say when that was.",
    "The page does not say when it was adopted.",
)
EVENTS = [
    ("What changed in Värnamo in 2023?", f"{UNSAID} {VARNAMO}"),
    ("Was the vision of Värnamo revised in December 2023?", f"{UNSAID} {VARNAMO}"),
    ("Has Värnamo's vision changed since 2023?", f"{UNSAID} {VARNAMO}"),
    ("Is Värnamo's vision from 2023?", f"{ADOPTED} {VARNAMO}"),
    ("Värnamo's vision was adopted in 2017, correct?", f"{ADOPTED} {VARNAMO}"),
    ("Is Jokkmokk's vision from 2017?", f"{ADOPTED} {JOKKMOKK}"),
    ("Isn't Jokkmokk's vision from 2015?", f"{ADOPTED} {JOKKMOKK}"),
    ("Was Jokkmokk 2030 adopted in 2017?", f"{ADOPTED} {JOKKMOKK}"),
    # a page without a date has none to tell
    ("Is Ljungby's vision from 2021?", ADOPTED),
    # goals have a day of their own
    ("Are Värnamo's goals from 2023?", "Not in 2023: it applies from 1 January 2024."),
    # a year in which something was done, and no plan's name
    ("What happened in 2015 in Jokkmokk?", "This is what Jokkmokk says:"),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_when_something_was_done_is_not_told(short: Short, text: str, expected: str) -> None:
    """The day of the page is told, and no day from which anything applies."""
    assert short(text) == expected


def test_the_goals_alone_begin_in_a_year(assistant: Assistant) -> None:
    """Since when the vision applies is not told, so they stand before it."""
    told = assistant.reply("What applied in Värnamo in 2023?").answer
    assert [row.kind.value for row in told.statements][:5] == ["goal"] * 4 + ["vision"]


def test_the_year_of_the_work_stands_first(assistant: Assistant) -> None:
    """It is asked when, and one sentence has a year in it."""
    told = assistant.reply("När togs Jokkmokks visionsdokument fram?").answer
    assert told.statements[0].id == "jokkmokk-arbetsmoten-2015"


ENDS = [
    ("What applied in Värnamo in 2023?",
     "The page does not say what applied in 2023; the goals apply from 1 January 2024."),
    ("Wasn't Övertorneå's vision extended to 2030?",
     "Not in 2030: the period ended on 31 December 2020."),
    ("Jokkmokk's vision ended in 2020, right?",
     "No. The vision is called “Vision 2030” and is treated here as valid to the end of 2030."),
    ("Slutar Jokkmokks vision 2030?",
     "Ja. Visionen heter ”Vision 2030” och räknas här som gällande till och med 2030."),
    ("Ljungby's vision ends in 2030, doesn't it?",
     "The page gives no end; the target year is 2035."),
    ("Blev näringsliv fokusområde 2019 i Ljungby?", "Nej. Från och med 2021."),
    ("Did business become a focus area in 2021 in Ljungby?", "Yes, from 2021; no end is given."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_a_first_or_last_year_is_held_to_the_page(short: Short, text: str, expected: str) -> None:
    """The wrong year is no yes."""
    assert short(text) == expected


CHANGED = [
    ("Har Värnamo bytt vision?", "Ja. Delen ”40 000 invånare 2035” är borttagen ur visionen."),
    ("Har Värnamo uppdaterat sin vision?",
     "Ja. Delen ”40 000 invånare 2035” är borttagen ur visionen."),
    # where the page tells of no change, what is known instead
    ("Har Övertorneå bytt vision?",
     "Det finns en senare sida, med en målbild för 2020–2035. Dess text ingår inte här. "
     "Den sida jag har säger detta:"),
    ("Har Ljungby bytt vision?",
     "Det finns en annan sida, som troligen är nyare. Dess text ingår inte här. "
     "Den sida jag har säger detta:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHANGED)
def test_whether_a_vision_was_changed(short: Short, text: str, expected: str) -> None:
    """That a period is over says nothing of a new vision."""
    assert short(text) == expected


GOING_ON = [
    (["What's Värnamo's vision?", "when was it changed?"], f"{UNSAID} {VARNAMO}"),
    (["What's Värnamo's vision?", "when was the page changed?"], VARNAMO),
    (["What is Jokkmokk's vision?", "is it for 2040?"],
     "Not in 2040: the period ends on 31 December 2030."),
    (["What is Ljungby's vision?", "the year is 2030, right?"],
     "The page gives no end; the target year is 2035."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "expected"), GOING_ON)
def test_a_year_of_what_was_spoken_of(
    assistant: Assistant, turns: list[str], expected: str
) -> None:
    """ "It" is the plan, and its page only where that is named."""
    assert line(assistant, turns) == expected
