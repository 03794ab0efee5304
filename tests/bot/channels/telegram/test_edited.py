"""A question that is changed changes its reply, in place and in order."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from telegram import Update

from bot.assistant import Assistant
from bot.channels.telegram.questions import as_edit
from bot.channels.telegram.reaction import Edit, Reaction, Send
from bot.channels.telegram.turn import Me, Turn
from bot.memory.memory import Memory
from bot.rendering.telegram_markup import text

_ASKED = 1_800_000_000


@pytest.fixture
def turn(assistant: Assistant, tmp_path: Path) -> Iterator[Turn]:
    """Anna has changed her message 5 after a minute; message 6 had answered it."""
    anna = {"id": 1, "is_bot": False, "first_name": "Anna"}
    message = {
        "message_id": 5, "date": _ASKED, "edit_date": _ASKED + 60, "text": "Mål?",
        "from": anna, "chat": {"id": 1, "type": "private"},
    }  # fmt: skip
    update = Update.de_json({"update_id": 1, "edited_message": message})
    with closing(Memory(tmp_path / "memory.sqlite", "secret")) as memory:
        memory.conversations.replied(memory.who(1), 5, 6)
        yield Turn(update, assistant, memory, Me(7, "kommunmal_bot"))


def test_a_reply_of_several_messages(turn: Turn) -> None:
    """The old reply becomes the first of them; the others come below it."""
    pages = [text("one"), text("two"), text("three")]

    changed = as_edit(turn, Reaction([Send(1, page) for page in pages]))

    assert changed.calls == [Edit(1, 6, pages[0]), Send(1, pages[1]), Send(1, pages[2])]


def test_a_reply_of_one_message(turn: Turn) -> None:
    """It takes the old one's place."""
    changed = as_edit(turn, Reaction([Send(1, text("one"))]))

    assert changed.calls == [Edit(1, 6, text("one"))]
