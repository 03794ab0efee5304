"""How two kinds of statement differ: "the difference between vision goals and focus areas"."""

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question

_BOTH, _SHOWN = 2, 4


def answer_kinds_apart(desk: Desk, question: Question) -> Answer | None:
    """What the page tells of each kind, if it is asked how they differ and it tells of both."""
    if len(question.covered) != 1 or len(question.kinds) < _BOTH or not _differ(question):
        return None
    place = question.covered[0]
    found = find(desk.store, question.covered, Wanted(counted=question.kinds))
    told = {term for one in found for term in one.terms}
    if any(f"n:{kind}" not in told for kind in question.kinds[:_BOTH]):
        return None
    rows = desk.store.statements([one.entry for one in found][:_SHOWN])
    shown = [rows[one.entry] for one in found if one.entry in rows]
    # The page does not put them side by side; it tells what each of them is.
    return desk.answer(said("This is what {place} says:", place=place.name), shown)


def _differ(question: Question) -> bool:
    return not clause_words()["differ"].isdisjoint(question.reading.folded)
