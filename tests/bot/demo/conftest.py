"""A server for each test, and a way to ask it for what no library would ask."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from bot.demo.telegram import Telegram

Ask = Callable[..., Any]


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    """A server on a free port of loopback."""
    with Telegram() as server:
        yield server


@pytest.fixture
def ask(telegram: Telegram) -> Iterator[Ask]:
    """Call a method with parameters as JSON; the answer as JSON."""
    with httpx.Client(timeout=10) as client:

        def call(method: str, **given: Any) -> Any:
            return client.post(f"{telegram.base_url}{telegram.token}/{method}", json=given).json()

        yield call
