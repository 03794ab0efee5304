"""What stands on a page without being part of its text: menus, notices, contact boxes."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.plans import read_toml

_FILE = Path(__file__).with_name("furniture.toml")
# A longer line is text, whatever it begins with.
_LONGEST = 160


def is_furniture(line: str) -> bool:
    """Whether a line is a button, a notice, a date or a byline of the page.

    >>> is_furniture("Senast uppdaterad: 12 mars 2024"), is_furniture("En trygg kommun")
    (True, False)
    """
    text = line.strip().rstrip(">»›→ ")
    if not text or _pattern("notices").search(text):
        return True
    return len(text) <= _LONGEST and bool(_pattern("lines").fullmatch(text))


def opens_furniture(heading: str) -> bool:
    """Whether a heading opens a part of the page that is none of its text.

    >>> opens_furniture("Relaterad information"), opens_furniture("Våra mål")
    (True, False)
    """
    return bool(_pattern("sections").fullmatch(heading.strip().rstrip(":")))


def closes_text(line: str) -> bool:
    """Whether a line of plain text opens a contact box, a list of links or of news.

    >>> closes_text("Kontakt"), closes_text("Kontakter med näringslivet ska bli fler")
    (True, False)
    """
    return bool(_pattern("closing").fullmatch(line.strip()))


def element_names() -> Sequence[str]:
    """Classes and ids of elements of a web page that hold no text of it."""
    names: Sequence[str] = _data()["elements"]
    return names


@cache
def _data() -> dict[str, Any]:
    return read_toml(_FILE, f"intake/{_FILE.name}")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in _data()[name]), re.IGNORECASE)
