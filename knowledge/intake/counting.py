"""How many goals a page says it has, against how many it lists."""

import re
from collections.abc import Sequence

from knowledge.intake.state import Proposal, Stated
from knowledge.intake.wording import vocabulary

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_TOTAL = re.compile(r"\b(?:totalt|sammanlagt|in total|altogether)\s+(\w+)", re.IGNORECASE)
_EACH = re.compile(r"\b(?:varje|vardera|respektive|each|every)\b", re.IGNORECASE)
# Between the number and its label: "tre så kallade fokusområden", "fem nya övergripande mål".
_FILLERS_BETWEEN = 4
_MOST = 60
_NEAR = 60


def stated_in(text: str) -> list[Stated]:
    """The counts that a text states: a number before a label in the plural."""
    words = vocabulary()
    found: list[Stated] = []
    for mention in words.mentions(text):
        if mention.definite:
            continue
        before = _WORD.findall(text[: mention.start])[-_FILLERS_BETWEEN - 1 :]
        number = _nearest_number(before)
        if number is None:
            continue
        each = bool(_EACH.search(text[max(0, mention.start - _NEAR) : mention.start]))
        found.append(Stated(number, mention.label, mention.kind, each))
        total = _TOTAL.search(text)
        if each and total and words.number(total.group(1)):
            whole = words.number(total.group(1)) or number
            found.append(Stated(whole, mention.label, mention.kind))
    return found


def listed(count: Stated, proposals: Sequence[Proposal]) -> int:
    """How many statements the count counts, as far as the page lists them."""
    current = [p for p in proposals if not p.replaced and not p.doubtful]
    same_label = [
        p for p in current if p.label == count.label and p.kind is count.kind and p.original
    ]
    if same_label:
        top = min(proposal.level for proposal in same_label)
        return sum(1 for proposal in same_label if proposal.level == top)
    of_kind = [p for p in current if p.kind is count.kind]
    if not of_kind:
        return 0
    top = min(proposal.level for proposal in of_kind)
    return sum(1 for proposal in of_kind if proposal.level == top)


def _nearest_number(before: Sequence[str]) -> int | None:
    words = vocabulary()
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        number = words.number(word)
        if number is not None:
            # "8 av 30 delmål" and "13 mål" of a year's figures are no count of the plan.
            part = index > 0 and before[index - 1].lower() in {"av", "of", "agenda", "år"}
            return number if 1 < number <= _MOST and not part else None
        filler = word.lower() in words.words("filler", "words") or word.lower() in words.adjectives
        if not filler and not word.lower().endswith(("a", "e", "iga", "ande", "ed", "al")):
            return None
    return None
