"""What is counted of each, by its page's own name, and what is ranked by nobody."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LINES = [
    # areas are areas, whatever a page calls them
    ("vilken kommun har flest fokusområden",
     "Enligt sidorna: Övertorneå – sju målområden; Jokkmokk – sex insatsområden; "
     "Ljungby – tre fokusområden."),
    # those of whom only the number is told
    ("Which municipality lacks goals?",
     "None: all five municipalities I know have some. "
     "How many, but not which, is told by Övertorneå."),
    ("Vad har Ljungby och Överkalix gemensamt?",
     "Sidorna jämför sig inte med varandra. Ämnen som båda tar upp: befolkning och "
     "invånarantal, tillväxt, samarbete och samverkan samt attraktivitet."),
    # a target is a number
    ("Does any municipality set a CO2 target?",
     "No page gives a number to reach on the climate. One of the five municipalities I know "
     "mentions the climate: Jokkmokk. A newer page from Överkalix is on it; its text is not "
     "included here."),
    # nothing that could be counted is named
    ("vem skriver mest?",
     "Jag kan inte rangordna dem: sidorna jämför inte kommunerna med varandra."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), LINES)
def test_what_each_has_is_counted(short: Short, text: str, line: str) -> None:
    """Every page by its own word for what it has."""
    assert short(text) == line


def test_goals_that_are_only_counted_are_shown_by_their_number(ask: Ask) -> None:
    """One of six areas would look like the only one."""
    shown = ask("Vilka är målen i alla fem kommuner, kort?").statements
    there = [row for row in shown if row.municipality.name == "Övertorneå"]
    assert [row.states_number for row in there] == [21]


def test_the_oldest_page_is_an_answer(ask: Ask) -> None:
    """The pages' dates tell it."""
    assert ask("Which of the pages is the oldest?").outcome == "answer"


def test_beside_what_is_on_the_topic_no_shared_word_counts(ask: Ask) -> None:
    """A number of inhabitants is no number of focus areas."""
    asked = "skillnaden mellan Värnamo och Ljungby när det gäller invånarantal"
    there = [row for row in ask(asked).statements if row.municipality.name == "Ljungby"]
    assert [row.kind for row in there] == ["vision"]
