"""Content to PNG or PDF, set by typst. The only module that knows the library.

Texts reach the template as data and are never read as markup, so nothing in them can command it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bot.rendering.picture.palette import palette
from knowledge.extras import what_to_install

if TYPE_CHECKING:
    import typst

Format = Literal["png", "pdf"]
# A phone's width in points; its pictures are drawn with 1,080 pixels, sharp on any screen.
PHONE = 390.0
_PHONE_PPI = 1080 * 72 / PHONE
_PAPER_PPI = 150.0
_KEPT = 64


class MissingExtra(Exception):
    """The library that draws is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in points; without a height it is as high as its content."""

    width: float
    height: float | None = None


PAGES: Mapping[str, Page] = {
    "phone": Page(PHONE),
    "A4": Page(595.28, 841.89),
    "A3": Page(841.89, 1190.55),
}


@lru_cache(maxsize=_KEPT)
def draw(content: str, size: str, form: Format) -> tuple[bytes, ...]:
    """The pages of a drawing. The same content is drawn once: it is the key of the cache.

    Raises MissingExtra where typst is not installed.
    """
    page = PAGES[size]
    compiled = _compiler().compile(
        input=str(_folder() / "poster.typ"),
        format=form,
        ppi=_PHONE_PPI if page.height is None else _PAPER_PPI,
        sys_inputs={
            "content": content,
            "palette": json.dumps(palette()),
            "page": json.dumps({"width": page.width, "height": page.height}),
        },
        pdf_standards=["ua-1"] if form == "pdf" else [],
        # The same content gives the same bytes, whenever it is drawn.
        timestamp=datetime(2000, 1, 1, tzinfo=UTC),
    )
    if isinstance(compiled, bytes):
        return (compiled,)
    return tuple(compiled or ())


@cache
def can_draw() -> bool:
    """Whether the library that draws is installed."""
    return find_spec("typst") is not None


def _compiler() -> "typst.Compiler":
    """A compiler of its own for each drawing, so that two threads never share one."""
    try:
        import typst
    except ImportError:
        raise MissingExtra(what_to_install("typst", "pictures")) from None
    return typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True, root=_folder())


@cache
def _fonts() -> "typst.Fonts":
    """The fonts that ship with us, and none of the system's: every machine draws the same."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(_folder() / "fonts")])


@cache
def _folder() -> Path:
    return Path(__file__).parent
