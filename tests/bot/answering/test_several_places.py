"""Several municipalities asked on one topic: who only has what is near it is told apart."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LINES = [
    ("Ljungby & Värnamo & Jokkmokk: climate",
     "Värnamo does not name the climate; the nearest is shown. "
     "This is what Jokkmokk says about the climate:"),
    ("Vad säger Ljungby och Värnamo om miljö?",
     "Ljungby nämner inte miljö; det som ligger närmast visas. Så här skriver Värnamo om miljö:"),
    ("Vad säger Ljungby och Jokkmokk om miljö?",
     "Ljungby och Jokkmokk nämner inte miljö; närmast kommer detta:"),
    # who is more so is not for the pages to say
    ("Is Värnamo or Ljungby more ambitious about environment?",
     "I can't rank them: the pages do not compare municipalities."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), LINES)
def test_who_does_not_name_the_topic_is_told(short: Short, text: str, line: str) -> None:
    """What is near a topic is not what a municipality says about it."""
    assert short(text) == line


def test_who_names_it_comes_first(ask: Ask) -> None:
    """What is on the topic stands before what is near it."""
    shown = ask("Ljungby & Värnamo & Jokkmokk: climate").statements
    assert shown[0].municipality.name == "Jokkmokk"


def test_what_is_ranked_is_shown(ask: Ask) -> None:
    """Both visions are shown to who asks which is the more sustainable; goals lead on a topic."""
    shown = ask("Vilken vision är mest hållbar, Ljungbys eller Övertorneås?").statements
    assert {row.municipality.name for row in shown} == {"Ljungby", "Övertorneå"}
    assert ask("Jämför Värnamo och Överkalix om miljö").statements[0].kind == "goal"
