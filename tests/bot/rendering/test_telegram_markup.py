"""Telegram's HTML: everything escaped, lengths as Telegram counts them, nothing over a limit."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.entities import parse_html
from bot.rendering.telegram_markup import (
    LONGEST_MESSAGE,
    MOST_ENTITIES,
    Markup,
    bold,
    cut,
    italic,
    join,
    link,
    pages,
    pieces,
    quotation,
    text,
    units,
)

_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(_ANY)
def test_any_text_comes_out_as_it_went_in(words: str) -> None:
    """What looks like HTML is shown, in whatever it stands."""
    for made in (text(words), bold(words), italic(words), quotation(words), link(words, words)):
        shown, entities = parse_html(made.html)
        assert shown == words.replace("\0", "")
        assert units(shown) == made.length
        assert len(entities) <= made.entities


@given(_ANY, st.integers(min_value=4, max_value=50))
def test_a_cut_text_is_short_enough(words: str, longest: int) -> None:
    """And begins as the whole does."""
    short = cut(words, longest)

    assert units(short) <= longest
    assert words.startswith(short.removesuffix(" …")) or short == words


@given(_ANY, st.integers(min_value=2, max_value=50))
def test_pieces_hold_all_words(words: str, longest: int) -> None:
    """Nothing but white space is lost, and no piece is too long."""
    found = list(pieces(words, longest))

    assert all(units(piece) <= longest for piece in found)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", words)


@given(st.lists(st.integers(min_value=0, max_value=LONGEST_MESSAGE), max_size=30))
def test_pages_keep_the_limits(lengths: list[int]) -> None:
    """Blocks stay whole and in order, and no message is too long or has too many entities."""
    blocks = [
        join([bold(f"{n}"), text("x" * max(0, length - 20))]) for n, length in enumerate(lengths)
    ]
    laid = pages(blocks)

    assert all(page.length <= LONGEST_MESSAGE for page in laid)
    assert all(page.entities <= MOST_ENTITIES for page in laid)
    numbers = re.findall(r"<b>(\d+)</b>", "".join(page.html for page in laid))
    assert numbers == [f"{n}" for n in range(len(lengths))]


def test_many_entities_are_parted() -> None:
    """A hundred in a message, then the next one."""
    laid = pages([bold("x")] * 250)

    assert [page.entities for page in laid] == [100, 100, 50]


@pytest.mark.parametrize(("words", "length"), [("å", 1), ("👍", 2), ("", 0), ("e\u0301", 2)])
def test_units(words: str, length: int) -> None:
    """Telegram counts UTF-16 code units."""
    assert units(words) == length


def test_nothing_is_left_out_of_nothing() -> None:
    """Empty parts leave no gaps."""
    assert join([Markup(), text("a"), bold(""), text("b")]).html == "a\nb"
    assert unescape(join([]).html) == ""
    assert pages([Markup()]) == []
