"""No secret stands in a log line, whoever wrote it."""

import logging

import pytest
from pydantic import SecretStr

from bot.service.logs import start_log


def test_secrets_are_struck_out(capsys: pytest.CaptureFixture[str]) -> None:
    """In messages, arguments and tracebacks; talkative libraries say nothing at all."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        start_log([SecretStr("1:secret")], logging.DEBUG)
        log = logging.getLogger("bot.test")
        log.info("calling %s", "http://host/bot1:secret/getMe")
        try:
            raise ValueError("1:secret was refused")  # noqa: TRY301
        except ValueError:
            log.exception("failed")
        logging.getLogger("httpx").info("POST somewhere")
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    written = capsys.readouterr().err

    assert "calling http://host/bot[secret]/getMe" in written
    assert "ValueError: [secret] was refused" in written
    assert "1:secret" not in written
    assert "POST" not in written
