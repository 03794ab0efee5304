"""Whatever a text holds, it is drawn as text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.rendering.phrases import phrases
from bot.rendering.picture.caption import LONGEST, caption, units
from bot.rendering.picture.content import Content, Entry, Mark, Place, Section
from bot.rendering.picture.drawing import draw
from bot.rendering.picture.picture import ratio
from bot.rendering.picture.shortening import lead, shorten, tidy
from knowledge.store import Store

ROOM = 220


def content(text: str, kind: str = "goals", places: int = 1) -> Content:
    """A picture that shows one text in every place where a text can stand."""
    first, rest = lead(tidy(shorten(text, ROOM)))
    words = first + rest
    one = Entry(
        lead=first, rest=rest, original=words, when="2024–", above=words, mark=Mark("ended", words)
    )
    section = Section(title=words, entries=[one, one], mark=one.mark, more=words)
    place = Place(
        name=words,
        code="0683",
        theme="pine",
        label=words,
        top=[one],
        earlier=[one],
        sections=[section],
        also=words,
        notes=[words],
        sources=[words],
    )
    return Content(
        kind=kind,  # type: ignore[arg-type]
        language="sv",
        title=words,
        subtitle=words,
        places=[place] * places,
        foot=[words],
    )


HOSTILE = [
    '#panic("out")',
    "#let x = 1; #sys.inputs",
    '"); #panic("out"); ("',
    "*fet* _kursiv_ `kod` $x^2$ @källa <etikett> = Rubrik",
    "\\u{0041} \\ // inte en kommentar /* inte det heller */",
    '#read("poster.typ") #include "poster.typ" #import "@preview/cetz:0.3.0"',
    "]] [[ }} {{ )) ((",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["goals", "timeline"])
def test_markup_in_a_text_is_only_text(text: str, kind: str) -> None:
    """It does not command the typesetter: had it run, `#panic` would stop the drawing."""
    assert draw(content(text, kind).as_json(), "phone", "png")[0].startswith(b"\x89PNG")


@pytest.mark.parametrize("text", ["#emph[a]", "*a*", "$a$", "#1"])
def test_markup_is_drawn_as_it_is_written(text: str) -> None:
    """The signs are in the PDF as signs."""
    pypdf = pytest.importorskip("pypdf")
    from io import BytesIO

    (pdf,) = draw(content(text).as_json(), "A4", "pdf")

    assert text in pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()


@given(
    text=st.text(min_size=1, max_size=3000) | st.from_regex(r"\A\w{50,600}\Z"),
    places=st.integers(min_value=1, max_value=3),
    kind=st.sampled_from(["goals", "timeline"]),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_drawn_and_captioned(store: Store, text: str, places: int, kind: str) -> None:
    """Long texts, long words, signs of any script: a picture and a caption within its limit."""
    shown = content(text, kind, places)

    (png,) = draw(shown.as_json(), "phone", "png")

    assert ratio(png) > 0
    assert units(caption(shown, phrases("sv", store))) <= LONGEST
