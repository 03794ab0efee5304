"""Yes or no before a first line that settles it: a number, what was dropped, what is not there."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.answering.answer import Answer, Number, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.numbers import counts_some, number_stated
from bot.answering.still import EndPut, end_put
from bot.understanding.claims import (
    asking_words,
    asks_a_favour,
    claims_gone,
    denies,
    is_a_claim,
    offers_a_choice,
    says_wrong,
)
from bot.understanding.clauses import clause_words
from bot.understanding.figures import figure_asked
from bot.understanding.ordinals import number_asked
from bot.understanding.population import says_how_many_there_are
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no, years_asked
from knowledge.marking import marked
from knowledge.models import Aspect, Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow

_A_YEAR = re.compile(r"(?:19|20)\d\d")
_AIMS = frozenset({"vision", "goals"})
_YES, _NO = marked("Yes."), marked("No.")
# What a page says in passing stands in for no list.
_IN_PASSING = frozenset({Kind.FACT, Kind.EXPLANATION, Kind.STEERING, Kind.QUOTATION})


def with_verdict(desk: Desk, question: Question, answer: Answer) -> Answer:
    """The answer, its first line after a yes or a no where that line settles what is asked."""
    short = answer.short
    reading = question.reading
    if short is None or len(question.covered) != 1 or not asks_yes_or_no(reading):
        return answer
    if asking_words(reading) & clause_words()["counts"] or asks_a_favour(reading):
        return answer
    if offers_a_choice(reading):
        return answer
    if asks_whether_reached(question):
        return replace(answer, short=said("The page does not say how far that has come."))
    of_today = not question.kinds and says_how_many_there_are(reading)
    if of_today and (isinstance(short, NoteRow) or "number" in short.values):
        unsaid = said("The page does not say how many there are now.")
        return replace(answer, short=one_after_other(unsaid, short))
    if isinstance(short, NoteRow):
        if short.kind is NoteKind.REPLACED and _is_gone_in_a_year(desk, question):
            unsaid = said("The page does not say when that was.")
            return replace(answer, short=one_after_other(unsaid, short))
        yes = _of_note(desk, question, answer, short)
    else:
        yes = _of_number(question, short)
    if yes is None:
        return answer
    line = one_after_other(said(_YES if yes != says_wrong(reading) else _NO), short)
    return replace(answer, short=line)


def asks_whether_reached(question: Question) -> bool:
    """Whether it is asked if a goal has been reached: no page tells the outcome of its goals."""
    asked, words = asking_words(question.reading), clause_words()
    aimed = question.kinds or question.intent in _AIMS or figure_asked(question.reading)
    did = asked & words["did"] and asked & words["reach"]
    return bool(aimed and (asked & words["reached"] or did))


def _of_number(question: Question, short: Said) -> bool | None:
    """Whether the number aimed at is the one named, in the year named, if one is."""
    told, figure = short.values.get("number"), figure_asked(question.reading)
    if not isinstance(told, Number) or figure is None or denies(question.reading):
        return None
    year = short.values.get("year")
    return told.value == figure and (year is None or _in_time(question, str(year)))


def _in_time(question: Question, year: str) -> bool:
    """Whether a target's year is one of those asked about; "by 2040" is any until then."""
    # Also those that a word names as far ahead ("år 2040"), which are no plan's.
    years = [int(word) for word in question.reading.folded if _A_YEAR.fullmatch(word)]
    if years and set(question.reading.folded) & clause_words()["no_later"]:
        return int(year) <= max(years)
    return not years or int(year) in years or year in years_asked(question.reading)


def _of_note(desk: Desk, question: Question, answer: Answer, note: NoteRow) -> bool | None:
    if note.kind is NoteKind.ENDED:
        return True if end_put(question) is not EndPut.NOT else None
    if note.kind is NoteKind.REPLACED:
        return _of_what_is_gone(question, answer)
    if note.kind is NoteKind.INFO and Aspect.PERIOD in note.about:
        return _of_its_end(question, answer)
    if note.kind is NoteKind.GAP and Aspect.ALIGNED in note.about:
        # Which of the global goals are meant is not said; that they are followed is.
        told = any(Aspect.ALIGNED in row.about for row in answer.statements)
        return True if told and not denies(question.reading) else None
    if note.kind is NoteKind.GAP and (claimed := number_asked(question.reading)):
        count = number_stated(desk, question, question.covered[0])
        if count and count.number:
            return claimed.fits(count.number) if not denies(question.reading) else None
    if note.kind is NoteKind.GAP and question.kinds:
        # A list of another kind is shown: what is asked for is not there.
        shown = {row.kind for row in answer.statements}
        instead = shown.isdisjoint({*question.kinds, *_IN_PASSING})
        if instead and not counts_some(desk, question, question.covered[0]):
            # "Has it no vision?" is answered with no; that this is so, as is claimed, with yes.
            return denies(question.reading) and is_a_claim(question.reading)
    return None


def _of_its_end(question: Question, answer: Answer) -> bool | None:
    """Whether a plan that ends in a year that we take from its name ends in the one claimed."""
    ends = {row.valid_until.year for row in answer.statements if row.valid_until}
    years = set(question.reading.years)
    if question.intent != "end" or len(years) != 1 or not ends or denies(question.reading):
        return None
    return years <= ends


def _is_gone_in_a_year(desk: Desk, question: Question) -> bool:
    """Whether something is said to be gone since a year: "Was the target dropped in 2023?"."""
    words = question.reading.folded
    past = {str(year) for year in question.reading.years if year <= desk.day.year}
    during = clause_words()["during"]
    told = any(word in past and before in during for before, word in pairwise(words))
    return told and claims_gone(question.reading)


def _names(row: StatementRow, figure: int) -> bool:
    """Whether a statement aims at a number, or tells of it: "40 000 invånare"."""
    return row.target_number == figure or f"{figure:,}".replace(",", " ") in row.original


def _of_what_is_gone(question: Question, answer: Answer) -> bool | None:
    """Whether it is gone, as is claimed, or there, as is claimed; None where a part is asked of."""
    figure = figure_asked(question.reading)
    same = figure is not None and any(_names(row, figure) for row in answer.statements)
    if not (same or "population" in question.topics):
        return None
    if claims_gone(question.reading):
        # "Has it no longer …?" is answered with no: it has not.
        return not denies(question.reading) or is_a_claim(question.reading)
    return False if same and not denies(question.reading) else None
