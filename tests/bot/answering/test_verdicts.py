"""Yes or no that a first line settles, also where the claim is that something is no more."""

import pytest

from tests.bot.answering.conftest import Short

REMOVED = "Delen ”40 000 invånare 2035” är borttagen ur visionen."
GONE = [
    ("Jag är journalist. Stämmer det att Värnamo har strukit målet om 40 000 invånare?",
     f"Ja. {REMOVED}"),
    ("Har Värnamo strukit målet om 40 000 invånare?", f"Ja. {REMOVED}"),
    ("Är det sant att Värnamo vill ha 40 000 invånare?", f"Nej. {REMOVED}"),
    ("Siktar Värnamo fortfarande på 40 000 invånare?", f"Nej. {REMOVED}"),
    ("Is it true that Värnamo wants 40,000 people?",
     "No. The part “40,000 inhabitants in 2035” has been removed from the vision."),
    # a part of the vision is gone, so it is changed; what is denied twice is left alone
    ("Har Värnamo ändrat sin vision?", f"Ja. {REMOVED}"),
    ("Har Värnamo inte strukit målet om 40 000?", REMOVED),
    ("Har Värnamo inte längre ett befolkningsmål?", f"Nej. {REMOVED}"),
    ("Är Övertorneås vision gammal?", "Ja, perioden tog slut den 31 december 2020."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GONE)
def test_a_claim_that_something_is_gone_gets_yes(short: Short, text: str, expected: str) -> None:
    """What is asked is whether it is gone, so that it is gone is no "no"."""
    assert short(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Is it true that Värnamo no longer aims for 40 000 inhabitants?",
        "Is it correct that Övertorneå's vision has ended?",
    ],
)
def test_what_has_ended_gets_yes_whichever_way_it_is_read(short: Short, text: str) -> None:
    """As a question of an end, of what was replaced, or of what still holds."""
    assert short(text).startswith("Yes")


NUMBERS = [
    ("Does Ljungby's vision mention 40,000 inhabitants?",
     "No. The goal is 35,000 inhabitants in 2035."),
    ("Vill Ljungby ha 35 000 invånare?", "Ja. Målet är 35 000 invånare år 2035."),
    ("True or false: Värnamo has five goals", "No: Värnamo has four overall goals."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_aimed_at_is_confirmed_or_not(short: Short, text: str, expected: str) -> None:
    """The number of the page is told beside the yes or no."""
    assert short(text) == expected


NO_VISION = "Sidan anger inte någon vision, men väl en verksamhetsidé."
MISSING = [
    ("Stämmer det att Överkalix saknar vision?", f"Ja. {NO_VISION}"),
    ("Har Överkalix en vision?", f"Nej. {NO_VISION}"),
    ("Har Överkalix ingen vision?", f"Nej. {NO_VISION}"),
    ("Kan du berätta om Överkalix vision?", NO_VISION),
    # goals that are counted and not named are there
    ("Har Övertorneå några mål?", "Sidan nämner inte något av de 21 övergripande målen."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MISSING)
def test_what_is_not_there_gets_no(short: Short, text: str, expected: str) -> None:
    """Something else stands in for it, which makes it no less missing."""
    assert short(text) == expected


GOALS_ON = [
    ("Is it true that Ljungby has no goal about schools?",
     "No. This is what Ljungby says about education and schools:"),
    ("Har Ljungby inget mål om lärande?",
     "Jo, det finns ett. Så här skriver Ljungby om utbildning och skola:"),
    # a focus area is no goal, and may still be what is wanted
    ("Har Ljungby inget mål om miljö?",
     "Nej. Det finns inget sådant på sidan. Närmast kommer detta:"),
    ("Har Ljungby något mål om näringsliv?", "Så här skriver Ljungby om näringsliv och företag:"),
    ("Har Värnamo ett mål om miljö?", "Ja. Så här skriver Värnamo om miljö:"),
    # areas that are counted and not named may be on anything
    ("Har Jokkmokk inflyttning som insatsområde?",
     "Sidan säger att insatsområdena är sex men anger inte vilka. "
     "Så här skriver Jokkmokk om attraktivitet:"),
    ("Can you show Värnamo's goal about the environment?",
     "This is what Värnamo says about the environment:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GOALS_ON)
def test_whether_there_is_a_goal_on_a_topic(short: Short, text: str, expected: str) -> None:
    """Yes where one of that kind is on it."""
    assert short(text) == expected


COUNTED = [
    ("Stämmer det att Överkalix mål är tre?", "Ja: Överkalix har tre övergripande verksamhetsmål."),
    ("Is it wrong to say Jokkmokk has six priority areas?",
     "No: Jokkmokk has six priority areas."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_a_number_is_claimed_in_other_words(short: Short, text: str, expected: str) -> None:
    """Behind its kind, or of what is counted and not named."""
    assert short(text) == expected
