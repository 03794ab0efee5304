"""Tables: columns whose heads name a kind, each row's cells below one another."""

from collections.abc import Sequence

from knowledge.intake.blocks import Block
from knowledge.intake.state import RANK, Proposal, State
from knowledge.intake.telling import label_of
from knowledge.intake.wording import vocabulary
from knowledge.models import Kind

_LONGEST_NAME = 80


def read_table(state: State, rows: Sequence[Block]) -> None:
    """Read a table's rows into statements; a table whose columns say nothing is passed over."""
    at = _head_at(rows)
    columns = _columns(rows[at].cells)
    body = rows[at + 1 :]
    if not columns and state.section.kind is not None and len(rows[0].cells) == 2:
        # Two columns below "Våra mål": a name and what it means.
        columns = {0: (state.section.kind, state.section.label), 1: (Kind.EXPLANATION, "")}
        body = [row for row in rows if not row.head]
    latest: dict[int, Proposal] = {}
    for row in body:
        _row(state, columns, row.cells, latest)
    state.section.listed = state.section.listed or bool(latest)


def _head_at(rows: Sequence[Block]) -> int:
    """Which row names the columns: the first that is marked so, else the first."""
    return next((index for index, row in enumerate(rows) if row.head), 0)


def _columns(heads: Sequence[str]) -> dict[int, tuple[Kind, str]]:
    words = vocabulary()
    found: dict[int, tuple[Kind, str]] = {}
    for index, head in enumerate(heads):
        mentions = words.mentions(head)
        if mentions and len(head) <= _LONGEST_NAME and not words.holds("about", head):
            found[index] = (mentions[0].kind, mentions[0].label)
        elif found and head.lower() in {"beskrivning", "innebörd", "förklaring", "description"}:
            found[index] = (Kind.EXPLANATION, "")
    return found


def _row(
    state: State,
    columns: dict[int, tuple[Kind, str]],
    cells: Sequence[str],
    latest: dict[int, Proposal],
) -> None:
    fresh: dict[int, Proposal] = {}
    for index, (kind, label) in columns.items():
        text = cells[index].strip() if index < len(cells) else ""
        if not any(character.isalpha() for character in text):
            continue
        parent = _parent(columns, index, kind, {**latest, **fresh}) or state.section.parent
        named = label or label_of(kind, state.english)
        fresh[index] = state.add(Proposal(kind, named, " ".join(text.split()), parent))
    latest.update(fresh)


def _parent(
    columns: dict[int, tuple[Kind, str]], index: int, kind: Kind, found: dict[int, Proposal]
) -> Proposal | None:
    for earlier in range(index - 1, -1, -1):
        above = columns.get(earlier)
        if above and earlier in found and RANK.get(above[0], 9) < RANK.get(kind, 9):
            return found[earlier]
    return None
