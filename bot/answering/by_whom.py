"""Who decides, who has decided, and whose duty it is: which statements tell it."""

from collections.abc import Iterable, Sequence

from bot.answering.desk import Desk
from bot.answering.echo import own_words
from bot.answering.finding import Found, Wanted, find
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.rows import StatementRow
from knowledge.text import folded_words, stem

BY_WHOM = frozenset({"decided", "decides", "person"})
_ASKS_WHO = frozenset({"ask.decides", "ask.decided", "ask.who"})


def whose_it_is_first(desk: Desk, question: Question, fitting: Iterable[Found]) -> list[Found]:
    """What names the thing decided on, or speaks of the duty asked for, before the rest.

    Who decides on the activities is told where they are named.
    """
    named = {f"w:{word}" for word in own_words(question, _ASKS_WHO)}
    duty = _told_of_duty(desk, question)
    fitting = list(fitting)
    way = _told_of_the_way(desk, question, fitting)
    return sorted(
        fitting, key=lambda o: (o.entry not in way, named.isdisjoint(o.terms), o.entry not in duty)
    )


def _told_of_the_way(desk: Desk, question: Question, fitting: Sequence[Found]) -> frozenset[int]:
    """The entries on who decides how it is done, where that is asked: not who decides what."""
    if "ask.how" not in question.reading.cues:
        return frozenset()
    rows = desk.store.statements([one.entry for one in fitting])
    how = clause_words()["how"]
    return frozenset(
        entry for entry, row in rows.items() if how.intersection(folded_words(row.original))
    )


def asks_of_duty(question: Question) -> bool:
    """Whether it is asked whose duty something is: "Who is responsible for the goals?"."""
    return bool(clause_words()["duty"] & asking_words(question.reading))


def _told_of_duty(desk: Desk, question: Question) -> frozenset[int]:
    """The entries that speak of a duty, where it is asked for: "Who is responsible?"."""
    if not asks_of_duty(question):
        return frozenset()
    wanted = Wanted(words={stem(word) for word in clause_words()["duty"]})
    return frozenset(one.entry for one in find(desk.store, question.covered, wanted))


def is_of_another_kind(desk: Desk, question: Question, row: StatementRow) -> bool:
    """Whether a statement counts things of a kind that is not asked for: it is about those."""
    terms = desk.store.terms(row.municipality.code, row.entry)
    counted = {term.removeprefix("n:") for term in terms if term.startswith("n:")}
    return bool(counted and question.kinds) and counted.isdisjoint(map(str, question.kinds))
