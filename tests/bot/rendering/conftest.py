"""Phrases of both languages, over the shipped knowledge."""

import pytest

from bot.rendering.phrases import Phrases
from knowledge.store import Store


@pytest.fixture
def swedish(store: Store) -> Phrases:
    """Our sentences in Swedish."""
    return Phrases("sv", store)


@pytest.fixture
def english(store: Store) -> Phrases:
    """Our sentences in British English."""
    return Phrases("en", store)
