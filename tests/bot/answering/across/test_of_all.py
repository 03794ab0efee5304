"""Questions put to all municipalities: ranks, numbers, words as such, and those left out."""

import pytest

from bot.assistant import Assistant
from knowledge.rows import NoteRow
from tests.bot.answering.conftest import Ask, Short

NO_RANK = "Jag kan inte rangordna dem: sidorna jämför inte kommunerna med varandra."
DATES = (
    "Av de sidor som har datum är Jokkmokks äldst. "
    "Sidornas egna datum: Jokkmokk – 15 juni 2017; Värnamo – 27 december 2023. "
    "Inget datum anges av Ljungby, Överkalix och Övertorneå."
)
LINES = [
    ("Vilken kommun är bäst på miljö?", NO_RANK),
    ("Vilken kommun bryr sig mest om äldre?", NO_RANK),
    ("Vilken kommun har de mest konkreta målen?", NO_RANK),
    ("Vilken kommun har den äldsta visionen?", DATES),
    # numbers are compared
    ("Vilken kommun har fyra övergripande mål?", "Enligt sidan har Värnamo fyra övergripande mål."),
    ("Vilken kommun har sju målområden?", "Enligt sidan har Övertorneå sju målområden."),
    ("Which municipalities have more than three goals?",
     "According to the pages: Övertorneå – 21 overall goals; Värnamo – four overall goals."),
    ("Vilka kommuner saknar mål?", "Ingen: alla fem kommuner jag känner till har sådana. "
     "Bara antalet, men inte vilka, anger Övertorneå."),
    # a word as such
    ("Vilka kommuner använder ordet hållbar?",
     "Tre av de fem kommuner jag känner till använder ordet ”hållbar”: "
     "Värnamo, Överkalix och Övertorneå."),
    ("Nämner Värnamo ordet klimat?",
     "Värnamo använder inte ordet ”klimat”; närmast kommer detta:"),
    ("Vilka kommuner använder inte ordet hållbar?",
     "Två av de fem kommuner jag känner till använder inte ordet ”hållbar”: "
     "Jokkmokk och Ljungby."),
    ("Does the word 'love' occur?",
     "None of the five municipalities I know uses the word “love”."),
    # whose words they are
    ("Är målet \"Livslångt lärande för alla\" Värnamos?", "Nej, inte Värnamo: så skriver Ljungby."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_the_answer_in_one_line(short: Short, text: str, expected: str) -> None:
    """What no page tells is not worked out."""
    assert short(text) == expected


PLACES = [
    ("Who besides Värnamo mentions safety?", {"Övertorneå", "Överkalix"}),
    ("Vilka kommuner utom Värnamo talar om miljö?", {"Övertorneå", "Överkalix"}),
    ("Everyone but Värnamo: goals?", {"Jokkmokk", "Ljungby", "Överkalix", "Övertorneå"}),
    # "more than" compares, and leaves out nobody
    ("Har Överkalix fler mål än Värnamo?", {"Överkalix", "Värnamo"}),
    ("Vilka andra än Ljungby och Värnamo har mål om skola?",
     {"Jokkmokk", "Överkalix", "Övertorneå"}),
    ("Neither Jokkmokk nor Ljungby interests me; what about Värnamo's vision?", {"Värnamo"}),
    ("Vilken kommun vill ha 35 000 invånare?", {"Ljungby"}),
    ("Which one has a population target?", {"Ljungby"}),
    ("Who has both a vision and focus areas?", {"Ljungby"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_only_those_meant_are_shown(ask: Ask, text: str, places: set[str]) -> None:
    """Those left out by name, or by a number, are not."""
    assert {row.municipality.name for row in ask(text).statements} == places


FOLLOWING = [
    (("Vilka kommuner talar om miljö?", "utom Värnamo"), {"Övertorneå", "Överkalix"}),
    (("Tell me about culture in Övertorneå", "any other municipality?"), {"Ljungby"}),
    (("Which municipalities talk about water?", "and which about theatre?"), {"Övertorneå"}),
]


@pytest.mark.parametrize(("turns", "places"), FOLLOWING)
def test_what_was_asked_of_all_goes_on(
    assistant: Assistant, turns: tuple[str, str], places: set[str]
) -> None:
    """Of the others, or of something else."""
    first = assistant.reply(turns[0])
    then = assistant.reply(turns[1], first.context)
    assert {row.municipality.name for row in then.answer.statements} == places


PLACED = [
    ("Vilka mål har Värnamo?", "näst sista", "varnamo-en-gron-kommun"),
    ("What are Överkalix's goals?", "the last but one", "overkalix-jamstallt-tryggt-inkluderande"),
    ("Vilka är målen i Överkalix?", "det mellersta", "overkalix-jamstallt-tryggt-inkluderande"),
]


@pytest.mark.parametrize(("text", "then", "statement"), PLACED)
def test_one_of_a_list_is_meant(assistant: Assistant, text: str, then: str, statement: str) -> None:
    """Counted from the end, or the one in the middle."""
    first = assistant.reply(text)
    assert assistant.reply(then, first.context).answer.statements[0].id == statement


def test_the_seventh_of_six_is_what_the_page_contradicts(assistant: Assistant) -> None:
    """It says seven and lists six."""
    first = assistant.reply("Vilka målområden har Övertorneå?")
    then = assistant.reply("det sjunde?", first.context)
    assert isinstance(then.answer.short, NoteRow)
    assert then.answer.short.short_sv == "Sex målområden är uppräknade; sidan säger sju."


def test_no_reason_is_made_up(assistant: Assistant) -> None:
    """What the page gives as a reason for something else is none."""
    first = assistant.reply("Vilka är Ljungbys fokusområden?")
    then = assistant.reply("varför inte skola?", first.context)
    assert then.answer.reason == "not_in_sources"
