"""Which is the most of something: the pages compare nobody, but they have dates of their own."""

from collections.abc import Iterable, Set

from bot.answering.answer import Dated, Said, said
from bot.answering.desk import Desk
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.reading import Reading
from bot.understanding.subjects import compares_numbers
from knowledge.models import Municipality


def ranks(reading: Reading) -> bool:
    """Whether it is asked which is the most of something that no number tells."""
    asking = reading.words[reading.asking.start : reading.asking.end]
    told = clause_words()["ranks"]
    spelled = {word.folded for word in asking}
    if _compares_ages(spelled):
        return True
    return bool(spelled & told) and not compares_numbers(reading)


def _compares_ages(words: Set[str]) -> bool:
    """Whether one is older than another; "äldre" alone are older people."""
    return bool(words & clause_words()["ages"] and words & clause_words()["than"])


def rank_line(desk: Desk, question: Question, places: Iterable[Municipality]) -> Said:
    """That they are not compared; of the newest and oldest, the dates of the pages."""
    words = set(question.reading.folded)
    if not (words & clause_words()["oldest"] or _compares_ages(words)):
        return said("I can't rank them: the pages do not compare municipalities.")
    dated, undated = [], []
    for place in places:
        days = [source.published or source.changed for source in desk.store.sources(place.code)]
        day = max((one for one in days if one), default=None)
        if day:
            dated.append((place.name, day))
        else:
            undated.append(place.name)
    dated.sort(key=lambda one: one[1])
    if not dated:
        return said("I can't tell: none of the pages gives a date.")
    if not undated:
        return said("The pages’ own dates: {dates}.", dates=Dated(tuple(dated)))
    return said(
        "The pages’ own dates: {dates}. No date is given by {places}.",
        dates=Dated(tuple(dated)), places=tuple(undated),
    )  # fmt: skip
