"""What such things are on a page: "What is a focus area?", "how do goals and areas differ?"."""

from bot.answering.answer import Answer, Word, said
from bot.answering.desk import Desk, intents
from bot.answering.labelled import words_of_one_page
from bot.answering.lists import listed, listing_of
from bot.answering.statements import explaining
from bot.answering.terms import names_term
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.marking import marked
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
        told += desk.store.children([row.id for row in told])
        line = said("This is what {place} says:", place=place.name)
        return desk.answer(line, told) if told else _unexplained(desk, question, place)
    if _asks_what_word_means(question):
        return _unexplained(desk, question, place)
    if not sets_kinds_apart(question):
        return None
    sides = [
        [*_bringing_up(desk, question, place, kind), *_of_kind(desk, question, place, kind)]
        for kind in question.kinds
    ]
    if not all(sides):
        return None
    line = said("The page does not say that; the nearest is this:")
    if _asks_whether_same(question):
        line = said("The page keeps them apart:")
    return desk.answer(line, [row for rows in sides for row in rows])


def sets_kinds_apart(question: Question) -> bool:
    """Whether it is asked how two kinds differ on one page, or if they are the same."""
    differ = not clause_words()["differs"].isdisjoint(question.reading.folded)
    differ = differ or _asks_whether_same(question)
    return differ and len(question.kinds) >= _TWO and len(question.covered) == 1


def _asks_what_one_is(question: Question) -> bool:
    """Whether it is asked what one of a listed kind is as such: "vad är ett fokusområde?"."""
    intent = intents().get(question.intent)
    if (
        intent is None
        or intent.shape not in {"list", "explain", "meaning"}
        or len(question.kinds) != 1
    ):
        return False
    reading, told = question.reading, clause_words()
    start = reading.asking.start
    opening = (told["which"] | {"vad"}, told["being"], told["a"])
    words = reading.folded[start : start + len(opening)]
    kinds = reading.kind_starts
    opens = all(word in those for word, those in zip(words, opening, strict=False))
    return opens and start + len(opening) in kinds


def _asks_whether_same(question: Question) -> bool:
    same = not clause_words()["same"].isdisjoint(question.reading.folded)
    return same and asks_yes_or_no(question.reading)


def _asks_what_word_means(question: Question) -> bool:
    """Whether it is asked what a word for a kind means as such, and not anybody's: "målområde"."""
    intent, cues = intents().get(question.intent), question.reading.cues
    listed = intent is not None and intent.shape == "list" and len(question.kinds) == 1
    return listed and "ask.meaning" in cues and not question.reading.mentions


def _unexplained(desk: Desk, question: Question, place: Municipality) -> Answer | None:
    """That the page has the word and does not explain it, with what it calls so.

    What explains it, where something does.
    """
    here = desk.store.of_municipality(place.code)
    if explains := [row for row in here if names_term(row, question)]:
        return explaining(desk, explains)
    named = [label for label in words_of_one_page(desk, question) if label not in _ANYBODYS]
    rows = [row for row in _of_kind(desk, question, place, question.kinds[0]) if row.label in named]
    if not rows:
        return None
    text = marked("The page does not explain the word {word}; this is what it calls so:")
    return desk.answer(said(text, word=Word(rows[0].label)), rows)


# "What does the vision mean?" asks for what it says.
_ANYBODYS = frozenset({"vision"})


def _bringing_up(
    desk: Desk, question: Question, place: Municipality, kind: Kind
) -> list[StatementRow]:
    """What says how many there are of those that the page lists, and of what."""
    labels = {row.label for row in _of_kind(desk, question, place, kind)}
    if _asks_what_one_is(question):
        # Areas that are counted and not listed have a name of their own.
        labels.update(words_of_one_page(desk, question))
    here = desk.store.of_municipality(place.code)
    return [row for row in here if row.states_number and row.states_label in labels]


def _of_kind(desk: Desk, question: Question, place: Municipality, kind: Kind) -> list[StatementRow]:
    rows = listed(desk, question, listing_of([kind]), place)
    return [row for row in rows if row.kind is kind]
