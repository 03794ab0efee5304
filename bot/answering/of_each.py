"""How many there are in each of something, where a sentence tells that beside the whole number."""

from itertools import pairwise

from bot.understanding.clauses import clause_words
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import Question
from knowledge.rows import StatementRow
from knowledge.text import fold, words


def number_of_each(question: Question, row: StatementRow) -> int | None:
    """The number that stands before the thing counted, where another is that of the whole.

    "Under varje målområde … tre övergripande mål, totalt 21 st."
    """
    told = [word.folded for word in words(row.original)]
    each = clause_words()["each"]
    if not (each.intersection(question.reading.folded) and each.intersection(told)):
        return None
    named = fold((row.states_label or "").split(" ")[0])
    numbers = listed_words().numbers
    found = (numbers[word] for word, after in pairwise(told) if after == named and word in numbers)
    number = next(found, None)
    return number if number != row.states_number else None
