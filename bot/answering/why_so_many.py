"""Why there are so many where a page counts otherwise than it lists: "Why seven, but six?"."""

from bot.answering.answer import Answer, one_after_other
from bot.answering.desk import Desk
from bot.answering.follow_ups.why import asks_of_number, contradiction
from bot.answering.reasons import NO_REASON
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Kind


def answer_why_so_many(desk: Desk, question: Question) -> Answer | None:
    """What the page says and what it lists, and that it gives no reason; None for other whys."""
    if len(question.covered) != 1 or question.topics or not _asks_why(question):
        return None
    here = desk.store.of_kinds(question.covered[0].code, question.kinds or list(Kind))
    note = contradiction(desk, here)
    if note is None:
        return None
    concerned = [row for name in note.statements if (row := desk.store.statement(name))]
    return desk.answer(one_after_other(note, NO_REASON), concerned, notes=[note])


def _asks_why(question: Question) -> bool:
    """Whether the reason for a number is asked for; "because" tells of one and asks for none."""
    reading = question.reading
    asks = {reading.folded[hit.start] for hit in reading.hits if hit.group == "ask.reason"}
    return asks_of_number(question) and not asks.isdisjoint(clause_words()["led_to"])
