"""A slip of the keyboard is mended to the word that people use."""

import pytest

from bot.understanding.speller import Speller

SPELLER = Speller(
    {
        "vision": 90, "goals": 80, "housing": 40, "holding": 2, "attractiveness": 0,
        "what": 60, "from": 50, "fomr": 0, "governance": 3,
    },
    ["fokusomrad", "bredband", "kommun"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("vsion", "vision"),
        ("visoin", "vision"),
        ("bision", None),  # another first letter
        ("houding", "housing"),  # of two the commoner
        ("attractoveness", "attractiveness"),
        ("maal", None),  # too short to be sure
        ("20304", None),
        ("football", None),
        ("whta", "what"),  # two letters of a short word, swapped
        ("wht", None),  # a letter is missing
        ("form", None),  # fits two
    ],
)
def test_a_word_is_mended_as_a_whole(word: str, meant: str | None) -> None:
    """One slip away, the first letter right."""
    assert SPELLER.whole(word) == meant


def test_a_word_may_be_spelled_in_two_ways() -> None:
    """ "Goernance" is no "görnance", though it folds like it."""
    assert SPELLER.whole("gornance", "goernance") == "governance"


def test_only_what_is_used_often_is_believed_where_doubt_is_left() -> None:
    """A short word that begins as a listed one."""
    assert SPELLER.whole("houding", least=20) == "housing"
    assert SPELLER.whole("houding", least=60) is None


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("fokusomrodena", "fokusomradena"),
        ("bredbannd", "bredband"),  # nothing left over, rather than a d
        ("kommunalskatten", None),  # the beginning is too short
        ("hus", None),
    ],
)
def test_a_beginning_is_mended(word: str, mended: str | None) -> None:
    """The rest of the word stays as it is."""
    assert SPELLER.beginning(word) == mended
