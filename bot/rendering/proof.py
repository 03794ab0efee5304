"""The saved page with a quote marked: the proof when the live page has gone."""

from knowledge.pages import Page
from knowledge.store import Store


def proof(store: Store, statement_id: str, coloured: bool) -> str | None:
    """The page's address, digest and text with the quote between marks; None for no such id."""
    row, saved = store.statement(statement_id), store.saved_page(statement_id)
    if row is None or saved is None:
        return None
    page = Page(saved.text, saved.mend)
    span = page.find(row.original)
    opening, closing = ("\033[7m", "\033[0m") if coloured else (">>>", "<<<")
    marked = saved.text
    if span:
        before, quote, after = (
            saved.text[: span.start],
            saved.text[span.start : span.end],
            saved.text[span.end :],
        )
        marked = f"{before}{opening}{quote}{closing}{after}"
    return f"{saved.title}\n{row.link}\nSHA-256 {saved.sha256}\n\n{marked}"
