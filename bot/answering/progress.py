"""How far a municipality has come with its goals: "How is Värnamo doing with its goals?"."""

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.lists import listed, listing_of
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Kind

_AIMS = frozenset({Kind.VISION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA})
# What such a question is read as; "how did they come about?" asks for something else.
_READ_AS = frozenset({"topic", "followup", "status", "count"})


def answer_progress(desk: Desk, question: Question) -> Answer | None:
    """The goals, below that no page tells the outcome of its own; None where none is asked."""
    if len(question.covered) != 1 or not _asks_how_far(question):
        return None
    shown = listed(desk, question, listing_of(question.kinds), question.covered[0])
    line = said("The page does not say how far that has come.")
    return desk.answer(line, shown) if shown else None


def _asks_how_far(question: Question) -> bool:
    words, told = asking_words(question.reading), clause_words()
    reading = question.reading
    aims = bool(question.kinds) and _AIMS.issuperset(question.kinds)
    other = question.topics or question.narrow or "ask.process" in reading.cues
    opens = reading.folded[reading.asking.start] in told["how"]
    fares = words & told["fares"] and words.isdisjoint(told["until"])
    return bool(aims and opens and fares and question.intent in _READ_AS) and not other
