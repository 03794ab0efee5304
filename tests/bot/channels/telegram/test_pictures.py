"""Pictures on their way to people: uploaded once, and in words where they can't go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo import faults
from bot.demo.faults import Fault
from bot.demo.people import User
from tests.bot.channels.telegram.running import PATIENCE, Bot, running

ASKED = "visa Värnamos mål som bild"
VISION = "Värnamo den mänskliga tillväxtkommunen!"
NOT_NOW = "Jag kan inte rita någon bild just nu."


@pytest.fixture
def bot(database: Path, tmp_path: Path) -> Iterator[Bot]:
    """A bot that has sent no picture yet, and may meet refusals."""
    with running(database, tmp_path) as started:
        yield started


@pytest.fixture(autouse=True)
def nothing_refused() -> None:
    """Here things are refused on purpose."""


@pytest.fixture
def anna(bot: Bot) -> User:
    """Who asks."""
    return bot.telegram.user("Anna")


def refuse(bot: Bot, method: str, description: str) -> None:
    """Have Telegram refuse a method once."""
    fault = Fault("refused", frozenset({method}), code=400, description=description)
    bot.telegram.faults.add(fault)


def sent(bot: Bot, medium: str = "photo") -> list[str]:
    """What was given as photo (or document) in the order of sending: bytes or a file's id."""
    # A message is seen by whoever waits for it before the request that brought it is noted.
    bot.telegram.settle()
    return [one.given[medium] for one in bot.telegram.asked if medium in one.given]


def test_a_picture_is_uploaded_once(bot: Bot, anna: User) -> None:
    """Whoever asks for the same gets the file that Telegram has; another is another file."""
    first = anna.ask(ASKED)
    again = bot.telegram.user("Bo").ask("Värnamos vision som bild, tack")
    anna.ask("visa Ljungbys mål som bild")

    file_id = first.raw["photo"][-1]["file_id"]
    kinds = ["bytes" if one.endswith("bytes>") else one for one in sent(bot)]
    assert kinds == ["bytes", file_id, "bytes"]
    assert again.text == first.text


def test_what_telegram_has_forgotten_is_uploaded_anew(bot: Bot, anna: User) -> None:
    """A file's id may end; the picture comes all the same."""
    anna.ask(ASKED)
    refuse(bot, "sendPhoto", "Bad Request: wrong file identifier/HTTP URL specified")

    assert anna.ask(ASKED).photo
    assert sent(bot)[-1].endswith("bytes>")


def test_what_is_no_photo_comes_as_a_file(bot: Bot, anna: User) -> None:
    """With the same words and buttons, and uploaded once too."""
    refuse(bot, "sendPhoto", "Bad Request: PHOTO_INVALID_DIMENSIONS")
    first, again = anna.ask(ASKED), anna.ask(ASKED)

    assert first.raw["document"] == again.raw["document"]
    assert VISION in first.text
    assert first.button("Läs som text")
    assert sent(bot, "document")[1] == first.raw["document"]["file_id"]


def test_where_pictures_are_not_allowed_the_words_come(bot: Bot, anna: User) -> None:
    """A group may allow none."""
    refuse(bot, "sendPhoto", "Bad Request: not enough rights to send photos to the chat")
    reply = anna.ask(ASKED)

    assert not reply.photo
    assert VISION in reply.text
    assert reply.button("Läs som text")


@pytest.mark.parametrize(
    "fault",
    [
        faults.server_error("sendPhoto"),
        faults.flood("sendPhoto", retry_after=1),
        faults.dropped("sendPhoto"),
    ],
    ids=lambda fault: fault.kind,
)
def test_after_a_fault_it_comes_once(bot: Bot, anna: User, fault: Fault) -> None:
    """A picture counts as sent when Telegram has accepted it."""
    bot.telegram.faults.add(fault)

    assert anna.ask(ASKED, timeout=PATIENCE).photo
    assert anna.ask("/vision Värnamo", timeout=PATIENCE)
    assert fault.hits == 1
    assert len(anna.chat.replies) == 2


@pytest.mark.parametrize(
    ("library", "logged"),
    [
        ("raise ImportError", ".[pictures]"),
        ("Fonts = dict\ndef Compiler(**_): raise RuntimeError('x')", "RuntimeError"),
    ],
    ids=["missing", "failing"],
)
def test_without_a_drawing_the_answer_comes_in_words(
    database: Path, tmp_path: Path, library: str, logged: str
) -> None:
    """With one sentence before it; a button's answer too; staff find why in the log."""
    (tmp_path / "typst.py").write_text(library)
    with running(database, tmp_path, PYTHONPATH=f"{tmp_path}") as bot:
        anna = bot.telegram.user("Anna")
        reply = anna.ask(ASKED)
        again = anna.ask("och Ljungby?")
        pressed = anna.chat.wait(after=_press(anna))

    assert reply.text.startswith(NOT_NOW)
    assert "En grön kommun" in reply.text
    assert "kommun.varnamo.se" in reply.text
    assert "Bästa kommun att växa i" in again.text
    assert pressed.text.startswith(NOT_NOW)
    assert logged in bot.log.read_text("utf-8")


def _press(anna: User) -> int:
    """Press a button for a picture under the last message; that message's id."""
    last = anna.chat.messages[-1]
    anna.press_data(last, "1|sp|goals|0683")
    return last.id


def test_a_question_changed_to_a_picture_and_back(bot: Bot, anna: User) -> None:
    """A text can't become a picture where it stands: each comes as a new message."""
    question = anna.send("Vad är Värnamos vision?")
    text = anna.chat.wait(after=question)
    anna.edit(question, "Värnamos vision som bild")
    picture = anna.chat.wait(after=text)
    anna.edit(question, "Vad är Ljungbys vision?")
    last = anna.chat.wait(after=picture)

    assert picture.photo
    assert "Ljungby" in last.text


@pytest.mark.parametrize(
    "data",
    ["goals|9999", "goals|2514", "portrait|0683", "goals|", "", "goals|0683+0781+2510+2513"],
)
def test_a_button_that_can_not_be_is_answered(bot: Bot, anna: User, data: str) -> None:
    """Forged, or of a plan that is gone."""
    reply = anna.ask("Vad är Värnamos vision?")
    pressed = anna.press_data(reply, f"1|sp|{data}")

    assert pressed.notice == "Det finns inte kvar här. Ställ din fråga igen."
    assert anna.chat.messages[-1].id == reply.id
