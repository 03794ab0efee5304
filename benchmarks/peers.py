"""Plain search over the same statements: SQLite FTS5, rapidfuzz, bm25s and tantivy.

Each gives the originals of the statements that fit a question best. The municipality's name is
among what they search, which gives them what the assistant has.
"""

import sqlite3
from collections.abc import Callable, Sequence

import bm25s
import tantivy
from rapidfuzz import fuzz, process

from benchmarks.asking import TEN, any_of
from knowledge.rows import StatementRow
from knowledge.store import Store
from knowledge.text import words

Search = Callable[[str], Sequence[str]]


def peers(store: Store) -> dict[str, Search]:
    """Every peer, with the statements of the knowledge base indexed."""
    statements = [row for place in store.covered for row in store.of_municipality(place.code)]
    return {
        "FTS5 BM25": _fts5(statements),
        "rapidfuzz scan": _rapidfuzz(statements),
        "bm25s": _bm25s(statements),
        "tantivy": _tantivy(statements),
    }


def _searched(row: StatementRow) -> str:
    return f"{row.municipality.name} {row.label} {row.original} {row.translation}"


def _fts5(statements: Sequence[StatementRow]) -> Search:
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table found using fts5 (original unindexed, searched)")
    db.executemany(
        "insert into found values (?, ?)", ((row.original, _searched(row)) for row in statements)
    )

    def search(question: str) -> list[str]:
        query = any_of(question)
        if not query:
            return []
        rows = db.execute(
            "select original from found where searched match ? order by rank limit ?", (query, TEN)
        )
        return [row[0] for row in rows]

    return search


def _rapidfuzz(statements: Sequence[StatementRow]) -> Search:
    texts = [_searched(row).lower() for row in statements]

    def search(question: str) -> list[str]:
        found = process.extract(question.lower(), texts, scorer=fuzz.token_set_ratio, limit=TEN)
        return [statements[place].original for _, _, place in found]

    return search


def _bm25s(statements: Sequence[StatementRow]) -> Search:
    index = bm25s.BM25()
    index.index(_tokens([_searched(row) for row in statements]), show_progress=False)

    def search(question: str) -> list[str]:
        found, _ = index.retrieve(_tokens([question]), k=TEN, show_progress=False)
        return [statements[place].original for place in found[0]]

    return search


def _tokens(texts: list[str]) -> object:
    return bm25s.tokenize(texts, stopwords=None, return_ids=False, show_progress=False)


def _tantivy(statements: Sequence[StatementRow]) -> Search:
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("original", stored=True)
    schema.add_text_field("searched")
    index = tantivy.Index(schema.build())
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    for row in statements:
        writer.add_document(tantivy.Document(original=row.original, searched=_searched(row)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> list[str]:
        # A question is text, not a query: its words, none of its signs.
        plain = " ".join(word.lower for word in words(question))
        query = index.parse_query(plain, ["searched"])
        hits = searcher.search(query, TEN).hits
        return [searcher.doc(place)["original"][0] for _, place in hits]

    return search
