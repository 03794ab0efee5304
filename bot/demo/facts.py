"""The facts of the Bot API: which methods, fields and types there are (`telegram_facts.json`)."""

import json
import re
from functools import cache
from pathlib import Path

from bot.demo.errors import Json, Refusal

_LINE = re.compile(
    r"(?P<kinds>[^!]+?)(?P<required>!)?(?: (?P<least>\d+)\.\.(?P<most>\d+) (?P<unit>\w+))?"
)


@cache
def facts() -> Json:
    """The facts as a whole."""
    path = Path(__file__).with_name("telegram_facts.json")
    return dict(json.loads(path.read_text("utf-8")))


@cache
def _spellings() -> dict[str, str]:
    return {name.lower(): name for name in [*facts()["methods"], *facts()["others"]]}


def spelling(method: str) -> str:
    """A method's name as the documentation spells it: Telegram takes any case."""
    return _spellings().get(method.lower(), method)


def check_method(name: str) -> None:
    """Refuse a method that the Bot API has not, and one that this server has not."""
    if name in facts()["methods"]:
        return
    if name in facts()["others"]:
        raise Refusal(501, f"Not Implemented: this server of ours has no {name}")
    raise Refusal(404, "Not Found: method not found")


class Line:
    """A field as the facts have it: its kinds, whether it is required, its limit."""

    def __init__(self, line: str) -> None:
        found = _LINE.fullmatch(line)
        assert found, line  # noqa: S101  the facts are ours
        self.kinds = found["kinds"].split("|")
        self.required = bool(found["required"])
        self.limit = (
            (int(found["least"]), int(found["most"]), found["unit"]) if found["unit"] else None
        )


read_line = cache(Line)
