"""What people ask the bot in vain, kept for staff where the settings say so."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.memory.unanswered import Unanswered
from tests.bot.channels.telegram.running import Bot, running

SETTINGS = [("bot", True), ("all", True), ("off", False)]


@pytest.mark.parametrize(("whose", "kept"), SETTINGS)
def test_questions_in_vain_are_kept_where_a_setting_says_so(
    database: Path, tmp_path: Path, whose: str, kept: bool
) -> None:
    """People's own words, cleaned, and a command's; no greetings, no answers. /privacy says so."""
    with running(database, tmp_path, KOMMUNMAL_UNANSWERED=whose, KOMMUNMAL_KEEP_DAYS="30") as bot:
        anna = bot.telegram.user("Anna", language="sv")
        for words in ("Vilka mål har Värnamo?", "Jag heter Anna Berg. Vilka mål har Kalix?", "hej"):
            anna.ask(words)
        anna.ask("/mal Kiruna")
        told = anna.ask("/integritet").text

    path = tmp_path / "unanswered.sqlite"
    assert ("sparas i 30 dagar" in told) == kept
    assert path.exists() == kept
    if kept:
        with Unanswered(path) as opened:
            rows = opened.kept(datetime.now(UTC).date())
        assert [one.asked.uncovered for one in rows] == [("2514",), ("2584",)]
        assert "Jag heter [name]. Vilka mål har Kalix?" in [one.asked.text for one in rows]


def test_what_is_said_to_be_missing_is_kept_cleaned(bot: Bot) -> None:
    """Before it is written, not only when staff read it."""
    anna = bot.telegram.user("Anna")
    reply = anna.ask("Vad är Ljungbys vision?")
    anna.press(reply, "👎")
    anna.press(anna.chat.wait_edit(reply), "Säg vad som saknades")
    prompt = anna.chat.wait(after=reply)
    sent = anna.send("Sjön! mvh Greta Lundkvist, 070-123 45 67", reply_to=prompt)
    anna.chat.wait(after=sent)

    # It is kept once Telegram has accepted the thanks.
    until = time.monotonic() + 10
    while "Sjön! mvh [name], [phone]" not in remarks_kept(bot) and time.monotonic() < until:
        time.sleep(0.05)
    assert remarks_kept(bot)[-1] == "Sjön! mvh [name], [phone]"


def remarks_kept(bot: Bot) -> list[str]:
    """The remarks as they stand in the file."""
    with closing(sqlite3.connect(bot.memory)) as memory:
        return [text for (text,) in memory.execute("select text from remark order by rowid")]
