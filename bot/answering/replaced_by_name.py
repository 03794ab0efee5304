"""Yes or no to which plan came after which: "Ersatte Jokkmokk 2030 Jokkmokk 2020?"."""

from dataclasses import replace
from itertools import pairwise

from bot.answering.answer import Answer, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.facts import leads_only
from bot.understanding.claims import asking_words, is_turned
from bot.understanding.clauses import clause_words, says
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.marking import marked
from knowledge.models import Aspect, Kind
from knowledge.text import folded_words


def with_successor(_: Desk, question: Question, answer: Answer) -> Answer:
    """The answer after a yes or a no, where two plans are named by their years, or "something"."""
    reading, short = question.reading, answer.short
    if question.intent != "replaced" or len(question.covered) != 1 or not leads_only(short):
        return answer
    turned = is_turned(reading)
    row = answer.statements[0]
    told = row.kind is Kind.FACT and Aspect.REPLACED in row.about
    if turned or not told or not asks_yes_or_no(reading) or short is None:
        return answer
    asked = _in_order(question)
    names = [word for word in folded_words(row.original) if word.isdigit()]
    if len(asked) == _TWO == len(names):
        verdict = marked("Yes.") if asked == names else marked("No.")
    elif not asked and _asks_for_anything(question):
        verdict = marked("Yes.")
    else:
        return answer
    return replace(answer, short=one_after_other(said(verdict), short))


# The one that came, and the one before it.
_TWO = 2


def _in_order(question: Question) -> list[str]:
    """The years of the plans named, the later plan first: "Was Jokkmokk 2015 replaced by …?"."""
    reading = question.reading
    spelled = {str(year) for year in reading.years}
    # "Replaced in 2019" names no plan.
    years = [
        word.folded
        for before, word in pairwise((None, *reading.words))
        if word and word.folded in spelled and not (before and says([before], "during"))
    ]
    passive = clause_words()["passive"].intersection(asking_words(reading))
    return years[::-1] if passive else years


def _asks_for_anything(question: Question) -> bool:
    """Whether it is asked if it came in the place of anything at all, or of something older."""
    asked, told = asking_words(question.reading), clause_words()
    older = asked & (told["something"] | told["former"])
    return bool(asked & told["succeeds"] and older) and not asked & told["passive"]
