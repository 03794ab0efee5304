"""What to ask next is a question that has an answer."""

import pytest

from bot.assistant import Assistant
from bot.rendering.phrases import phrases
from knowledge.models import Language

QUESTIONS = ["hej", "Kalix mål", "bygglov i Ljungby", "vision", "Ljungby", "Jokkmokks vision",
             "Vilka värderingar har Övertorneå?", "Vilka mål har Överkalix?"]  # fmt: skip


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("text", QUESTIONS)
def test_a_suggestion_is_answered(assistant: Assistant, text: str, language: Language) -> None:
    """In its own language."""
    spoken = phrases(language, assistant.store)
    suggested = [
        spoken.say(said) for said in assistant.reply(text, language=language).answer.suggestions
    ]
    replies = {question: assistant.reply(question) for question in suggested}

    assert replies
    assert {question for question, r in replies.items() if r.answer.outcome != "answer"} == set()
    assert {reply.language for reply in replies.values()} == {language}
