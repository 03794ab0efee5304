"""Statements by the beginning of a word, from the index of terms: no more are read than needed."""

from knowledge.rows import StatementRow
from knowledge.store import Store
from knowledge.text import fold, words

# A stem is what is left of a word without its ending; none is shorter.
_SHORTEST_STEM = 3
# Of a beginning that thousands of statements have, so many are looked at.
_LOOKED_AT = 200


def with_word(store: Store, begun: str, most: int) -> list[StatementRow]:
    """At most so many statements, in their order, that have a word beginning so (folded).

    The name of their municipality counts too.
    """
    found: dict[int, StatementRow] = {}
    for place in store.covered:
        if len(found) >= most:
            break
        if fold(place.name).startswith(begun):
            found |= {row.entry: row for row in store.of_municipality(place.code)}
    if len(found) < most:
        rows = store.statements(_entries(store, begun))
        found |= {entry: row for entry, row in rows.items() if _has(row, begun)}
    return [found[entry] for entry in sorted(found)][:most]


def _entries(store: Store, begun: str) -> list[int]:
    """Entries with a stem that begins so, or that the word begun begins with."""
    stems = [f"w:{begun[:length]}" for length in range(_SHORTEST_STEM, len(begun))]
    rows = store._db.execute(
        f"""
        select distinct entry from (
            select entry from search_term indexed by search_term_anywhere
            where term >= ? and term < ? limit {_LOOKED_AT}
        ) union select entry from (
            select entry from search_term indexed by search_term_anywhere
            where term in ({",".join("?" * len(stems))}) limit {_LOOKED_AT}
        )
        """,
        (f"w:{begun}", f"w:{begun}\U0010ffff", *stems),
    )
    return [row[0] for row in rows]


def _has(row: StatementRow, begun: str) -> bool:
    return any(
        word.folded.startswith(begun)
        for text in (row.original, row.translation)
        for word in words(text)
    )
