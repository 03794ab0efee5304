"""How near a misspelt word is to a real one."""

import pytest

from bot.understanding.matching import Near, Speller, near_names, nearest


@pytest.mark.parametrize(
    ("word", "name", "distance"),
    [
        ("stokholm", "stockholm", 1),
        ("stokhlom", "stockholm", 2),
        ("vrnamo", "varnamo", 1),
        ("warnamo", "varnamo", 1),
        ("hbo", "habo", 1),
        ("wrnamo", "varnamo", 2),
        ("rtockhol", "stockholm", None),  # two slips, the first letter among them
        ("ale", "are", None),  # short names forgive nothing
        ("kalix", "overkalix", None),
        ("tornea", "overtornea", None),
    ],
)
def test_a_name_forgives_slips_by_its_length(word: str, name: str, distance: int | None) -> None:
    """None under four letters, one under seven, else two."""
    expected = [] if distance is None else [Near(name, distance)]

    assert near_names(word, [name]) == expected


def test_the_nearest_comes_first() -> None:
    """Then by the alphabet; what is too far is left out."""
    assert nearest("mora", ["nora", "mora", "morgan", "mara"], 1) == [
        Near("mora", 0),
        Near("mara", 1),
        Near("nora", 1),
    ]


@pytest.mark.parametrize(
    ("word", "better"),
    [
        ("vsion", "vision"),
        ("visoin", "vision"),
        ("bision", None),  # another first letter
        ("maal", None),  # too short to be sure
        ("20304", None),
        ("värdegrnuden", None),
        ("fokusomrodena", "fokusomradena"),
        ("football", None),
        ("bredbannd", "bredband"),  # nothing left over, rather than a d
    ],
)
def test_a_listed_word_is_mended(word: str, better: str | None) -> None:
    """One slip away, the first letter right."""
    assert Speller(["vision", "goals"], ["fokusomrad", "bredband"]).correct(word) == better


@pytest.mark.parametrize(
    ("word", "better"),
    [
        ("whta", "what"),
        ("hwat", "what"),
        ("wht", None),  # a letter is missing
        ("form", None),  # fits two
        ("watt", None),  # other letters
    ],
)
def test_two_letters_of_a_short_word_are_swapped_back(word: str, better: str | None) -> None:
    """Where just one word has the same letters."""
    assert Speller(["what", "from", "fomr"], []).correct(word) == better


def test_a_long_known_beginning_is_mended_to_a_whole_word_only() -> None:
    """ "Attractoveness" begins as "attract*" does, and is "attractiveness"."""
    speller = Speller(["attractiveness"], ["kommunmal"])
    assert speller.correct("attractoveness", whole=True) == "attractiveness"
    assert speller.correct("kommunalskatten", whole=True) is None
