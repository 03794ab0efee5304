"""What the tests of answering share."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer
from bot.assistant import Assistant
from bot.rendering.as_json import as_object
from bot.rendering.phrases import phrases
from tests.conftest import TODAY

Ask = Callable[..., Answer]
Short = Callable[..., str]


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Ask:
    """Answers a question, on another day where one is given."""

    def answered(text: str, on: date = TODAY) -> Answer:
        return assistant.on(on).reply(text).answer

    return answered


@pytest.fixture(scope="session")
def short(assistant: Assistant) -> Short:
    """The answer in one line, in the question's language."""

    def line(text: str, on: date = TODAY) -> str:
        reply = assistant.on(on).reply(text)
        spoken = phrases(reply.language, assistant.store)
        found = as_object(text, None, reply.answer, on, spoken)["short"]
        return str(found)

    return line


def last(assistant: Assistant, turns: list[str]) -> Answer:
    """The answer to the last turn."""
    context, found = None, None
    for turn in turns:
        reply = assistant.reply(turn, context)
        context, found = reply.context or context, reply.answer
    assert found is not None
    return found
