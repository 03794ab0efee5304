"""The bot as a process: its token, its start and stop, restarts, and the webhook."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from bot.demo.people import Room
from bot.demo.telegram import Telegram
from tests.bot.channels.telegram.running import PATIENCE, Bot, command, running

_BARE = {"PATH": os.environ["PATH"]}


def test_without_a_token(tmp_path: Path) -> None:
    """One sentence that says what to do, and exit status 1."""
    log = tmp_path / "log"
    process = command(_BARE, log)

    assert process.wait(30) == 1
    said = log.read_text()
    assert said.startswith("There is no bot token: get one from @BotFather")
    assert len(said.splitlines()) == 1


def test_without_the_extra() -> None:
    """What to install is said, and nothing else."""
    code = (
        "import sys; sys.modules['telegram'] = None; from bot.cli import main; main(['telegram'])"
    )
    result = subprocess.run([sys.executable, "-c", code], env=_BARE, capture_output=True, text=True)

    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "This needs telegram, which is not installed. "
        'In the folder with the source code: pip install ".[telegram]"'
    ]


def test_with_a_wrong_token(tmp_path: Path, database: Path) -> None:
    """The same, and the token is not in what is said."""
    log = tmp_path / "log"
    with Telegram() as telegram:
        process = command(
            {**_BARE, "TELEGRAM_TOKEN": "1:wrong-one",
             "TELEGRAM_BASE_URL": telegram.address, "KOMMUNMAL_DATABASE": str(database),
             "KOMMUNMAL_MEMORY": str(tmp_path / "memory.sqlite")},
            log,
        )  # fmt: skip
        assert process.wait(30) == 1
    said = log.read_text()
    assert "Telegram does not accept the bot token" in said
    assert "wrong-one" not in said
    assert "Traceback" not in said


def test_the_profile_is_set_once(tmp_path: Path, database: Path) -> None:
    """Name, descriptions and menus in both languages; a second start changes nothing."""
    with running(database, tmp_path) as bot:
        profile = bot.telegram.world.profile
        assert profile.descriptions["sv"].startswith("Fråga vad en svensk kommun vill")
        assert profile.descriptions[""].startswith("Ask what a Swedish municipality wants")
        menu = [one["command"] for one in profile.menu(1, 1, "private", "sv")]
        assert menu == ["mal", "vision", "jamfor", "sok", "kommuner", "hjalp"]
        english = [one["command"] for one in profile.menu(1, -1, "supergroup", "de")]
        assert english == ["goals", "vision", "compare", "search", "municipalities", "help"]
        bot.stop()
        before = len(bot.telegram.asked)
        bot.start()
        later = [one.method for one in bot.telegram.asked[before:]]
        assert not [one for one in later if one.startswith("setMy")]


def test_memory_outlives_the_process(tmp_path: Path, database: Path) -> None:
    """A follow-up after a restart goes on from before; /glom ends that."""
    with running(database, tmp_path) as bot:
        anna = bot.telegram.user("Anna")
        anna.ask("Vad är Värnamos vision?")
        assert bot.stop() == 0
        bot.start()
        assert "övergripande mål" in anna.ask("/mal").text
        anna.ask("/glom")
        assert "Vilken kommun menar du?" in anna.ask("/mal").text


def test_nothing_is_lost_by_a_kill(tmp_path: Path, database: Path) -> None:
    """Questions under way when the process dies are answered after its restart, in order.

    Where Telegram's answer to a reply was lost with the process, that reply comes twice.
    """
    with running(database, tmp_path) as bot:
        people = [bot.telegram.user(f"Person {n}") for n in range(20)]
        for one in people:
            for name in _TWO:
                one.send(f"/vision {name}")
        bot.stop(signal.SIGKILL)
        bot.start()
        for one in people:
            answered = bot.telegram.until(lambda one=one: _answers(one.chat), PATIENCE)  # type: ignore[misc]
            assert list(dict.fromkeys(answered)) == _TWO
            assert len(answered) <= 3


_TWO = ["Värnamo", "Ljungby"]


def _answers(chat: Room) -> list[str] | None:
    """Whose visions were sent, once the last one was."""
    found = [name for reply in chat.replies for name in _TWO if f"{name}s vision" in reply.text]
    return found if _TWO[-1] in found else None


def test_messages_of_a_chat_are_answered_in_order(bot: Bot) -> None:
    """However fast they come."""
    anna = bot.telegram.user("Anna")
    names = ["Värnamo", "Ljungby", "Jokkmokk", "Överkalix", "Övertorneå"]
    for name in names:
        anna.send(f"/kallor {name}")
    bot.telegram.until(lambda: len(anna.chat.replies) == len(names) or None, PATIENCE)

    assert [reply.text.splitlines()[2] for reply in anna.chat.replies] == names


def test_a_waiting_chat_holds_up_no_other(tmp_path: Path, database: Path) -> None:
    """A group has used up what Telegram allows it; others are answered at once."""
    with running(database, tmp_path) as bot:
        anna, bo = bot.telegram.user("Anna"), bot.telegram.user("Bo")
        busy = bot.telegram.group("Ivriga", anna)
        for _ in range(6):
            anna.send("/kallor Ljungby", chat=busy)
        bot.telegram.until(lambda: busy.replies or None, PATIENCE)

        assert bo.ask("/kallor Ljungby", timeout=3).text
        assert len(busy.replies) < 6
        # What waits is kept; stopping in peace would wait for it.
        bot.stop(signal.SIGKILL)


def test_a_webhook(tmp_path: Path, database: Path) -> None:
    """Updates are delivered with the secret; a delivery without it is refused."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/hook"
    environ = {
        "TELEGRAM_WEBHOOK_URL": address,
        "TELEGRAM_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        "TELEGRAM_WEBHOOK_SECRET": "hidden-word",
    }
    with running(database, tmp_path, **environ) as bot:
        assert "tillväxtkommunen" in bot.telegram.user("Anna").ask("Vad är Värnamos vision?").text
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guessed"}):
            assert httpx.post(address, json={"update_id": 5}, headers=headers).status_code == 403
        right = {"X-Telegram-Bot-Api-Secret-Token": "hidden-word"}
        for body in (b"{", b"[]", b'"x"', b"\xff"):
            assert httpx.post(address, content=body, headers=right).status_code == 400
        for update in ({}, {"update_id": "x"}, {"update_id": 9_999_999, "unheard_of": {"a": 1}}):
            assert httpx.post(address, json=update, headers=right).status_code == 200
        assert "hidden-word" not in bot.log.read_text()


@pytest.mark.parametrize(
    ("address", "taken", "said"),
    [
        ("http://example.org/hook", False, "does not take the address in TELEGRAM_WEBHOOK_URL: "),
        ("http://127.0.0.1/hook", True, "can't listen where TELEGRAM_WEBHOOK_LISTEN says: "),
    ],
)
def test_a_webhook_that_can_not_be(
    tmp_path: Path, database: Path, address: str, taken: bool, said: str
) -> None:
    """The last line names the setting and says why, and the exit status is 1."""
    with Telegram() as telegram, socket.create_server(("127.0.0.1", 0)) as other:
        bot = Bot(telegram, database, tmp_path)
        bot.start_soon(
            TELEGRAM_WEBHOOK_URL=address,
            TELEGRAM_WEBHOOK_LISTEN=f"127.0.0.1:{other.getsockname()[1] if taken else 0}",
            TELEGRAM_WEBHOOK_SECRET="hidden-word",  # noqa: S106
        )
        assert bot.process is not None
        assert bot.process.wait(PATIENCE) == 1
    last = bot.log.read_text().splitlines()[-1]
    assert said in last
    assert not last.endswith(": ")


def test_no_message_and_no_token_in_the_log(bot: Bot) -> None:
    """What people write stays out of it, and is gone from the file once answered."""
    anna = bot.telegram.user("Anna Annasdotter")
    anna.ask("Vad säger Värnamo om hemligtord?")
    log = bot.log.read_text()

    for secret in (bot.telegram.token, "hemligtord", "Annasdotter", str(anna.id)):
        assert secret not in log
    # The reply is seen a moment before the update is taken out.
    until = time.monotonic() + 5
    while _kept(bot.memory, "hemligtord") and time.monotonic() < until:
        time.sleep(0.02)
    assert _kept(bot.memory, "hemligtord") == 0


def _kept(memory: Path, words: str) -> int:
    """How many updates with some words stand in the inbox."""
    with closing(sqlite3.connect(memory)) as db:
        query = "select count(*) from inbox where payload like ?"
        return int(db.execute(query, (f"%{words}%",)).fetchone()[0])


@pytest.mark.parametrize(
    "words",
    ["\u202e\u2066mål", "x" * 4096, "a\u0300" * 2000, "/", "/@", "@", "\x00", "<a href='x'>",
     "&lt;b&gt;", "'; drop table"],
)  # fmt: skip
def test_odd_messages_are_answered(bot: Bot, words: str) -> None:
    """Invisible signs, great length, half a command, markup."""
    anna = bot.telegram.user("Anna")

    assert anna.ask(words).text
