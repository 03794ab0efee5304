"""Members that no list holds: headings that a sentence counts, lines that begin with a name."""

from collections.abc import Sequence

from knowledge.intake.blocks import Block, Role
from knowledge.intake.counting import stated_in
from knowledge.intake.headings import HeadingRole, read_heading
from knowledge.intake.items import name_and_text
from knowledge.intake.state import AIMS, Section, State
from knowledge.intake.telling import tells
from knowledge.models import Kind

_FEWEST_NAMED = 2


def named_lines(state: State, blocks: Sequence[Block], index: int) -> int:
    """Where a run of paragraphs "Mod – Vi vågar." ends, in a section of such names."""
    members = state.section.kind in AIMS | {Kind.VALUE} and not state.section.listed
    end = index
    while members and end < len(blocks) and blocks[end].role is Role.PARAGRAPH:
        if not name_and_text(blocks[end].text) or tells(blocks[end].text):
            break
        end += 1
    return end if end - index >= _FEWEST_NAMED else index


def announce(state: State, text: str, blocks: Sequence[Block], index: int) -> None:
    """A sentence that says how many there are, above as many headings: those are meant."""
    counts = [count for count in stated_in(text) if count.kind in AIMS and not count.each]
    if not counts or state.section.kind is counts[-1].kind or state.page.kind is counts[-1].kind:
        return
    depth, count = blocks[index].depth, counts[-1]
    names = 0
    for block in blocks[index:]:
        if block.role is not Role.HEADING or block.depth > depth:
            continue
        if block.depth < depth or read_heading(block.text, block.mark).role is not HeadingRole.NAME:
            break
        names += 1
    if depth and names == count.number:
        section = Section(count.kind, count.label, depth - 1, capacity=count.number)
        section.list_ahead = True
        state.section = section
