"""That a page does not name what it was asked for, where it is to be listed after all."""

from collections.abc import Sequence

from bot.answering.answer import Answer
from bot.answering.desk import Desk
from bot.answering.gaps import not_named
from bot.understanding.of_what_was_shown import asks_to_list
from bot.understanding.question import Question
from knowledge.rows import StatementRow


def not_listed(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """The note that they are not named: "six priority areas", "can't you list them?"."""
    note = not_named(desk, question, shown) if asks_to_list(question) else None
    return desk.answer(note, shown, notes=[note]) if note else None
