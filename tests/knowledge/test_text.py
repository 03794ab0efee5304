"""Spelling is normalised in one way, for the build and for every question."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import bases, clean, collapse, fold, stem, words


@pytest.mark.parametrize(
    "spelling",
    ["Övertorneå", "övertorneå", "Overtornea", "OEVERTORNEAA", "oevertorneaa", "Ovértornea"],
)
def test_swedish_letters_can_be_typed_without_them(spelling: str) -> None:
    """Dots and rings left out, or spelled as two letters, fold to the same."""
    assert fold(spelling) == "overtornea"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("målen", "mål"),
        ("visionerna", "vision"),
        ("goals", "goal"),
        ("municipality", "municipality"),
        ("vattnets", "vattnet"),
        ("skolorna", "skolor"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    """The same function serves both languages."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("malen", "mal"), ("visionerna", "vision"), ("skolorna", "skola"), ("policies", "policy"),
        ("goals", "goal"), ("kommunens", "kommun"), ("miljon", "miljo"), ("mal", "mal"),
    ],
)  # fmt: skip
def test_an_inflection_has_its_word_among_its_bases(word: str, base: str) -> None:
    """The word itself stands first."""
    assert bases(word)[0] == word
    assert base in bases(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [("villa", "vill"), ("trygghet", "trygg"), ("vision", "visi"), ("kommun", "kommu"),
     ("malning", "mal"), ("business", "busines")],
)  # fmt: skip
def test_another_word_is_no_base(word: str, other: str) -> None:
    """What only looks like an ending is part of the word."""
    assert other not in bases(word)


@given(st.text(max_size=50))
def test_bases_are_few(word: str) -> None:
    """Whatever the word, itself among them and each once."""
    found = bases(fold(word))

    assert len(set(found)) == len(found) < 40


def test_what_is_invisible_is_dropped_and_letters_are_composed() -> None:
    """Soft hyphens, marks of direction, controls and a byte order mark say nothing."""
    assert clean("\ufeffmå\u00adl\u202e \u0000o\u200bch a\u030angest") == "mål och ångest"


def test_spaces_of_every_kind_are_one() -> None:
    """No-break spaces, tabs and line breaks."""
    assert collapse(" 35\u00a0000 \t\n invånare ") == "35 000 invånare"


def test_a_genitive_is_the_name_alone() -> None:
    """Whatever apostrophe was typed; a Swedish genitive has none and is left."""
    raw = [word.raw for word in words("Värnamo's Värnamo’s Värnamos")]

    assert raw == ["Värnamo", "Värnamo", "Värnamos"]


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    """Offsets are those of the text given, in order and apart."""
    found = words(text)

    assert all(text[word.start : word.end].startswith(word.raw) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text())
def test_clean_text_is_printable(text: str) -> None:
    """After cleaning, only line breaks are left of what is no sign on the screen."""
    left = {unicodedata.category(character) for character in clean(text).replace("\n", "")}

    assert not left & {"Cc", "Cf", "Co", "Cs", "Cn"}


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """A text that is clean stays as it is."""
    assert clean(clean(text)) == clean(text)
