"""A yes is true of just what is asked: the number, all of them, the vision itself, the name."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, Short
from tests.bot.answering.follow_ups.test_going_on import line

REMOVED = "The part “40,000 inhabitants in 2035” has been removed from the vision."
NUMBERS = [
    ("Does Värnamo municipality want to grow to 40,000?", f"No. {REMOVED}"),
    ("Does Värnamo kommun want to grow to 50 000 by 2040?", REMOVED),
    ("Does Ljungby municipality want to grow to 50,000?",
     "No. The goal is 35,000 inhabitants in 2035."),
    ("Does Ljungby kommun plan to grow to 35,000 residents?",
     "Yes. The goal is 35,000 inhabitants in 2035."),
    ("Does Jokkmokk want to grow to 6,000 people?", "The page does not give a figure for that."),
    # what is aimed at is not how many there are
    ("Har Ljungby 35 000 invånare?",
     "Sidan säger inte hur många de är nu. Målet är 35 000 invånare år 2035."),
    ("Does Ljungby have 35,000 inhabitants?",
     "The page does not say how many there are now. The goal is 35,000 inhabitants in 2035."),
    ("Will Ljungby have 35,000 inhabitants in 2035?",
     "Yes. The goal is 35,000 inhabitants in 2035."),
    ("Does Värnamo want to grow less?", "This is what Värnamo says about growth:"),
    # when a part was removed is not told
    ("Was the 40,000 target dropped in 2023?", f"The page does not say when that was. {REMOVED}"),
    ("Was the 40,000 target dropped?", f"Yes. {REMOVED}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_is_told_by_a_number(short: Short, text: str, expected: str) -> None:
    """That a page has something on growth is no yes to the number that is claimed."""
    assert short(text) == expected


FOUR = "Värnamo has four overall goals:"
ALL = [
    ("Are all of Värnamo's goals about the economy?", f"No, not all of them. {FOUR}"),
    ("Handlar alla Värnamos mål om miljö?",
     "Nej, inte alla. Värnamo har fyra övergripande mål:"),
    ("Are all of Ljungby's focus areas about water?",
     "No, not all of them. Four focus areas are listed; the page says three."),
    ("Is the economy Värnamo's only goal?", f"No. {FOUR}"),
    ("Is the only goal of Värnamo the economy?", f"No. {FOUR}"),
    ("Är miljö Värnamos enda mål?", "Nej. Värnamo har fyra övergripande mål:"),
    ("Är Överkalix den enda utan vision?",
     "En av de fem kommuner jag känner till saknar vision på sin sida: Överkalix."),
    ("Is Värnamo the only municipality with four goals?",
     "According to the page, Värnamo has four overall goals."),
    # so many, or one by its place, is more than one of them
    ("Does Värnamo's first goal mention the environment?",
     "This is what Värnamo says about the environment:"),
    ("Is the third goal in Värnamo about safety?",
     "This is what Värnamo says about safety and security:"),
    ("Are half of Värnamo's goals about the environment?",
     "This is what Värnamo says about the environment:"),
    ("Is the environment the main goal of Värnamo?",
     "This is what Värnamo says about the environment:"),
    ("Has Ljungby two focus areas on water?", "This is what Ljungby says about water:"),
    ("Does Värnamo have a goal on the environment?",
     "Yes. This is what Värnamo says about the environment:"),
    ("Does Värnamo only care about the economy?",
     "This is what Värnamo says about the economy and finances:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_all_and_only_are_more_than_one(short: Short, text: str, expected: str) -> None:
    """One goal on a topic makes it neither what all are on nor the only one."""
    assert short(text) == expected


WITHIN = [
    ("Does Ljungby's vision mention water?",
     "No, not in the vision itself. This is what Ljungby says about water:"),
    ("Nämns vatten i Ljungbys vision?",
     "Nej, inte i själva visionen. Så här skriver Ljungby om vatten:"),
    ("Nämner Övertorneås vision miljön?", "Ja. Så här skriver Övertorneå om miljö:"),
    # nor is a priority the mission
    ("Nämner Överkalix verksamhetsidé skolan?",
     "Så här skriver Överkalix om utbildning och skola:"),
    ("Nämner Överkalix verksamhetsidé näringslivet?",
     "Ja. Så här skriver Överkalix om näringsliv och företag:"),
    ("Does Ljungby mention water?", "Yes. This is what Ljungby says about water:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WITHIN)
def test_the_vision_is_not_the_page(short: Short, text: str, expected: str) -> None:
    """A focus area on it does not stand in the vision."""
    assert short(text) == expected


SIX = "The page says that there are six priority areas but does not name them."
NAMED = [
    ("Are the six priority areas of Jokkmokk listed?", f"No. {SIX}"),
    ("Är Jokkmokks sex områden namngivna?",
     "Nej. Sidan säger att insatsområdena är sex men anger inte vilka."),
    ("Räknas Jokkmokks insatser upp?",
     "Nej. Sidan säger att insatsområdena är sex men anger inte vilka."),
    ("Are Övertorneå's 21 goals listed?",
     "No. The page does not name any of the 21 overall goals."),
    # points that are counted beside areas that are listed
    ("Är Ljungbys fokusområden uppräknade?", "Fyra fokusområden är uppräknade; sidan säger tre."),
    ("Does Jokkmokk have six priority areas?", f"Yes. {SIX}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_what_is_counted_is_not_named(short: Short, text: str, expected: str) -> None:
    """That there are six is no yes to whether they are listed."""
    assert short(text) == expected


WATER, SAFE = "This is what Ljungby says about water:", "This is what Värnamo says about safety"
DENIED = [
    ("Ljungby has no focus on water, does it?", f"Yes, there is one. {WATER}"),
    ("Värnamo has no goal about safety, does it?", f"Yes, there is one. {SAFE} and security:"),
    ("Värnamo har inget mål om trygghet, eller hur?",
     "Jo, det finns ett. Så här skriver Värnamo om trygghet och säkerhet:"),
    ("Is it true that Värnamo has no goal about safety?", f"No. {SAFE} and security:"),
    ("Ljungby has no vision goal on water, does it?",
     "There is none on the page; the nearest is this:"),
    # an aim on it stands there, whatever it is called
    ("Jokkmokk has no goals for business, right?",
     "This is what Jokkmokk says about business and industry:"),
    ("Doesn't Ljungby have a goal on water?", WATER),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DENIED)
def test_a_tag_after_a_denial_is_told_what_there_is(short: Short, text: str, expected: str) -> None:
    """A bare no after "…, does it?" would say the opposite."""
    assert short(text) == expected


NOT_AMONG = "It is not among those that the page lists."
CALLED = [
    ("Is elderly care a goal area in Övertorneå?",
     "This is what Övertorneå says about health and social care:"),
    ("Is culture one of Övertorneå's goal areas?",
     f"{NOT_AMONG} This is what Övertorneå says about culture:"),
    ("Is water a vision goal in Ljungby?", f"{NOT_AMONG} {WATER}"),
    ("Är hållbar utveckling ett övergripande mål i Överkalix?",
     "Det finns inte bland dem som sidan räknar upp. "
     "Så här skriver Överkalix om hållbarhet och hållbar utveckling:"),
    ("Is the environment a goal in Värnamo?",
     "Yes. This is what Värnamo says about the environment:"),
    # to be safe is safety; learning is more than school
    ("Is safety one of Värnamo's goals?", f"Yes. {SAFE} and security:"),
    ("Är trygghet ett mål i Värnamo?", "Ja. Så här skriver Värnamo om trygghet och säkerhet:"),
    ("Är skola ett målområde i Övertorneå?", "Så här skriver Övertorneå om utbildning och skola:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_a_thing_is_one_of_them_by_its_name(short: Short, text: str, expected: str) -> None:
    """A wider area is not the narrower thing; what is not listed is said not to be."""
    assert short(text) == expected


TIMES = [
    ("Is Jokkmokk 2015 still in force?", "No: it has been replaced."),
    ("Gäller Jokkmokk 2015 fortfarande?", "Nej, det är ersatt."),
    ("Har Jokkmokk 2015 upphört?", "Ja, det är ersatt."),
    ("Is Jokkmokk 2015 outdated?", "Yes: it has been replaced."),
    ("Does Jokkmokk 2015 no longer apply?", "This is what Jokkmokk says:"),
    ("Är visionen för Jokkmokk från 2015 fortfarande aktuell?", "Nej, det är ersatt."),
    ("Is Jokkmokk 2030 still in force?",
     "Yes. The vision is called “Vision 2030” and is treated here as valid to the end of 2030."),
    # the year of the vision before is none of the goals'
    ("Gäller Värnamos mål till 2035?",
     "Från och med den 1 januari 2024; något slut anges inte."),
    ("Gäller målet om 40 000 i Värnamo fortfarande?", "Nej, den lydelsen är ersatt."),
    # whom goals apply to is not what they are on
    ("Omfattar Värnamos mål privata företag?", "Så här skriver Värnamo:"),
    ("Is the information about Värnamo up to date?",
     "Värnamo’s page was published on 27 December 2023."),
    ("Övertorneås vision gäller från 2017, va?", "Sidan säger inte från när det gäller."),
    ("Did Tobias Pettersson decide the goals in Värnamo?",
     "The page does not say who adopted it or when."),
    ("Why does Ljungby say \"we shape the future\"?",
     "This is what Ljungby says about the future:"),
    ("Why does Ljungby want 35,000?",
     "The page gives no reason for that. The goal is 35,000 inhabitants in 2035."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_what_is_asked_of_time_and_reason(short: Short, text: str, expected: str) -> None:
    """Another plan, another page, another day than that which is asked about says no yes."""
    assert short(text) == expected


def test_still_true_asks_whether_it_holds(assistant: Assistant) -> None:
    """ "True" is then no quality that a page would tell of its goals."""
    talk = ["What is Övertorneå's vision?", "is that still true?"]
    assert line(assistant, talk) == "No, no longer: the period ended on 31 December 2020."


POINTING = [
    (["What is Ljungby's vision?", "does it mention water?"],
     "No, not in the vision itself. This is what Ljungby says about water:"),
    (["Vad är Övertorneås vision?", "nämner den miljön?"],
     "Ja. Så här skriver Övertorneå om miljö:"),
    (["What are Ljungby's goals?", "do they mention water?"],
     "Yes. This is what Ljungby says about water:"),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "expected"), POINTING)
def test_it_is_the_vision_just_shown(assistant: Assistant, talk: list[str], expected: str) -> None:
    """After a vision "it" is that vision, and "they" the municipality."""
    assert line(assistant, talk) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Is a strong municipality the first goal in Värnamo?",
        "Is a green municipality the second goal of Värnamo?",
        "Är en grön kommun Värnamos huvudsakliga mål?",
    ],
)
def test_a_place_in_the_list_is_more_than_a_name(short: Short, text: str) -> None:
    """That it is one of the goals says nothing of which."""
    assert not short(text).startswith(("Yes", "Ja"))


def test_what_was_reached_of_a_former_plan(ask: Ask) -> None:
    """The goals of the plan that replaced it are not shown for it."""
    answer = ask("Did Jokkmokk reach its 2015 goals?")

    assert all("2015" in row.original for row in answer.statements)
