"""What a reader of a page has found so far, and where on the page it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from knowledge.intake.remarks import Remark
from knowledge.models import Aspect, Kind

# A statement of a higher rank belongs to an open one of a lower rank.
RANK = {
    Kind.PERSPECTIVE: 0,
    Kind.GOAL_AREA: 1,
    Kind.FOCUS_AREA: 1,
    Kind.PRIORITY: 2,
    Kind.GOAL: 2,
    Kind.ACTION: 3,
    Kind.INDICATOR: 3,
    Kind.EXPLANATION: 4,
}
_QUOTES = frozenset('”“"„»«')
AIMS = frozenset(RANK) - {Kind.EXPLANATION}
# A page that has none of these has no goals to draft a plan from.
WANTED = AIMS | {Kind.VISION, Kind.MISSION, Kind.VALUE, Kind.PURPOSE}


@dataclass(slots=True, eq=False)
class Proposal:
    """A statement as read: a quote, what it is, and why that is unsure where it is."""

    kind: Kind
    label: str
    original: str
    parent: "Proposal | None" = None
    check: Remark | None = None
    mark: str = ""
    heading_level: int = 0
    from_list: bool = False
    # Nothing but its own words says that it is one: it does not count among those the page counts.
    doubtful: bool = False
    # A name whose goals stand below it in running text.
    holds_goals: bool = False
    term: str | None = None
    person: str | None = None
    role: str | None = None
    decided_by: str | None = None
    states: "Stated | None" = None
    about: list[Aspect] = field(default_factory=list)
    valid_from: date | None = None
    valid_until: date | None = None
    replaced: bool = False
    replaced_by: "Proposal | None" = None

    @property
    def level(self) -> int:
        """1 for a statement without a parent, else one more than the parent's."""
        return 1 + (self.parent.level if self.parent else 0)


@dataclass(frozen=True, slots=True)
class Stated:
    """How many there are of a label, as a sentence or heading says; `each` is per parent."""

    number: int
    label: str
    kind: Kind
    each: bool = False


@dataclass(slots=True)
class Section:
    """What the text below a heading or lead-in is: members of a kind, or about the plan."""

    kind: Kind | None = None
    label: str = ""
    level: int = 0
    sure: bool = True
    about: bool = False
    mixed: bool = False
    parent: Proposal | None = None
    capacity: int | None = None
    listed: bool = False
    # Members are listed further down, or were running text: then a heading is no member.
    list_ahead: bool = False
    prose: bool = False
    members: list[Proposal] = field(default_factory=list)

    def inside(self, opened: "list[Proposal]") -> bool:
        """Whether the section lists members of the statement that is open around it."""
        return self.kind is not None and bool(opened) and self.parent is opened[-1]

    @property
    def full(self) -> bool:
        """Whether as many members were found as the page says there are."""
        return self.capacity is not None and len(self.members) >= self.capacity


@dataclass(slots=True)
class State:
    """The whole of what is known while a page is read from top to bottom."""

    proposals: list[Proposal] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    page: Section = field(default_factory=Section)
    section: Section = field(default_factory=Section)
    # The sections around the present one, by the levels of their headings, outermost first.
    around: list[Section] = field(default_factory=list)
    open: list[Proposal] = field(default_factory=list)
    pending: Proposal | None = None
    lead: Section | None = None
    lead_words: str = ""
    list_section: Section | None = None
    items: list[tuple[int, Proposal]] = field(default_factory=list)
    skipping: bool = False
    skip_level: int = 0
    title: str = ""
    # The fullest label that a heading or lead-in gave a kind: "Mål 3" is one of them.
    labels: dict[Kind, str] = field(default_factory=dict)
    english: bool = False
    has_goal_words: bool = False
    like_headings: int = 0

    @property
    def vision(self) -> Proposal | None:
        """The vision that holds, where one has been found."""
        for proposal in reversed(self.proposals):
            if proposal.kind is Kind.VISION and not proposal.replaced:
                return proposal
        return None

    def full_label(self, kind: Kind, label: str) -> str:
        """A label as the page names it in full: "mål" below "Strategiska mål" is one of those."""
        fuller = self.labels.get(kind, "")
        return fuller if fuller.endswith(label) else label

    def add(self, proposal: Proposal) -> Proposal:
        """Keep a proposal; the same words found again are the same statement."""
        proposal.original = _bare(proposal)
        for earlier in self.proposals:
            if earlier.original == proposal.original and earlier.parent is proposal.parent:
                return earlier
        self.proposals.append(proposal)
        return proposal

    def parent_for(self, kind: Kind, level: int, mark: str) -> Proposal | None:
        """The open statement that one of this kind, heading level and number belongs to."""
        if kind not in RANK:
            return None
        numbered = self.parent_by_mark(mark)
        if numbered is not None:
            return numbered
        for proposal in reversed(self.open):
            deeper = not level or not proposal.heading_level or level > proposal.heading_level
            if deeper and RANK.get(proposal.kind, 9) < RANK.get(kind, 9):
                return proposal
        return None

    def parent_by_mark(self, mark: str) -> Proposal | None:
        """The statement whose number one belongs to: "1.2" belongs to "1"."""
        for above in _shortened(mark):
            for proposal in reversed(self.proposals):
                if proposal.mark == above and proposal.kind in AIMS:
                    return proposal
        return None

    def opened(self, proposal: Proposal, level: int) -> None:
        """The text that follows belongs to this statement, until another takes its place."""
        proposal.heading_level = level
        rank = RANK.get(proposal.kind, 9)
        self.open = [
            other
            for other in self.open
            if RANK.get(other.kind, 9) < rank and (not level or other.heading_level < level)
        ]
        self.open.append(proposal)

    def closed(self, level: int) -> None:
        """A heading that is no statement closes those at its level and below."""
        self.open = [other for other in self.open if level and other.heading_level < level]
        self.around = [outer for outer in self.around if level and outer.level < level]

    def nest(self, section: Section) -> None:
        """Open a section inside those whose headings stand above its own."""
        outer = [*self.around, self.section]
        self.around = [one for one in outer if 0 < one.level < section.level and one.kind]
        self.section = section

    def return_to(self, section: Section) -> None:
        """A member of a section further out ends the sections inside that one."""
        self.around = [one for one in self.around if one.level < section.level]
        self.section = section


def _bare(proposal: Proposal) -> str:
    """The words on one line, without quotation marks around the whole of them."""
    text = " ".join(proposal.original.split())
    inner = text[1:-1]
    quoted = text[:1] in _QUOTES and text[-1:] in _QUOTES and not _QUOTES.intersection(inner)
    return inner.strip() if quoted and inner.strip() else text


def _shortened(mark: str) -> Iterator[str]:
    """The numbers above one: "1:2" stands below "1"."""
    for divider in (":", "."):
        if divider in mark:
            yield mark.rsplit(divider, 1)[0]
