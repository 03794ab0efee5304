"""Questions across more municipalities than an answer can show."""

from collections.abc import Mapping, Sized
from datetime import date

import pytest

from benchmarks.synthetic import make_library, make_plans, register
from bot.answering.answer import Answer, AnyTopic, Said
from bot.answering.desk import MOST
from bot.assistant import Assistant
from knowledge.build import write
from knowledge.store import Store

NUMBER = 290


def values_of(found: Answer) -> Mapping[str, object]:
    """What the short answer is filled with."""
    assert isinstance(found.short, Said)
    return found.short.values


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant that knows 290 made-up municipalities."""
    folder = tmp_path_factory.mktemp("many")
    library = make_library(folder, register(NUMBER))
    write(library, make_plans(library, register(NUMBER)), folder / "knowledge.sqlite")
    return Assistant(Store(folder / "knowledge.sqlite"), lambda: date(2026, 11, 22))


@pytest.mark.parametrize(
    "text", ["Vilka kommuner nämner vatten?", "Which municipalities mention schools?"]
)
def test_all_are_counted_and_the_first_shown(many: Assistant, text: str) -> None:
    """The number is that of all with a statement on the topic; at most twelve are named."""
    found = many.reply(text).answer
    values = values_of(found)
    topic = values["topic"]
    assert isinstance(topic, AnyTopic)
    told = {
        place.code
        for place in many.store.covered
        for row in many.store.of_municipality(place.code)
        if set(topic.ids) & set(row.topics)
    }

    assert values["number"] == len(told) > MOST
    assert values["all"] == NUMBER
    assert isinstance(values["places"], Sized)
    assert 0 < len(values["places"]) <= MOST
    assert {row.municipality.code for row in found.statements} <= told


def test_a_kind_is_listed_of_the_first(many: Assistant) -> None:
    """All visions are counted, twelve shown."""
    found = many.reply("Vilka kommuner har en vision?").answer

    assert len(found.statements) <= MOST
    assert values_of(found)["number"] == NUMBER
