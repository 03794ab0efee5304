"""Somebody's words asked of all: "Give me a quote from a politician about goals"."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Municipality
from knowledge.text import stem, words


def asks_for_quotation(question: Question) -> bool:
    """Whether a quotation is asked for, of nobody in particular."""
    asking, words = question.reading.asking, question.reading.folded
    return not clause_words()["quotations"].isdisjoint(words[asking.start : asking.end])


def answer_quotation(
    desk: Desk, question: Question, places: Sequence[Municipality]
) -> Answer | None:
    """What pages quote, first what holds the question's words; None where nobody is quoted."""
    spoken = [
        row for place in places for row in desk.store.of_municipality(place.code) if row.person
    ]
    if not spoken:
        return None
    swedish = question.language == "sv"
    texts = {row.id: row.original if swedish else row.translation for row in spoken}
    held = {
        name: len(question.words & {stem(word.folded) for word in words(text)})
        for name, text in texts.items()
    }
    spoken.sort(key=lambda row: -held[row.id])
    names = tuple(dict.fromkeys(row.municipality.name for row in spoken))
    short = said("Somebody is quoted on the page of {places}.", places=names)
    return desk.answer(short, spoken)
