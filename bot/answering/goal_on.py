"""Yes or no to whether there is a goal on a topic: "Is it true that it has none about schools?"."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.called import asks_what_it_is
from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find
from bot.answering.labelled import labels_named
from bot.answering.newest import marked_new
from bot.answering.says_so import names
from bot.answering.still import LEADS
from bot.answering.topics import named_by, saying
from bot.understanding.claims import (
    asking_words,
    asks_a_favour,
    claims_more,
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
from knowledge.text import folded_words

_GOALS = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA})
_LEADS = LEADS | {"{place} does not name {topic}; the nearest is this:"}
_NONE = {
    False: marked("No. There is none on the page; the nearest is this:"),
    True: marked("Yes. There is none on the page; the nearest is this:"),
}
# Neither yes nor no is clear after "…, does it?".
_NONE_THERE = marked("There is none on the page; the nearest is this:")
# What is aimed at without being called a goal.
_AIMED_AT = frozenset({
    Kind.VISION, Kind.MISSION, Kind.PURPOSE, Kind.PRIORITY, Kind.PERSPECTIVE, Kind.ACTION,
})  # fmt: skip


def with_goal_on(desk: Desk, question: Question, told: Answer) -> Answer:
    """The answer, its first line after whether one of the goals asked about is on the topic."""
    if not isinstance(told.short, Said) or told.short.text not in _LEADS or not _is_asked(question):
        return told
    place = question.covered[0]
    if not desk.store.kinds(place.code).intersection(question.kinds):
        # Priority areas that are counted and not named may be on anything.
        note = not_named(desk, question)
        return replace(told, short=one_after_other(note, told.short)) if note else told
    if claims_more(question.reading) or question.intent == "scope":
        # Whom goals apply to is not what they are on.
        return told
    denied = denies(question.reading)
    rows = [row for row in told.statements if _is_one(row, question)]
    if asks_what_it_is(question) and not denied and not _of_its_name(desk, question, rows):
        return _not_among(desk, question, told) if not rows else told
    if _claims_more(question, rows):
        return told
    tagged = denied and question.reading.claimed
    turned = (denied and is_a_claim(question.reading)) != says_wrong(question.reading)
    if rows:
        yes = said("Yes, there is one.") if denied else said("Yes.")
        # "It has none, does it?" and "…, right?" are answered by what there is.
        line = said("No.") if turned and not tagged else yes
        return replace(told, short=one_after_other(line, told.short))
    here = desk.store.of_kinds(place.code, question.kinds)
    # Whoever asks for goals as such may be content with a focus area.
    named = question.kinds != (Kind.GOAL,) or labels_named(desk, question)
    aims = _AIMED_AT if named else _AIMED_AT | _GOALS
    aimed = any(row.kind in aims and _is_on(row, question) for row in told.statements)
    if not denied or aimed or any(_is_one(row, question) for row in here):
        # Whoever asks for goals on business may be content with an area that is named so.
        return told
    return replace(told, short=said(_NONE_THERE if tagged else _NONE[turned]))


def _of_its_name(desk: Desk, question: Question, rows: Sequence[StatementRow]) -> bool:
    """Whether one of them names the thing itself: "care" is more than "elderly care"."""
    asked = {word for thing in named_by(question) for word in thing}
    return any(names(desk, question, row) or _is_its_quality(row, asked) for row in rows)


def _is_its_quality(row: StatementRow, asked: Collection[str]) -> bool:
    """Whether a goal is to be what is asked about: "a safe municipality" has safety for a goal."""
    held = {*folded_words(row.original), *folded_words(row.translation)}
    bodies = {
        word.removesuffix(ending)
        for word in asked
        for ending in clause_words()["quality_endings"]
        if word.endswith(ending) and len(word) >= _SHORTEST_BODY + len(ending)
    }
    return not bodies.isdisjoint(held)


# "Safe" of "safety".
_SHORTEST_BODY = 4


def _not_among(desk: Desk, question: Question, told: Answer) -> Answer:
    """That a thing is none of those that the page calls so; what it says of it stands below.

    A goal as such may be called anything.
    """
    here = desk.store.of_kinds(question.covered[0].code, question.kinds)
    called = question.kinds != (Kind.GOAL,) or labels_named(desk, question)
    near = any(_is_one(row, question) for row in here)
    if not called or near or says_wrong(question.reading) or not isinstance(told.short, Said):
        return told
    if told.short.text not in LEADS:
        return told
    line = said("It is not among those that the page lists.")
    return replace(told, short=one_after_other(line, told.short))


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
    return row.kind in question.kinds and _is_on(row, question)


def _is_on(row: StatementRow, question: Question) -> bool:
    return bool(set(question.topics) & set(row.topics)) or saying(question)(row)


def not_named(desk: Desk, question: Question) -> NoteRow | None:
    """The note that the kind asked for is counted on the page and not named."""
    place = question.covered[0]
    counting = find(desk.store, [place], Wanted(counted=question.kinds))
    rows = desk.store.statements([one.entry for one in counting if one.by("n:")])
    ids = {row.id for row in rows.values()}
    gaps = (note for note in desk.store.notes(place.code) if note.kind is NoteKind.GAP)
    return next((note for note in gaps if note.short_sv and ids & set(note.statements)), None)
