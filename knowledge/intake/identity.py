"""Ids of new statements, and what an earlier plan already knows of the same words."""

import re
from collections.abc import Iterable

from knowledge.models import Plan, Statement
from knowledge.text import collapse, fold

_LONGEST = 48


def words_of_id(text: str) -> str:
    """A text as an id has it.

    >>> words_of_id("En trygg kommun – för alla!")
    'en-trygg-kommun-for-alla'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def new_id(begins: str, text: str, taken: Iterable[str]) -> str:
    """An id that no other statement has: whole words of the text, at most 48 characters."""
    words = words_of_id(text)
    # "Hjo – staden vid sjön" needs no "hjo-" before it.
    whole = words if f"{words}-".startswith(f"{begins}-") else f"{begins}-{words}".strip("-")
    used = set(taken)
    number = 1
    while True:
        ending = f"-{number}" if number > 1 else ""
        found = _cut(whole, _LONGEST - len(ending)) + ending
        if found not in used:
            return found
        number += 1


def earlier_statements(plan: Plan | None) -> dict[str, Statement]:
    """The statements of an earlier plan by their words: they keep their ids and translations."""
    if plan is None:
        return {}
    return {collapse(statement.original): statement for statement in plan.statements}


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    cut = text[: longest + 1].rsplit("-", 1)[0]
    return cut[:longest].rstrip("-") or text[:longest]
