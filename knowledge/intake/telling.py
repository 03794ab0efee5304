"""What sentences tell of the plan itself: decisions, counts, who says what."""

import re

from knowledge.intake.counting import stated_in
from knowledge.intake.days import periods, start_day
from knowledge.intake.place import is_place
from knowledge.intake.remarks import Remark
from knowledge.intake.sentences import leans
from knowledge.intake.state import Proposal, State, Stated
from knowledge.intake.wording import vocabulary
from knowledge.marking import marked
from knowledge.models import Aspect, Kind

_SPEAKER = (
    r"(?:säger|berättar|menar|kommenterar|betonar|konstaterar|förklarar|understryker|says|said)"
)
_PERSON = re.compile(
    rf"\b{_SPEAKER}\s+(?P<person>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)+)(?:\s*\([A-Za-zÅÄÖåäö]+\))?"
    r"(?:,\s*(?P<role>[^.,!?]+))?"
)
_REPLACES = re.compile(r"\b(?:efterträder|ersätter|ersatte|har ersatt|replaces|replaced)\b", re.I)
_VALID = re.compile(r"(?:gäller|giltig\w*|valid)\b", re.IGNORECASE)
_VISION_IS = re.compile(r"(?:visionen|vår vision|kommunens vision|the vision|our vision)\b", re.I)
_OPENING = 5
_SENTENCE = 8
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
    Kind.GOAL_AREA: ("målområde", "goal area"),
    Kind.FOCUS_AREA: ("fokusområde", "focus area"),
    Kind.ACTION: ("insats", "measure"),
    Kind.INDICATOR: ("indikator", "indicator"),
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


def is_about_plan(text: str) -> bool:
    """Whether a sentence speaks of the plan itself, not of what is to be reached."""
    words = vocabulary()
    if words.starts("subject", text) or words.holds("subject", text) or leans(text):
        return True
    opening = " ".join(text.split()[:_OPENING])
    return any(mention.definite for mention in words.mentions(opening))


def tells(text: str) -> bool:
    """Whether a sentence tells a fact about the plan: a decision, a count, what it replaced."""
    holds = bool(_VALID.match(text)) and bool(periods(text))
    return decides(text) or bool(stated_in(text)) or bool(_REPLACES.search(text)) or holds


def decides(text: str) -> bool:
    """Whether a sentence tells that a council or board decided."""
    words = vocabulary()
    return words.holds("decision", text, "verbs") and words.holds("decision", text, "bodies")


def note_counts(state: State, text: str) -> list[Stated]:
    """Keep the counts that a text states; gives them back."""
    found = stated_in(text)
    state.stated += [count for count in found if count not in state.stated]
    return found


def fact(state: State, text: str) -> None:
    """A sentence about the plan; one that has nothing to do with it is passed over."""
    words = vocabulary()
    counts = note_counts(state, text)
    steering = words.holds("steering", text)
    decided = decides(text)
    told = counts or decided or periods(text) or start_day(text) or _REPLACES.search(text)
    if not told and not steering and state.vision and _VISION_IS.match(text):
        explain(state, text, state.vision)
        return
    if not (told or steering or words.mentions(text) or is_about_plan(text) or state.section.about):
        _perhaps_a_goal(state, text)
        return
    if not text.endswith((".", "!", "?", ":", "”", ")")) and not _says_enough(text):
        return
    kind = Kind.STEERING if steering and not (decided or counts) else Kind.FACT
    proposal = propose(state, kind, text)
    proposal.about = _aspects(text, bool(counts), decided, kind)
    own = [count for count in stated_in(text) if not count.each]
    proposal.states = own[0] if own else None
    proposal.decided_by = _body(text) if decided else None


def quotation(state: State, text: str) -> None:
    """Keep a sentence as somebody's words, with name and office where it tells them."""
    proposal = propose(state, Kind.QUOTATION, text)
    speaker = _PERSON.search(text)
    if speaker:
        proposal.person = speaker["person"]
        proposal.role = (speaker["role"] or "").strip() or None


def explain(state: State, text: str, parent: Proposal | None, term: str | None = None) -> Proposal:
    """Keep a sentence as an explanation of a statement, or of a word in it."""
    proposal = propose(state, Kind.EXPLANATION, text, parent=parent)
    proposal.term = term
    return proposal


def note_vision(state: State, text: str, replaced: bool) -> None:
    """Keep a vision's wording, marked where the page calls it replaced."""
    for earlier in state.proposals:
        if earlier.kind is Kind.VISION and earlier.original == text:
            earlier.replaced = earlier.replaced or replaced
            return
    proposal = propose(state, Kind.VISION, text)
    proposal.replaced = replaced
    if replaced:
        proposal.check = Remark(marked("the page calls this wording replaced"))


def propose(
    state: State, kind: Kind, text: str, label: str = "", parent: Proposal | None = None
) -> Proposal:
    """Keep a statement; without a label of the page\'s own it gets that of its kind."""
    named = label or label_of(kind, state.english)
    return state.add(Proposal(kind, named, text, parent))


def _perhaps_a_goal(state: State, text: str) -> None:
    """Running text outside any section of goals may still say what is to be reached."""
    words = vocabulary()
    opening = text.split(",")[0][:40]
    who = words.holds("goal_like", opening, "who") or is_place(text.split()[0])
    if who and state.has_goal_words and words.holds("goal_like", text, "modals"):
        proposal = propose(state, Kind.GOAL, text)
        proposal.check = Remark(marked("no word says that this sentence is a goal"))
        proposal.doubtful = True


def _says_enough(text: str) -> bool:
    """Whether a line that is no sentence tells something of the plan: "Målprocess 2016–2020"."""
    words = vocabulary()
    named = words.mentions(text) or words.holds("about", text)
    return tells(text) or bool(named and periods(text)) or len(text.split()) >= _SENTENCE


def _aspects(text: str, counts: bool, decided: bool, kind: Kind) -> list[Aspect]:
    found = [Aspect.COUNT] if counts else []
    if decided:
        found.append(Aspect.DECIDED)
    if start_day(text):
        found.append(Aspect.START)
    if periods(text):
        found.append(Aspect.PERIOD)
    if kind is Kind.STEERING:
        found.append(Aspect.STEERING)
    found += [aspect for aspect, words in _ASPECTS.items() if re.search(words, text, re.I)]
    return found


def _body(text: str) -> str | None:
    for body in vocabulary().data["bodies"]:
        match = re.search(rf"(?<!\w){re.escape(body)}(?=s?(?!\w))", text, re.IGNORECASE)
        if match:
            return match.group()
    return None
