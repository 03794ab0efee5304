"""Headings: the sections they open, and the statements that they are themselves."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.intake.blocks import Block, Role
from knowledge.intake.counting import stated_in
from knowledge.intake.headings import Heading, HeadingRole, read_heading
from knowledge.intake.place import is_place
from knowledge.intake.remarks import Remark
from knowledge.intake.sentences import sentences
from knowledge.intake.state import AIMS, Proposal, Section, State
from knowledge.intake.telling import is_about_plan, label_of, note_counts, tells
from knowledge.intake.wording import Mention, vocabulary
from knowledge.marking import marked
from knowledge.models import Kind

_SAME, _SHORT_NAME = 0.82, 3
_LONGEST_GOAL_HEADING = 160
_SENTENCE = 4
_ONLY_HEADING = marked("nothing but the page's heading says what this is")
_ONE_OF_THEM = marked("a heading under “{label}”; is it one of them?")
# Doubts that end where the page says how many there are, and so many were found.
MEMBER_DOUBTS = frozenset({_ONLY_HEADING, _ONE_OF_THEM})


def heading_block(state: State, block: Block, blocks: Sequence[Block], index: int) -> None:
    """Take in a heading: open or close sections and statements by it."""
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
            labelled_heading(state, heading, level)
        case HeadingRole.ABOUT:
            state.pending = None
            state.closed(level)
            state.section = Section(level=level, about=not state.open)
        case _:
            _named(state, heading, level, blocks, index)


def _title(state: State, heading: Heading, level: int) -> None:
    note_counts(state, heading.text)
    if heading.role is HeadingRole.CONTAINER:
        # A heading below the page's first level names its own section.
        sure = heading.kind is Kind.VISION or level > 1
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
        parent = parent or _goal_above(state, heading.label, level)
    if parent is None:
        state.closed(level)
    else:
        state.open = state.open[: state.open.index(parent) + 1] if parent in state.open else []
    section = Section(heading.kind, heading.label, level, mixed=heading.mixed, parent=parent)
    section.capacity = _capacity(heading)
    if heading.kind is not None and not _is_below_goals(heading.label):
        state.labels[heading.kind] = heading.label
    section.list_ahead = _members_follow(blocks, index, section)
    state.nest(section)


def _is_below_goals(label: str) -> bool:
    return label in vocabulary().words("below_goals", "labels")


def _goal_above(state: State, label: str, level: int) -> Proposal | None:
    """The goal that a heading such as "Delmål" stands below."""
    if not state.open or not _is_below_goals(label):
        return None
    above = state.open[-1]
    deeper = not level or not above.heading_level or level > above.heading_level
    return above if above.kind is Kind.GOAL and deeper else None


def labelled_heading(state: State, heading: Heading, level: int) -> None:
    """Take in what begins with a label: "Mål 1: …" is a statement, "Mål 1" announces one."""
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
        _member(state, outer, heading, level, blocks[index + 1 : index + 2])
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
        proposal = Proposal(Kind.GOAL, label, text, None, check, mark=heading.mark, doubtful=True)
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
    return _sibling_of_members(state, level)


def _sibling_of_members(state: State, level: int) -> Section | None:
    """A section further out whose members so far are headings of this very level."""
    for outer in reversed(state.around):
        if level and any(member.heading_level == level for member in outer.members):
            return outer
    return None


def _member(
    state: State, section: Section, heading: Heading, level: int, below: Sequence[Block]
) -> None:
    text = heading.name
    like = vocabulary().starts("goal_like", text) or _says_of_place(text)
    area = not like and section.kind is Kind.GOAL and len(text.split()) <= _SHORT_NAME
    holds_goals = area and not section.sure and any(_aims_at_something(one) for one in below)
    check = None
    if not section.sure and not like:
        first = not state.page.members and not heading.mark
        if section.kind in AIMS and first and not holds_goals:
            state.closed(level)
            state.section = Section(level=level)
            return
        check = Remark(_ONLY_HEADING)
    elif section.kind is Kind.GOAL and not like and section.capacity is None:
        check = Remark(_ONE_OF_THEM, {"label": section.label})
    assert section.kind is not None  # noqa: S101  # only a section with a kind has members
    kind, label = section.kind, section.label
    if holds_goals or (area and any(one.role is Role.ITEM for one in below)):
        # "Invånare", with its goals below, is an area of goals.
        kind, label = Kind.GOAL_AREA, label_of(Kind.GOAL_AREA, state.english)
    proposal = Proposal(kind, label, text, section.parent, check, heading.mark)
    proposal.holds_goals = holds_goals
    kept = state.add(proposal)
    section.members.append(kept)
    state.opened(kept, level)
    state.return_to(section)


def _says_of_place(text: str) -> bool:
    """ "Habo kommun är attraktiv att bo i": a whole sentence on the municipality."""
    words = text.split()
    return len(words) >= _SENTENCE and is_place(words[0])


def _aims_at_something(block: Block) -> bool:
    """Whether a paragraph says what is to be reached, and not how the plan is used."""
    if block.role is not Role.PARAGRAPH or is_about_plan(block.text):
        return False
    words = vocabulary()
    aims = words.holds("goal_like", block.text, "modals")
    return aims and not words.holds("steering", block.text) and not tells(block.text)


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
