"""The table of settings is whole, and the one in the documentation is the program's own."""

import re
from pathlib import Path

import bot
import knowledge
from bot.service.settings_table import SETTINGS, rewritten

ROOT = Path(__file__).parents[3]
OPERATIONS = ROOT / "docs" / "operations.md"
_NAME = re.compile(r'"((?:KOMMUNMAL|TELEGRAM)_[A-Z_]+)"')


def in_the_code() -> set[str]:
    """The names of settings that the two packages use, the table itself left out."""
    return {
        name
        for package in (bot, knowledge)
        for path in Path(str(package.__file__)).parent.rglob("*.py")
        if path.name != "settings_table.py"
        for name in _NAME.findall(path.read_text("utf-8"))
    }


def test_every_setting_stands_in_the_table() -> None:
    """None is forgotten, and none is left that does nothing."""
    names = {one.name for one in SETTINGS}

    assert in_the_code() - names == set()
    assert {name for name in names if name.startswith("KOMMUNMAL")} - in_the_code() == set()


def test_the_documentation_has_this_table() -> None:
    """To write it anew: make settings."""
    text = OPERATIONS.read_text("utf-8")

    assert rewritten(text) == text
