"""What several municipalities have in common: no page says, but their plans share topics."""

from bot.answering.answer import AllTopics, Answer, said
from bot.answering.desk import Desk, shared_out
from bot.answering.topics import OF_ANY_PLAN
from bot.answering.wholes import plan_of
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_which
from knowledge.marking import marked
from knowledge.rows import StatementRow

_FEW, _TWO = 4, 2


def answer_in_common(desk: Desk, question: Question) -> Answer | None:
    """The topics that all of them take up, with what each says; None where there are none."""
    shares = clause_words()["common"].intersection(question.reading.folded)
    subject = question.topics or question.narrow
    if len(question.covered) < 2 or subject or not (shares and asks_which(question.reading)):
        return None
    plans = [plan_of(desk, place) for place in question.covered]
    of_each = [_topics(rows) for rows in plans]
    shared = [one for one in of_each[0] if all(one in topics for topics in of_each[1:])][:_FEW]
    if not shared:
        return None
    on_them = [[row for row in rows if set(shared) & set(row.topics)] for rows in plans]
    shown, rest = shared_out(on_them)
    text = marked("The pages do not compare themselves. Topics that all of them mention: {topic}.")
    if len(plans) == _TWO:
        text = marked(
            "The pages do not compare themselves. Topics that both of them mention: {topic}."
        )
    return desk.answer(said(text, topic=AllTopics(tuple(shared))), shown, rest=rest)


def _topics(rows: list[StatementRow]) -> list[str]:
    """The topics of a plan, but for those that any plan has."""
    told = dict.fromkeys(topic for row in rows for topic in row.topics)
    return [topic for topic in told if topic not in OF_ANY_PLAN]
