"""A picture as Telegram takes it."""

import struct

import pytest

from bot.rendering.picture.picture import picture
from bot.rendering.telegram_markup import units
from bot.rendering.telegram_picture import captioned, is_photo, under_picture
from bot.rendering.telegram_press import read_press
from knowledge.store import Store
from tests.conftest import TODAY


def head(width: int, height: int, size: int = 24) -> bytes:
    """The beginning of a PNG of this shape, made up to so many bytes."""
    return (b"\x89PNG\r\n\x1a\n" + b"0000IHDR" + struct.pack(">II", width, height)).ljust(size)


@pytest.mark.parametrize(
    ("png", "expected"),
    [
        (head(1080, 2862), True),
        (head(1080, 8920), True),
        (head(1080, 8921), False),
        (head(400, 8000), True),
        (head(400, 8001), False),
        (head(8001, 400), False),
        (head(1080, 2862, 10_000_001), False),
    ],
)
def test_what_is_a_photo(png: bytes, expected: bool) -> None:
    """Sides of at most 10,000 together, one at most 20 times the other, at most 10 MB."""
    assert is_photo(png) is expected


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", ["goals", "timeline"])
def test_the_caption_leads_to_every_source(store: Store, kind: str, language: str) -> None:
    """Each source is a link; what is seen are the caption's own words."""
    drawn = picture(store, ["0683", "0781"], kind, language, TODAY)  # type: ignore[arg-type]
    found = captioned(drawn)

    for code in ("0683", "0781"):
        for source in store.sources(code):
            assert f'href="{source.url}"' in found.html
    assert found.length == units(drawn.caption)


@pytest.mark.parametrize("codes", [("0683",), ("0683", "0781", "2510")])
def test_every_button_can_be_read_back(store: Store, codes: tuple[str, ...]) -> None:
    """The same in words, the other picture, the other language."""
    rows = under_picture(codes, "timeline", "sv", store).inline_keyboard
    presses = [read_press(button.callback_data) for row in rows for button in row]
    among = "+".join(codes)

    assert [(p.action, p.language, p.fields[-1]) for p in presses if p] == [
        ("ask", "sv", among), ("picture", "sv", among), ("picture", "en", among),
    ]  # fmt: skip
