"""How near a misspelt word is to a real one."""

import pytest

from bot.understanding.matching import Near, near_names, nearest


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
