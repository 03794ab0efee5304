"""The one of a list that is told by what it is: "the green one", "det nya"."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.follow_ups.place_in_list import list_of
from bot.answering.lists import heading
from bot.answering.newest import marked_new
from bot.answering.statements import explained
from bot.understanding.clauses import clause_words
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import Question
from bot.understanding.the_rest import names_places, names_the_rest
from knowledge.models import Kind
from knowledge.rows import StatementRow
from knowledge.text import stems

_SHORT, _NEAR = 8, 3
_LISTED = frozenset({
    Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY, Kind.VALUE, Kind.PERSPECTIVE,
})  # fmt: skip


def described(desk: Desk, question: Question, listed: Sequence[StatementRow]) -> Answer | None:
    """The one that a word of the question describes; None where it fits none, or all of them."""
    if not _describes(question):
        return None
    among = _among(desk, listed)
    one_place = len({row.municipality.code for row in among}) == 1
    if len(among) < 2 or not one_place:
        return None
    found = (
        marked_new(question, among)
        or [row for row in among if question.words & stems(f"{row.original} {row.translation}")]
        or [row for row in among if set(question.topics) & set(row.topics)]
    )
    if not 0 < len(found) < len(among):
        return None
    alone = heading(desk, found)
    return explained(desk, found, alone=alone) if len(found) == 1 else desk.answer(alone, found)


def _among(desk: Desk, listed: Sequence[StatementRow]) -> list[StatementRow]:
    """What one is picked from: what was listed; where one was looked at, the list it is of."""
    among = [row for row in listed if row.kind in _LISTED and row.kind is listed[0].kind]
    if len(among) > 1:
        return among
    first = listed[0]
    head = desk.store.statement(first.parent) if first.parent else first
    return list_of(desk, head) if head and head.kind in _LISTED else []


def rest_of_list(
    desk: Desk, question: Question, listed: Sequence[StatementRow], shown: Sequence[StatementRow]
) -> Answer | None:
    """Those of a list that were not looked at: "the first one", "and the other two?"."""
    rest = names_the_rest(question) and not names_places(question)
    rest = rest or _names_the_old(question)
    if not rest or question.ordinal is not None:
        return None
    among = [row for row in listed if row.kind in _LISTED and row.kind is listed[0].kind]
    left = [row for row in among if row not in shown]
    if not 0 < len(left) < len(among):
        return None
    return desk.answer(said("Here is more:"), left)


def _names_the_old(question: Question) -> bool:
    """Whether those are meant that are not the new one: "and the old ones?"."""
    words, told = question.reading.folded, clause_words()
    little = told["former"] | told["around_the_rest"] | told["them"]
    of_them = bool((told["them"] | _THEY).intersection(words))
    return bool(told["former"].intersection(words)) and of_them and set(words) <= little


_THEY = frozenset({"de", "the"})


def _describes(question: Question) -> bool:
    """Whether one is pointed at by a word for what it is, and by no number or kind."""
    reading = question.reading
    other = question.kinds or question.counties or reading.mentions
    if other or question.ordinal is not None or len(reading.words) > _SHORT:
        return False
    words = reading.folded
    points = listed_words().the | clause_words()["that"]
    return (
        _weak_adjective(words)
        or _another(question)
        or any(
            word in _ONE and points.intersection(words[max(0, at - _NEAR) : at - 1])
            for at, word in enumerate(words)
        )
    )


_ONE = frozenset({"one", "ones"})


def _weak_adjective(words: Sequence[str]) -> bool:
    """Whether a message is "den gröna" or "och det nya då": an adjective as Swedish points with."""
    opening = clause_words()["joining"] | clause_words()["about"] | clause_words()["fillers"]
    left = [word for word in words if word not in opening | clause_words()["does"] - _THE]
    pair = len(left) == 2 and left[0] in _THE
    return pair and left[1].endswith(("a", "e")) and left[1] not in listed_words().all


def _another(question: Question) -> bool:
    """Whether another is named by what it is alone: "och en stark?", "and a strong one?"."""
    words = question.reading.folded
    left = [word for word in words if word not in _ONE]
    joined = len(left) == _AND_A_STRONG and left[0] in clause_words()["joining"]
    return joined and left[1] in clause_words()["a"] and not question.topics


_AND_A_STRONG = 3
_THE = frozenset({"den", "det"})
