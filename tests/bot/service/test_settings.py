"""Settings are read once, from a mapping; what is wrong is said in one sentence."""

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
    ],
)
def test_wrong_settings(environ: dict[str, str], said: str) -> None:
    """One sentence that names the setting."""
    with pytest.raises(SettingsError, match=said):
        read_settings(environ)
