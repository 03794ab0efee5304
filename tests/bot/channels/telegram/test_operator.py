"""What fails three times is set aside; the operator is told of trouble, never in whose words."""

import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from bot.demo.faults import Fault
from bot.demo.telegram import Telegram
from bot.memory.memory import Memory
from tests.bot.channels.telegram.running import PATIENCE, Bot, free_port

_SORRY = "Något gick fel hos mig"
_UPDATES = "select state, payload, who, error from inbox where state = ?"


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    """A server."""
    with Telegram(timeout=PATIENCE) as started:
        yield started


@pytest.fixture
def bot(telegram: Telegram, database: Path, tmp_path: Path) -> Iterator[Bot]:
    """A bot over a copy of the database, not started yet."""
    copy = tmp_path / "knowledge.sqlite"
    shutil.copy(database, copy)
    made = Bot(telegram, copy, tmp_path)
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def nothing_refused() -> None:
    """Here things are refused on purpose."""


def _rows(bot: Bot, state: str) -> list[tuple[str, str | None, bytes | None, str | None]]:
    with closing(sqlite3.connect(bot.memory)) as db:
        return db.execute(_UPDATES, (state,)).fetchall()


def test_what_fails_three_times_is_set_aside(bot: Bot, telegram: Telegram) -> None:
    """The person is told and the operator, each once; the next question is answered."""
    olga, anna = telegram.user("Olga"), telegram.user("Anna")
    olga.send("Hej")
    bot.start(TELEGRAM_OPERATOR=str(olga.id))
    olga.chat.wait()
    text = "Bad Request: something unheard of"
    telegram.faults.add(
        Fault("refused", frozenset({"sendMessage"}), times=3, code=400, description=text,
              chat_id=anna.id)
    )  # fmt: skip
    reply = anna.ask("/kallor hemligtord")

    assert reply.text.startswith(_SORRY)
    told = telegram.until(
        lambda: next((one for one in olga.chat.replies if "set aside" in one.text), None)
    )
    assert told.text == "An update failed 3 times and is set aside: BadRequest."
    assert anna.ask("/vision Värnamo").text
    assert "hemligtord" not in bot.log.read_text()
    [(_, payload, _, error)] = _rows(bot, "aside")
    assert "hemligtord" in (payload or "")
    assert error == "BadRequest"


def test_what_waited_a_day_is_dropped_and_counted(bot: Bot, telegram: Telegram) -> None:
    """At the start after a day away; of what was set aside kind and error are left."""
    olga = telegram.user("Olga")
    olga.send("Hej")
    Memory(bot.memory, telegram.token).close()
    day_ago = int(time.time()) - 24 * 3600 - 5
    with closing(sqlite3.connect(bot.memory)) as db, db:
        put = (
            "insert into inbox (update_id, payload, received, state, error) values (?, ?, ?, ?, ?)"
        )
        db.execute(put, (1, '{"update_id": 1}', day_ago, "waiting", None))
        db.execute(put, (2, '{"update_id": 2}', day_ago, "waiting", None))
        db.execute(put, (3, "HEMLIGT", day_ago, "aside", "KeyError"))
    bot.start(TELEGRAM_OPERATOR=str(olga.id))

    told = telegram.until(
        lambda: next((one for one in olga.chat.replies if "dropped" in one.text), None)
    )
    assert told.text == "2 updates were older than a day and were dropped unanswered."
    assert "2 updates older than a day were dropped" in bot.log.read_text()
    assert not [one for one in _rows(bot, "waiting") if len(one[1] or "") < 20]
    assert _rows(bot, "aside") == [("aside", None, None, "KeyError")]


def test_the_files_under_a_running_bot(bot: Bot, telegram: Telegram, database: Path) -> None:
    """Database damaged, memory locked: told, and answered all the same; then well again."""
    olga, anna = telegram.user("Olga"), telegram.user("Anna")
    olga.send("Hej")
    bot.start(TELEGRAM_OPERATOR=str(olga.id))
    bot.database.write_bytes(b"x" * 5000)
    assert "Värnamo den mänskliga" in anna.ask("/vision Värnamo").text
    with closing(sqlite3.connect(bot.memory, isolation_level=None)) as other:
        other.execute("begin immediate")
        assert "Ljungby" in anna.ask("Vad är Ljungbys vision?").text
        assert "Ljungby" in anna.ask("/mal").text
    shutil.copy(database, bot.database)
    assert anna.ask("/vision Värnamo").text

    telegram.until(lambda: len(_told(olga.chat.replies)) >= 4 or None, PATIENCE)
    told = _told(olga.chat.replies)
    assert "The new knowledge can't be used" in told[0]
    assert "database is locked" in told[1]
    assert {told[2], told[3]} == {
        "The knowledge was replaced; I answer from the new.", "The memory can be used again.",
    }  # fmt: skip
    bot.stop()
    assert _rows(bot, "waiting") == []


def _told(replies: list) -> list[str]:  # type: ignore[type-arg]
    known = ("knowledge", "memory")
    return [one.text for one in replies if any(word in one.text for word in known)]


def test_hostile_deliveries(bot: Bot, telegram: Telegram) -> None:
    """Numbers beyond all bounds, halves of characters, unheard-of kinds: no harm is done."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/hook"
    bot.start(
        TELEGRAM_WEBHOOK_URL=address,
        TELEGRAM_WEBHOOK_LISTEN=f"127.0.0.1:{port}",
        TELEGRAM_WEBHOOK_SECRET="hidden-word",  # noqa: S106
    )
    bo = telegram.user("Bo")
    bo.send("Hej")
    headers = {"X-Telegram-Bot-Api-Secret-Token": "hidden-word"}
    half = '{"update_id": 77, "message": {"message_id": 1, "date": 1, "text": "\\ud83d", '
    half += f'"chat": {{"id": {bo.id}, "type": "private"}}, "from": {{"id": {bo.id}, '
    half += '"is_bot": false, '
    half += '"first_name": "\\udc00"}}}'
    for body in (
        '{"update_id": 123456789012345678901234567890}', '{"update_id": -1}', '{"update_id": true}',
        '{"update_id": 1e400}', '{"update_id": NaN}', half, '{"update_id": 78, "message": null}',
        '{"update_id": 79, "message": {"chat": {"id": 1e30}}}', '{"update_id": 80, "message": []}',
        '{"update_id": 81, "callback_query": {"id": 5}}', '{"a":' * 2000 + "1" + "}" * 2000,
    ):  # fmt: skip
        status = httpx.post(address, content=body.encode(), headers=headers).status_code
        assert status in (200, 400), body

    assert telegram.user("Anna").ask("/vision Värnamo").text
    assert bo.chat.wait(count=2).text
    # What can't be understood is still being tried again.
    bot.stop(signal.SIGKILL)
