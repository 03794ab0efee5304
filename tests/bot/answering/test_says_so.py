"""Yes where a page has the very thing that is asked for, and nothing but that."""

import pytest

from tests.bot.answering.conftest import Short

ENVIRONMENT = "This is what Värnamo says about the environment:"
SAID = [
    ("Nämner Överkalix miljön?", "Ja. Så här skriver Överkalix om miljö:"),
    ("Nämner Jokkmokk inte klimatet?", "Jo. Så här skriver Jokkmokk om klimat:"),
    ("Does Värnamo mention the environment?", f"Yes. {ENVIRONMENT}"),
    ("Finns det något om kultur i Övertorneå?", "Ja. Så här skriver Övertorneå om kultur:"),
    ("Does Överkalix prioritise schools?",
     "Yes. This is what Överkalix says about education and schools:"),
    ("Does Övertorneå invest in culture?", "Yes. This is what Övertorneå says about culture:"),
    ("Does Värnamo want to be green?", f"Yes. {ENVIRONMENT}"),
    ("Does Jokkmokk have a goal about satisfied citizens?", "Yes. This is what Jokkmokk says:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_stands_there_is_told_with_yes(short: Short, text: str, expected: str) -> None:
    """The word itself stands there, or the topic is all that it names."""
    assert short(text) == expected


NEAR = [
    # learning is no school, and nothing is put first or paid for there
    ("Does Ljungby mention schools?", "This is what Ljungby says about education and schools:"),
    ("Does Överkalix invest in schools?",
     "This is what Överkalix says about education and schools:"),
    ("Does Jokkmokk prioritise the climate?", "This is what Jokkmokk says about the climate:"),
    ("Does Överkalix care about ecology?", "This is what Överkalix says about the environment:"),
    # one before another is more than is told
    ("Does Överkalix prioritise schools over roads?",
     "This is what Överkalix says about education and schools as well as infrastructure:"),
    # what else is mentioned is another question
    ("Does Värnamo only mention the environment?", ENVIRONMENT),
    ("Does Värnamo mention the environment most?", ENVIRONMENT),
    ("Does Överkalix not care about schools?",
     "This is what Överkalix says about education and schools:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEAR)
def test_what_is_only_near_is_no_yes(short: Short, text: str, expected: str) -> None:
    """It is shown, and left to whoever asked."""
    assert short(text) == expected


CALLED = [
    ("Är en grön kommun ett av Värnamos mål?", "Ja, på sidan kallas det övergripande mål."),
    ("Is the storytelling tradition a focus area in Ljungby?",
     "Yes, on the page it is called focus area."),
    ("Finns näringsliv bland Ljungbys visionsmål?", "Nej, på sidan kallas det fokusområde."),
    ("Is being an attractive employer Överkalix's vision?",
     "No, on the page it is called overall operational goal."),
    ("Överkalix's vision is to be an attractive employer, right?",
     "No, on the page it is called overall operational goal."),
    # a goal in everyday words may be anything that is wanted
    ("Är näringsliv ett av Ljungbys mål?", "På sidan kallas det fokusområde."),
    # what is new besides is another claim
    ("Is business a new focus area in Ljungby?", "Yes, from 2021; no end is given."),
    ("Is Ljungby's focus area on water new?", "This is what Ljungby says about water:"),
    # a part of a longer name is not it
    ("Is growth Värnamo's vision?", "This is what Värnamo says about growth:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_what_the_page_calls_it(short: Short, text: str, expected: str) -> None:
    """Whether it is one of a kind is told by the page's own word for it."""
    assert short(text) == expected


REACHES = [
    ("Do the goals in Värnamo apply to municipal companies too?",
     "Yes. This is what Värnamo says:"),
    ("Omfattar Värnamos mål de kommunala bolagen?", "Ja. Så här skriver Värnamo:"),
    # those of others are not named
    ("Do the goals in Värnamo apply to private companies?", "This is what Värnamo says:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REACHES)
def test_whom_the_goals_are_for(short: Short, text: str, expected: str) -> None:
    """Yes where the first sentence has all that is asked about."""
    assert short(text) == expected


NONE_EN = "The page does not state a vision, but it does state a mission."
NO_VISION = [
    ("Does Överkalix have no vision, only goals?", f"Yes. {NONE_EN}"),
    ("Har Överkalix ingen vision, bara mål?",
     "Ja. Sidan anger inte någon vision, men väl en verksamhetsidé."),
    # with nothing put in its place it is a question
    ("Does Överkalix have no vision?", f"No. {NONE_EN}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NO_VISION)
def test_only_what_there_is_instead_makes_it_a_claim(
    short: Short, text: str, expected: str
) -> None:
    """The vision is asked about, and not the goals."""
    assert short(text) == expected
