"""Headings that are numbered through: "1 Inledning", "2 Vision", "3 Mål"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.intake.blocks import Block, Role

_NUMBERED = re.compile(r"(\d{1,2})\s+([A-ZÅÄÖ].*)$", re.DOTALL)
_FEWEST = 2


def number_headings(blocks: Sequence[Block]) -> list[Block]:
    """Take the number off headings that count up from one, as it is none of their words.

    A single "3 mål" keeps its figure: there it says how many there are.
    """
    found = [(at, _number(block)) for at, block in enumerate(blocks)]
    run: list[int] = []
    for at, number in found:
        if number == len(run) + 1:
            run.append(at)
    if len(run) < _FEWEST:
        return list(blocks)
    made = list(blocks)
    for at in run:
        match = _NUMBERED.match(blocks[at].text)
        assert match is not None  # noqa: S101  # it was numbered above
        made[at] = replace(blocks[at], text=match.group(2), mark=match.group(1))
    return made


def _number(block: Block) -> int | None:
    if block.role is not Role.HEADING or block.mark:
        return None
    match = _NUMBERED.match(block.text)
    return int(match.group(1)) if match else None
