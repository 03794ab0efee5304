"""What the tests share: the shipped knowledge built once, and an assistant over it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.assistant import Assistant
from knowledge.build import build
from knowledge.library import Library
from knowledge.store import Store

TODAY = date(2026, 11, 22)
QUESTIONS = Path(__file__).parent / "questions"


@pytest.fixture(autouse=True)
def locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English, whatever the language of whoever runs the tests."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped data, built into a real file."""
    path = tmp_path_factory.mktemp("database") / "knowledge.sqlite"
    build(Library(), path)
    return path


@pytest.fixture(scope="session")
def store(database: Path) -> Iterator[Store]:
    """The shipped knowledge, open for reading."""
    with Store(database) as opened:
        yield opened


@pytest.fixture(scope="session")
def assistant(store: Store) -> Assistant:
    """An assistant that is asked on a fixed day."""
    return Assistant(store, lambda: TODAY)
