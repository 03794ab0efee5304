"""A page written in English is quoted as it is: once, and as nobody's translation."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.demo.entities import parse_html
from bot.rendering.phrases import phrases
from bot.rendering.picture.picture import picture
from bot.rendering.plain import plain
from bot.rendering.telegram_html import answer_pages
from knowledge.build import build
from knowledge.folders import SHIPPED
from knowledge.library import Library
from knowledge.store import Store
from tests.conftest import TODAY

VISION = "Habo is to be the safest place to grow up in."
GOAL = "Everyone in Habo has a lake within reach."
UNOFFICIAL = "unofficial"
PLAN = f"""
municipality = "0643"

[[sources]]
id = "habo-in-english"
title = "Vision and goals"
url = "https://habo.example/en"
page = "habo/english.txt"

[[statements]]
id = "habo-vision"
kind = "vision"
label = "vision"
original = "{VISION}"
translation = "{VISION}"

[[statements]]
id = "habo-lake"
kind = "goal"
label = "mål"
original = "{GOAL}"
translation = "{GOAL}"
"""
SWEDISH = """
[[sources]]
id = "habo-mal"
title = "Mål"
url = "https://habo.example/mal"
page = "habo/swedish.txt"

[[statements]]
id = "habo-skola"
source = "habo-mal"
kind = "goal"
label = "mål"
original = "En skola för alla"
translation = "A school for everyone"
"""


def asked_of(folder: Path, plan: str) -> Iterator[Assistant]:
    """An assistant that knows one plan."""
    for name in ("register.csv", "aliases.toml", "topics.toml", "labels.toml"):
        shutil.copy(SHIPPED / name, folder / name)
    (folder / "plans").mkdir()
    (folder / "pages/habo").mkdir(parents=True)
    (folder / "plans/habo.toml").write_text(plan, "utf-8")
    (folder / "pages/habo/english.txt").write_text(f"{VISION}\n{GOAL}\n", "utf-8")
    (folder / "pages/habo/swedish.txt").write_text("En skola för alla\n", "utf-8")
    database = folder / "knowledge.sqlite"
    build(Library(base=folder), database)
    with Store(database) as store:
        yield Assistant(store, lambda: TODAY)


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """It knows a page in English."""
    yield from asked_of(tmp_path, PLAN)


@pytest.fixture
def of_both(tmp_path: Path) -> Iterator[Assistant]:
    """It knows one in Swedish too."""
    sources, statements = PLAN.split("[[statements]]", 1)
    named = f"[[statements]]{statements}".replace(
        'kind = "', 'source = "habo-in-english"\nkind = "'
    )
    yield from asked_of(tmp_path, sources + SWEDISH + named)


def in_all_ways(assistant: Assistant, question: str) -> list[str]:
    """The reply as text and in Telegram, and what is said below its picture."""
    reply = assistant.reply(question)
    said = phrases(reply.language, assistant.store)
    telegram = "\n".join(
        parse_html(page.html)[0] for page in answer_pages(reply.answer, TODAY, said)
    )
    drawn = picture(assistant.store, ["0643"], "goals", reply.language, TODAY).caption
    return [plain(reply.answer, TODAY, said), telegram, drawn]


@pytest.mark.parametrize("question", ["Tell me about Habo.", "Berätta om Habo."])
def test_its_words_are_shown_once(assistant: Assistant, question: str) -> None:
    """Nothing is said to be ours, and nothing to be Swedish."""
    for text in in_all_ways(assistant, question):
        assert text.count(VISION) == 1
        assert text.count(GOAL) == 1
        assert UNOFFICIAL not in text
        assert "In Swedish" not in text


def test_beside_what_is_translated_each_is_as_it_is(of_both: Assistant) -> None:
    """The translation is ours and is said to be, with its original; the English page's is not."""
    text, telegram, drawn = in_all_ways(of_both, "What are Habo's goals?")

    assert "In Swedish: “En skola för alla”" in text
    assert text.count("In Swedish") == 1
    for one in (text, telegram, drawn):
        assert one.count(GOAL) == 1
        assert "A school for everyone" in one
        assert UNOFFICIAL in one
