"""Yes to an aim that stands on the page word for word: "Does it want to be a good employer?"."""

from dataclasses import replace

from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.echo import own_words
from bot.understanding.claims import claims_more, is_turned
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.marking import marked
from knowledge.models import Kind, Status
from knowledge.rows import StatementRow
from knowledge.text import stem, stems, words

_AIMS = frozenset({Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.FOCUS_AREA, Kind.PRIORITY})
# The lines that lead to what a page says, and the states in which it holds.
SAYS = frozenset({"This is what {place} says:", "This is what {place} says about {topic}:"})
HOLDS = frozenset({Status.CURRENT, Status.UNDATED})
# One word alone may be said of anything, but in what one wants to be.
_LEAST = 2
_YES = marked("Yes.")


def with_yes_to_aim(desk: Desk, question: Question, answer: Answer) -> Answer:
    """The answer after a yes, where an aim that still holds has every word of the claim."""
    short = answer.short
    if not isinstance(short, Said) or short.text not in SAYS or not _asks_of_aim(question):
        return answer
    asked = own_words(question) - _beside_the_aim()
    least = 1 if _asks_to_be(question) else _LEAST
    if len(asked) < least or not any(_says(desk, row, asked) for row in answer.statements):
        return answer
    return replace(answer, short=one_after_other(said(_YES), short))


def _asks_of_aim(question: Question) -> bool:
    """Whether yes or no is asked to what one wants, neither turned round nor compared."""
    reading, listed = question.reading, clause_words()
    if len(question.covered) != 1 or not asks_yes_or_no(reading):
        return False
    beyond = listed["most"] | listed["ranks"] | listed["few"] | listed["all"] | listed["reached"]
    turned = is_turned(reading)
    aims = not listed["wants"].isdisjoint(reading.folded)
    turned = turned or claims_more(reading)
    return aims and not turned and beyond.isdisjoint(reading.folded)


def _asks_to_be(question: Question) -> bool:
    """Whether it is asked what one wants to be: "Does Värnamo want to be green?"."""
    words, told = question.reading.folded, clause_words()
    return any(
        word in told["to_be"] and told["wants"].intersection(words[max(0, at - _NEAR) : at])
        for at, word in enumerate(words)
    )


# "Want to be", "vill Värnamo kommun vara".
_NEAR = 4


def _beside_the_aim() -> set[str]:
    """What frames a claim, and what asks for an aim."""
    named = map(clause_words().__getitem__, ("claims", "frames", "right", "wants", "to_be"))
    return {stem(word) for listed in named for word in listed}


def _says(desk: Desk, row: StatementRow, asked: frozenset[str]) -> bool:
    if row.kind not in _AIMS or row.status(desk.day) not in HOLDS:
        return False
    denied = {word.folded for word in words(row.original)} & clause_words()["lacks"]
    return not denied and asked <= stems(row.original) | stems(row.translation)
