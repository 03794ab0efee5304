"""Whether a plan still applies that has been replaced by another: "Gäller Jokkmokk 2015 än?"."""

import re

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.status import changes_told
from bot.answering.still import EndPut, end_put
from bot.answering.yes_or_no import asks_whether_reached
from bot.understanding.claims import denies, offers_a_choice, says_wrong
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import NoteKind
from knowledge.rows import StatementRow
from knowledge.text import folded_words

_YEAR = re.compile(r"(?:19|20)\d\d")
_WHETHER = frozenset({"ask.status", "ask.end", "state.current", "state.ended"})


def answer_former(desk: Desk, question: Question) -> Answer | None:
    """That it has been replaced, and by what; None where the year names no former plan."""
    reading = question.reading
    if len(question.covered) != 1 or not reading.years or not asks_yes_or_no(reading):
        return None
    reached = asks_whether_reached(question)
    if (reading.cues.isdisjoint(_WHETHER) and not reached) or offers_a_choice(reading):
        return None
    years = {str(year) for year in reading.years}
    told = [row for row in changes_told(desk, question) if _is_of_former(row, years)]
    if not told:
        return None
    over = _asks_for_end(question)
    line = said("Yes: it has been replaced.") if over else said("No: it has been replaced.")
    if denies(reading) or says_wrong(reading):
        # "Does it no longer apply?" is answered by what came after it.
        line = said("This is what {place} says:", place=question.covered[0].name)
    if reached:
        # "Did it reach its 2015 goals?" is no question of those of 2030.
        line = said("The page does not say how far that has come.")
    return desk.answer(line, told, asked=(NoteKind.OLDER,))


def _asks_for_end(question: Question) -> bool:
    """Whether it is asked if it is over, not if it holds: "Har Jokkmokk 2015 upphört?"."""
    cues, told = question.reading.cues, clause_words()
    holds = (told["still"] | told["applies"]).intersection(question.reading.folded)
    over = end_put(question) is not EndPut.NOT or "state.ended" in cues
    return over or ("ask.end" in cues and not holds)


def _is_of_former(row: StatementRow, years: set[str]) -> bool:
    """Whether the years are those of what came before: the page names the later plan first."""
    later, *former = [word for word in folded_words(row.original) if _YEAR.fullmatch(word)] or [""]
    return years.issubset(former) and later not in years
