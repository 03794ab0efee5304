"""Statements put under headings: one kind and word of the page each, parts below their wholes."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from bot.answering.answer import Label
from bot.rendering.phrases import Phrases
from knowledge.models import Kind
from knowledge.rows import LabelRow, StatementRow

# The kinds that stand below the vision, in this order.
BELOW = (
    *(Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY),
    *(Kind.PERSPECTIVE, Kind.VALUE, Kind.ACTION, Kind.INDICATOR),
)
Levelled = tuple[StatementRow, int]


def groups(rows: Iterable[StatementRow]) -> list[list[Levelled]]:
    """The statements by kind and label, each with its level: 0, and 1 more below each parent."""
    ordered = sorted(rows, key=lambda row: (BELOW.index(row.kind), row.entry))
    ids = {row.id for row in ordered}
    parts: dict[str, list[StatementRow]] = {}
    for row in ordered:
        if row.parent in ids and row.parent is not None:
            parts.setdefault(row.parent, []).append(row)
    heads = [row for row in ordered if row.parent not in ids]
    return [
        [found for head in group for found in _with_parts(head, parts, 0)]
        for _, group in groupby(heads, key=lambda row: (row.kind, row.label))
    ]


def _with_parts(
    row: StatementRow, parts: dict[str, list[StatementRow]], level: int
) -> Iterable[Levelled]:
    yield row, level
    for part in parts.get(row.id, ()):
        yield from _with_parts(part, parts, level + 1)


def counted(group: Sequence[Levelled], labels: Mapping[str, LabelRow], phrases: Phrases) -> str:
    """How many a group has under the page's word; the word alone for one, or without a plural."""
    heads = [row for row, level in group if level == 0]
    label = labels.get(heads[0].label)
    if len(heads) > 1 and label is not None and label.plural:
        return phrases.value(Label(label.label, len(heads)))
    return heads[0].label if phrases.language == "sv" else heads[0].label_translation
