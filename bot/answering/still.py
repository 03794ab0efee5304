"""Whether what is shown still holds on the day of asking: the line that tells it, and where."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.of_some import is_of_some
from bot.answering.times import said_since, since
from bot.answering.wholes import plan_of
from bot.understanding.claims import says_wrong
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.state import state_asked, state_doubted
from bot.understanding.subjects import asks_which, asks_yes_or_no
from knowledge.marking import marked
from knowledge.models import Aspect, Kind, Municipality, NoteKind, Status
from knowledge.rows import NoteRow, StatementRow

# What is listed as a plan ends with it; what else a page tells has a time of its own, or none.
OF_THE_PLAN = frozenset({
    Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA,
})  # fmt: skip
# Lines above a list or a topic that tell no more than what is shown.
LEADS = frozenset({
    "{of} {label}:", "{place} has {count}:", "This is what {place} says:",
    "This is what {place} says about {topic}:",
})  # fmt: skip
# So likely it is, beside a list, that it is asked whether that holds.
_MAY_BE = 0.25


class EndPut(Enum):
    """How the end of a plan is put: not at all, as a question, or as a doubt ("isn't it over?")."""

    NOT = 0
    ASKED = 1
    DOUBTED = 2


def end_put(question: Question) -> EndPut:
    """Whether it is asked if a plan is out of date, so that no says that it holds."""
    reading = question.reading
    if asks_which(reading):
        return EndPut.NOT
    if doubted := state_doubted(reading):
        return EndPut.DOUBTED if doubted is Status.ENDED else EndPut.NOT
    # "Is the vision over?"; "over 2025" is something else.
    yes_or_no = asks_yes_or_no(reading)
    over = yes_or_no and reading.folded[-1] in clause_words()["ended"]
    ended = over or state_asked(question) is Status.ENDED
    if yes_or_no and says_wrong(reading):
        ended = not ended
    return EndPut.ASKED if ended else EndPut.NOT


def status_line(
    desk: Desk, shown: Sequence[StatementRow], put: EndPut = EndPut.NOT
) -> Said | NoteRow:
    """Whether statements hold on the day of asking, in one line."""
    place = shown[0].municipality
    statuses = {row.status(desk.day): row for row in reversed(shown)}
    whole = plan_of(desk, place)[:1]
    if set(statuses) == {Status.UNDATED} and whole and whole[0].status(desk.day) is Status.ENDED:
        # What tells no time of its own ends with the plan that it is a part of.
        if not any(row.kind in OF_THE_PLAN for row in shown):
            end = whole[0].valid_until or desk.day
            return said("The page does not say; the period of the vision ended on {date}.",
                        date=end)  # fmt: skip
        statuses = {Status.ENDED: whole[0]}
    if Status.ENDED in statuses:
        return said(_ENDED[put], date=statuses[Status.ENDED].valid_until or desk.day)
    if Status.UPCOMING in statuses:
        return said("Not yet: it applies from {date}.",
                    date=statuses[Status.UPCOMING].valid_from or desk.day)  # fmt: skip
    if any(note.kind is NoteKind.NEWER for note in desk.store.notes(place.code)):
        return said("The page does not say, but a newer page is known.")
    dated = next((row for row in shown if row.valid_from and not is_of_some(desk, row)), None)
    if dated and dated.valid_from:
        over = put is not EndPut.NOT
        text = marked("No: it applies from {date}; no end is given.") if over else _FROM
        return said_since(text, since(desk, dated))
    until = next((row for row in shown if row.valid_until), None)
    if until and until.valid_until:
        return _until(desk, until, put)
    return said("The page does not say how long it applies. I know of nothing newer.")


_FROM = marked("Yes, from {date}; no end is given.")
_ENDED = {
    EndPut.NOT: marked("No, no longer: the period ended on {date}."),
    EndPut.ASKED: marked("Yes: the period ended on {date}."),
    EndPut.DOUBTED: marked("Yes, it has: the period ended on {date}."),
}


def _until(desk: Desk, row: StatementRow, put: EndPut) -> Said:
    """Until when it holds; where the day is ours and not the page's, the note that tells so."""
    over = put is not EndPut.NOT
    if row.kind in OF_THE_PLAN and (ours := _told_by_us(desk, row.municipality)):
        return one_after_other(said(marked("No.") if over else marked("Yes.")), ours)
    text = marked("No: it applies until {date}.") if over else marked("Yes, until {date}.")
    return said(text, date=row.valid_until or desk.day)


def _told_by_us(desk: Desk, place: Municipality) -> NoteRow | None:
    """The note on how long the plan as a whole is taken to hold."""
    notes = (note for note in desk.store.notes(place.code) if note.kind is NoteKind.INFO)
    return next((note for note in notes if note.short_sv and Aspect.PERIOD in note.about), None)


def with_time(desk: Desk, question: Question, told: Answer) -> Answer:
    """The answer with whether it still holds as its first line, where that is asked of it."""
    leads = isinstance(told.short, Said) and told.short.text in LEADS
    if not leads or len(question.covered) != 1 or not _asks_whether_still(question):
        return told
    return replace(told, short=status_line(desk, told.statements, end_put(question)))


def _asks_whether_still(question: Question) -> bool:
    reading = question.reading
    asked = question.intent == "status" or question.likely.get("status", 0.0) >= _MAY_BE
    still = asked or not clause_words()["still"].isdisjoint(reading.folded)
    return still and asks_yes_or_no(reading)
