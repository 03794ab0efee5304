"""Texts are shortened between words, and say that they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.picture.shortening import lead, shorten, tidy
from knowledge.text import clean, collapse

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Livslångt lärande för alla", 40, "Livslångt lärande för alla"),
        ("Livslångt lärande för alla som bor här", 26, "Livslångt lärande …"),
        ("Vi bygger. Sedan bygger vi mer och mer", 22, "Vi bygger. Sedan …"),
        ("Vi bygger en skola. Sedan bygger vi mer", 30, "Vi bygger en skola. …"),
        ("Mål antagna 29 april 2024 (klimat, hälsa, liv)", 40, "Mål antagna 29 april 2024 …"),
        ("Samhällsbyggnadsförvaltningen", 12, "…"),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, limit: int, expected: str) -> None:
    """After a word that means something, at a sentence's end if near, outside brackets."""
    assert shorten(text, limit).replace(NO_BREAK, " ") == expected


@given(st.text(max_size=400), st.integers(min_value=3, max_value=200))
def test_no_word_is_ever_broken(text: str, limit: int) -> None:
    """What is left are the first words, whole, within the limit; a cut is marked."""
    whole = collapse(clean(text))

    short = shorten(text, limit)

    assert len(short) <= limit
    if short != whole:
        assert short.endswith("…")
        kept = short.removesuffix("…").rstrip(NO_BREAK)
        assert whole.startswith(kept)
        after = whole[len(kept) : len(kept) + 1]
        assert not (kept and kept[-1].isalnum() and after.isalnum())


@given(st.text(max_size=300))
def test_opening_words_and_the_rest_are_the_text(text: str) -> None:
    """Setting the opening words apart changes nothing in what the page says."""
    first, rest = lead(text)

    assert first + rest == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35 000 invånare", "35~000 invånare"),
        ("En grön kommun - en god miljö", "En grön kommun~- en god miljö"),
        ("år 2035 000", "år 2035~000"),
        ("Gäller till och med 31 december 2030", "Gäller till och med 31~december 2030"),
    ],
)
def test_numbers_and_dashes_stay_in_place(text: str, expected: str) -> None:
    """A number is not broken over two lines, and no line begins with a dash."""
    assert tidy(text) == expected.replace("~", NO_BREAK)


def test_what_is_no_word_can_be_broken_anywhere() -> None:
    """A hundred letters without a space do not run out of the picture."""
    assert "\u200b" in tidy("a" * 100)
    assert "\u200b" not in tidy("befolkningsutvecklingsprognosen")
