"""Questions are counted as answered, lost, answered twice, or with something else."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest

from benchmarks.load import crowd as crowd_module
from benchmarks.load.asked import PLACES, questions
from benchmarks.load.crowd import Crowd, Round
from bot.assistant import Assistant
from bot.demo.telegram import Telegram
from bot.rendering.phrases import phrases
from bot.rendering.telegram_html import answer_pages
from knowledge.store import Store
from tests.conftest import TODAY

Replies = Callable[[str], list[str]]


@contextmanager
def _bot(telegram: Telegram, replies: Replies) -> Iterator[None]:
    """A bot that polls, and replies to a text with so many others."""
    over, offset = threading.Event(), 0

    def poll() -> None:
        nonlocal offset
        with httpx.Client(base_url=f"{telegram.base_url}{telegram.token}/", timeout=10) as client:
            while not over.is_set():
                given = client.post("getUpdates", json={"offset": offset, "timeout": 0}).json()
                for update in given["result"]:
                    offset = update["update_id"] + 1
                    message = update["message"]
                    for text in replies(message["text"]):
                        chat = {"chat_id": message["chat"]["id"], "text": text}
                        client.post("sendMessage", json=chat)

    thread = threading.Thread(target=poll)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _asked(replies: Replies, number: int = 12) -> Round:
    with Telegram() as telegram, _bot(telegram, replies):
        return Crowd(telegram, open_at_once=3).ask(number)


def test_each_answered_once() -> None:
    """A latency for each, and a rate over all."""
    found = _asked(lambda text: [text])

    assert len(found.latencies) == 12
    assert (found.lost, found.double, found.wrong) == (0, 0, 0)
    assert found.rate == pytest.approx(12 / found.seconds)
    assert 0 < max(found.latencies) <= found.seconds


def test_answered_twice() -> None:
    """What comes when nothing is open in the chat."""
    assert _asked(lambda text: [text, text]).double == 12


def test_answered_with_something_else() -> None:
    """A reply that doesn't name the place."""
    assert _asked(lambda text: ["Something went wrong."]).wrong == 12


def test_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is never answered, given up after a long silence; the rest is answered."""
    monkeypatch.setattr(crowd_module, "_SILENCE", 0.5)
    first = questions()[0].text

    found = _asked(lambda text: [] if text == first else [text])

    assert (found.lost, len(found.latencies)) == (1, 11)


def test_the_questions_are_answered_in_one_message(assistant: Assistant, store: Store) -> None:
    """So a second message is a double; and each reply names the place."""
    for asked in questions():
        if asked.text.startswith("/"):
            continue
        reply = assistant.reply(asked.text)
        pages = answer_pages(reply.answer, TODAY, phrases(reply.language, store))
        assert len(pages) == 1, asked
        assert asked.place in pages[0].html, asked
    assert {asked.place for asked in questions()} == set(PLACES)
