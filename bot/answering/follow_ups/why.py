"""Why what was just shown is so: the page's own reason, or that it gives none."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.desk import Desk, intents
from bot.answering.gaps import gaps_of, notes_of
from bot.answering.reasons import NO_REASON
from bot.answering.topics import OF_ANY_PLAN
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import Question
from knowledge.models import Aspect, Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow

_MOST = 3


def answer_why(
    desk: Desk,
    question: Question,
    context: Context,
    shown: Sequence[StatementRow],
    listed: Sequence[StatementRow],
) -> Answer:
    """The reasons that the page gives for what was shown, for its number where that is asked."""
    of_number = asks_of_number(question)
    if of_number and (note := contradiction(desk, listed)):
        concerned = [row for name in note.statements if (row := desk.store.statement(name))]
        both = one_after_other(note, NO_REASON)
        return desk.answer(both, concerned, notes=[note])
    if not of_number and (note := _gap(desk, question, shown)):
        both = one_after_other(note, NO_REASON)
        return desk.answer(both, [row for row in shown if row.id in note.statements], notes=[note])
    codes = list(dict.fromkeys(row.municipality.code for row in shown))
    here = [row for code in codes for row in desk.store.of_kinds(code, list(Kind))]
    reasons = [row for row in here if Aspect.REASON in row.about and row not in shown]
    intent = intents().get(context.intent)
    of_list = intent is not None and intent.shape == "list" and len(shown) > 1
    of_list = of_list and shown[0].kind not in {Kind.VISION, Kind.MISSION}
    if _is_removed(question, shown[0]):
        aspects = {Aspect.REPLACED}
    elif of_number:
        aspects = {Aspect.COUNT}
    else:
        aspects = set(intent.aspects) if intent else set()
    if found := [row for row in reasons if aspects & set(row.about)]:
        return desk.answer(_says(found), found[:_MOST])
    if of_number and (given := [row for row in shown if Aspect.REASON in row.about]):
        # "Two perspectives, in order to …": what counts them tells what for.
        return desk.answer(_says(given), given)
    if not (of_number or Aspect.REPLACED in aspects):
        ids = {row.id for row in shown}
        topics = {topic for row in shown for topic in row.topics} - OF_ANY_PLAN
        own = [row for row in reasons if row.parent in ids]
        given = [row for row in shown if Aspect.REASON in row.about]
        alike = [row for row in reasons if topics & set(row.topics)]
        if of_list:
            # Why these are the goals is also why they are no more.
            alike = [row for row in reasons if Aspect.COUNT in row.about]
        if near := own or given or alike:
            return desk.answer(_says(near), near[:_MOST])
        if shown[0].kind in _HEADS and (children := desk.store.children(sorted(ids))):
            return desk.answer(
                said("The page gives no reason for that; this is how it explains it:"), children
            )
    places = list({row.municipality.code: row.municipality for row in shown}.values())
    return replace(desk.not_in_sources(places), short=NO_REASON)


_HEADS = frozenset({Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA})


def contradiction(desk: Desk, listed: Sequence[StatementRow]) -> NoteRow | None:
    """The note that a page contradicts itself on how many of a list there are."""
    return next(iter(notes_of(desk, listed, NoteKind.CONTRADICTION)), None)


def _gap(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> NoteRow | None:
    """The note on what a page leaves out, where it is asked why not."""
    if clause_words()["lacks"].isdisjoint(question.reading.folded):
        return None
    return next(iter(gaps_of(desk, shown)), None)


def _says(rows: Sequence[StatementRow]) -> Said | None:
    places = {row.municipality.name for row in rows}
    return said("This is what {place} says:", place=places.pop()) if len(places) == 1 else None


def asks_of_number(question: Question) -> bool:
    """Whether it is asked why there are so many: "why only six?", "why not more?"."""
    words = set(question.reading.folded)
    return bool(words & (listed_words().numbers.keys() | clause_words()["few"]))


def _is_removed(question: Question, row: StatementRow) -> bool:
    """Whether it is asked why something was removed."""
    cues = question.reading.cues
    return "ask.replaced" in cues or (row.kind is Kind.FACT and Aspect.REPLACED in row.about)
