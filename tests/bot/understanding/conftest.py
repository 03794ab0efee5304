"""What the tests of understanding share."""

from collections.abc import Callable

import pytest

from bot.assistant import Assistant
from bot.understanding.question import Question
from bot.understanding.reading import Reading, read

Reader = Callable[[str], Reading]
Understand = Callable[[str], Question]


@pytest.fixture(scope="session")
def reading(assistant: Assistant) -> Reader:
    """Reads a message with the words and names that ship."""
    return lambda text: read(text, assistant.understand.lexicon, assistant.store)


@pytest.fixture(scope="session")
def understand(assistant: Assistant) -> Understand:
    """Understands a message that stands alone."""
    return assistant.understand
