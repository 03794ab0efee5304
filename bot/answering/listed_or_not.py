"""Whether a page names what it counts: "Are the six priority areas of Jokkmokk listed?"."""

from dataclasses import replace

from bot.answering.answer import Answer, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.goal_on import not_named
from bot.understanding.claims import offers_a_choice, says_wrong
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Kind
from knowledge.rows import NoteRow


def answer_listed(desk: Desk, question: Question) -> Answer | None:
    """No, where they are counted and not named; None where that is not asked, or they are."""
    reading = question.reading
    if len(question.covered) != 1 or not question.kinds or question.topics or question.narrow:
        return None
    last = reading.folded[reading.asking.end - 1]
    if last not in clause_words()["told_by_name"] or not asks_yes_or_no(reading):
        return None
    if offers_a_choice(reading) or says_wrong(reading):
        return None
    if desk.store.kinds(question.covered[0].code).intersection(question.kinds):
        # Beside focus areas that are listed, "points" may be counted and not named.
        return None
    note = not_named(desk, question) or _on_areas(desk, question)
    if note is None:
        return None
    here = desk.store.of_municipality(question.covered[0].code)
    shown = [row for row in here if row.id in note.statements]
    return desk.answer(one_after_other(said("No."), note), shown)


# "Områden" may be of either sort, and actions stand in areas.
_AREAS = frozenset({Kind.FOCUS_AREA, Kind.GOAL_AREA})
_OF_AREAS = _AREAS | {Kind.ACTION}


def _on_areas(desk: Desk, question: Question) -> NoteRow | None:
    """The note that the areas are not named, where the page has none of what is asked for."""
    place = question.covered[0]
    if not _OF_AREAS.issuperset(question.kinds):
        return None
    if desk.store.kinds(place.code).intersection(_AREAS.union(question.kinds)):
        return None
    return not_named(desk, replace(question, kinds=tuple(_AREAS)))
