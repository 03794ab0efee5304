"""Statements by the beginning of a word: a query is not yet whole while one types it."""

from knowledge.beginnings import with_word
from knowledge.rows import StatementRow
from knowledge.store import Store
from knowledge.text import words

_LEAST = 2


def begun_with(typed: str, store: Store, most: int) -> list[StatementRow]:
    """The statements that have a word beginning with the last word typed, in their order."""
    last = words(typed)[-1:]
    begun = last[0].folded if last else ""
    return with_word(store, begun, most) if len(begun) >= _LEAST else []
