"""The words that a page itself explains, and whether a question names one."""

from bot.understanding.clauses import clause_words
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
    return any(term and (term <= asked or _by_its_parts(term, asked)) for term in terms)


def _by_its_parts(term: set[str], asked: set[str]) -> bool:
    """Whether a term of several words is named, a compound in it by what it begins with."""
    begins = tuple(word for word in asked if len(word) >= _TELLING)
    parts = [word for word in term if word not in clause_words()["articles"]]
    known = all(word in asked or word.startswith(begins) for word in parts)
    return len(parts) > 1 and bool(begins) and known


# A shorter word is the beginning of many.
_TELLING = 6


def stems_of(text: str) -> set[str]:
    """The stems of the words of a term, but for the smallest."""
    return {stem(word.folded) for word in words(text) if len(word.folded) > 2}
