"""Yes or no to what is said and only wants a yes: "…, right?", "…, eller hur?", "har väl"."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Short
from tests.bot.answering.follow_ups.test_going_on import line

LJUNGBY_EN = "The goal is 35,000 inhabitants in 2035."
SIX = "Sidan säger att insatsområdena är sex men anger inte vilka."
TAGGED = [
    ("Ljungby has four vision goals, right?", "No: Ljungby has three vision goals."),
    ("Ljungby has three vision goals right", "Yes: Ljungby has three vision goals."),
    ("Värnamo has five goals, doesn't it?", "No: Värnamo has four overall goals."),
    ("Värnamo has three overall goals, is that right?", "No: Värnamo has four overall goals."),
    ("Värnamo has five goals. Right?", "No: Värnamo has four overall goals."),
    ("Ljungby wants 35,000 by 2030, correct?", f"No. {LJUNGBY_EN}"),
    ("Jokkmokk has five priority areas, right?", "No: Jokkmokk has six priority areas."),
    ("Värnamo removed the 40,000 target, right?",
     "Yes. The part “40,000 inhabitants in 2035” has been removed from the vision."),
    ("Överkalix has no vision, right?",
     "Yes. The page does not state a vision, but it does state a mission."),
    ("Värnamo har fyra mål, eller hur?", "Ja: Värnamo har fyra övergripande mål."),
    ("Jokkmokk har fem insatsområden, eller hur?", f"Nej. {SIX}"),
    ("Värnamo har fem mål, va?", "Nej: Värnamo har fyra övergripande mål."),
    # what the page contradicts is neither
    ("Övertorneå has 21 goal areas, true?", "Six goal areas are listed; the page says seven."),
    # what asks without a mark before "correct" has no tag
    ("Vad är rätt?",
     "Det kan jag inte hjälpa till med. Jag svarar bara på frågor om kommuners visioner och mål."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TAGGED)
def test_a_tag_asks_for_yes_or_no(short: Short, text: str, expected: str) -> None:
    """The tag itself is no part of what is asked."""
    assert short(text) == expected


STATED = [
    ("Värnamo has five goals?", "No: Värnamo has four overall goals."),
    ("Ljungby vill ha 40 000 invånare?", "Nej. Målet är 35 000 invånare år 2035."),
    ("Visst har Överkalix fyra övergripande mål?",
     "Nej: Överkalix har tre övergripande verksamhetsmål."),
    ("Är det inte så att Värnamo har fem övergripande mål?",
     "Nej: Värnamo har fyra övergripande mål."),
    ("Isn't it true that Värnamo has four goals?", "Yes: Värnamo has four overall goals."),
    ("Överkalix vill väl bli bästa kommun att växa i?",
     "Nej, inte Överkalix: så skriver Ljungby."),
    ("Överkalix har väl ingen vision?",
     "Ja. Sidan anger inte någon vision, men väl en verksamhetsidé."),
    # a question word makes it none
    ("Värnamo har hur många mål?", "Fyra övergripande mål."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_statement_with_a_question_mark_is_a_claim(
    short: Short, text: str, expected: str
) -> None:
    """What frames it denies nothing of it: "Är det inte så att …?"."""
    assert short(text) == expected


GOING_ON = [
    (["Tell me Värnamo's goals", "there are five, right?"], "No: Värnamo has four overall goals."),
    (["What are Ljungby's focus areas?", "three, isn't it?"],
     "Four focus areas are listed; the page says three."),
    (["What are Ljungby's vision goals?", "four, right?"], "No: Ljungby has three vision goals."),
    (["What's Ljungby's vision?", "it's about 40,000 people, right?"], f"No. {LJUNGBY_EN}"),
    (["Vilka mål har Värnamo?", "visst är de fyra?"], "Ja: Värnamo har fyra övergripande mål."),
    (["Vilka mål har Värnamo?", "det är väl fem?"], "Nej: Värnamo har fyra övergripande mål."),
    (["What is Ljungby's vision?", "that's a goal, right?"],
     "No, on the page it is called vision."),
    (["What are Värnamo's goals?", "they are new, right?"],
     "The page does not say whether they are new."),
    (["Vilka mål har Värnamo?", "är de fyra?"], "Ja: Värnamo har fyra övergripande mål."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "expected"), GOING_ON)
def test_what_is_claimed_of_what_was_shown(
    assistant: Assistant, turns: list[str], expected: str
) -> None:
    """A number is no position in the list."""
    assert line(assistant, turns) == expected
