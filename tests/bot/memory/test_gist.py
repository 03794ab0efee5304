"""Questions of the same meaning share a gist; others do not."""

import pytest

from bot.assistant import Assistant
from bot.memory.gist import gist


def gist_of(assistant: Assistant, text: str, kept: str | None = None) -> str:
    """The gist of a question asked alone."""
    return gist(assistant.understand(text), text if kept is None else kept)


ALIKE = [
    ["Vilka mål har Kalix?", "kalix mål", "Kalix målen??", "What are the goals of Kalix?"],
    ["Vilken vision har Kiruna kommun?", "kirunas vision", "What is Kiruna’s vision?"],
    ["När går bussen?", "när gick bussarna", "nar gar bussen?"],
    ["När öppnar biblioteket?", "biblioteken, när öppnas de?"],
]


@pytest.mark.parametrize("texts", ALIKE, ids=lambda texts: texts[0])
def test_like_questions_share_a_gist(assistant: Assistant, texts: list[str]) -> None:
    """Whatever their spelling, their inflection and the words without a subject."""
    assert len({gist_of(assistant, text) for text in texts}) == 1


def test_other_questions_have_another(assistant: Assistant) -> None:
    """Another municipality, another kind, another subject."""
    texts = [texts[0] for texts in ALIKE] + ["Vilka mål har Kiruna?", "När går tåget?", "Kalix?"]

    assert len({gist_of(assistant, text) for text in texts}) == len(texts)


def test_nothing_of_what_was_taken_out_is_in_it(assistant: Assistant) -> None:
    """Names and numbers are in the question that was read, not in what is kept."""
    text = "Jag heter Greta Lundkvist, 811228-9874. När går bussen?"
    kept = "Jag heter [name], [personal number]. När går bussen?"

    found = gist_of(assistant, text, kept)

    assert found == gist_of(assistant, "Jag heter. När går bussen?")
    assert not {"gret", "lundkv", "811228"} & set(found.replace("word.", "").split())


@pytest.mark.parametrize("text", ["?", "och", "[name]", ""])
def test_a_question_without_a_subject_has_a_gist_too(assistant: Assistant, text: str) -> None:
    """What it was taken to ask."""
    assert gist_of(assistant, text).startswith("asks.")
