"""The settings of what is kept of questions asked in vain."""

from pathlib import Path

import pytest
from platformdirs import user_data_path

from bot.service.keeping import InvalidSetting, Keeping, keeps_in_terminal, read_keeping


def test_without_settings_the_bots_questions_are_kept_90_days() -> None:
    """Beside the bot's memory, in the user's data folder."""
    folder = user_data_path("kommunmal")

    assert read_keeping({}) == Keeping(
        "bot", 90, folder / "unanswered.sqlite", folder / "memory.sqlite"
    )
    assert not keeps_in_terminal({})


def test_settings_decide() -> None:
    """White space around them does not count."""
    environ = {
        "KOMMUNMAL_UNANSWERED": "all ",
        "KOMMUNMAL_KEEP_DAYS": " 30",
        "KOMMUNMAL_MEMORY": "/srv/bot/memory.db",
    }

    assert read_keeping(environ) == Keeping(
        "all", 30, Path("/srv/bot/unanswered.sqlite"), Path("/srv/bot/memory.db")
    )
    assert keeps_in_terminal(environ)
    assert read_keeping({**environ, "KOMMUNMAL_UNANSWERED": "off"}).whose == "off"


WRONG = [
    ("KOMMUNMAL_KEEP_DAYS", "0"), ("KOMMUNMAL_KEEP_DAYS", "-1"), ("KOMMUNMAL_KEEP_DAYS", "3651"),
    ("KOMMUNMAL_KEEP_DAYS", "nittio"), ("KOMMUNMAL_KEEP_DAYS", "1.5"),
    ("KOMMUNMAL_UNANSWERED", "yes"), ("KOMMUNMAL_UNANSWERED", "ALL"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    """With what it may be."""
    with pytest.raises(InvalidSetting, match=rf"{name} must be .*{value}"):
        read_keeping({name: value})
