"""Words laid in the wrong municipality's mouth: "Is “A safe municipality” Överkalix's goal?"."""

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.echo import in_everyday_words, rows_quoted
from bot.understanding.question import Question
from bot.understanding.quotations import quotations
from bot.understanding.subjects import asks_yes_or_no


def said_elsewhere(desk: Desk, question: Question) -> Answer | None:
    """Whose words they are, where the one municipality asked about does not write them.

    None where it does, where nobody does, or where no yes or no is asked for.
    """
    if len(question.covered) != 1 or not asks_yes_or_no(question.reading):
        return None
    place = question.covered[0]
    rows = rows_quoted(desk, question)
    if not rows or any(row.municipality == place for row in rows):
        return None
    if all(in_everyday_words(row) for row in rows) and _speaks_of_it(question):
        return None
    others = tuple(dict.fromkeys(row.municipality.name for row in rows))
    return desk.answer(
        said("No, not {place}: that is what {others} says.", place=place.name, others=others), rows
    )


def _speaks_of_it(question: Question) -> bool:
    """Whether nobody is quoted, though a neighbour's goal is called by the same everyday words.

    "Är Överkalix en trygg kommun?" claims no goal at all, and "Har Överkalix målet en trygg
    kommun?" asks for what Överkalix itself has on safety.
    """
    if quotations(question.reading.text):
        return False
    return not question.kinds or bool(question.echo.topics & set(question.topics))
