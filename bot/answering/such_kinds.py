"""What such things are on a page: "What is a focus area?", "how do goals and areas differ?"."""

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, intents
from bot.answering.lists import listed, listing_of
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Kind, Municipality
from knowledge.rows import StatementRow

_TWO = 2


def answer_such_kinds(desk: Desk, question: Question) -> Answer | None:
    """The sentence that brings such things up, and they themselves where several are compared."""
    if len(question.covered) != 1 or question.topics or question.narrow:
        return None
    place = question.covered[0]
    if _asks_what_one_is(question):
        told = _bringing_up(desk, question, place, question.kinds[0])
        line = said("This is what {place} says:", place=place.name)
        return desk.answer(line, told) if told else None
    if not sets_kinds_apart(question):
        return None
    sides = [
        [*_bringing_up(desk, question, place, kind), *_of_kind(desk, question, place, kind)]
        for kind in question.kinds
    ]
    if not all(sides):
        return None
    line = said("The page does not say that; the nearest is this:")
    return desk.answer(line, [row for rows in sides for row in rows])


def sets_kinds_apart(question: Question) -> bool:
    """Whether it is asked how two kinds differ on one page."""
    differ = not clause_words()["differs"].isdisjoint(question.reading.folded)
    return differ and len(question.kinds) >= _TWO and len(question.covered) == 1


def _asks_what_one_is(question: Question) -> bool:
    """Whether it is asked what one of a listed kind is as such: "vad är ett fokusområde?"."""
    intent = intents().get(question.intent)
    if intent is None or intent.shape not in {"list", "explain"} or len(question.kinds) != 1:
        return False
    reading, told = question.reading, clause_words()
    start = reading.asking.start
    opening = (told["which"] | {"vad"}, told["being"], told["a"])
    words = reading.folded[start : start + len(opening)]
    kinds = {hit.start for hit in reading.hits if hit.group.startswith("kind.")}
    opens = all(word in those for word, those in zip(words, opening, strict=False))
    return opens and start + len(opening) in kinds


def _bringing_up(
    desk: Desk, question: Question, place: Municipality, kind: Kind
) -> list[StatementRow]:
    """What says how many there are of those that the page lists, and of what."""
    labels = {row.label for row in _of_kind(desk, question, place, kind)}
    here = desk.store.of_municipality(place.code)
    return [row for row in here if row.states_number and row.states_label in labels]


def _of_kind(desk: Desk, question: Question, place: Municipality, kind: Kind) -> list[StatementRow]:
    rows = listed(desk, question, listing_of([kind]), place)
    return [row for row in rows if row.kind is kind]
