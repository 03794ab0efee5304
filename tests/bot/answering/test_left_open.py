"""What a page leaves open is said, and what it says near it is told as what it is."""

import pytest

from bot.answering.answer import Said
from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, Short, last

REMOVED = "The part “40,000 inhabitants in 2035” has been removed from the vision."
OPEN = [
    ("Hur många mål hade Värnamo tidigare?", "Sidan säger inte hur många de var tidigare."),
    ("How many goals did Värnamo have before 2024?",
     "The page does not say how many there were before."),
    ("Who removed the figure from Värnamo's vision?", f"The page does not say who. {REMOVED}"),
    ("Why did Värnamo remove the figure?", f"The page gives no reason for that. {REMOVED}"),
    ("How many people live in Värnamo?",
     f"The page does not say how many there are now. {REMOVED}"),
    ("When was Värnamo's vision changed?",
     "The page does not say when that was. Värnamo’s page was published on 27 December 2023."),
    ("Is Jokkmokk's page up to date?", "Jokkmokk’s page was last changed on 15 August 2019."),
    ("vad är de sex insatsområdena jokkmokk har?",
     "Sidan säger att insatsområdena är sex men anger inte vilka."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_what_is_not_said_stands_first(short: Short, text: str, expected: str) -> None:
    """A number, a name or a day that the page does not tell is not read out of what it does."""
    assert short(text) == expected


@pytest.mark.parametrize("text", ["Vem antog Ljungbys vision?", "Vem citeras på Övertorneås sida?"])
def test_who_did_something_else_is_no_answer(ask: Ask, text: str) -> None:
    """Who chose the focus areas has not adopted the vision; a page's date quotes nobody."""
    assert ask(text).reason == "not_in_sources"


def test_what_was_decided_is_told_of_that_kind(ask: Ask) -> None:
    """Who chose the focus areas is told where they are asked for."""
    shown = {row.id for row in ask("Vem beslutade om Ljungbys fokusområden?").statements}
    assert "ljungby-tre-fokusomraden" in shown


ON_NEWER = [
    ("Vad säger Överkalix om folkhälsa?",
     "Det finns en nyare sida, med mål som antogs den 29 april 2024. Dess text ingår inte här. "
     "Den sida jag har säger detta:"),
    ("Vilka mål har Överkalix om klimatet?",
     "Det finns en nyare sida, med mål som antogs den 29 april 2024. Dess text ingår inte här. "
     "Den sida jag har nämner inte klimat; närmast kommer detta:"),
    ("What does the målbild 2020-2035 of Övertorneå say?",
     "There is a later page, with a “målbild” (a picture of the future aimed for) for 2020–2035. "
     "Its text is not included here. The page I have says this:"),
    ("what are Ljungby's focus areas on the newer page",
     "There is another page, which is probably newer. Its text is not included here. "
     "The page I have says this:"),
    ("Vad säger Överkalix om skola?", "Så här skriver Överkalix om utbildning och skola:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ON_NEWER)
def test_older_quotes_stand_under_their_own_line(short: Short, text: str, expected: str) -> None:
    """What a newer page is known to be on is not denied, and the older page not taken for it."""
    assert short(text) == expected


def test_what_came_instead_is_the_newer_page(assistant: Assistant) -> None:
    """Where it can be read is that page as well."""
    turns = ["Vilken vision har Övertorneå?", "vad kom i stället?", "var hittar jag den nya?"]
    for end in (2, 3):
        found = last(assistant, turns[:end])
        assert [link.about for link in found.links] == ["newer"]
        assert found.notes[0] == assistant.store.notes("2518")[-1]


REACHED = [
    ("är Överkalix mål uppfyllda", "Sidan säger inte hur långt det har kommit."),
    ("Hur tänker Ljungby nå 35 000 invånare?", "Sidan säger inte hur det ska nås."),
    ("Varför har Värnamo fem mål?", "Värnamo har fyra övergripande mål, inte fem."),
    ("Varför har Värnamo fyra mål?", "Så här skriver Värnamo:"),
    ("What's the population of Jokkmokk?", "The page does not give a figure for that."),
    ("Vad är Ljungbys modell?", "Den sparade texten visar inte modellen."),
    ("Is Värnamo's vision older than Ljungby's?",
     "The pages’ own dates: Värnamo – 27 December 2023. No date is given by Ljungby."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REACHED)
def test_neither_outcome_nor_way_is_made_up(short: Short, text: str, expected: str) -> None:
    """Whether a goal is reached, and how, stands on no page; a wrong number is put right."""
    assert short(text) == expected


def test_the_part_left_open_is_named(ask: Ask) -> None:
    """Of a vision and its day, the day is what the page lacks."""
    [note, *_] = ask("Vad är Ljungbys vision och när antogs den?").notes
    assert isinstance(note, Said)
    assert note.text == "The page does not say who adopted it or when."


def test_a_challenge_is_what_the_page_calls_one(ask: Ask) -> None:
    """Where it calls nothing so, its goals are none."""
    assert ask("Vad är Jokkmokks största utmaning?").reason == "not_in_sources"
    found = {row.id for row in ask("What challenges does Värnamo see?").statements}
    assert "varnamo-stark-utmanad-tid" in found


BY_WHOM = [
    ("Vem ansvarar för att målen nås i Övertorneå?", "Varje förvaltning."),
    ("Vem fastställer målen i Övertorneå?", "Kommunfullmäktige."),
    ("Did the council or the executive board adopt Jokkmokk 2030?",
     "The municipal council (Kommunfullmäktige), according to the page."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BY_WHOM)
def test_who_has_the_duty_and_who_decides(short: Short, text: str, expected: str) -> None:
    """Who is responsible is told where the page says so; a plan's own year is no day asked for."""
    assert short(text) == expected


LISTS = [
    ("What are the goals of Övertorneå?", "The page does not name any of the 21 overall goals."),
    ("Mitkä ovat Övertorneån tavoitteet?", "The page does not name any of the 21 overall goals."),
    ("Övertorneå mål", "Sidan nämner inte något av de 21 övergripande målen."),
    ("Vad prioriterar Ljungby?", "Fyra fokusområden är uppräknade; sidan säger tre."),
    ("Vilken vision har Övertorneå?",
     "Perioden tog slut den 31 december 2020. Övertorneås vision:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_one_line_for_one_question(short: Short, text: str, expected: str) -> None:
    """However it is worded, what is not named and what is miscounted is said first."""
    assert short(text) == expected


def test_until_when_tells_that_no_end_is_given(assistant: Assistant) -> None:
    """From when alone would not answer it."""
    found = last(assistant, ["Vilka mål har Värnamo?", "När gäller de till?"])
    assert isinstance(found.short, Said)
    assert found.short.text == "From {date}; no end is given."


def test_how_many_by_when_is_the_number_aimed_at(short: Short) -> None:
    """Both halves are told by one sentence."""
    asked = "Hur många invånare vill Ljungby ha och vilket år ska det vara uppnått?"
    assert short(asked) == "Målet är 35 000 invånare år 2035."


def test_a_part_that_names_nothing_is_asked_of_what_was_named(ask: Ask) -> None:
    """Who decided "it" is who decided the vision, not who chose the focus areas."""
    found = ask("Vad är Ljungbys vision och vem bestämde den?")
    assert [row.id for row in found.statements] == ["ljungby-vision"]


def test_goals_near_the_topic_stand_before_asides(ask: Ask) -> None:
    """Nothing is said of the climate itself; the goal that is nearest comes first."""
    assert ask("Vad säger Värnamo om klimat?").statements[0].id == "varnamo-en-gron-kommun"
