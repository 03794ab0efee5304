"""Yes to whether a page says a thing: "Does it mention the climate?", "invest in culture?"."""

from dataclasses import replace

from bot.answering.aims import HOLDS, SAYS
from bot.answering.answer import Answer, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.topics import saying
from bot.understanding.claims import (
    asking_words,
    asks_a_favour,
    claims_more,
    denies,
    is_a_claim,
    offers_a_choice,
    says_wrong,
)
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no, subjects
from knowledge.marking import marked
from knowledge.models import Kind
from knowledge.rows import StatementRow
from knowledge.text import folded_words, stem

_AIMS = frozenset({
    Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY,
    Kind.ACTION,
})  # fmt: skip


def with_yes_it_says(desk: Desk, question: Question, answer: Answer) -> Answer:
    """The answer after a yes, where a statement has the thing itself, and what is done for it."""
    short = answer.short
    if not isinstance(short, Said) or short.text not in SAYS or not _asks(question):
        return answer
    asked, told = asking_words(question.reading), clause_words()
    if asked & told["says_of"] or (_is_there(question) and asked & told["something"]):
        if _is_of_the_vision(question):
            return _told_of_vision(desk, question, answer, short)
        # What a mission is to name stands in no priority beside it.
        of_kind = [row for row in answer.statements if row.kind in (question.kinds or Kind)]
        says = any(names(desk, question, row) for row in of_kind)
    elif denies(question.reading):
        return answer
    else:
        doing = [name for name in ("efforts", "puts_first", "cares") if asked & told[name]]
        says = bool(doing) and any(_does(desk, question, row, doing) for row in answer.statements)
    if not says:
        return answer
    line = said(marked("Yes, it does.") if denies(question.reading) else marked("Yes."))
    return replace(answer, short=one_after_other(line, short))


def _is_of_the_vision(question: Question) -> bool:
    """Whether it is the vision that is to say it, and not the page around it."""
    return question.kinds == (Kind.VISION,)


def _told_of_vision(desk: Desk, question: Question, answer: Answer, short: Said) -> Answer:
    """The answer after whether the vision itself names the thing: a goal beside it does not count.

    Neither is said where the vision is on the topic in other words, or where there is none.
    """
    rows = [row for row in desk.store.of_kinds(question.covered[0].code, question.kinds)
            if row.replaced_by is None]  # fmt: skip
    named = any(names(desk, question, row) for row in rows)
    near = any(set(question.topics).intersection(row.topics) for row in rows)
    if denies(question.reading) or not rows or (near and not named):
        return answer
    line = said("Yes.") if named else said("No, not in the vision itself.")
    return replace(answer, short=one_after_other(line, short))


def _asks(question: Question) -> bool:
    """Whether yes or no is asked of one thing in one municipality."""
    reading = question.reading
    # "Schools over roads" compares two.
    one = len({hit.start for hit in subjects(reading, anywhere=True)}) == 1
    one = one and len(question.covered) == 1 and bool(question.topics or question.narrow)
    turned = offers_a_choice(reading) or asks_a_favour(reading) or says_wrong(reading)
    beyond = clause_words()["most"] | clause_words()["ranks"]
    turned = turned or claims_more(reading) or bool(beyond & asking_words(reading))
    turned = turned or (denies(reading) and is_a_claim(reading))
    return one and asks_yes_or_no(reading) and not turned


def _is_there(question: Question) -> bool:
    """Whether it is asked if there is anything on it: "Finns det något om kultur?"."""
    reading, told = question.reading, clause_words()
    first, *rest = reading.folded[reading.asking.start : reading.asking.end]
    there = first in told["stands"] or told["there"].intersection(rest[:1])
    return bool(there) and not question.kinds


def names(desk: Desk, question: Question, row: StatementRow) -> bool:
    """Whether a statement has the words asked about, or is on the topic that they name."""
    if saying(question)(row):
        return True
    words = question.reading.folded
    hits = subjects(question.reading, anywhere=True)
    asked = {stem(words[hit.start]) for hit in hits if hit.end == hit.start + 1}
    topics = (desk.store.topics[topic] for topic in question.topics if topic in row.topics)
    # "Skola" is a part of "utbildning och skola", and not all that it may be.
    names = (name.split() for topic in topics for name in (topic.sv, topic.en))
    return any(len(name) <= _ONE_THING and stem(name[-1]) in asked for name in names)


# "The climate".
_ONE_THING = 2


def _does(desk: Desk, question: Question, row: StatementRow, doing: list[str]) -> bool:
    """Whether a statement names the thing, and says of it what is asked."""
    if row.status(desk.day) not in HOLDS or not saying(question)(row):
        return False
    if "cares" in doing:
        return row.kind in _AIMS
    words = set(folded_words(row.original))
    return any(words & clause_words()[name] for name in doing)
