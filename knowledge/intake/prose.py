"""What a sentence of running text is, by its words and by the section it stands in."""

import re
from itertools import pairwise

from knowledge.intake.counting import stated_in
from knowledge.intake.days import days, periods, start_day
from knowledge.intake.furniture import is_furniture
from knowledge.intake.remarks import Remark, marked
from knowledge.intake.sentences import leans, sentences, standing_alone
from knowledge.intake.state import AIMS, Proposal, Section, State
from knowledge.intake.visions import points_back, visions
from knowledge.intake.wording import vocabulary
from knowledge.models import Aspect, Kind

_DASH = re.compile(r"^[–—-]\s*\S")
_SPEAKER = (
    r"(?:säger|berättar|menar|kommenterar|betonar|konstaterar|förklarar|understryker|says|said)"
)
_PERSON = re.compile(
    rf"\b{_SPEAKER}\s+(?P<person>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)+)(?:\s*\([A-Za-zÅÄÖåäö]+\))?"
    r"(?:,\s*(?P<role>[^.,!?]+))?"
)
_TERM = re.compile(
    r"(?:^|\b(?:ordet|orden|begreppet|uttrycket|med orden|the words?)\s+)"
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
_REPLACES = re.compile(r"\b(?:efterträder|ersätter|ersatte|har ersatt|replaces|replaced)\b", re.I)
_VISION_IS = re.compile(r"(?:visionen|vår vision|kommunens vision|the vision|our vision)\b", re.I)
_OPENING = 5
_SENTENCE = 8
_SHORTEST_ITEM = 4
_LABELS = {
    Kind.FACT: ("uppgift", "fact"),
    Kind.STEERING: ("styrning", "steering"),
    Kind.EXPLANATION: ("förklaring", "explanation"),
    Kind.QUOTATION: ("citat", "quotation"),
    Kind.VISION: ("vision", "vision"),
    Kind.MISSION: ("verksamhetsidé", "mission"),
    Kind.PURPOSE: ("syfte", "purpose"),
    Kind.GOAL: ("mål", "goal"),
    Kind.VALUE: ("värdegrund", "value"),
}
_ASPECTS = {
    Aspect.FOLLOWUP: "följs upp|uppföljning|utvärder|mäts|indikator|nyckeltal|followed up",
    Aspect.BREAKDOWN: "bryts ne|brytas ne|bryter ne|konkretiser|nämndmål|verksamhetsplan",
    Aspect.ALIGNED: "agenda 2030|globala mål|regional utvecklingsstrategi|i linje med",
    Aspect.BASIS: "bygger på|utgår från|grundar sig|based on",
    Aspect.PARTICIPATION: "medborgardialog|deltagit|delaktig|workshop|citizen dialogue",
}


def label_of(kind: Kind, english: bool) -> str:
    """The label of a statement for which the page has no word of its own."""
    return _LABELS.get(kind, ("mål", "goal"))[english]


def read_paragraph(state: State, text: str) -> None:
    """Read a paragraph's sentences into statements."""
    raw = sentences(text)
    for earlier, later in pairwise(raw):
        if points_back(later) and not state.vision:
            _propose(state, Kind.VISION, earlier)
    if _DASH.match(text) and vocabulary().holds("quotation", text, "verbs"):
        for sentence in raw:
            _quotation(state, sentence)
        return
    explained: Proposal | None = None
    for sentence in standing_alone(text):
        if explained is not None:
            # What follows on the meaning of a word goes on explaining it.
            _explain(state, sentence, explained.parent)
            continue
        count = len(state.proposals)
        _sentence(state, sentence)
        latest = state.proposals[-1] if len(state.proposals) > count else None
        explained = latest if latest is not None and latest.term else None


def is_about_plan(text: str) -> bool:
    """Whether a sentence speaks of the plan itself, not of what is to be reached."""
    words = vocabulary()
    if words.starts("subject", text) or words.holds("subject", text) or leans(text):
        return True
    opening = " ".join(text.split()[:_OPENING])
    return any(mention.definite for mention in words.mentions(opening))


def note_counts(state: State, text: str) -> list[object]:
    """Keep the counts that a text states; gives them back."""
    found = stated_in(text)
    state.stated += [count for count in found if count not in state.stated]
    return list(found)


def _sentence(state: State, text: str) -> None:
    words = vocabulary()
    if words.starts("pointer", text) or not re.search(r"\w{2}", text) or is_furniture(text):
        return
    if text.endswith(":") and not tells(text):
        return
    if (_DASH.match(text) or text[:1] in '”"“') and words.holds("quotation", text, "verbs"):
        _quotation(state, text)
        return
    if points_back(text) or any(p.original == text for p in state.proposals):
        return
    term = _TERM.search(text)
    if term:
        _explain(state, text, state.vision, term["term"])
        return
    if _inline(state, text):
        return
    found = list(visions(text))
    for vision in found:
        _vision(state, vision.text, vision.replaced)
    if found:
        if any(vision.replaced for vision in found) or days(text):
            _fact(state, text)
        return
    if state.pending is not None:
        _answer_pending(state, text)
    elif _GOAL_IS.search(text) and not words.starts("pointer", text) and not state.open:
        mentioned = [m for m in words.mentions(text) if m.kind is Kind.GOAL]
        _propose(state, Kind.GOAL, text, mentioned[0].label if mentioned else "")
    elif _PURPOSE_IS.search(text):
        _propose(state, Kind.PURPOSE, text)
    elif _MISSION_IS.search(text):
        _propose(state, Kind.MISSION, text)
    elif _VALUES_ARE.search(text) and not is_about_plan(text) and not state.open:
        _propose(state, Kind.VALUE, text, _value_label(text))
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
    _fact(state, text)
    for item in items:
        proposal = _propose(state, count.kind, item, count.label, state.section.parent)
        proposal.check = Remark(marked("listed inside a sentence; are its words the whole of it?"))
    return True


def _by_section(state: State, text: str) -> None:
    section = state.section
    explains = bool(state.open) and not section.about and not section.inside(state.open)
    if explains and not _decides(text):
        _explain(state, text, state.open[-1])
    elif section.kind is Kind.VISION:
        _in_vision(state, text)
    elif section.kind in {Kind.VALUE, Kind.MISSION, Kind.PURPOSE} and not section.listed:
        if tells(text) or is_about_plan(text):
            _fact(state, text)
        else:
            section.prose = True
            _propose(state, section.kind, text, section.label)
    elif section.kind in AIMS and not (section.listed or section.list_ahead or section.full):
        _in_aims(state, section, text)
    else:
        _fact(state, text)


def _in_vision(state: State, text: str) -> None:
    if tells(text):
        _fact(state, text)
    elif state.vision is not None or is_about_plan(text):
        _explain(state, text, state.vision)
    else:
        proposal = _propose(state, Kind.VISION, text, state.section.label)
        state.section.members.append(proposal)


def _in_aims(state: State, section: Section, text: str) -> None:
    words = vocabulary()
    assert section.kind is not None  # noqa: S101  # the caller has looked
    aims = words.holds("goal_like", text, "modals") or words.starts("goal_like", text)
    named = words.mentions(text)
    of_plan = any(m.definite for m in named) or is_about_plan(text) or tells(text)
    # Where only the page's title speaks of goals, a sentence must speak of nothing else.
    doubtful = not section.sure and (bool(named) or words.holds("steering", text))
    if of_plan or doubtful or text.endswith(":") or not aims:
        _fact(state, text)
        return
    proposal = _propose(state, section.kind, text, section.label, section.parent)
    section.members.append(proposal)
    section.prose = True
    if not section.sure or (len(section.members) == 1 and text.endswith(".")):
        proposal.check = Remark(
            marked("a sentence of running text under “{label}”; is it one of them?"),
            {"label": section.label},
        )


def tells(text: str) -> bool:
    """Whether a sentence tells a fact about the plan: a decision, a count, what it replaced."""
    return _decides(text) or bool(stated_in(text)) or bool(_REPLACES.search(text))


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


def _fact(state: State, text: str) -> None:
    """A sentence about the plan; one that has nothing to do with it is passed over."""
    words = vocabulary()
    counts = note_counts(state, text)
    steering = words.holds("steering", text)
    decides = _decides(text)
    told = counts or decides or periods(text) or start_day(text) or _REPLACES.search(text)
    if not told and not steering and state.vision and _VISION_IS.match(text):
        _explain(state, text, state.vision)
        return
    if not (told or steering or words.mentions(text) or is_about_plan(text) or state.section.about):
        _perhaps_a_goal(state, text)
        return
    if not text.endswith((".", "!", "?", ":", "”", ")")) and not _says_enough(text):
        return
    kind = Kind.STEERING if steering and not (decides or counts) else Kind.FACT
    proposal = _propose(state, kind, text)
    proposal.about = _aspects(text, bool(counts), decides, kind)
    own = [count for count in stated_in(text) if not count.each]
    proposal.states = own[0] if own else None
    proposal.decided_by = _body(text) if decides else None


def _says_enough(text: str) -> bool:
    """Whether a line that is no sentence tells something of the plan: "Målprocess 2016–2020"."""
    words = vocabulary()
    named = words.mentions(text) or words.holds("about", text)
    return tells(text) or bool(named and periods(text)) or len(text.split()) >= _SENTENCE


def _perhaps_a_goal(state: State, text: str) -> None:
    """Running text outside any section of goals may still say what is to be reached."""
    words = vocabulary()
    who = words.holds("goal_like", text.split(",")[0][:40], "who")
    if who and state.has_goal_words and words.holds("goal_like", text, "modals"):
        proposal = _propose(state, Kind.GOAL, text)
        proposal.check = Remark(marked("no word says that this sentence is a goal"))


def _aspects(text: str, counts: bool, decides: bool, kind: Kind) -> list[Aspect]:
    found = [Aspect.COUNT] if counts else []
    if decides:
        found.append(Aspect.DECIDED)
    if start_day(text):
        found.append(Aspect.START)
    if periods(text):
        found.append(Aspect.PERIOD)
    if kind is Kind.STEERING:
        found.append(Aspect.STEERING)
    found += [aspect for aspect, words in _ASPECTS.items() if re.search(words, text, re.I)]
    return found


def _decides(text: str) -> bool:
    words = vocabulary()
    return words.holds("decision", text, "verbs") and words.holds("decision", text, "bodies")


def _body(text: str) -> str | None:
    for body in vocabulary().data["bodies"]:
        match = re.search(rf"(?<!\w){re.escape(body)}(?=s?(?!\w))", text, re.IGNORECASE)
        if match:
            return match.group()
    return None


def _quotation(state: State, text: str) -> None:
    proposal = _propose(state, Kind.QUOTATION, text)
    speaker = _PERSON.search(text)
    if speaker:
        proposal.person = speaker["person"]
        proposal.role = (speaker["role"] or "").strip() or None


def _explain(state: State, text: str, parent: Proposal | None, term: str | None = None) -> Proposal:
    proposal = _propose(state, Kind.EXPLANATION, text, parent=parent)
    proposal.term = term
    return proposal


def _vision(state: State, text: str, replaced: bool) -> None:
    for earlier in state.proposals:
        if earlier.kind is Kind.VISION and earlier.original == text:
            earlier.replaced = earlier.replaced or replaced
            return
    proposal = _propose(state, Kind.VISION, text)
    proposal.replaced = replaced
    if replaced:
        proposal.check = Remark(marked("the page calls this wording replaced"))


def _propose(
    state: State, kind: Kind, text: str, label: str = "", parent: Proposal | None = None
) -> Proposal:
    named = label or label_of(kind, state.english)
    return state.add(Proposal(kind, named, text, parent))
