"""Whether something is one of a kind by its name: "Is a green municipality one of its goals?"."""

import re

from bot.answering.answer import Answer, Label, said
from bot.answering.desk import Desk
from bot.answering.echo import own_words
from bot.answering.labelled import labels_named
from bot.understanding.claims import asking_words, claims_more, is_turned
from bot.understanding.clauses import clause_words
from bot.understanding.figures import figure_asked
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Kind, Status
from knowledge.rows import StatementRow
from knowledge.text import stem, stems

_NAMED = (Kind.VISION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY)
# What stands before its dash or bracket is a goal's name.
_NAME = re.compile(r"\s[-–—]\s|\s\(")


def answer_called(desk: Desk, question: Question) -> Answer | None:
    """What the page calls it, after a yes or a no; None where no such thing is named there."""
    reading = question.reading
    if len(question.covered) != 1 or len(question.kinds) != 1 or not asks_yes_or_no(reading):
        return None
    turned = is_turned(reading)
    told = clause_words()
    # "Is business a new focus area?" claims more.
    beyond = told["newer"] | told["gone"] | told["changes"] | told["judges"] | told["ranks"]
    turned = turned or bool(asking_words(reading) & (beyond | told["still"]))
    # Nor is "their first goal" answered by its being one.
    turned = turned or claims_more(reading)
    if turned or reading.years or figure_asked(reading) or not asks_what_it_is(question):
        return None
    here = desk.store.of_kinds(question.covered[0].code, _NAMED)
    asked = own_words(question) - {stem(word) for word in _frames()}
    rows = [row for row in here if _is_named(row, asked) and _holds(desk, row)]
    if not rows:
        return None
    # "Tillväxt" may be in a goal and in a focus area.
    row = next((row for row in rows if row.kind in question.kinds), rows[0])
    label = Label(row.label)
    if row.kind in question.kinds:
        return desk.answer(said("Yes, on the page it is called {label}.", label=label), [row])
    if question.kinds == (Kind.GOAL,) and not labels_named(desk, question):
        # Whoever asks for goals may be content with an area that is named so.
        return desk.answer(said("On the page it is called {label}.", label=label), [row])
    return desk.answer(said("No, on the page it is called {label}.", label=label), [row])


def _holds(desk: Desk, row: StatementRow) -> bool:
    return row.status(desk.day) in {Status.CURRENT, Status.UNDATED}


def asks_what_it_is(question: Question) -> bool:
    """Whether it is asked what something is, not what is done: "is …", "counts as", "bland"."""
    reading, told = question.reading, clause_words()
    first = reading.folded[reading.asking.start]
    within = asking_words(reading) & (told["among"] | told["counted_as"])
    is_it = first in told["being"] or reading.claimed
    # "Is there a goal on …" asks for a goal.
    there = {"there", "det", "it"}.intersection(reading.folded[reading.asking.start + 1 :][:1])
    return bool(within) or (is_it and not there and not told["being"].isdisjoint(reading.folded))


def _frames() -> frozenset[str]:
    told = clause_words()
    return told["among"] | told["being"] | told["counted_as"] | told["stands"] | told["that_is"]


def _is_named(row: StatementRow, asked: frozenset[str]) -> bool:
    """Whether the words are a statement's name; two or more may be a part of it."""
    for text in (row.original, row.translation):
        name = stems(_NAME.split(text)[0])
        if asked <= name and (len(asked) >= _SOME or len(name - _little()) <= len(asked)):
            return bool(asked)
    return False


_SOME = 2


def _little() -> set[str]:
    """Words of a name that say nothing of their own: "en … kommun"."""
    told = clause_words()
    return {stem(word) for word in told["a"] | told["municipality"]}
