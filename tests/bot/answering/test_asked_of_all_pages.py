"""What is asked of all pages, or of nobody's in particular."""

import pytest

from bot.assistant import Assistant
from knowledge.models import Kind
from tests.bot.answering.conftest import Ask, Short, last


def test_who_is_known_is_told(short: Short) -> None:
    """Where nothing else may be asked."""
    assert short("Which municipalities are there?").startswith("I know five municipalities:")


def test_which_municipalities_have_what_was_just_asked_about(assistant: Assistant) -> None:
    """The word for them leaves the question as short as "which have one?" is."""
    found = last(assistant, ["What is a vision?", "which municipalities have one?"])
    assert found.outcome == "answer"
    assert found.statements


def test_more_residents_are_not_wanted_by_who_writes_of_residents(ask: Ask) -> None:
    """The words that name a topic stand together in a page, or it does not name it."""
    rows = ask("Which municipalities want more residents?").statements
    assert {row.municipality.name for row in rows} == {"Jokkmokk", "Ljungby", "Överkalix"}


@pytest.mark.parametrize(
    "text", ["Vilka kommuner tar upp näringsliv?", "What do the municipalities say about business?"]
)
def test_a_new_area_is_not_given_up(ask: Ask, text: str) -> None:
    """Ljungby's newest focus area is what it says of business first."""
    rows = [row for row in ask(text).statements if row.municipality.name == "Ljungby"]
    assert rows[0].id == "ljungby-naringsliv"


def test_how_old_it_is_asks_for_a_date(short: Short) -> None:
    """Whatever it is that is called old."""
    asked = "How old is the information about {}?"
    assert short(asked.format("Värnamo")) == "Värnamo’s page was published on 27 December 2023."
    assert short(asked.format("Ljungby")) == "The page does not say when: it gives no date."


def test_health_care_is_not_public_health(short: Short) -> None:
    """A newer page is told first only of what it is known to be on."""
    told = short("Does Överkalix mention health care?")
    assert told == "Yes. This is what Överkalix says about health and social care:"
    assert short("Nämner Överkalix folkhälsa?").startswith("Det finns en nyare sida")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What does 'the best municipality to grow in' mean?", "ljungby-basta-kommun-att-vaxa-i"),
        ("What does 'we create a rich life' mean?", "ljungby-ett-rikt-liv"),
    ],
)
def test_a_goal_quoted_in_english_is_found(ask: Ask, text: str, expected: str) -> None:
    """One page alone has these words."""
    rows = ask(text).statements
    assert [row.id for row in rows] == [expected]


@pytest.mark.parametrize(
    "text", ["What do the municipalities want by 2030?", "Vad vill kommunerna uppnå till 2030?"]
)
def test_what_is_wanted_by_a_year_is_its_vision(ask: Ask, text: str) -> None:
    """Not the link to a document that is called by the year."""
    assert {row.kind for row in ask(text).statements} == {Kind.VISION}


def test_topics_in_common_are_told_though_no_page_compares(ask: Ask, short: Short) -> None:
    """What is shown is on them, of each municipality."""
    told = short("Vad har Värnamo och Ljungby gemensamt?")
    assert told.startswith("Sidorna jämför sig inte med varandra. Ämnen som båda tar upp: ")
    rows = ask("What do Värnamo and Överkalix have in common?").statements
    assert {row.municipality.name for row in rows} == {"Värnamo", "Överkalix"}


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Är Ljungbys mål kopplade till de globala målen?", True),
        ("Har Ljungby kopplat sina mål till Agenda 2030?", True),
        ("Vilka globala mål är Ljungbys mål kopplade till?", False),
    ],
)
def test_that_goals_are_aligned_is_confirmed(short: Short, text: str, *, yes: bool) -> None:
    """Which global goals are meant is left open; that they are is not."""
    open_ = "Sidan säger inte vilka av de globala målen det gäller."
    assert short(text) == (f"Ja. {open_}" if yes else open_)
