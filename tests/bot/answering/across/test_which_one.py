"""Which one: numbers given up, numbers to reach, the newest, the best; and who is not covered."""

import pytest

from tests.bot.answering.conftest import Ask, Short

GIVEN_UP = "Ingen längre: det var tidigare ett mål för Värnamo."
LINES = [
    # a number that was an aim once
    ("Vem vill ha 40 000 invånare?", GIVEN_UP),
    ("Har någon kommun ett mål om 40 000 invånare?", GIVEN_UP),
    ("Vem vill ha 35 000 invånare?",
     "En av de fem kommuner jag känner till har det på sin sida: Ljungby."),
    ("Är det sant att Värnamo har tagit bort invånarmålet?",
     "Ja. Delen ”40 000 invånare 2035” är borttagen ur visionen."),
    # a number to reach in the year asked about
    ("Har Ljungby ett mål till 2035?", "Målet är 35 000 invånare år 2035."),
    ("What is Ljungby's goal for 2035?", "The goal is 35,000 inhabitants in 2035."),
    # the goals of a note are not those that "environmental goals" asks for
    ("Does Ljungby have environmental goals?",
     "Ljungby does not name the environment; the nearest is this:"),
    # goals that can be measured
    ("Vilken kommun har mätbara mål?",
     "En av de fem kommuner jag känner till anger en siffra som mål: Ljungby."),
    ("Are any of the goals measurable?",
     "One of the five municipalities I know gives a number to reach: Ljungby."),
    # who wants to be the best says so
    ("Vilken kommun vill vara bäst?",
     "En av de fem kommuner jag känner till använder ordet ”bäst”: Ljungby."),
    ("Which municipality says it's the best?",
     "One of the five municipalities I know uses the word “best”: Ljungby."),
    ("Which municipality wants to be the greenest?",
     "I can't rank them: the pages do not compare municipalities."),
    # the newest and the oldest, of those that have a date
    ("Which municipality's goals are the most recent?",
     "Of the pages with a date, Värnamo’s is the newest. The pages’ own dates: Jokkmokk – "
     "15 June 2017; Värnamo – 27 December 2023. No date is given by Ljungby, Överkalix and "
     "Övertorneå."),
    # who is not covered is named first
    ("Jämför Ljungby och Växjö",
     "Jag har ännu ingen vision och inga mål från Växjö. "
     "Så här skriver Ljungby om sin vision och sina mål:"),
    ("What are the goals of Kalix and Värnamo?",
     "I don't have the vision and goals of Kalix yet. Värnamo has four overall goals:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), LINES)
def test_which_one(short: Short, text: str, line: str) -> None:
    """The first line answers, or says that nobody does."""
    assert short(text) == line


def test_the_newest_goals_are_goals(ask: Ask) -> None:
    """What replaced something else is not the newest for that."""
    names = {row.municipality.name for row in ask("Vilken kommun har nyast mål?").statements}
    assert {"Värnamo", "Överkalix"} <= names
