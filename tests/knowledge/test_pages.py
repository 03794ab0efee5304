"""A quote is found as it stands in the page, and the link leads a browser to it."""

import hashlib
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.pages import Page, Span

URL = "https://habo.example/vision"


def page(text: str, **mend: str) -> Page:
    """A page without broken words, unless some are given."""
    return Page(text, mend)


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("Ett tryggt Habo", "tryggt", "tryggt"),
        ("Ett  tryggt\n   Habo", "Ett tryggt Habo", "Ett  tryggt\n   Habo"),
        ("35\u00a0000 invånare", "35 000 invånare", "35\u00a0000 invånare"),
        ("Habo – nu", "Habo - nu", None),
        ("”Habo”", '"Habo"', None),
        ("etablerings- och boendeort", "etablerings- och boendeort", "etablerings- och boendeort"),
        ("etablerings- och boendeort", "etableringsoch boendeort", None),
        ("priorit- erade områden", "prioriterade områden", None),
        ("Målen", "målen", None),
        ("a.c", "abc", None),
        ("målet är att bli bäst", "ålet är att bli bäst", None),
        ("målet är att bli bäst", "målet är att bli bäs", None),
        ("Kommunens mål", "Kommun", None),
        ("Kommunens och Kommun", "Kommun", "Kommun"),
        ("2035", "203", None),
        ("”Mål”", "Mål", "Mål"),
        ("en-mål-väg", "mål", "mål"),
        ("(mål)", "mål)", "mål)"),
        ("mål: trygghet", ": trygghet", ": trygghet"),
        ("(a+b)*", "(a+b)*", "(a+b)*"),
    ],
)
def test_runs_of_space_count_as_one_and_nothing_else_is_let_through(
    text: str, quote: str, found: str | None
) -> None:
    """White space may differ; letters, dashes, quotation marks and case may not."""
    span = page(text).find(quote)

    assert (text[span.start : span.end] if span else None) == found


def test_words_that_a_pdf_broke_are_mended_by_the_list_kept_with_the_page() -> None:
    """The quote holds the whole word, the page the broken one; both are found."""
    broken = Page("de priorit- erade, prioriterade områdena", {"priorit- erade": "prioriterade"})

    assert broken.find("de prioriterade") == Span(0, 17)
    assert broken.find("prioriterade områdena") == Span(19, 40)


def test_a_word_that_a_pdf_broke_in_two_ways_is_found_either_way() -> None:
    """Whichever stands in the page, alone or beside the other."""
    mend = {"kom mun": "kommun", "komm un": "kommun"}

    assert Page("en stark kom mun.", mend).find("en stark kommun.")
    assert Page("en stark komm un.", mend).find("en stark kommun.")
    assert Page("en kommun, en kom mun, en komm un", mend).find("en kommun, en kommun, en kommun")


def test_the_longest_word_that_was_mended_is_taken_first() -> None:
    """One mended word may be the beginning of another."""
    mend = {"kom mun": "kommun", "kommun- ens": "kommunens"}

    assert Page("i kommun- ens mål", mend).find("i kommunens mål")
    assert Page("i kom munens mål", mend).find("i kommunens mål")


@given(st.text(min_size=1), st.text(), st.text())
def test_any_text_is_found_where_it_stands(quote: str, before: str, after: str) -> None:
    """Signs that mean something in a pattern are taken as they are."""
    found = page(f"{before} {quote} {after}").find(quote)

    assert found is not None


def test_the_digest_is_that_of_the_saved_bytes() -> None:
    """`sha256sum` of the saved file gives the same."""
    assert page("mål\r\n").sha256 == hashlib.sha256("mål\r\n".encode()).hexdigest()


@pytest.mark.parametrize(
    ("url", "quote", "link"),
    [
        (URL, "Ett tryggt Habo", f"{URL}#:~:text=Ett%20tryggt%20Habo"),
        (URL, "grönt, nu - alltid", f"{URL}#:~:text=gr%C3%B6nt%2C%20nu%20%2D%20alltid"),
        (URL, "a b c d e f g h i j k", f"{URL}#:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k"),
        (f"{URL}#mal", "Ett tryggt Habo", f"{URL}#mal:~:text=Ett%20tryggt%20Habo"),
        (URL, "står inte här", URL),
    ],
)
def test_the_link_is_a_text_fragment(url: str, quote: str, link: str) -> None:
    """Short quotes whole, long ones by their first and last words; commas and dashes encoded."""
    text = "Ett tryggt Habo\ngrönt, nu - alltid\na b c d e f g h i j k\n"

    assert page(text).link(url, quote) == link


def shipped() -> list[tuple[str, Page, str, Span]]:
    """Each shipped statement's id, page, link and place."""
    found = []
    for plan_file in Library().plan_files()[0]:
        sources = {source.id: source for source in plan_file.plan.sources}
        for statement in plan_file.plan.statements:
            source = sources[statement.source or plan_file.plan.sources[0].id]
            text = plan_file.page(source)
            place = text.find(statement.original)
            assert place
            link = text.link(source.url, statement.original)
            found.append((statement.id, text, link, place))
    return found


@pytest.mark.parametrize(("name", "text", "link", "place"), shipped(), ids=lambda v: str(v)[:48])
def test_a_browser_finds_the_very_sentence(name: str, text: Page, link: str, place: Span) -> None:
    """The first text that a browser would match, ignoring case, whole words, is the quote."""
    directive = link.partition(":~:text=")[2]
    ends = [r"\s+".join(map(re.escape, unquote(end).split())) for end in directive.split(",")]
    pattern = r"(?<!\w)" + r"(?!\w).*?(?<!\w)".join(ends) + r"(?!\w)"

    match = re.search(pattern, text.text, re.IGNORECASE | re.DOTALL)

    assert match
    assert Span(*match.span()) == place
