"""Lists: what their items are, by the words that lead in to them and the section around them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.intake.blocks import Block
from knowledge.intake.furniture import is_furniture
from knowledge.intake.headings import HeadingRole, read_heading
from knowledge.intake.remarks import Remark
from knowledge.intake.sentences import standing_alone
from knowledge.intake.state import AIMS, Proposal, Section, State
from knowledge.intake.telling import is_about_plan, label_of, note_counts, tells
from knowledge.intake.wording import Mention, vocabulary
from knowledge.marking import marked
from knowledge.models import Kind

_NAME_AND_TEXT = re.compile(
    r"(?P<name>[^.:;!?]{2,70}?)(?:\s[–—-]\s|:\s+)(?P<text>\S.*)$", re.DOTALL
)
# "Barn och unga. Varje barn ska ha någon att tala med."
_NAME_AND_SENTENCE = re.compile(
    r"(?P<name>[^.:;!?\s]+(?:\s[^.:;!?\s]+){0,3})\.\s+(?P<text>[A-ZÅÄÖ].*)$", re.DOTALL
)
_LONGEST_NAME = 9
_AIMING = re.compile(
    r"\b(?:ska|skall|vill|strävar efter att|will|shall)\b[^.:]{0,30}:$", re.IGNORECASE
)
_SHORT_AREA = 3
_AREAS = frozenset({Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PERSPECTIVE, Kind.PRIORITY})
_SHARE = 0.5
_SENTENCE = 5


def read_list(state: State, blocks: Sequence[Block]) -> None:
    """Read a list's items, of all depths, into statements."""
    items = [block for block in blocks if not _is_link(block.text)]
    section = _what(state, items)
    state.lead = None
    if section is None or not items:
        return
    if section.about:
        for item in items:
            _about(state, item)
        return
    split = _splits(items)
    section = _of_areas(state, section, items)
    state.items = []
    for item in items:
        _item(state, section, item, split)
    section.listed = True
    if section.kind is state.section.kind:
        state.section.listed = True


def _of_areas(state: State, section: Section, items: Sequence[Block]) -> Section:
    """Short names with lists of their own, below a heading of goals, are areas of goals."""
    top = min(item.depth for item in items)
    holders = [one for one, below in pairwise(items) if one.depth == top < below.depth]
    names = [one for one in items if one.depth == top]
    if section.kind is not Kind.GOAL or len(holders) < len(names):
        return section
    if any(len(one.text.split()) > _SHORT_AREA or one.rest for one in names):
        return section
    stated = [c for c in state.stated if c.kind in _AREAS and c.number == len(names)]
    kind = stated[0].kind if stated else Kind.GOAL_AREA
    label = stated[0].label if stated else label_of(kind, state.english)
    state.labels.setdefault(Kind.GOAL, section.label)
    return replace(section, kind=kind, label=label, members=[])


def lead_in(state: State, text: str) -> None:
    """Take the sentence before a list as what tells its items' kind."""
    words = vocabulary()
    mentions = words.mentions(text)
    note_counts(state, text)
    last = text.rsplit(". ", 1)[-1]
    nearest = words.mentions(last) or mentions
    state.lead_words = text
    if _sets_rules(last):
        state.lead = Section(about=True)
    elif nearest and not (nearest[-1].definite and words.starts("about", last)):
        mention = _main(last, nearest)
        parent = state.section.parent or state.parent_for(mention.kind, 0, "")
        # "De övergripande målen är:" speaks of what the heading has named in full.
        same = mention.definite and mention.kind is state.section.kind
        label = state.section.label if same else mention.label
        state.lead = Section(mention.kind, label, parent=parent)
        state.labels[mention.kind] = label
    else:
        state.lead = None


def _main(text: str, mentions: Sequence[Mention]) -> Mention:
    """What a lead-in announces: its last label, but the goals of "mål och framgångsfaktorer"."""
    last = mentions[-1]
    if len(mentions) > 1 and last.kind in {Kind.ACTION, Kind.INDICATOR}:
        before = mentions[-2]
        if text[before.end : last.start].strip() in {"och", "med", "and", "&"}:
            return before
    return last


def is_aiming(text: str) -> bool:
    """Whether a text leads in to what is to be reached: "Till 2030 ska vi:"."""
    return _AIMING.search(text) is not None


def name_and_text(text: str) -> tuple[str, str] | None:
    """The two parts of an item that names something and then says more in a sentence.

    >>> name_and_text("Öppenhet – Vi ska lyssna på alla.")
    ('Öppenhet', 'Vi ska lyssna på alla.')
    >>> name_and_text("En stark kommun – en stark ekonomi säkrar välfärden")
    """
    match = _NAME_AND_TEXT.match(text) or _NAME_AND_SENTENCE.match(text)
    if match is None or len(match["name"].split()) > _LONGEST_NAME:
        return None
    words = vocabulary()
    if match.re is _NAME_AND_SENTENCE and words.holds("goal_like", match["name"], "modals"):
        return None
    said = match["text"].strip()
    sentence = said.endswith((".", "!")) and len(said.split()) > 2
    if not said[:1].isupper() or not (sentence or vocabulary().holds("goal_like", said, "modals")):
        return None
    return match["name"].strip(), said


def kind_below(state: State, parent: Proposal, text: str) -> tuple[Kind, Remark | None]:
    """What an item below a statement is."""
    words = vocabulary()
    if words.starts("indicator_like", text) and not words.holds("goal_like", text, "modals"):
        return Kind.INDICATOR, None
    if words.holds("explains", state.lead_words):
        return Kind.EXPLANATION, None
    if words.holds("does", state.lead_words):
        return Kind.ACTION, None
    aims = words.holds("goal_like", text, "modals") or words.starts("goal_like", text)
    if parent.kind in {Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PERSPECTIVE, Kind.PRIORITY}:
        sure = aims or Kind.GOAL in state.labels
        doubt = None if sure else Remark(marked("no word says that this is a goal"))
        return Kind.GOAL, doubt
    if parent.kind is Kind.GOAL and aims:
        return Kind.GOAL, None
    if parent.kind is Kind.GOAL:
        return Kind.EXPLANATION, Remark(marked("a goal of its own, or part of the one above?"))
    return Kind.EXPLANATION, None


def _what(state: State, items: Sequence[Block]) -> Section | None:
    """What the items of a list are members of; None for a list that is none of the plan's."""
    if state.lead is not None:
        return state.lead
    section = state.section
    aimed = state.has_goal_words and is_aiming(state.lead_words)
    if aimed and not state.open and section.kind in {None, Kind.VISION}:
        return Section(Kind.GOAL, label_of(Kind.GOAL, state.english), sure=False)
    if section.about:
        return Section(about=True)
    if state.pending is not None:
        pending, state.pending = state.pending, None
        return Section(pending.kind, pending.label, parent=pending.parent)
    if state.open and not section.inside(state.open):
        return Section(None, "", parent=state.open[-1])
    if section.kind is not None and not section.listed:
        return section
    if state.page.kind is not None and not section.listed and not state.page.members:
        return state.page
    if state.has_goal_words and _mostly_aims(items):
        return Section(Kind.GOAL, label_of(Kind.GOAL, state.english), sure=False)
    return None


def _item(state: State, section: Section, item: Block, split: bool) -> None:
    state.items = [entry for entry in state.items if entry[0] < item.depth]
    text, mark, said = item.text, item.mark, item.rest
    labelled = read_heading(text, "")
    kind, label = section.kind, section.label
    if labelled.role is HeadingRole.LABELLED and labelled.name and labelled.kind:
        text, mark = labelled.name, labelled.mark or mark
        if labelled.kind is not kind or not label.endswith(labelled.label):
            kind, label = labelled.kind, labelled.label
    if split and not said:
        parts = name_and_text(text)
        text, said = parts if parts else (text, "")
    above = state.items[-1][1] if state.items else section.parent
    if not state.items and kind is not None:
        above = state.parent_by_mark(mark) or above
    if (not said and is_about_plan(text)) or tells(text):
        _about(state, item)
        return
    proposal = _member(state, section, above, text.rstrip(":").strip(), kind, label)
    proposal.mark = mark if mark[:1].isdigit() and ("." in mark or ":" in mark) else ""
    proposal.from_list = True
    section.members.append(proposal)
    state.items.append((item.depth, proposal))
    for sentence in standing_alone(said) if said else ():
        state.add(
            Proposal(
                Kind.EXPLANATION, label_of(Kind.EXPLANATION, state.english), sentence, proposal
            )
        )


def _member(
    state: State,
    section: Section,
    above: Proposal | None,
    text: str,
    kind: Kind | None,
    label: str,
) -> Proposal:
    check: Remark | None = None
    nested = kind is None or bool(state.items)
    if nested and above is not None:
        kind, check = kind_below(state, above, text)
        label = state.labels.get(kind, "") or label_of(kind, state.english)
        if kind is Kind.GOAL and above.kind is Kind.GOAL:
            label = above.label
    elif kind is Kind.VISION and state.vision is not None:
        kind, above, label = (
            Kind.EXPLANATION,
            state.vision,
            label_of(Kind.EXPLANATION, state.english),
        )
    elif not section.sure:
        check = Remark(marked("no word says what this list is; are these goals?"))
    assert kind is not None  # noqa: S101  # a list without a kind has a parent
    return state.add(Proposal(kind, label, text, above, check))


def _about(state: State, item: Block) -> None:
    words = vocabulary()
    text = " ".join(part for part in (item.text, item.rest) if part)
    if read_heading(item.text).role is HeadingRole.LABELLED:
        # "Mål 3: God hälsa" in a list about the plan is somebody else's goal.
        return
    kind = Kind.FACT if tells(text) else Kind.STEERING
    if kind is Kind.STEERING and len(text.split()) < _SENTENCE:
        return
    if kind is Kind.FACT or words.mentions(text) or words.holds("steering", text):
        state.add(Proposal(kind, label_of(kind, state.english), text))


def _splits(items: Sequence[Block]) -> bool:
    """Whether the list is one of names with a text each: most of its dashes divide so."""
    dashed = [
        item
        for item in items
        if _NAME_AND_TEXT.match(item.text) or _NAME_AND_SENTENCE.match(item.text)
    ]
    divided = [item for item in dashed if name_and_text(item.text)]
    return bool(divided) and len(divided) > len(dashed) * _SHARE


def _mostly_aims(items: Sequence[Block]) -> bool:
    words = vocabulary()
    aims = [item for item in items if words.holds("goal_like", item.text, "modals")]
    return len(items) > 1 and len(aims) > len(items) * _SHARE


def _is_link(text: str) -> bool:
    return is_furniture(text) or vocabulary().starts("pointer", text)


def _sets_rules(text: str) -> bool:
    """ "Följande ska gälla för målen:" leads in to rules for goals, not to goals."""
    mentions = vocabulary().mentions(text)
    ruled = re.search(
        r"\b(?:gälla|gäller|uppfylla|kriterier|krav|utgår från|ansvarar)\b", text, re.I
    )
    return bool(ruled) and all(m.definite or m.kind not in AIMS for m in mentions)
