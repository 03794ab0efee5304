"""What a page itself calls new: "Näringsliv (nytt fokusområde från och med år 2021)"."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from bot.understanding.clauses import clause_words
from bot.understanding.going_on import asks_for_new_ones
from bot.understanding.question import Question
from knowledge.rows import StatementRow
from knowledge.text import fold, words


def asks_newer(question: Question) -> bool:
    """Whether something newer than the page is asked for, by a word that says just that."""
    asked = set(question.reading.folded)
    return bool(asked & clause_words()["newer_than"]) or asks_for_new_ones(question)


def marked_new(question: Question, rows: Iterable[StatementRow]) -> list[StatementRow]:
    """Those that the page itself calls new ("nytt fokusområde"), where new ones are asked for."""
    # What comes after something is not new for that.
    new = clause_words()["newer"] - clause_words()["after"]
    if new.isdisjoint(question.reading.folded):
        return []
    return [row for row in rows if _is_called_new(row, new)]


def _is_called_new(row: StatementRow, new: Collection[str]) -> bool:
    spelled = words(row.original)
    return any(
        before.folded in new and word.folded.startswith(fold(row.label))
        for before, word in pairwise(spelled)
    )
