"""Until when a plan applies, or by when it is to be reached: its end, and no other day."""

from dataclasses import replace

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, intents
from bot.answering.fact_lines import is_of_other
from bot.answering.facts import answer_fact, leads_only
from bot.answering.of_some import is_of_some
from bot.answering.times import said_since, since
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Kind
from knowledge.rows import StatementRow

_PLANS = frozenset({
    Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY,
})  # fmt: skip


def answer_end(desk: Desk, question: Question) -> Answer | None:
    """The end that the page gives; else that it gives none, with the start that it does give.

    None where no end is asked for.
    """
    if not _is_asked(question):
        return None
    told = answer_fact(desk, replace(question, intent="end"), intents()["end"])
    if told.outcome == "answer" and not leads_only(told.short):
        return told
    started = answer_fact(desk, question, intents()["start"]).statements
    start = next((row for row in started if _is_its_start(desk, question, row)), None)
    if start is None or not _may_ask_for_start(question):
        return replace(told, short=said("The page gives no end."))
    return desk.answer(said_since("From {date}; no end is given.", since(desk, start)), [start])


def _is_asked(question: Question) -> bool:
    """Whether the end of one plan as a whole is asked for."""
    if len(question.covered) != 1 or question.topics or question.narrow or question.reading.years:
        return False
    if not question.kinds or not _PLANS.issuperset(question.kinds):
        return False
    if asks_yes_or_no(question.reading):
        return False
    return question.intent == "end" or _asks_when_reached(question) or _names_an_end(question)


def _asks_when_reached(question: Question) -> bool:
    """Whether it is asked when something is to be reached: "När ska de nå sina mål?"."""
    reach = clause_words()["reach"] | clause_words()["reached"]
    asked = asking_words(question.reading)
    opens = question.reading.folded[question.reading.asking.start]
    return opens in clause_words()["when"] and bool(asked & reach)


def _names_an_end(question: Question) -> bool:
    """Whether the figure that no page may have is the end itself: "the deadline for its goals"."""
    hits = question.reading.hits
    ends = {hit.start for hit in hits if hit.group == "ask.end"}
    figures = {hit.start for hit in hits if hit.group == "else.figure"}
    return question.intent == "absent" and bool(ends) and figures <= ends


def _may_ask_for_start(question: Question) -> bool:
    """Whether more than the end may be meant: "when do they end?" asks for nothing else."""
    only_end = question.intent == "end" and not _asks_when_reached(question)
    return not only_end or question.likely.get("start", 0.0) >= _LIKELY


# From here it is tried beside what is asked for.
_LIKELY = 0.08


def _is_its_start(desk: Desk, question: Question, row: StatementRow) -> bool:
    if not row.valid_from or row.replaced_by is not None:
        return False
    return not (is_of_some(desk, row) or is_of_other(desk, question, row))
