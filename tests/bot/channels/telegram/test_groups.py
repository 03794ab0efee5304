"""In groups the bot speaks when spoken to."""

import pytest

from bot.demo.people import Room, User
from bot.demo.telegram import Telegram


@pytest.fixture
def anna(telegram: Telegram) -> User:
    """Somebody."""
    return telegram.user("Anna")


@pytest.fixture
def family(telegram: Telegram, anna: User) -> Room:
    """A group whose every message reaches the bot."""
    return telegram.group("Familjen", anna, privacy=False)


@pytest.mark.parametrize(
    "words",
    ["Vad är Värnamos vision?", "Hej allihop!", "/goals@another_bot Värnamo", "/nosuchcommand",
     "@another_bot vad är Värnamos vision?", "@kommunmal_bot2 hej", "mejla mig@kommunmal_bot.se"],
)  # fmt: skip
def test_silence(telegram: Telegram, anna: User, family: Room, words: str) -> None:
    """Talk among people, other bots' commands, mentions of others."""
    anna.send(words, chat=family)
    last = anna.send(f"@{telegram.username} hej", chat=family)
    family.wait(after=last)

    assert len(family.replies) == 1


def test_silence_to_pictures(telegram: Telegram, anna: User, family: Room) -> None:
    """A sticker in a group is for the group."""
    sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
               "is_animated": False, "is_video": False}  # fmt: skip
    anna.send(content={"sticker": sticker}, chat=family)
    last = anna.send("/vision Värnamo", chat=family)
    family.wait(after=last)

    assert len(family.replies) == 1


def test_it_replies_to_the_question(telegram: Telegram, anna: User, family: Room) -> None:
    """One message, which shows what it answers."""
    question = anna.send(f"@{telegram.username.upper()}, vad är Värnamos vision?", chat=family)
    reply = family.wait(after=question)

    assert reply.raw["reply_to_message"]["message_id"] == question.id
    assert len(family.replies) == 1
    assert "tillväxtkommunen" in reply.text


def test_each_has_an_own_conversation(telegram: Telegram, anna: User, family: Room) -> None:
    """What one asked does not change what another one means."""
    bo = telegram.user("Bo")
    name = f"@{telegram.username}"
    anna.send(f"{name} vad är Värnamos vision?", chat=family)
    family.wait(count=1)
    question = bo.send(f"{name} och målen?", chat=family)
    reply = family.wait(after=question)

    assert "Vilken kommun menar du?" in reply.text
