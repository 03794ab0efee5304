"""A name taken back is not asked about; one in two pieces is one."""

import pytest

from tests.bot.understanding.conftest import Understand

NAMES = [
    # taken back
    ("what is the vision of överkalix no wait sorry i mean övertorneå", {"Övertorneå"}),
    ("Ljungbys mål, nej Värnamos", {"Värnamo"}),
    ("målen för Ljungby, jag menar Jokkmokk", {"Jokkmokk"}),
    ("Vad menar Ljungby och vad menar Värnamo med attraktiv?", {"Ljungby", "Värnamo"}),
    ("Vad har Värnamo som jag i Ljungby saknar?", {"Värnamo", "Ljungby"}),
    ("I Värnamo jobbar jag i Ljungby bor jag, vilka mål har de?", {"Värnamo", "Ljungby"}),
    # denied, or set against another
    ("Nämns klimatet i Värnamo men inte i Ljungby?", {"Värnamo", "Ljungby"}),
    ("Why is water mentioned in Värnamo and not in Ljungby?", {"Värnamo", "Ljungby"}),
    ("Not Överkalix, Övertorneå: what is the vision?", {"Övertorneå"}),
    ("Jag frågar inte om Övertorneå utan om Överkalix, vilka mål finns där?", {"Överkalix"}),
    ("inte Ljungby och Värnamo utan Jokkmokk, vad är visionen?", {"Jokkmokk"}),
    # in two pieces
    ("what is the vision of jokk mokk up in the north", {"Jokkmokk"}),
    ("vad är jokk mokks vision", {"Jokkmokk"}),
    ("what are the goals of över kalix", {"Överkalix"}),
    ("vilka mål har över torneå", {"Övertorneå"}),
    ("ljung bys vision", {"Ljungby"}),
    ("vad är visionen i jock mock kommun", {"Jokkmokk"}),
    # two words
    ("Ge mig en översikt över Kalix mål", set()),
    ("lista över Torneås mål", set()),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_who_is_asked_about(understand: Understand, text: str, names: set[str]) -> None:
    """Those that are meant, and nobody else."""
    assert {place.name for place in understand(text).covered} == names
