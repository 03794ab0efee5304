"""What stands in the log at any level, and what never does."""

import json
import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.service.logging import Discreet, start_log

TOKEN = "123456789:AAE-x3yq0sVjKbLdN1oPzQ4rT7uWcX8fG2h"  # noqa: S105 - of no bot
WORDS = "Hur mår Kalle Svensson i Värnamo?"
USER = 40904090


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """The tests' own logging afterwards."""
    root = logging.getLogger()
    kept = (root.handlers[:], root.level, sys.excepthook, logging.raiseExceptions)
    yield
    logging.captureWarnings(False)
    root.handlers[:], root.level, sys.excepthook, logging.raiseExceptions = kept


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """With the time in UTC, level, logger, message and what was passed beside it."""
    start_log(level=logging.DEBUG, form="json")
    logging.getLogger("bot.test").warning("dropped %d\nupdates", 3, extra={"event": "erased"})

    line = json.loads(capsys.readouterr().err)

    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "warning",
        "logger": "bot.test",
        "message": "dropped 3 updates",
        "event": "erased",
    }


def test_plain_lines_are_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """The same, without braces."""
    start_log(form="plain")
    logging.getLogger("bot.test").warning("dropped %d updates", 3, extra={"number": 3})

    assert capsys.readouterr().err.endswith(" warning bot.test dropped 3 updates number=3\n")


def test_no_form_means_json_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """As in a container."""
    start_log()
    logging.getLogger("bot.test").info("hello")

    assert json.loads(capsys.readouterr().err)["message"] == "hello"


def test_secrets_are_struck_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Those known, and whatever looks like a bot's token."""
    start_log([SecretStr("hidden-word"), SecretStr("")], logging.DEBUG, "json")
    log = logging.getLogger("bot.test")
    log.info("calling %s with %s", f"http://host/bot{TOKEN}/getMe", "hidden-word")
    log.info("calling %s", TOKEN.replace(":", "%3A"))

    written = capsys.readouterr().err

    assert "http://host/bot[secret]/getMe with [secret]" in written
    assert TOKEN.split(":")[1] not in written
    assert "hidden-word" not in written


def test_other_libraries_say_only_what_stands_in_their_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """At the lowest level: neither a text, nor a user's id, nor an address."""
    start_log([SecretStr(TOKEN)], logging.DEBUG, "json")
    logging.getLogger("httpx").info("HTTP Request: %s %s", "POST", f"https://host/bot{TOKEN}/x")
    logging.getLogger("telegram.Bot").debug("sendMessage %s", {"text": WORDS, "chat_id": USER})
    logging.getLogger("telegram.ext").error(f"no handler for {WORDS} of {USER}")
    logging.getLogger("asyncio").error("Task exception: %s", WORDS, extra={"text": WORDS})
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn(f"odd text {WORDS}", stacklevel=1)

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    assert [line["message"] for line in lines[:2]] == ["HTTP Request: %s %s", "sendMessage %s"]
    assert lines[2]["message"].startswith("at test_logging.py:")
    assert lines[4]["logger"] == "py.warnings"
    assert len(lines) == 5
    assert not [line for line in lines if "Kalle" in str(line) or str(USER) in str(line)]


def test_other_libraries_are_heard_only_in_trouble(capsys: pytest.CaptureFixture[str]) -> None:
    """Above debug, what they do each second is left out."""
    start_log(level=logging.INFO, form="json")
    logging.getLogger("httpx").info("HTTP Request: %s", "x")
    logging.getLogger("httpx").warning("%d tries left", 1)
    logging.getLogger("bot.test").info("answered")

    lines = [json.loads(line)["message"] for line in capsys.readouterr().err.splitlines()]

    assert lines == ["%d tries left", "answered"]


def test_exceptions_tell_their_kind_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Those they came from too; their messages may quote a person and are left out."""
    start_log(level=logging.DEBUG, form="json")
    try:
        try:
            raise ValueError(f"no such word: {WORDS}")  # noqa: TRY301
        except ValueError as first:
            raise LookupError(WORDS) from first
    except LookupError:
        logging.getLogger("bot.test").exception("update %d failed", 7)

    line = json.loads(capsys.readouterr().err)

    assert line["message"] == "update 7 failed"
    assert line["error"].startswith("LookupError at service/test_logging.py:")
    assert "; from ValueError at service/test_logging.py:" in line["error"]
    assert "Kalle" not in str(line)


def test_what_ends_the_process_is_logged_alike() -> None:
    """An exception that nobody caught, in the main thread or another."""
    code = f"""
import threading
from bot.service.logging import start_log
start_log(form="json")
thread = threading.Thread(target=lambda: int({WORDS!r}))
thread.start(); thread.join()
raise RuntimeError({WORDS!r})
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True)

    lines = [json.loads(line) for line in result.stderr.decode().splitlines()]
    assert result.returncode == 1
    assert [line["level"] for line in lines] == ["critical", "critical"]
    assert [line["error"].split(" at ")[0] for line in lines] == ["ValueError", "RuntimeError"]
    assert b"Kalle" not in result.stderr


def test_a_line_that_cannot_be_formatted_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong arguments are our mistake, not a reason to print them."""
    start_log(form="json")
    logging.getLogger("bot.test").info("%d updates", WORDS)

    assert json.loads(capsys.readouterr().err)["message"] == "%d updates"


@given(
    st.text(), st.sampled_from(["bot.x", "telegram", "httpx"]), st.sampled_from(["json", "plain"])
)
def test_any_text_stays_one_line(text: str, name: str, form: str) -> None:
    """Nobody can forge a line of the log by what they write."""
    record = logging.makeLogRecord({"name": name, "msg": "said %s", "args": (text,)})
    line = Discreet("json" if form == "json" else "plain").format(record)

    assert len(line.splitlines()) == 1
