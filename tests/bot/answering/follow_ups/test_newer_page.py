"""What is asked of a newer page: it is known, its text is not."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, last
from tests.bot.answering.follow_ups.test_going_on import line

TEXT = [
    ["När antogs Överkalix nya mål?", "vad handlar de om?"],
    ["Vad säger Överkalix om miljön?", "Finns det en nyare sida?", "Vad står där?"],
    ["Vad säger Överkalix om miljön?", "Finns det en nyare sida?", "Kan du läsa den?"],
    ["Vad är Övertorneås målbild?", "vad står i den?"],
]


@pytest.mark.parametrize("turns", TEXT)
def test_its_text_is_not_here(assistant: Assistant, turns: list[str]) -> None:
    """The old page is not quoted in its place; what is known of the newer one is told."""
    answer = last(assistant, turns)
    assert line(assistant, turns) == "Den sidans text har jag inte; det jag vet om den står nedan."
    assert not answer.statements
    assert answer.notes
    assert "newer" in {link.about for link in answer.links}


NAMED = [
    ("Vad är Övertorneås målbild?", "Det finns en senare sida, med en målbild för 2020–2035."),
    ("Vilka folkhälsomål har Överkalix?",
     "Det finns en nyare sida, med mål som antogs den 29 april 2024."),
    ("Vilka klimatmål har Överkalix?",
     "Det finns en nyare sida, med mål som antogs den 29 april 2024."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), NAMED)
def test_what_only_the_newer_page_has(assistant: Assistant, text: str, told: str) -> None:
    """By its title's words, or a compound with a word of what is known of it."""
    assert line(assistant, [text]).startswith(told)


@pytest.mark.parametrize("text", ["Vad ersatte dem?", "what replaced them?"])
def test_what_replaced_them(assistant: Assistant, text: str) -> None:
    """Is told of the newer page where one is known."""
    answer = last(assistant, ["Gäller Övertorneås mål?", text])
    assert "newer" in {link.about for link in answer.links}
    assert answer.outcome == "answer"


def test_the_vision_stays_the_pages_own(ask: Ask) -> None:
    """Words that the page itself has are asked of the page."""
    assert ask("Vad är Ljungbys vision?").statements[0].id == "ljungby-vision"
