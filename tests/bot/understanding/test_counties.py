"""Counties, and names that are a county's and a municipality's."""

import pytest

from tests.bot.understanding.conftest import Understand

TABLE = [
    ("Vilka mål finns i Jönköpings län?", ("Jönköpings län",)),
    ("Jönköpings läns mål", ("Jönköpings län",)),
    ("Goals in Jönköping county", ("Jönköpings län",)),
    ("goals in the county of Kronoberg", ("Kronobergs län",)),
    ("Vilka kommuner i Norrbotten har mål?", ("Norrbottens län",)),
    ("municipalities in norrbotten", ("Norrbottens län",)),
    ("Region Skåne mål", ("Skåne län",)),
    ("Vilka kommuner i Västra Götaland har mål?", ("Västra Götalands län",)),
    ("Vilka kommuner i Västra Götalands län har mål?", ("Västra Götalands län",)),
    ("Kalmar och Norrbottens län", ("Norrbottens län",)),
    # provinces and parts of the country
    ("Norrbottniska kommuners visioner", ("Norrbottens län",)),
    ("Vad vill Norrbottenskommunerna?", ("Norrbottens län",)),
    ("Småländska kommuner, vad vill de?", ("Jönköpings län", "Kalmar län", "Kronobergs län")),
    ("What do places in Tornedalen want?", ("Norrbottens län",)),
    # the municipality of the same name
    ("Jönköping mål", ()),
    ("Kalmars mål", ()),
    ("Vilka mål har Värnamo?", ()),
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE)
def test_a_county_is_told_from_a_municipality(
    understand: Understand, sentence: str, expected: tuple[str, ...]
) -> None:
    """ "Län" or "county" makes the name a county's."""
    assert understand(sentence).counties == expected


def test_a_county_is_no_municipality(understand: Understand) -> None:
    """Neither one that is answered nor one that is missing."""
    question = understand("Vilka mål finns i Jönköpings län?")

    assert (question.covered, question.uncovered) == ((), ())
