"""Which statement of a plan goes where in StratML; each stands in exactly one place."""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.exports.entries import Entry
from knowledge.models import Kind, Status

_GOALS = {Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY}
_OBJECTIVES = {*_GOALS, Kind.ACTION}
_MISSIONS = {Kind.MISSION, Kind.PURPOSE}
# Which of several visions is the one: what holds now before what ends or begins another day.
_BEST_FIRST = (Status.CURRENT, Status.UNDATED, Status.UPCOMING, Status.ENDED)


class Structure:
    """The one vision, the mission, values, goals with their objectives, and the rest.

    What has been replaced is part of the rest. A goal that belongs to another goal (at any
    depth) is an objective of it; an action without a goal above it is part of the rest.
    """

    def __init__(self, found: Sequence[Entry]) -> None:
        self._by_id = {entry.statement.id: entry for entry in found}
        held = [entry for entry in found if entry.status is not Status.REPLACED]
        self.vision = _chosen(entry for entry in held if entry.statement.kind is Kind.VISION)
        self.mission = [entry for entry in held if entry.statement.kind in _MISSIONS]
        self.values = [entry for entry in held if entry.statement.kind is Kind.VALUE]
        goals = {entry.statement.id: entry for entry in held if entry.statement.kind in _GOALS}
        self.goals = [entry for id_, entry in goals.items() if self._top(id_, goals) == id_]
        self.objectives: dict[str, list[Entry]] = {goal.statement.id: [] for goal in self.goals}
        for entry in held:
            top = self._top(entry.statement.id, goals)
            if entry.statement.kind in _OBJECTIVES and top and top != entry.statement.id:
                self.objectives[top].append(entry)
        placed = {entry.statement.id for entry in self._placed()}
        self.explained: dict[str, list[Entry]] = {}
        for entry in held:
            parent = entry.statement.parent
            if entry.statement.kind is Kind.EXPLANATION and parent in placed:
                self.explained.setdefault(parent or "", []).append(entry)
        placed |= {entry.statement.id for of in self.explained.values() for entry in of}
        self.rest = [entry for entry in found if entry.statement.id not in placed]

    def _placed(self) -> Iterator[Entry]:
        if self.vision:
            yield self.vision
        yield from (*self.mission, *self.values, *self.goals)
        for under in self.objectives.values():
            yield from under

    def _top(self, id_: str, goals: dict[str, Entry]) -> str | None:
        """The uppermost goal on the way up from a statement, itself among them."""
        seen: set[str] = set()
        top = None
        above: str | None = id_
        while above in self._by_id and above not in seen:
            seen.add(above)
            top = above if above in goals else top
            above = self._by_id[above].statement.parent
        # Parents in a circle lead nowhere: each goal of it stands alone.
        return top if above not in seen else (id_ if id_ in goals else None)


def _chosen(visions: Iterable[Entry]) -> Entry | None:
    return min(visions, key=lambda entry: _BEST_FIRST.index(entry.status), default=None)
