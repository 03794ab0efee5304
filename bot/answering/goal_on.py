"""Yes or no to whether there is a goal on a topic: "Is it true that it has none about schools?"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find
from bot.answering.newest import marked_new
from bot.answering.still import LEADS
from bot.answering.topics import saying
from bot.understanding.claims import (
    asking_words,
    asks_a_favour,
    denies,
    is_a_claim,
    offers_a_choice,
    says_wrong,
)
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.marking import marked
from knowledge.models import Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow

_GOALS = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA})
_LEADS = LEADS | {"{place} does not name {topic}; the nearest is this:"}
_NONE = {
    False: marked("No. There is none on the page; the nearest is this:"),
    True: marked("Yes. There is none on the page; the nearest is this:"),
}


def with_goal_on(desk: Desk, question: Question, told: Answer) -> Answer:
    """The answer, its first line after whether one of the goals asked about is on the topic."""
    if not isinstance(told.short, Said) or told.short.text not in _LEADS or not _is_asked(question):
        return told
    place = question.covered[0]
    if not desk.store.kinds(place.code).intersection(question.kinds):
        # Priority areas that are counted and not named may be on anything.
        note = _not_named(desk, question)
        return replace(told, short=one_after_other(note, told.short)) if note else told
    denied = denies(question.reading)
    claimed = denied and is_a_claim(question.reading)
    wrong = says_wrong(question.reading)
    if _claims_more(question, [row for row in told.statements if _is_one(row, question)]):
        return told
    if any(_is_one(row, question) for row in told.statements):
        yes = said("Yes, there is one.") if denied else said("Yes.")
        line = said("No.") if claimed != wrong else yes
        return replace(told, short=one_after_other(line, told.short))
    here = desk.store.of_kinds(place.code, question.kinds)
    if not denied or any(_is_one(row, question) for row in here):
        # Whoever asks for goals on business may be content with an area that is named so.
        return told
    return replace(told, short=said(_NONE[claimed != wrong]))


def _is_asked(question: Question) -> bool:
    """Whether yes or no is asked for, of a kind of goal on a topic in one municipality."""
    reading = question.reading
    of_goals = len(question.covered) == 1 and _GOALS.intersection(question.kinds)
    asks = asks_yes_or_no(reading) and not (asks_a_favour(reading) or offers_a_choice(reading))
    return bool(of_goals and question.topics) and asks


def _claims_more(question: Question, rows: Sequence[StatementRow]) -> bool:
    """Whether more is claimed of a goal than that it is there: that it is new, or reached."""
    asked, told = asking_words(question.reading), clause_words()
    if asked & told["newer"]:
        return not marked_new(question, rows)
    beyond = told["gone"] | told["changes"] | told["judges"] | told["measurable"] | told["reached"]
    return bool(asked & (beyond | told["ranks"] | told["foremost"]))


def _is_one(row: StatementRow, question: Question) -> bool:
    on_it = bool(set(question.topics) & set(row.topics)) or saying(question)(row)
    return row.kind in question.kinds and on_it


def _not_named(desk: Desk, question: Question) -> NoteRow | None:
    """The note that the kind asked for is counted on the page and not named."""
    place = question.covered[0]
    counting = find(desk.store, [place], Wanted(counted=question.kinds))
    rows = desk.store.statements([one.entry for one in counting if one.by("n:")])
    ids = {row.id for row in rows.values()}
    gaps = (note for note in desk.store.notes(place.code) if note.kind is NoteKind.GAP)
    return next((note for note in gaps if note.short_sv and ids & set(note.statements)), None)
