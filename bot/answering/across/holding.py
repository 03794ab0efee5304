"""Which municipalities' plans hold on the day of asking, and which hold no longer."""

from collections.abc import Mapping, Sequence

from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.desk import MOST, Desk, shared_out
from bot.answering.lists import listed, listing_of
from bot.answering.wholes import plan_of
from bot.understanding.question import Question
from knowledge.marking import marked
from knowledge.models import Kind, Municipality, Status
from knowledge.rows import StatementRow

_SAID: Mapping[Status, str] = {
    Status.CURRENT: marked("In force today: {places}."),
    Status.ENDED: marked("No longer in force: {places}."),
    Status.UPCOMING: marked("Not yet in force: {places}."),
    Status.UNDATED: marked("No period is given: {places}."),
}


def answer_holding(
    desk: Desk, question: Question, state: Status, places: Sequence[Municipality]
) -> Answer:
    """What is in that state, of each municipality; who is in another is told beside.

    What has no period may hold: it is shown with what does.
    """
    by_state: dict[Status, dict[str, list[StatementRow]]] = {}
    for place in places[:MOST]:
        rows = _of(desk, question, place)
        if rows:
            of_place = by_state.setdefault(_state(desk, rows, place), {})
            of_place[place.name] = rows
    found = dict(by_state.pop(state, {}))
    if not found:
        return desk.not_in_sources(())
    line = _told(state, tuple(found))
    if state is Status.CURRENT and (undated := by_state.pop(Status.UNDATED, {})):
        line = one_after_other(line, _told(Status.UNDATED, tuple(undated)))
        found |= undated
    others: list[Said] = [_told(other, tuple(of)) for other, of in by_state.items()]
    shown, rest = shared_out(found.values())
    return desk.answer(line, shown, notes=others, rest=rest)


def _told(state: Status, places: tuple[str, ...]) -> Said:
    return said(_SAID[state], places=places)


def _of(desk: Desk, question: Question, place: Municipality) -> list[StatementRow]:
    if not question.kinds:
        return plan_of(desk, place)[:1]
    rows = listed(desk, question, listing_of(question.kinds), place)
    if Kind.VISION in question.kinds:
        # Whoever has no vision is asked of none that has expired.
        rows = [row for row in rows if row.kind is not Kind.MISSION]
    return [row for row in rows if row.status(desk.day) is not Status.REPLACED]


def _state(desk: Desk, rows: Sequence[StatementRow], place: Municipality) -> Status:
    """The state of a list: of its first statement that has a date; it ends with its plan."""
    states = [row.status(desk.day) for row in rows]
    if any(row.status(desk.day) is Status.ENDED for row in plan_of(desk, place)[:1]):
        states.append(Status.ENDED)
    return next((one for one in states if one is not Status.UNDATED), Status.UNDATED)
