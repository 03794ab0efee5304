"""The words that a page itself explains, and whether a question names one."""

from bot.understanding.question import Question
from bot.understanding.quotations import quotations
from knowledge.rows import StatementRow
from knowledge.text import stem, words


def names_term(row: StatementRow, question: Question) -> bool:
    """Whether the word that a statement explains is named, in Swedish or as we translate it."""
    if not row.term:
        return False
    terms = [stems_of(row.term), *map(stems_of, quotations(row.translation))]
    asked = {stem(word.folded) for word in question.reading.unnamed}
    return any(term and term <= asked for term in terms)


def stems_of(text: str) -> set[str]:
    """The stems of the words of a term, but for the smallest."""
    return {stem(word.folded) for word in words(text) if len(word.folded) > 2}
