"""What is proposed to begin with: another municipality beside the own one, where there is one."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from telegram import Update

from benchmarks.synthetic import make_library, make_plans, register
from bot.assistant import Assistant
from bot.channels.telegram.answers import compare
from bot.channels.telegram.own import examples
from bot.channels.telegram.turn import Me, Turn
from bot.memory.conversations import Choice
from bot.memory.memory import Memory
from knowledge.build import write
from knowledge.store import Store
from tests.conftest import TODAY


@pytest.fixture
def turn_at(tmp_path: Path) -> Iterator[Callable[[Assistant, str | None], Turn]]:
    """Makes the turn of somebody with a home municipality, or none."""
    person = {"id": 1, "is_bot": False, "first_name": "Anna"}
    message = {"message_id": 5, "date": 1, "text": "/start", "from": person,
               "chat": {"id": 1, "type": "private"}}  # fmt: skip
    with closing(Memory(tmp_path / "memory.sqlite", "secret")) as memory:

        def made(assistant: Assistant, home: str | None) -> Turn:
            memory.conversations.choose(memory.who(1), Choice("sv", home))
            update = Update.de_json({"update_id": 1, "message": message})
            return Turn(update, assistant, memory, Me(7, "kommunmal_bot"))

        yield made


@pytest.fixture(scope="module")
def only_one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant that knows one plan."""
    folder = tmp_path_factory.mktemp("one")
    places = register(290)
    library = make_library(folder, places)
    write(library, make_plans(library, places[:1]), folder / "knowledge.sqlite")
    with closing(Store(folder / "knowledge.sqlite")) as store:
        yield Assistant(store, lambda: TODAY)


def test_two_municipalities_are_proposed(
    assistant: Assistant, turn_at: Callable[[Assistant, str | None], Turn]
) -> None:
    """The own one first, wherever it stands in the alphabet."""
    for home in (None, *(place.code for place in assistant.store.covered)):
        first, second, _ = examples(turn_at(assistant, home))
        assert first.codes[0] == home or home is None
        assert first.codes != second.codes


def test_one_plan_alone(
    only_one: Assistant, turn_at: Callable[[Assistant, str | None], Turn]
) -> None:
    """Both are about it, also for somebody at home elsewhere."""
    (place,) = only_one.store.covered
    elsewhere = next(one.code for one in register(290) if one.code != place.code)

    for home in (None, place.code, elsewhere):
        first, second, _ = examples(turn_at(only_one, home))
        assert first.codes == second.codes == (place.code,)
        assert compare(turn_at(only_one, home), "", "sv").calls
