"""The home municipality is read by code or name; what is none is told, not passed over."""

import pytest

from bot.service.home import read_home
from bot.service.keeping import InvalidSetting
from knowledge.store import Store


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0781", "0781"),
        (" 0781\n", "0781"),
        ("Ljungby", "0781"),
        ("varnamo", "0683"),
        ("Övertorneå", "2518"),
        ("upplands-bro", "0139"),
        ("Habo", "0643"),
        ("håbo", "0305"),
        ("", None),
        ("  ", None),
    ],
)
def test_a_code_or_a_name(store: Store, value: str, code: str | None) -> None:
    """In any spelling; covered or not; nothing is no home."""
    assert read_home({"KOMMUNMAL_HOME": value}, store) == code


def test_without_the_setting_there_is_no_home(store: Store) -> None:
    """A question that names no municipality is then asked back."""
    assert read_home({}, store) is None


@pytest.mark.parametrize("value", ["9999", "Ankeborg", "078", "Oslo", "07810"])
def test_what_is_no_municipality_is_told(store: Store, value: str) -> None:
    """With the name of the setting and its value."""
    with pytest.raises(InvalidSetting, match=f"KOMMUNMAL_HOME must be .*; it is '{value}'"):
        read_home({"KOMMUNMAL_HOME": value}, store)
