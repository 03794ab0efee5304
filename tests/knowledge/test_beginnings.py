"""Statements found by the beginning of a word are those that have one, and soon found."""

import pytest

from knowledge.beginnings import with_word
from knowledge.store import Store
from knowledge.text import fold, words


@pytest.mark.parametrize(
    "begun", ["tr", "tryg", "visionern", "invan", "jokk", "samverk", "growt", "kommunen", "zz"]
)
def test_all_that_have_such_a_word_are_found(store: Store, begun: str) -> None:
    """In the original, the translation, or their municipality's name; in their order."""
    expected = [
        row.entry
        for place in store.covered
        for row in store.of_municipality(place.code)
        if any(
            word.startswith(begun)
            for word in (
                fold(place.name),
                *(one.folded for one in (*words(row.original), *words(row.translation))),
            )
        )
    ]
    assert len(expected) < 200

    found = [row.entry for row in with_word(store, begun, 200)]

    assert found == sorted(expected)


def test_no_more_are_given_than_asked_for(store: Store) -> None:
    """However many there are."""
    assert len(with_word(store, "ko", 5)) == 5
    assert len(with_word(store, "jokk", 5)) == 5
