"""A page's blocks read from top to bottom into statements with kinds and parents."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.intake.blocks import Block, Role, without_mark
from knowledge.intake.counting import stated_in
from knowledge.intake.headings import Heading, HeadingRole, read_heading
from knowledge.intake.items import lead_in, read_list
from knowledge.intake.prose import (
    is_about_plan,
    label_of,
    note_counts,
    read_paragraph,
    tells,
)
from knowledge.intake.remarks import Remark, marked
from knowledge.intake.sentences import sentences
from knowledge.intake.state import AIMS, WANTED, Proposal, Section, State
from knowledge.intake.tables import read_table
from knowledge.intake.wording import Mention, vocabulary
from knowledge.models import Kind

_SAME = 0.82
_SHORTEST_NAME = 2
_MENU = 5
_LONGEST_GOAL_HEADING = 160


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
    run = 0
    for block in blocks:
        if block.role is not Role.HEADING or block.depth:
            break
        run += 1
    return run - 2 if run >= _MENU else 0


def _read(state: State, blocks: Sequence[Block], index: int) -> int:
    block = blocks[index]
    if block.role is Role.HEADING:
        _heading(state, block, blocks, index)
        return index + 1
    end = index + 1
    if block.role in {Role.ITEM, Role.ROW, Role.TERM, Role.DEFINITION}:
        together = {Role.TERM, Role.DEFINITION} if block.role in _DEFINED else {block.role}
        while end < len(blocks) and blocks[end].role in together:
            end += 1
    if state.skipping:
        return end
    group = blocks[index:end]
    match block.role:
        case Role.ITEM:
            read_list(state, group)
        case Role.ROW:
            read_table(state, group)
        case Role.TERM | Role.DEFINITION:
            _definitions(state, group)
        case _:
            _paragraph(state, block, blocks[end] if end < len(blocks) else None)
    return end


_DEFINED = frozenset({Role.TERM, Role.DEFINITION})


def _paragraph(state: State, block: Block, following: Block | None) -> None:
    text = " ".join(block.text.split())
    if _labelled_paragraph(state, block, text):
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


def _labelled_paragraph(state: State, block: Block, text: str) -> bool:
    """ "Mål 1: Alla elever ska lyckas. …": a paragraph that begins as such a heading does."""
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
    _labelled(state, heading, 0 if not state.open else state.open[-1].heading_level + 1)
    if more:
        read_paragraph(state, text[text.index(first) + len(first) :].strip())
    if heading.kind is not Kind.VISION:
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


def _heading(state: State, block: Block, blocks: Sequence[Block], index: int) -> None:
    level = block.depth
    if state.skipping and level and state.skip_level and level > state.skip_level:
        return
    state.lead, state.lead_words = None, ""
    heading = read_heading(block.text, block.mark)
    state.skipping = heading.role is HeadingRole.FURNITURE
    state.skip_level = level
    if state.skipping:
        return
    if not state.title:
        state.title = block.text
        if heading.role is not HeadingRole.LABELLED:
            _title(state, heading, level)
            state.page.list_ahead = _members_follow(blocks, index, state.page)
            return
    elif block.text == state.title and not state.proposals:
        return
    note_counts(state, block.text)
    match heading.role:
        case HeadingRole.CONTAINER:
            _container(state, heading, level, blocks, index)
        case HeadingRole.LABELLED:
            _labelled(state, heading, level)
        case HeadingRole.ABOUT:
            state.pending = None
            state.closed(level)
            state.section = Section(level=level, about=not state.open)
        case _:
            _named(state, heading, level, blocks, index)


def _title(state: State, heading: Heading, level: int) -> None:
    note_counts(state, heading.text)
    if heading.role is HeadingRole.CONTAINER:
        sure = heading.kind is Kind.VISION
        state.page = Section(heading.kind, heading.label, level, sure, mixed=heading.mixed)
        state.page.capacity = _capacity(heading)
        state.section = state.page


def _container(
    state: State, heading: Heading, level: int, blocks: Sequence[Block], index: int
) -> None:
    state.pending = None
    parent = None
    if heading.kind is not None and heading.kind in AIMS:
        parent = state.parent_for(heading.kind, level, heading.mark)
    if parent is None:
        state.closed(level)
    else:
        state.open = state.open[: state.open.index(parent) + 1] if parent in state.open else []
    section = Section(heading.kind, heading.label, level, mixed=heading.mixed, parent=parent)
    section.capacity = _capacity(heading)
    if heading.kind is not None:
        state.labels[heading.kind] = heading.label
    section.list_ahead = _members_follow(blocks, index, section)
    state.section = section


def _labelled(state: State, heading: Heading, level: int) -> None:
    assert heading.kind is not None  # noqa: S101  # a labelled heading has a kind
    parent = state.parent_for(heading.kind, level, heading.mark)
    label = state.full_label(heading.kind, heading.label)
    proposal = Proposal(heading.kind, label, heading.name, parent, mark=heading.mark)
    proposal.heading_level = level
    state.section = Section(level=level)
    if not heading.name:
        state.pending = proposal
        return
    state.pending = None
    if heading.kind is Kind.VISION and state.vision and state.vision.original == heading.name:
        return
    state.opened(state.add(proposal), level)


def _named(state: State, heading: Heading, level: int, blocks: Sequence[Block], index: int) -> None:
    text, section = heading.name, state.section
    if state.pending is not None:
        pending, state.pending = state.pending, None
        pending.original = text
        state.opened(state.add(pending), level)
        state.section = Section(level=level)
        return
    known = _already(state, text)
    if known is not None:
        state.opened(known, level)
        return
    outer = _members_of(state, level)
    if outer is not None:
        _member(state, outer, heading, level)
        return
    if section.kind is Kind.VISION and state.vision is not None and not section.about:
        label = label_of(Kind.EXPLANATION, state.english)
        proposal = Proposal(Kind.EXPLANATION, label, text, state.vision, term=None)
        state.opened(state.add(proposal), level)
        return
    inner = bool(state.open) and bool(level) and level > state.open[-1].heading_level > 0
    if inner:
        return
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    tells = following is not None and following.role is not Role.HEADING
    if tells and _like_a_goal(state, text):
        check = Remark(marked("nothing but its wording says that this heading is a goal"))
        label = label_of(Kind.GOAL, state.english)
        proposal = Proposal(Kind.GOAL, label, text, None, check, mark=heading.mark)
        state.opened(state.add(proposal), level)
        state.section = Section(level=level)
        return
    state.closed(level)
    state.section = Section(level=level)


def _members_of(state: State, level: int) -> Section | None:
    """The section that a heading of this level names a member of, if any."""
    section = state.section
    for candidate in (section, state.page):
        if candidate.kind is None or candidate.about or candidate.listed or candidate.full:
            continue
        if candidate.prose and not level:
            continue
        if candidate.kind is Kind.VISION and (state.vision is not None or candidate.members):
            continue
        if candidate.kind in {Kind.PURPOSE, Kind.MISSION} and candidate.members:
            continue
        deeper = not level or not candidate.level or level > candidate.level
        beside = level == candidate.level and (candidate.capacity or not candidate.members)
        if deeper or beside or (level == candidate.level and candidate.members):
            return candidate
    return None


def _member(state: State, section: Section, heading: Heading, level: int) -> None:
    text = heading.name
    like = vocabulary().starts("goal_like", text)
    check = None
    if not section.sure and not like:
        if section.kind in AIMS and not state.page.members and not heading.mark:
            state.closed(level)
            state.section = Section(level=level)
            return
        check = Remark(marked("nothing but the page's heading says what this is"))
    elif section.kind is Kind.GOAL and not like and section.capacity is None:
        check = Remark(
            marked("a heading under “{label}”; is it one of them?"), {"label": section.label}
        )
    assert section.kind is not None  # noqa: S101  # only a section with a kind has members
    proposal = Proposal(section.kind, section.label, text, section.parent, check, heading.mark)
    kept = state.add(proposal)
    section.members.append(kept)
    state.opened(kept, level)
    state.section = section


def _like_a_goal(state: State, text: str) -> bool:
    like = vocabulary().starts("goal_like", text) and len(text) <= _LONGEST_GOAL_HEADING
    return like and state.has_goal_words and state.like_headings > 1


def _already(state: State, text: str) -> Proposal | None:
    """A statement listed before whose name a heading repeats, perhaps with a slip."""
    lower = text.lower()
    for proposal in state.proposals:
        other = proposal.original.lower()
        if proposal.kind not in AIMS | {Kind.VALUE}:
            continue
        alike = proposal.from_list and SequenceMatcher(None, other, lower).ratio() >= _SAME
        if other == lower or alike:
            if other != lower:
                proposal.check = Remark(marked("the page also writes “{other}”"), {"other": text})
            return proposal
    return None


def _members_follow(blocks: Sequence[Block], index: int, section: Section) -> bool:
    """Whether a list or headings below name the section's members, so that prose does not."""
    words = vocabulary()
    earlier = None
    for block in blocks[index + 1 :]:
        if block.role is Role.HEADING:
            deeper = not section.level or block.depth > section.level
            role = read_heading(block.text, block.mark).role
            return deeper and role in {HeadingRole.NAME, HeadingRole.LABELLED}
        if block.role is not Role.PARAGRAPH:
            led: list[Mention] = words.mentions(sentences(earlier.text)[-1]) if earlier else []
            return not led or _same(led[-1], section)
        earlier = block
    return False


def _same(mention: Mention, section: Section) -> bool:
    return mention.label == section.label or (mention.kind is section.kind and mention.definite)


def _capacity(heading: Heading) -> int | None:
    counts = stated_in(heading.text)
    return counts[0].number if counts else None


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
