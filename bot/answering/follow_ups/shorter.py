"""Less of what was just shown, where a shorter answer is asked for: its head alone.

Plainer words there are none: a page's own are not put in others.
"""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.lists import heading
from bot.understanding.on_the_answer import asks_for_less, asks_for_simpler
from bot.understanding.question import Question
from knowledge.rows import StatementRow


def shorter(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """The first kind of what was shown, or that it is no longer than the page's own words."""
    if asks_for_simpler(question):
        line = said("I can't put it more simply; these are the page's own words:")
        return desk.answer(line, shown)
    if not asks_for_less(question):
        return None
    first = shown[0]
    head = [row for row in shown if row.kind is first.kind]
    one_place = len({row.municipality.code for row in shown}) == 1
    if not one_place or len(head) == len(shown):
        line = said("That is as short as it gets; these are the page's own words:")
        return desk.answer(line, shown)
    return desk.answer(heading(desk, head), head)
