"""Which is the most of something: the pages compare nobody, but they have dates of their own."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.answering.across.years import ByPlace
from bot.answering.answer import Answer, Dated, Of, Said, one_after_other, said
from bot.answering.desk import MOST, Desk
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.reading import Reading
from bot.understanding.subjects import compares_numbers
from knowledge.models import Municipality
from knowledge.text import Word, folded_words


def ranks(reading: Reading) -> bool:
    """Whether it is asked which is the most of something that no number tells."""
    asking = reading.words[reading.asking.start : reading.asking.end]
    told = clause_words()["ranks"]
    spelled = {word.folded for word in asking}
    if _compares_ages(spelled) or _judges(asking):
        return True
    return bool(spelled & told) and not compares_numbers(reading)


def asks_rank(question: Question) -> bool:
    """Whether the most is asked for of what is not counted: "who writes the most?"."""
    reading = question.reading
    return ranks(reading) or (not question.kinds and compares_numbers(reading))


def aiming_at_rank(
    desk: Desk, question: Question, places: Iterable[Municipality]
) -> tuple[str, ByPlace] | None:
    """Who says that it wants to be the most of something, and the word: "Who wants to be best?"."""
    reading = question.reading
    says = not clause_words()["says"].isdisjoint(reading.folded)
    if not (says or reading.cues & {"ask.want", "ask.future"}):
        return None
    ranked = [word for word in reading.words if word.folded in clause_words()["ranks"]]
    if len(ranked) != 1:
        return None
    found: ByPlace = {}
    for place in list(places)[:MOST]:
        for row in desk.store.of_municipality(place.code):
            text = row.original if question.language == "sv" else row.translation
            if any(word.startswith(ranked[0].folded) for word in folded_words(text)):
                found.setdefault(place.code, []).append(row)
    return (ranked[0].lower, found) if found else None


def _compares_ages(words: Set[str]) -> bool:
    """Whether one is older than another; "äldre" alone are older people."""
    return bool(words & clause_words()["ages"] and words & clause_words()["than"])


def _judges(words: Sequence[Word]) -> bool:
    """Whether one is judged to be more so than another: "more ambitious"."""
    degrees, judges = clause_words()["degrees"], clause_words()["judges"]
    return any(a.folded in degrees and b.folded in judges for a, b in pairwise(words))


def answer_rank(desk: Desk, question: Question, places: Sequence[Municipality]) -> Answer:
    """That nobody ranks them; the dates of their pages do tell which is the newest or oldest."""
    nothing = desk.not_in_sources(())
    told = _by_dates(desk, question, places)
    if told is None:
        return replace(nothing, short=rank_line(desk, question, places))
    return Answer(outcome="answer", short=told, suggestions=nothing.suggestions)


def rank_line(desk: Desk, question: Question, places: Iterable[Municipality]) -> Said:
    """That they are not compared; of the newest and oldest, the dates of the pages."""
    if not _asks_age(question):
        return said("I can't rank them: the pages do not compare municipalities.")
    told = _by_dates(desk, question, places)
    return told or said("I can't tell: none of the pages gives a date.")


def _asks_age(question: Question) -> bool:
    words = set(question.reading.folded)
    return _compares_ages(words) or bool(
        words & (clause_words()["newest"] | clause_words()["oldest"])
    )


def _by_dates(desk: Desk, question: Question, places: Iterable[Municipality]) -> Said | None:
    """The pages' dates where the newest or the oldest is asked for; None where there are none."""
    words = set(question.reading.folded)
    newest = bool(words & clause_words()["newest"])
    dated, undated = [], []
    for place in places:
        days = [source.published or source.changed for source in desk.store.sources(place.code)]
        day = max((one for one in days if one), default=None)
        if day:
            dated.append((place.name, day))
        else:
            undated.append(place.name)
    dated.sort(key=lambda one: one[1])
    if not (dated and _asks_age(question)):
        return None
    told = _dates(dated, undated)
    first, last = dated[0], dated[-1]
    if first[1] == last[1] or _compares_ages(words):
        return told
    if newest:
        line = said("Of the pages with a date, {of} is the newest.", of=Of((last[0],)))
    else:
        line = said("Of the pages with a date, {of} is the oldest.", of=Of((first[0],)))
    return one_after_other(line, told)


def _dates(dated: Sequence[tuple[str, date]], undated: Sequence[str]) -> Said:
    if not undated:
        return said("The pages’ own dates: {dates}.", dates=Dated(tuple(dated)))
    return said(
        "The pages’ own dates: {dates}. No date is given by {places}.",
        dates=Dated(tuple(dated)), places=tuple(undated),
    )  # fmt: skip
