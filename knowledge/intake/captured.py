"""A page as it was taken in: its text to be saved, its blocks, and what it says of itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.intake.blocks import Block


@dataclass(frozen=True, slots=True)
class Captured:
    """A page's text and what is known about it; empty or None where the page does not tell.

    `text` is what is saved: each statement must stand in it. `lines` are the page's lines with
    its bylines and dates, which `text` may lack. `mend` are words that a PDF broke.
    """

    text: str
    blocks: Sequence[Block]
    lines: Sequence[str]
    title: str = ""
    site: str = ""
    url: str = ""
    name: str = ""
    published: date | None = None
    changed: date | None = None
    mend: Mapping[str, str] = field(default_factory=dict)
