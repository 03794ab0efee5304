"""Less of what was just shown, where a shorter answer is asked for: its head alone."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.lists import heading
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.rows import StatementRow


def shorter(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """The first kind of what was shown, or that it is no longer than the page's own words."""
    words, told = set(question.reading.folded), clause_words()
    if not words & told["shorter"] or not words <= told["shorter"] | told["around_shorter"]:
        return None
    first = shown[0]
    head = [row for row in shown if row.kind is first.kind]
    one_place = len({row.municipality.code for row in shown}) == 1
    if not one_place or len(head) == len(shown):
        line = said("That is as short as it gets; these are the page's own words:")
        return desk.answer(line, shown)
    return desk.answer(heading(desk, head), head)
