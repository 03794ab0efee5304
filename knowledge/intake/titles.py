"""What a document without a title of its own is called: its first heading that says something."""

import re
from collections.abc import Iterable

from knowledge.intake.place import is_place

_MUNICIPALITY = re.compile(r"(?P<name>[\w -]+?)s?\s+(?:kommun|stad|municipality)", re.IGNORECASE)


def title_among(headings: Iterable[str], lines: Iterable[str]) -> str:
    """The first heading, or line, that is more than a letterhead with the municipality's name.

    >>> title_among(["Habo kommun", "Vision 2040"], [])
    'Vision 2040'
    """
    found = [*headings, *lines]
    return next((text for text in found if not _is_letterhead(text)), found[0] if found else "")


def _is_letterhead(text: str) -> bool:
    match = _MUNICIPALITY.fullmatch(text.strip())
    named = match is not None and is_place(match["name"])
    return named or text.strip().lower() in {"pressmeddelande", "press release", "nyhet"}
