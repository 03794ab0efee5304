"""One of what was listed: the second, the last, the next; of municipalities, one of them."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, intents
from bot.answering.lists import heading
from bot.answering.statements import explained
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import EVERYWHERE
from bot.understanding.question import Question
from knowledge.models import Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow, ordered


def nth(desk: Desk, question: Question, context: Context, listed: list[StatementRow]) -> Answer:
    """The one that is asked for by its number."""
    lists = _by_place(listed)
    if question.ordinal is None and len(listed) > 1:
        # "The new one", where the page calls none so: the first is no answer.
        return desk.answer(heading(desk, listed) if len(lists) == 1 else None, listed)
    number = 1 if question.ordinal is None else question.ordinal
    if context.intent in EVERYWHERE and len(lists) > 1:
        # "Which municipalities …?", "the second one": a municipality.
        position = _position(number, len(lists))
        if position is not None:
            return desk.answer(heading(desk, lists[position]), lists[position])
    counted = _counted(listed, context)
    position = _position(number, len(counted))
    if position is None:
        if told := contradicted(desk, listed, number):
            return desk.answer(told, listed, notes=[told])
        if len(counted) == 1:
            return desk.answer(said("There is only one:"), counted)
        return desk.answer(said("There are only {number}:", number=len(counted)), counted)
    one = [counted[position]]
    cues = question.reading.cues
    # Who asks what it means, or for more of it, is told where the page says no more.
    alone = None if cues & {"chat.more", "ask.meaning", "ask.explain"} else heading(desk, one)
    return explained(desk, one, alone=alone)


def following(
    desk: Desk, question: Question, listed: list[StatementRow], shown: Sequence[StatementRow]
) -> Answer | None:
    """The one after that which was just picked, where the next is asked for."""
    words = set(question.reading.folded)
    first = shown[0]
    one = first.kind in _LISTED and all(row.parent == first.id for row in shown[1:])
    if not (one and words & clause_words()["next"]):
        return None
    among = [row for row in listed if row.kind is first.kind]
    if len(among) < 2:
        among = [
            row
            for row in ordered(desk.store.of_kinds(first.municipality.code, [first.kind]))
            if row.label == first.label and row.replaced_by is None
        ]
    after = among[among.index(first) + 1 :] if first in among else []
    if not after:
        return None
    return explained(desk, after[:1], alone=heading(desk, after[:1]))


_LISTED = frozenset({
    Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY, Kind.VALUE, Kind.PERSPECTIVE,
})  # fmt: skip


def _by_place(rows: Sequence[StatementRow]) -> list[list[StatementRow]]:
    found: dict[str, list[StatementRow]] = {}
    for row in rows:
        found.setdefault(row.municipality.code, []).append(row)
    return list(found.values())


def _position(number: int, length: int) -> int | None:
    position = number + length if number < 0 else number - 1
    if number == 0:
        position = (length - 1) // 2
    return position if 0 <= position < length else None


def _counted(listed: list[StatementRow], context: Context) -> list[StatementRow]:
    """What "the second" counts: of a list its items, not what is said of them besides."""
    intent = intents().get(context.intent)
    of_kind = [row for row in listed if row.kind is listed[0].kind]
    is_list = intent is not None and intent.shape == "list" and listed[0].kind in _LISTED
    return of_kind if is_list else listed


def contradicted(desk: Desk, listed: Sequence[StatementRow], number: int) -> NoteRow | None:
    """The note that a page says there are more than it lists: the seventh of six."""
    place = listed[0].municipality
    counting = [row for row in desk.store.of_kinds(place.code, list(Kind)) if row.states_number]
    stated = [row for row in counting if row.states_label == listed[0].label]
    for row in stated:
        for note in desk.store.notes(place.code):
            of_this = note.kind is NoteKind.CONTRADICTION and row.id in note.statements
            if of_this and note.short_sv and number <= (row.states_number or 0):
                return note
    return None
