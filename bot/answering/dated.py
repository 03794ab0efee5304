"""A thing with a time of its own within a plan: a programme, a document."""

from bot.answering.desk import Desk
from bot.answering.echo import own_words
from bot.answering.finding import Wanted, find
from bot.understanding.question import Question
from knowledge.models import Kind
from knowledge.rows import StatementRow


def dated_thing(desk: Desk, question: Question) -> StatementRow | None:
    """A statement with a time of its own that the question's words name: "is RUS in force?"."""
    if question.kinds or len(question.covered) != 1:
        return None
    words = own_words(question, _STILL)
    found = find(desk.store, question.covered, Wanted(words=words))
    rows = desk.store.statements([one.entry for one in found if one.by("w:") >= _NAMED])
    dated = (rows[one.entry] for one in found if one.entry in rows)
    return next((row for row in dated if row.kind in _TOLD and row.valid_until), None)


_TOLD = frozenset({Kind.FACT, Kind.EXPLANATION, Kind.STEERING})
_STILL, _NAMED = frozenset({"ask.status", "ask.end", "ask.period"}), 0.5
