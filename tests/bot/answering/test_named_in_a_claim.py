"""Plans and people that a claim names: which came after which, and on whose page they stand."""

import pytest

from tests.bot.answering.conftest import Ask, Short

SV, EN = "Så här skriver Jokkmokk:", "This is what Jokkmokk says:"
PLANS = [
    ("Ersatte Jokkmokk 2030 Jokkmokk 2015?", f"Ja. {SV}"),
    ("Ersatte Jokkmokk 2030 Jokkmokk 2020?", f"Nej. {SV}"),
    ("Ersattes Jokkmokk 2015 av Jokkmokk 2030?", f"Ja. {SV}"),
    ("Did Jokkmokk 2015 replace Jokkmokk 2030?", f"No. {EN}"),
    ("Did Jokkmokk's vision replace something?", f"Yes. {EN}"),
    # whether it has itself been replaced is not told
    ("Has Jokkmokk's vision been replaced by something?", EN),
    ("What did Jokkmokk 2030 replace?", EN),
]


@pytest.mark.parametrize(("text", "expected"), PLANS)
def test_which_plan_came_after_which(short: Short, text: str, expected: str) -> None:
    """The years of their names tell them apart, and "was replaced by" turns them round."""
    assert short(text) == expected


def test_a_person_is_named_by_another_page(ask: Ask, short: Short) -> None:
    """Whose page it is, and as what, stands there; no more is said of the one asked about."""
    assert short("Är Tobias Pettersson kommunalråd i Jokkmokk?") == (
        "Jokkmokks sida nämner inte Tobias Pettersson. "
        "Det gör sidan från Värnamo: kommunstyrelsens ordförande."
    )
    told = ask("Is Tobias Pettersson the mayor of Ljungby?")
    assert {row.municipality.name for row in told.statements} == {"Värnamo"}
