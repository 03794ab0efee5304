"""A draft plan: what a page says, read, dated and counted, each statement a quote of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.intake.blocks import Block, Role
from knowledge.intake.captured import Captured
from knowledge.intake.counting import listed
from knowledge.intake.days import (
    Decision,
    decision,
    periods,
    published_and_changed,
    start_day,
    target_years,
)
from knowledge.intake.items import is_aiming
from knowledge.intake.mending import mended
from knowledge.intake.numbering import number_headings
from knowledge.intake.place import Clues, Recognised, recognise
from knowledge.intake.reading import read_blocks
from knowledge.intake.remarks import Both, Remark, Value
from knowledge.intake.sections import MEMBER_DOUBTS
from knowledge.intake.sentences import leans, sentences
from knowledge.intake.state import AIMS, WANTED, Proposal, State, Stated
from knowledge.intake.wording import vocabulary
from knowledge.library import Library
from knowledge.marking import marked
from knowledge.models import Kind, Municipality
from knowledge.pages import Page

_LONGEST_LINE = 120
_VISION_YEAR = re.compile(r"\bvision\s+(?:\w+\s+)?(20\d\d)\b(?!\s?[–-]\s?\d)", re.IGNORECASE)
# "Giltighetstid: 2024-01-01–2026-12-31", as the first page of a steering document has it.
_VALIDITY = re.compile(
    r"(?:giltig\w*|gäller|gällande|period|avser|valid)\b[^:]{0,20}(?::|\s(?=20\d\d))", re.IGNORECASE
)
_IN_ADDRESS = r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)"


@dataclass(slots=True)
class Draft:
    """What was read from a page. `counts` pairs what the page states with what it lists."""

    captured: Captured
    recognised: Recognised
    english: bool
    published: date | None
    changed: date | None
    decision: Decision
    period: tuple[int, int] | None
    target_years: list[int]
    counts: list[tuple[Stated, int | None]]
    proposals: list[Proposal]
    notes: list[Remark] = field(default_factory=list)

    @property
    def place(self) -> Municipality | None:
        """The municipality, where it is sure or was told."""
        return self.recognised.place


def make_draft(captured: Captured, library: Library, place: Municipality | None = None) -> Draft:
    """Read a page into a draft. `place` is the municipality where a person has told it."""
    english = is_english(captured.text)
    blocks = number_headings([_mended(block, captured) for block in captured.blocks])
    state = read_blocks(blocks, english)
    page = Page(captured.text, captured.mend)
    # Whatever the reading did, nothing is proposed that does not stand in the page.
    proposals = [proposal for proposal in state.proposals if page.find(proposal.original)]
    for proposal in proposals:
        while proposal.parent is not None and proposal.parent not in proposals:
            proposal.parent = proposal.parent.parent
    known = Recognised(place, (place,)) if place else _recognised(captured)
    published, changed = _page_days(captured)
    texts = list(_sentences(blocks))
    draft = Draft(
        captured,
        known,
        english,
        published,
        changed,
        decision([*texts, *captured.lines]),
        _period(captured, blocks, texts) if proposals else None,
        _target_years(captured, proposals),
        [(count, None if count.each else listed(count, proposals)) for count in _counts(state)]
        if proposals
        else [],
        proposals,
    )
    _settle(draft)
    _date(draft, texts)
    draft.notes = list(_notes(draft, library))
    return draft


def is_english(text: str) -> bool:
    """Whether a page is written in English."""
    words = vocabulary()
    found = text.lower().split()
    swedish = sum(1 for word in found if word in words.words("language", "sv"))
    return sum(1 for word in found if word in words.words("language", "en")) > swedish


def _mended(block: Block, captured: Captured) -> Block:
    if not captured.mend:
        return block
    return Block(
        block.role,
        mended(block.text, captured.mend),
        block.depth,
        block.mark,
        mended(block.rest, captured.mend),
        tuple(mended(cell, captured.mend) for cell in block.cells),
        block.head,
    )


def _recognised(captured: Captured) -> Recognised:
    text = "\n".join([captured.text, *captured.lines])
    clues = Clues(captured.url, captured.title, captured.site, text, captured.name)
    return recognise(clues)


def _page_days(captured: Captured) -> tuple[date | None, date | None]:
    published, changed = published_and_changed(captured.lines)
    in_address = re.search(_IN_ADDRESS, captured.url)
    if published is None and captured.published is None and in_address:
        try:
            published = date(*(int(part) for part in in_address.groups()))
        except ValueError:
            published = None
    return published or captured.published, changed or captured.changed


def _sentences(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield from sentences(" ".join(f"{block.text} {block.rest}".split()))


def _counts(state: State) -> list[Stated]:
    """Each count once: a page may say it in a heading and again in a sentence."""
    found: dict[tuple[int, Kind], Stated] = {}
    for count in state.stated:
        earlier = found.get((count.number, count.kind))
        if earlier is None or (earlier.each and not count.each):
            found[(count.number, count.kind)] = count
    return list(found.values())


def _period(
    captured: Captured, blocks: Sequence[Block], texts: Sequence[str]
) -> tuple[int, int] | None:
    words = vocabulary()
    headings = [block.text for block in blocks if block.role is Role.HEADING]
    announced = [text for text in headings if words.mentions(text) or words.holds("about", text)]
    told = [text for text in texts if _speaks_of_period(text)]
    for text in (*announced, captured.title, captured.site, *told):
        found = periods(text)
        if found:
            return found[0]
    return None


def _speaks_of_period(text: str) -> bool:
    words = vocabulary()
    if _VALIDITY.match(text):
        return True
    if not text.endswith((".", ":")) and len(text) <= _LONGEST_LINE:
        return bool(words.mentions(text)) or words.holds("about", text)
    spoken = re.search(
        r"\b(?:gäller|giltig\w*|period\w*|mandatperiod\w*|för år\w*|years|under åren)\b"
        r"|\bför (?=20\d\d)",
        text,
        re.I,
    )
    named = bool(words.mentions(text)) or words.starts("subject", text) or leans(text)
    decided = words.holds("decision", text, "verbs")
    return bool(spoken or decided or text.endswith(":")) and (named or decided)


def _target_years(captured: Captured, proposals: Sequence[Proposal]) -> list[int]:
    found: set[int] = set()
    replaced = [proposal for proposal in proposals if proposal.replaced]
    for proposal in proposals:
        aim = proposal.kind in WANTED and not proposal.replaced
        below = proposal.kind is Kind.EXPLANATION and proposal.parent is not None
        vision = "vision" in proposal.original.lower() or "sikte på" in proposal.original.lower()
        if any(old.original in proposal.original for old in replaced):
            continue
        if aim or below or (proposal.kind is Kind.FACT and vision):
            found.update(target_years(proposal.original))
    if proposals:
        for block in captured.blocks:
            if is_aiming(block.text):
                found.update(target_years(block.text))
        for text in (captured.title, *(block.text for block in captured.blocks)):
            found.update(int(year) for year in _VISION_YEAR.findall(text))
    return sorted(found)


def _date(draft: Draft, texts: Sequence[str]) -> None:
    """Give goals the days from which and until which the page says they hold."""
    starts = [day for text in texts if (day := start_day(text))]
    named = _VISION_YEAR.search(draft.captured.title)
    for proposal in draft.proposals:
        if proposal.kind is Kind.VISION and not proposal.replaced:
            # A year in a vision's name ("Vision 2030") is the end of its period.
            own = _VISION_YEAR.search(proposal.original) or named
            proposal.valid_until = date(int(own.group(1)), 12, 31) if own else None
        if proposal.kind not in AIMS or proposal.replaced:
            continue
        if draft.period is not None:
            proposal.valid_from = date(draft.period[0], 1, 1)
            proposal.valid_until = date(draft.period[1], 12, 31)
        elif starts:
            proposal.valid_from = starts[0]


def _settle(draft: Draft) -> None:
    """As many members as the page says there are: none of them is in doubt any more."""
    for count, found in draft.counts:
        if count.number != found:
            continue
        for proposal in draft.proposals:
            named = proposal.kind is count.kind and proposal.label == count.label
            if named and proposal.check and proposal.check.text in MEMBER_DOUBTS:
                proposal.check = None


def _notes(draft: Draft, library: Library) -> Iterator[Remark]:
    if not draft.proposals:
        yield Remark(marked("The page has neither goals nor a vision: no statement is drafted."))
        return
    for count, found in draft.counts:
        if count.each or count.number == found:
            continue
        label = library.labels.get(count.label)
        many = label.many if label and label.many else (count.label, count.label)
        values: dict[str, Value] = {"number": count.number, "label": Both(*many)}
        if found:
            text = marked("The page says that there are {number} {label} but lists {listed}.")
            yield Remark(text, {**values, "listed": found})
        else:
            yield Remark(
                marked("The page says that there are {number} {label} but names none of them."),
                values,
            )
    for proposal in draft.proposals:
        if proposal.replaced:
            new = proposal.replaced_by.original if proposal.replaced_by else "–"
            yield Remark(
                marked("The page calls the vision “{old}” replaced; now it is “{new}”."),
                {"old": proposal.original, "new": new},
            )
    if draft.english:
        yield Remark(marked("The page is in English; its statements are English originals."))
