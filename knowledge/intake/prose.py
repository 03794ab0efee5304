"""What a sentence of running text is, by its words and by the section it stands in."""

import re
from itertools import pairwise

from knowledge.intake.counting import stated_in
from knowledge.intake.days import days
from knowledge.intake.furniture import is_furniture
from knowledge.intake.place import is_place
from knowledge.intake.remarks import Remark
from knowledge.intake.sentences import sentences, standing_alone
from knowledge.intake.state import AIMS, Proposal, Section, State
from knowledge.intake.telling import (
    decides,
    explain,
    fact,
    is_about_plan,
    note_vision,
    propose,
    quotation,
    tells,
)
from knowledge.intake.visions import points_back, visions
from knowledge.intake.wording import vocabulary
from knowledge.marking import marked
from knowledge.models import Kind

_DASH = re.compile(r"^[–—-]\s*\S")
_TERM = re.compile(
    r"(?:^|\b(?:ordet|orden|begreppet|uttrycket|med orden|med|the words?)\s+)"
    r"[”\"“](?P<term>[^”\"“]+)[”\"“]"
    r".{0,20}?\b(?:betyder|innebär|menas|vill vi säga|menar vi|syftar|står för|means)",
    re.IGNORECASE,
)
_GOAL_IS = re.compile(
    r"\b(?:mål|målet|målsättning|målsättningen|ambition|goal|target|objective|aim)\b[^.:]{0,40}?"
    r"\s(?:är att|är det att|is to|is for|is that)\s",
    re.IGNORECASE,
)
_PURPOSE_IS = re.compile(
    r"\b(?:syftet|syfte|the purpose)\b[^.]{0,90}?\b(?:är att|är|is to)\b", re.I
)
_VALUES_ARE = re.compile(
    r"\b(?:värdeord|värdegrund|ledord|kärnvärden|värderingar|values)\b[^.:]{0,30}?"
    r"(?:\bär\b|\blyder\b|:|\bare\b)",
    re.IGNORECASE,
)
_MISSION_IS = re.compile(r"\bverksamhetsid[eé]n?\b[^.]{0,40}?\b(?:är|lyder)\b", re.IGNORECASE)
_SLOGAN = re.compile(r"(?P<place>[A-ZÅÄÖ][\w-]+)(?: (?:19|20)\d\d)?\s[–—-]\s(?=\w)[^.]{8,120}\.?$")
# All goals together are followed up: that explains none of them.
_FOLLOWS_UP = re.compile(
    r"\b(?:följer upp|följs upp|utvärderar?s?|redovisar?s?)\b.*\b(?:alla )?mål(?:en)\b"
    r"|\bmålen\b.*\b(?:följs upp|utvärderas|redovisas)\b",
    re.IGNORECASE,
)
_SHORTEST_ITEM = 4
_LONGEST_QUOTATION = 300


def read_paragraph(state: State, text: str) -> None:
    """Read a paragraph's sentences into statements."""
    raw = sentences(text)
    for earlier, later in pairwise(raw):
        if points_back(later) and not state.vision:
            propose(state, Kind.VISION, earlier)
    if _DASH.match(text) and vocabulary().holds("quotation", text, "verbs"):
        # What is said before the speaker is named belongs to the same words.
        for sentence in [text] if len(text) <= _LONGEST_QUOTATION else raw:
            quotation(state, sentence)
        return
    explained: Proposal | None = None
    for sentence in standing_alone(text):
        if explained is not None:
            # What follows on the meaning of a word goes on explaining it.
            explain(state, sentence, explained.parent)
            continue
        count = len(state.proposals)
        _sentence(state, sentence)
        latest = state.proposals[-1] if len(state.proposals) > count else None
        explained = latest if latest is not None and latest.term else None


def _sentence(state: State, text: str) -> None:
    words = vocabulary()
    if (
        "@" in text
        or (words.starts("pointer", text) and not (decides(text) and days(text)))
        or not re.search(r"\w{2}", text)
        or is_furniture(text)
    ):
        return
    if text.endswith(":") and not tells(text):
        return
    if (_DASH.match(text) or text[:1] in '”"“') and words.holds("quotation", text, "verbs"):
        quotation(state, text)
        return
    if points_back(text) or any(p.original == text for p in state.proposals):
        return
    term = _TERM.search(text)
    if term:
        explain(state, text, state.vision, term["term"])
        return
    if _inline(state, text):
        return
    found = list(visions(text))
    for vision in found:
        note_vision(state, vision.text, vision.replaced)
    if found:
        more = len(sentences(text)) > 1
        if more or any(vision.replaced for vision in found) or days(text):
            fact(state, text)
        return
    if state.pending is not None:
        _answer_pending(state, text)
    elif _GOAL_IS.search(text) and not words.starts("pointer", text) and not state.open:
        mentioned = [m for m in words.mentions(text) if m.kind is Kind.GOAL]
        propose(state, Kind.GOAL, text, mentioned[0].label if mentioned else "")
    elif _PURPOSE_IS.search(text):
        propose(state, Kind.PURPOSE, text)
    elif _MISSION_IS.search(text):
        propose(state, Kind.MISSION, text)
    elif _VALUES_ARE.search(text) and not is_about_plan(text) and not state.open:
        propose(state, Kind.VALUE, text, _value_label(text))
    else:
        _by_section(state, text)


def _value_label(text: str) -> str:
    found = [m.label for m in vocabulary().mentions(text) if m.kind is Kind.VALUE]
    return found[0] if found else ""


def _inline(state: State, text: str) -> bool:
    """ "Tre områden prioriteras: skola, vård och natur.": what a sentence lists after a colon."""
    before, colon, after = text.partition(": ")
    counts = [count for count in stated_in(before) if count.kind in AIMS | {Kind.VALUE}]
    if not colon or not counts or counts[-1].each:
        return False
    count = counts[-1]
    parts = [part.strip() for part in after.rstrip(".!").split(",")]
    last = re.split(r"\s+(?:och|samt|and|&)\s+(?=[A-ZÅÄÖ])", parts[-1])
    if len(parts) + len(last) - 1 != count.number and len(parts) < count.number:
        last = re.split(r"\s+(?:och|samt|and|&)\s+", parts[-1])
    items = [*parts[:-1], *last]
    if len(items) != count.number or any(len(item) < _SHORTEST_ITEM for item in items):
        return False
    fact(state, text)
    for item in items:
        proposal = propose(state, count.kind, item, count.label, state.section.parent)
        proposal.check = Remark(marked("listed inside a sentence; are its words the whole of it?"))
    return True


def _by_section(state: State, text: str) -> None:
    section = state.section
    explains = bool(state.open) and not section.about and not section.inside(state.open)
    if explains and state.open[-1].holds_goals and _aims(text):
        propose(state, Kind.GOAL, text, parent=state.open[-1])
    elif explains and not decides(text) and not _FOLLOWS_UP.search(text):
        explain(state, text, state.open[-1])
    elif section.kind is Kind.VISION:
        _in_vision(state, text)
    elif section.kind in {Kind.VALUE, Kind.MISSION, Kind.PURPOSE} and not section.listed:
        if tells(text) or is_about_plan(text):
            fact(state, text)
        else:
            section.prose = True
            propose(state, section.kind, text, section.label)
    elif section.kind in AIMS and not (section.listed or section.list_ahead or section.full):
        _in_aims(state, section, text)
    elif not state.vision and _looks_like_vision(state, text):
        propose(state, Kind.VISION, text).check = Remark(
            marked("nothing but its form and the page's title say that this is the vision")
        )
    else:
        fact(state, text)


def _looks_like_vision(state: State, text: str) -> bool:
    """ "Habo 2030 – nära till allt": the name and a dash, on a page that is named for a vision."""
    match = _SLOGAN.match(text)
    named = any(mention.kind is Kind.VISION for mention in vocabulary().mentions(state.title))
    return match is not None and named and is_place(match["place"])


def _in_vision(state: State, text: str) -> None:
    if tells(text):
        fact(state, text)
    elif state.vision is not None or is_about_plan(text):
        explain(state, text, state.vision)
    else:
        proposal = propose(state, Kind.VISION, text, state.section.label)
        state.section.members.append(proposal)


def _in_aims(state: State, section: Section, text: str) -> None:
    words = vocabulary()
    assert section.kind is not None  # noqa: S101  # the caller has looked
    aims = _aims(text)
    named = words.mentions(text)
    of_plan = any(m.definite for m in named) or is_about_plan(text) or tells(text)
    # Where only the page's title speaks of goals, a sentence must speak of nothing else.
    doubtful = not section.sure and (bool(named) or words.holds("steering", text))
    if of_plan or doubtful or text.endswith(":") or not aims:
        fact(state, text)
        return
    proposal = propose(state, section.kind, text, section.label, section.parent)
    section.members.append(proposal)
    section.prose = True
    if not section.sure or (len(section.members) == 1 and text.endswith(".")):
        proposal.check = Remark(
            marked("a sentence of running text under “{label}”; is it one of them?"),
            {"label": section.label},
        )


def _aims(text: str) -> bool:
    words = vocabulary()
    return words.holds("goal_like", text, "modals") or words.starts("goal_like", text)


def _answer_pending(state: State, text: str) -> None:
    pending = state.pending
    assert pending is not None  # noqa: S101  # the caller has looked
    state.pending = None
    pending.original = text
    parent = pending.parent
    # A whole sentence below an area's number is a goal, whatever the page calls it.
    if parent is not None and pending.kind in {Kind.GOAL_AREA, Kind.FOCUS_AREA}:
        pending.kind = Kind.GOAL
    proposal = state.add(pending)
    state.opened(proposal, pending.heading_level)
