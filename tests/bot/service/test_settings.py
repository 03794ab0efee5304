"""Settings are read once, from a mapping; what is wrong is said in one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.service.settings import SettingsError, read_settings

_TOKEN = {"TELEGRAM_TOKEN": "1:secret"}
_WEBHOOK = {
    **_TOKEN,
    "TELEGRAM_WEBHOOK_URL": "https://example.org/hook",
    "TELEGRAM_WEBHOOK_SECRET": "hidden-word",
}


def test_defaults() -> None:
    """A token is enough: long polling from Telegram itself."""
    settings = read_settings(_TOKEN)

    assert settings.token.get_secret_value() == "1:secret"
    assert settings.base_url == "https://api.telegram.org"
    assert settings.webhook is None
    assert settings.memory.name == "memory.sqlite"
    assert settings.operator is None
    assert settings.questions == 15


def test_a_secret_from_a_file(tmp_path: Path) -> None:
    """The file's contents without white space; the variable wins over the file."""
    file = tmp_path / "token"
    file.write_text("2:fromfile\n")

    only_file = read_settings({"TELEGRAM_TOKEN_FILE": str(file)})
    assert only_file.token.get_secret_value() == "2:fromfile"
    both = read_settings({**_TOKEN, "TELEGRAM_TOKEN_FILE": str(file)})
    assert both.token.get_secret_value() == "1:secret"


def test_a_webhook() -> None:
    """Where Telegram delivers to, where to listen, and the secret."""
    webhook = read_settings({**_WEBHOOK, "TELEGRAM_WEBHOOK_LISTEN": "0.0.0.0:8443"}).webhook

    assert webhook is not None
    assert (webhook.url, webhook.host, webhook.port) == (
        "https://example.org/hook",
        "0.0.0.0",  # noqa: S104
        8443,
    )


def test_a_webhook_of_ones_own_server() -> None:
    """Which delivers without https too, as Telegram does not."""
    url = "http://10.0.0.7:8080/hook"
    own = {**_WEBHOOK, "TELEGRAM_WEBHOOK_URL": url, "TELEGRAM_BASE_URL": "http://10.0.0.8:8081"}
    webhook = read_settings(own).webhook

    assert webhook is not None
    assert webhook.url == url


def test_the_operator_and_the_limits() -> None:
    """A chat, which is negative for a group; numbers, 0 for none; 30 messages as Telegram says."""
    told = {"TELEGRAM_OPERATOR": "-100123", "TELEGRAM_QUESTIONS_A_MINUTE": "0"}
    settings = read_settings({**_TOKEN, **told, "TELEGRAM_MESSAGES_A_SECOND": "15"})

    assert (settings.operator, settings.questions, settings.messages) == (-100123, 0, 15)
    assert read_settings(_TOKEN).messages == 30


def test_secrets_stand_in_no_repr() -> None:
    """Neither the token nor the webhook's secret."""
    shown = repr(read_settings(_WEBHOOK))

    assert "1:secret" not in shown
    assert "hidden-word" not in shown


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({}, "no bot token: get one from @BotFather"),
        ({"TELEGRAM_TOKEN": "  "}, "no bot token"),
        ({"TELEGRAM_TOKEN_FILE": "/nowhere/at/all"}, "TELEGRAM_TOKEN_FILE names /nowhere"),
        ({**_TOKEN, "TELEGRAM_BASE_URL": "localhost:8081"}, "TELEGRAM_BASE_URL must be an address"),
        ({**_WEBHOOK, "TELEGRAM_WEBHOOK_SECRET": ""}, "A webhook needs a secret"),
        ({**_WEBHOOK, "TELEGRAM_WEBHOOK_SECRET": "å"}, "A webhook needs a secret"),
        ({**_WEBHOOK, "TELEGRAM_WEBHOOK_LISTEN": "8080"}, "must be host:port"),
        ({**_TOKEN, "TELEGRAM_OPERATOR": "@me"}, "TELEGRAM_OPERATOR must be a whole number"),
        ({**_TOKEN, "TELEGRAM_MESSAGES_A_SECOND": "many"}, "SECOND must be a whole number"),
        ({**_WEBHOOK, "TELEGRAM_WEBHOOK_LISTEN": "a:99999"}, "must be host:port"),
        ({**_WEBHOOK, "TELEGRAM_WEBHOOK_URL": "http://example.org/"}, "URL must begin with https"),
    ],
)
def test_wrong_settings(environ: dict[str, str], said: str) -> None:
    """One sentence that names the setting."""
    with pytest.raises(SettingsError, match=said):
        read_settings(environ)


def test_a_shared_redis(tmp_path: Path) -> None:
    """An address from the variable or a file; its password is a secret, however it is written."""
    file = tmp_path / "redis"
    file.write_text("rediss://bot:p%40ss-word@redis.example.org:6379/0\n")
    settings = read_settings({**_TOKEN, "KOMMUNMAL_REDIS_URL_FILE": str(file)})

    assert settings.redis is not None
    assert "p%40ss-word" not in repr(settings)
    secrets = {one.get_secret_value() for one in settings.secrets()}
    assert {"p%40ss-word", "p@ss-word"} <= secrets
    assert read_settings(_TOKEN).redis is None
    for url in ("redis://localhost", "redis://:x@127.0.0.1:6379", "unix:///run/redis.sock"):
        assert read_settings({**_TOKEN, "KOMMUNMAL_REDIS_URL": url}).redis is not None


@pytest.mark.parametrize(
    "url",
    ["localhost:6379", "http://:hid-den@host", "redis://", "redis://:hid-den@host:port",
     "redis://:hid-den@host/x", "unix:", "redis://[hid-den"],
)  # fmt: skip
def test_an_address_that_is_no_redis(url: str) -> None:
    """What it should look like is told, not what it was."""
    with pytest.raises(SettingsError, match="KOMMUNMAL_REDIS_URL must be an address") as raised:
        read_settings({**_TOKEN, "KOMMUNMAL_REDIS_URL": url})

    assert "hid-den" not in str(raised.value)
    assert raised.value.__cause__ is None


def test_redis_without_the_extra(tmp_path: Path) -> None:
    """What to install is said."""
    code = "import sys; sys.modules['redis'] = None; from bot.cli import main; main(['telegram'])"
    environ = {**os.environ, **_TOKEN, "KOMMUNMAL_REDIS_URL": "redis://localhost",
               "KOMMUNMAL_MEMORY": str(tmp_path / "memory.sqlite"), "KOMMUNMAL_HEALTH": "off",
               "LC_ALL": "C.UTF-8"}  # fmt: skip
    result = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True
    )

    assert result.returncode == 1
    said = result.stderr.splitlines()[-1]
    assert said.startswith("KOMMUNMAL_REDIS_URL: This needs redis, which is not installed.")
    assert said.endswith('pip install ".[redis]"')
