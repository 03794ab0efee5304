"""What was just shown once more, where somebody says that it is wrong: the page is what counts."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.understanding.on_the_answer import objects
from bot.understanding.question import Question
from knowledge.rows import StatementRow


def objected(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """What the page says, again, with its source: "det stämmer inte", "you are wrong"."""
    if not objects(question):
        return None
    return desk.answer(said("I go by the page, and this is what it says:"), shown)
