"""The number that a plan aims at in the year asked about: "Has Ljungby a goal for 2035?"."""

from bot.answering.answer import Answer, Label, Number, said
from bot.answering.desk import Desk
from bot.answering.lists import listed, listing_of
from bot.understanding.question import Question
from knowledge.models import Kind


def answer_aim_in_year(desk: Desk, question: Question) -> Answer | None:
    """The number and the goals beside it; None where no number is aimed at in that year."""
    years = question.reading.years
    if question.intent != "goals" or len(question.covered) != 1 or len(years) != 1:
        return None
    if question.topics or question.narrow or question.counted or question.kinds != (Kind.GOAL,):
        return None
    place = question.covered[0]
    for row in desk.store.of_municipality(place.code):
        if row.target_number and row.target_year == years[0] and row.replaced_by is None:
            line = said(
                "The goal is {number} {unit} in {year}.",
                number=Number(row.target_number),
                unit=Label(row.target_unit or ""),
                year=str(row.target_year),
            )
            goals = listed(desk, question, listing_of(question.kinds), place)
            return desk.answer(line, [row, *goals])
    return None
