"""The palette is legible and told apart by everyone; measured, not looked at."""

from itertools import combinations

import pytest
from coloraide import Color

from bot.rendering.picture.palette import palette, themes_for

# WCAG 2.2 AA: text, and what is large (18 pt, or 14 pt bold) or no text.
TEXT, LARGE = 4.5, 3.0
# A difference (CIEDE2000) that is seen at a glance and not only side by side.
APART = 12.0
SIGHTS = ("full", "protan", "deutan", "tritan")
COLOURS = palette()["colours"]
SKIES = [*palette()["themes"], palette()["faded"]]


def contrast(text: str, ground: str) -> float:
    """The contrast ratio of WCAG."""
    return float(Color(text).contrast(ground, method="wcag21"))


@pytest.mark.parametrize("text", ["ink", "soft"])
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    """Text, and the smaller text of originals and foot, on the paper and on a card."""
    assert contrast(COLOURS[text], COLOURS[ground]) >= TEXT


@pytest.mark.parametrize("sky", SKIES, ids=lambda sky: sky["name"])
def test_a_vision_stands_out_from_its_sky(sky: dict[str, str]) -> None:
    """The vision and the word for it are read on every sky; names are large and bold."""
    assert contrast(COLOURS["white"], sky["deep"]) >= TEXT
    assert contrast(COLOURS["pale"], sky["deep"]) >= TEXT
    assert contrast(COLOURS["sun"], sky["deep"]) >= LARGE


@pytest.mark.parametrize("sky", SKIES, ids=lambda sky: sky["name"])
def test_headings_stand_out_from_the_paper(sky: dict[str, str]) -> None:
    """A heading in a municipality's colour is read on the paper and on a card."""
    assert contrast(sky["deep"], COLOURS["paper"]) >= TEXT
    assert contrast(sky["deep"], COLOURS["card"]) >= TEXT


@pytest.mark.parametrize("tone", palette()["marks"])
def test_marks_are_read(tone: str) -> None:
    """A mark's words on its ground, and its rule on what it lies on."""
    mark = palette()["marks"][tone]

    assert contrast(mark["text"], mark["ground"]) >= TEXT
    assert contrast(mark["edge"], COLOURS["card"]) >= LARGE
    assert contrast(mark["edge"], COLOURS["paper"]) >= LARGE


@pytest.mark.parametrize("sight", SIGHTS)
def test_municipalities_side_by_side_are_told_apart(sight: str) -> None:
    """With full sight and with each colour blindness."""
    for one, other in combinations(palette()["themes"], 2):
        seen = [Color(theme["deep"]) for theme in (one, other)]
        if sight != "full":
            seen = [colour.filter(sight) for colour in seen]

        assert seen[0].delta_e(seen[1], method="2000") >= APART, (one["name"], other["name"])


def test_what_no_longer_holds_is_told_by_form_too() -> None:
    """Whoever sees no colour at all sees a broken rule."""
    broken = {tone for tone, mark in palette()["marks"].items() if mark["dashed"]}

    assert broken == {"ended", "replaced"}


def test_a_municipality_keeps_its_colour_where_it_can() -> None:
    """The first of a picture has the colour that it has alone; no two have the same."""
    codes = ["0683", "2510", "2513"]

    together = [theme["name"] for theme in themes_for(codes)]

    assert together[0] == themes_for(codes[:1])[0]["name"]
    assert len(set(together)) == len(codes)
