"""What a new plan changes in the one so far, statement by statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.exports.data import plan_data
from knowledge.models import Plan


class Act(StrEnum):
    """What happens to an entry."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that is added, changed or removed; of a changed one, which fields."""

    act: Act
    noun: str
    id: str
    text: str
    fields: tuple[str, ...] = ()


def changes(earlier: Plan | None, later: Plan) -> list[Change]:
    """All changes: what is removed first, so that nobody overlooks it."""
    before = plan_data(earlier) if earlier else {}
    after = plan_data(later)
    found: list[Change] = []
    for name, noun in (("statements", "statement"), ("notes", "note"), ("sources", "source")):
        found += _of(noun, _by_id(before.get(name, [])), _by_id(after.get(name, [])))
    order = list(Act)[::-1]
    return sorted(found, key=lambda change: order.index(change.act))


def _of(
    noun: str, before: dict[str, dict[str, object]], after: dict[str, dict[str, object]]
) -> Iterator[Change]:
    for id_, entry in before.items():
        if id_ not in after:
            yield Change(Act.REMOVED, noun, id_, _text(entry))
    for id_, entry in after.items():
        if id_ not in before:
            yield Change(Act.ADDED, noun, id_, _text(entry))
        elif before[id_] != entry:
            names = dict.fromkeys([*before[id_], *entry])
            fields = tuple(name for name in names if before[id_].get(name) != entry.get(name))
            yield Change(Act.CHANGED, noun, id_, _text(entry), fields)


def _by_id(entries: list[dict[str, object]]) -> dict[str, dict[str, object]]:
    return {str(entry["id"]): entry for entry in entries}


def _text(entry: dict[str, object]) -> str:
    return str(entry.get("original") or entry.get("sv") or entry.get("title") or "")
