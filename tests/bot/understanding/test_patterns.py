"""Listed words and phrases are found whatever their inflection."""

import pytest

from bot.understanding.patterns import Hit, Patterns
from knowledge.text import words

# pattern, text, whether it is found
TABLE = [
    ("mål", "mål", True),
    ("mål", "målen", True),
    ("mål", "MÅLET", True),
    ("mål", "mal", True),  # typed without the ring
    ("mål", "mål-", True),
    ("mål", "målning", False),
    ("säga", "säga", True),
    ("säga", "saga", True),  # may be "säga" by who has no ä
    ("saga", "säga", False),  # but never the other way
    ("näringsliv*", "næringslivet", True),  # as Danes and Norwegians write it
    ("miljö*", "miljø", True),
    ("bæredygtig*", "bæredygtighed", True),  # or as they are listed
    ("vatten*", "vattenfrågorna", True),
    ("vatten*", "badvatten", False),
    ("*vatten", "badvatten", True),
    ("*vatten", "vattenfall", False),
    ("clean water", "clean water", True),
    ("clean water", "clean the water", False),
    ("vad ska * vara bra för", "vad ska det vara bra för", True),
    ("vad ska * vara bra för", "vad ska vara bra för", True),
    ("vad ska * vara bra för", "vad ska det här då vara bra för", True),
    ("vad ska * vara bra för", "vad ska det här nu då vara bra för", False),
    ("raison d'être", "its raison d’être", True),
    ("policy", "policies", True),
]


@pytest.mark.parametrize(("pattern", "text", "found"), TABLE)
def test_a_pattern_matches(pattern: str, text: str, found: bool) -> None:
    """Inflections, beginnings, endings, phrases and gaps of up to three words."""
    assert bool(Patterns({"group": [pattern]}).find(words(text))) == found


def test_hits_tell_where_they_stand() -> None:
    """In the order of the words, of two at one place the longer first."""
    patterns = Patterns({"one": ["rent", "rent vatten"], "two": ["vatten*"]})

    assert patterns.find(words("ett rent vatten")) == [
        Hit("one", 1, 3, "rent vatten"),
        Hit("one", 1, 2, "rent"),
        Hit("two", 2, 3, "vatten*"),
    ]


@pytest.mark.parametrize(
    ("text", "groups"),
    [("vilka är", ["list"]), ("vilka år", ["period"]), ("vilka ar", ["list"])],
)
def test_of_two_spellings_the_commoner_is_meant(text: str, groups: list[str]) -> None:
    """Where a phrase is typed without the letters that tell it from another."""
    patterns = Patterns({"list": ["vilka är"], "period": ["vilka år"]})
    assert [hit.group for hit in patterns.find(words(text))] == groups


def test_patterns_tell_their_words() -> None:
    """For the speller: plain words and beginnings, folded."""
    patterns = Patterns({"a": ["mål", "värdegrund*", "*områden"]})

    assert (list(patterns.plain()), list(patterns.prefixes())) == (["mal"], ["vardegrund"])
