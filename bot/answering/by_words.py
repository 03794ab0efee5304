"""A question that may ask anything, answered by what holds its words."""

from bot.answering.answer import Answer
from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find
from bot.answering.lists import mentioned
from bot.understanding.question import Question
from knowledge.models import Kind


def by_its_words(desk: Desk, question: Question) -> Answer | None:
    """What holds all the words of a question that may ask anything: "Vad är Ljungbys modell?"."""
    asked = question.kinds or question.topics or question.narrow
    if asked or question.echo.share < 1 or len(question.covered) != 1:
        return None
    unclear = question.likely.get(question.intent, 0.0) < _UNCLEAR
    if not (unclear or _asks_of_a_year(desk, question)):
        return None
    return mentioned(
        desk, question, find(desk.store, question.covered, Wanted(words=question.words))
    )


def _asks_of_a_year(desk: Desk, question: Question) -> bool:
    """Whether a year is all that is named: "What happened in 2015?"."""
    times = _TIMES & question.reading.cues
    reading = question.reading
    if not reading.years or not all(map(str.isdigit, question.words)):
        return False
    code = question.covered[0].code
    # "Jokkmokk 2030" names a plan.
    names = {f"y:{year}:{Kind.VISION}" for year in reading.years}
    return not (times or desk.store.matches([code], names))


_TIMES = frozenset({"ask.status", "ask.start", "ask.end", "ask.period", "ask.want", "ask.future"})
# What is asked is so unlikely that the words tell more.
_UNCLEAR = 0.25
