"""Pictures of the shipped knowledge: drawn for every municipality, language and kind."""

import asyncio
import sys
from datetime import date
from itertools import combinations

import pytest

from bot.rendering.picture import drawing
from bot.rendering.picture.caption import LONGEST, units
from bot.rendering.picture.drawing import MissingExtra
from bot.rendering.picture.picture import (
    TALLEST,
    CannotDraw,
    picture,
    picture_off_loop,
    ratio,
)
from knowledge.store import Store
from tests.conftest import TODAY

CODES = ["0683", "0781", "2510", "2513", "2518"]
SIGNATURE = b"\x89PNG\r\n"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", ["goals", "timeline"])
@pytest.mark.parametrize("code", CODES)
def test_every_municipality_has_its_picture(
    store: Store, code: str, kind: str, language: str
) -> None:
    """It is sharp, not too tall for a phone, and its caption fits."""
    drawn = picture(store, [code], kind, language, TODAY)  # type: ignore[arg-type]

    assert drawn.png.startswith(SIGNATURE)
    assert int.from_bytes(drawn.png[16:20], "big") == 1080
    assert ratio(drawn.png) <= TALLEST
    assert 100 < units(drawn.caption) <= LONGEST


@pytest.mark.parametrize("kind", ["goals", "timeline"])
@pytest.mark.parametrize(
    "codes", [*combinations(CODES, 2), *combinations(CODES, 3)][::3], ids=",".join
)
def test_two_or_three_stand_side_by_side(store: Store, codes: list[str], kind: str) -> None:
    """In one picture that is not too tall, each named in the caption."""
    drawn = picture(store, codes, kind, "en", TODAY)  # type: ignore[arg-type]

    assert ratio(drawn.png) <= TALLEST
    assert units(drawn.caption) <= LONGEST
    for code in codes:
        place = store.municipality(code)
        assert place is not None
        assert place.name in drawn.caption


@pytest.mark.parametrize("codes", [[], ["2514"], ["9999"], CODES[:4]], ids=str)
def test_other_pictures_are_refused(store: Store, codes: list[str]) -> None:
    """None, a municipality without a plan, one that is not there, too many."""
    with pytest.raises(CannotDraw):
        picture(store, codes, "goals", "sv", TODAY)


def test_the_caption_says_what_the_picture_shows(store: Store) -> None:
    """The vision and the goals in the municipality's words, what was replaced, the source."""
    text = picture(store, ["0683"], "goals", "sv", TODAY).caption

    assert "Vision: ”Värnamo den mänskliga tillväxtkommunen!”" in text
    assert "40 000 invånare 2035” (Ersatt)" in text
    assert "Fyra övergripande mål (Gäller sedan 1 januari 2024):" in text
    assert "• ”En grön kommun - en god miljö är grunden för vår välfärd”" in text
    assert "Källa: Reviderad vision och nya mål, kommun.varnamo.se" in text


def test_english_is_said_to_be_unofficial(store: Store) -> None:
    """Whoever reads the English knows whose words it is."""
    text = picture(store, ["0683"], "goals", "en", TODAY).caption

    assert "The English texts are our own unofficial translations." in text


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 6, 1), "Gäller till och med 31 december 2020"),
        (TODAY, "Upphörde den 31 december 2020"),
    ],
)
def test_time_is_told_for_the_day_of_asking(store: Store, day: date, expected: str) -> None:
    """The same plan holds on one day and has ended on another."""
    assert expected in picture(store, ["2518"], "goals", "sv", day).caption


def test_goals_still_to_come_are_marked(store: Store) -> None:
    """Before they apply, the timeline has them ahead."""
    text = picture(store, ["0683"], "timeline", "sv", date(2023, 12, 30)).caption

    assert "Framöver:" in text
    assert "Gäller från och med den 1 januari 2024" in text


def test_the_same_picture_is_drawn_once(store: Store) -> None:
    """Asked for again, it comes from memory; another day's is another picture."""
    drawing.draw.cache_clear()
    first = picture(store, ["0683"], "goals", "sv", TODAY)
    drawn = drawing.draw.cache_info().misses

    again = picture(store, ["0683"], "goals", "sv", TODAY)
    other = picture(store, ["0683"], "goals", "sv", date(2025, 1, 1))

    assert again == first
    assert drawing.draw.cache_info().misses > drawn
    assert drawing.draw.cache_info().hits >= drawn
    assert other.digest != first.digest


def test_drawing_leaves_the_loop_free(store: Store) -> None:
    """While pictures are drawn, other work of the loop goes on."""

    async def serve() -> int:
        ticks = 0
        drawing.draw.cache_clear()
        tasks = [
            asyncio.create_task(picture_off_loop(store, [code], "goals", "en", TODAY))
            for code in CODES
        ]
        while not all(task.done() for task in tasks):
            await asyncio.sleep(0.001)
            ticks += 1
        assert all(task.result().png.startswith(SIGNATURE) for task in tasks)
        return ticks

    assert asyncio.run(serve()) > 20


def test_a_missing_extra_says_what_to_install(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not a traceback about a module."""
    drawing.draw.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(MissingExtra, match=r"\.\[pictures\]"):
        picture(store, ["0683"], "goals", "sv", TODAY)
