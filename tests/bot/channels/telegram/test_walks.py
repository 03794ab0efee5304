"""Every path walked over HTTP, each reply compared with the file that shows it.

`make expected` writes the files anew; read what changed before you keep it.
"""

import os
from pathlib import Path

import pytest

from bot.demo.telegram import Telegram
from tests.bot.channels.telegram.stage import Stage
from tests.bot.channels.telegram.walks import WALKS

_EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("name", WALKS)
def test_walk(telegram: Telegram, name: str) -> None:
    """People see what the file shows."""
    stage = Stage(telegram)
    WALKS[name](stage)
    file = _EXPECTED / f"{name}.txt"
    if os.environ.get("REMAKE_EXPECTED"):
        file.write_text(stage.text(), "utf-8")

    assert stage.text() == file.read_text("utf-8")


def test_every_file_is_of_a_walk() -> None:
    """No file is left of a walk that is gone."""
    assert {file.stem for file in _EXPECTED.iterdir()} == set(WALKS)
