"""A page's blocks read from top to bottom into statements with kinds and parents."""

import re
from collections.abc import Sequence

from knowledge.intake.announcing import announce, named_lines
from knowledge.intake.blocks import Block, Role, without_mark
from knowledge.intake.counting import stated_in
from knowledge.intake.headings import HeadingRole, read_heading
from knowledge.intake.items import lead_in, read_list
from knowledge.intake.prose import read_paragraph
from knowledge.intake.sections import heading_block, labelled_heading
from knowledge.intake.sentences import sentences
from knowledge.intake.state import AIMS, WANTED, Section, State
from knowledge.intake.tables import read_table
from knowledge.intake.telling import is_about_plan, label_of, note_counts, tells
from knowledge.intake.wording import vocabulary
from knowledge.models import Kind

_SHORTEST_NAME = 2
_MENU = 5
_DEFINED = frozenset({Role.TERM, Role.DEFINITION})


def read_blocks(blocks: Sequence[Block], english: bool) -> State:
    """All statements of a page; none where it has neither goals nor a vision."""
    state = State(english=english)
    words = vocabulary()
    state.has_goal_words = any(
        mention.kind in AIMS for block in blocks for mention in words.mentions(block.text)
    )
    headings = [block for block in blocks if block.role is Role.HEADING]
    state.like_headings = sum(1 for block in headings if words.starts("goal_like", block.text))
    index = _start(blocks)
    while index < len(blocks):
        index = _read(state, blocks, index)
    _finish(state)
    return state


def _start(blocks: Sequence[Block]) -> int:
    """Where the page's own text begins: behind a run of short lines that is a menu."""
    run = names = 0
    for block in blocks:
        if block.role is not Role.HEADING or block.depth:
            break
        run += 1
        names += read_heading(block.text, block.mark).role is HeadingRole.NAME
    # Headings one below another that name visions and goals are a plan, not a menu.
    return run - 2 if run >= _MENU and names > run // 2 else 0


def _read(state: State, blocks: Sequence[Block], index: int) -> int:
    block = blocks[index]
    if block.role is Role.HEADING:
        heading_block(state, block, blocks, index)
        return index + 1
    end = index + 1
    if block.role in {Role.ITEM, Role.ROW, Role.TERM, Role.DEFINITION}:
        together = {Role.TERM, Role.DEFINITION} if block.role in _DEFINED else {block.role}
        while end < len(blocks) and blocks[end].role in together:
            end += 1
    if state.skipping:
        return end
    named = named_lines(state, blocks, index)
    if named > index:
        items = [Block(Role.ITEM, line.text, 1) for line in blocks[index:named]]
        read_list(state, items)
        return named
    group = blocks[index:end]
    match block.role:
        case Role.ITEM:
            read_list(state, group)
        case Role.ROW:
            read_table(state, group)
        case Role.TERM | Role.DEFINITION:
            _definitions(state, group)
        case _:
            _paragraph(state, blocks, index)
    return end


def _paragraph(state: State, blocks: Sequence[Block], index: int) -> None:
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    text = " ".join(block.text.split())
    listed = following is not None and following.role is Role.ITEM
    if _labelled_paragraph(state, block, text, listed):
        return
    before_list = following is not None and following.role in {Role.ITEM, Role.TERM}
    state.lead, state.lead_words = None, ""
    paragraphs = following is not None and following.role is Role.PARAGRAPH
    if text.endswith(":") and paragraphs and _names_members(text):
        read_paragraph(state, text)
        lead_in(state, text)
        if state.lead is not None and not state.lead.about:
            # What is announced comes as paragraphs, one each.
            state.lead.level = state.section.level
            state.section, state.lead = state.lead, None
        return
    if not before_list:
        if text.endswith(":") and following and following.role is Role.HEADING:
            note_counts(state, text)
        read_paragraph(state, text)
        if following is not None and following.role is Role.HEADING:
            announce(state, sentences(text)[-1], blocks, index + 1)
        return
    *earlier, last = sentences(text)
    if earlier:
        read_paragraph(state, text[: text.rindex(last)].strip())
    leads = last.endswith(":") or any(m.kind for m in vocabulary().mentions(last))
    if not leads:
        read_paragraph(state, last)
        return
    has_count = bool(stated_in(last))
    if has_count or _tells_more(last):
        opened, state.open = state.open, []
        pending, state.pending = state.pending, None
        kept, state.section = state.section, Section(about=True)
        read_paragraph(state, last)
        state.open, state.pending, state.section = opened, pending, kept
    lead_in(state, last)


def _labelled_paragraph(state: State, block: Block, text: str, listed: bool) -> bool:
    """ "Mål 1: Alla elever ska lyckas. …": a paragraph that begins as such a heading does.

    What is `listed` right below belongs to it; other text does not.
    """
    first, *more = sentences(text)
    mark, plain = without_mark(first)
    heading = read_heading(plain, mark if mark[:1].isdigit() else "")
    aim = heading.kind in AIMS or heading.kind in {Kind.VISION, Kind.MISSION, Kind.VALUE}
    if heading.role is not HeadingRole.LABELLED or not heading.name or not aim:
        return False
    if len(heading.name.split()) < _SHORTEST_NAME and not heading.mark:
        return False
    if is_about_plan(heading.name) or tells(heading.name):
        return False
    labelled_heading(state, heading, 0 if not state.open else state.open[-1].heading_level + 1)
    if more:
        read_paragraph(state, text[text.index(first) + len(first) :].strip())
    if heading.kind is not Kind.VISION and not listed:
        state.open = [other for other in state.open if other.original != heading.name]
    return True


def _names_members(text: str) -> bool:
    mentions = vocabulary().mentions(sentences(text)[-1])
    return bool(mentions) and mentions[-1].kind in AIMS | {Kind.VISION, Kind.VALUE, Kind.MISSION}


def _tells_more(text: str) -> bool:
    words = vocabulary()
    return words.holds("decision", text, "bodies") and words.holds("decision", text, "verbs")


def _definitions(state: State, group: Sequence[Block]) -> None:
    """A definition list is a list of names with a text each."""
    items: list[Block] = []
    for block in group:
        if block.role is Role.TERM:
            items.append(Block(Role.ITEM, block.text, 1))
        elif items:
            last = items[-1]
            rest = f"{last.rest} {block.text}".strip()
            items[-1] = Block(Role.ITEM, last.text, 1, rest=rest)
    read_list(state, items)


def _finish(state: State) -> None:
    """Give explanations of the vision their parent; a page without goals has no statements."""
    vision = state.vision
    for proposal in state.proposals:
        if proposal.kind is Kind.EXPLANATION and proposal.parent is None:
            if vision is not None:
                proposal.parent = vision
            else:
                proposal.kind = Kind.FACT
                proposal.label = label_of(Kind.FACT, state.english)
        if proposal.kind is Kind.VISION and proposal.replaced:
            proposal.replaced_by = vision
    state.proposals = [p for p in state.proposals if re.search(r"[^\W\d_]{2}", p.original)]
    if not any(proposal.kind in WANTED - {Kind.PURPOSE} for proposal in state.proposals):
        state.proposals = []
