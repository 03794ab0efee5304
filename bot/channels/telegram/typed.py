"""Statements by the beginning of a word: a query is not yet whole while one types it."""

from bisect import bisect_left
from functools import lru_cache

from knowledge.rows import StatementRow
from knowledge.store import Store
from knowledge.text import fold, words

_LEAST = 2


def begun_with(typed: str, store: Store) -> list[StatementRow]:
    """The statements that have a word beginning with the last word typed, in their order."""
    last = words(typed)[-1:]
    begun = last[0].folded if last else ""
    if len(begun) < _LEAST:
        return []
    index = _index(store)
    found: dict[str, None] = {}
    for word, statement_id in index[bisect_left(index, (begun, "")) :]:
        if not word.startswith(begun):
            break
        found[statement_id] = None
    rows = [row for one in found if (row := store.statement(one))]
    return sorted(rows, key=lambda row: row.entry)


@lru_cache(maxsize=2)
def _index(store: Store) -> list[tuple[str, str]]:
    """Every word of the statements and of their municipalities' names, with the statement."""
    return sorted(
        (word, row.id)
        for place in store.covered
        for row in store.of_municipality(place.code)
        for word in {fold(place.name), *(one.folded for one in _words_of(row))}
    )


def _words_of(row: StatementRow) -> list:  # type: ignore[type-arg]
    return [*words(row.original), *words(row.translation)]
