"""Whom a question to all is put to: those known, or those of a county."""

from dataclasses import replace

from bot.answering.answer import Answer, Counties, said
from bot.answering.desk import MOST, Desk, Intent
from bot.understanding.question import Question
from knowledge.models import Municipality


def places_asked(desk: Desk, question: Question) -> list[Municipality]:
    """The municipalities that a question is put to."""
    covered = [place for place in desk.store.covered if place not in question.without]
    if question.covered:
        return list(question.covered)
    if question.counties:
        covered = [place for place in covered if place.county in question.counties]
    return covered


def nowhere_in_county(desk: Desk, question: Question) -> Answer:
    """That none is known where it is asked."""
    here = tuple(place for county in question.counties for place in desk.store.in_county(county))
    return Answer(
        outcome="unknown",
        reason="not_covered",
        short=said(
            "I know no municipality in {counties} yet.", counties=Counties(question.counties)
        ),
        uncovered=here[:MOST],
        suggestions=desk.not_in_sources(()).suggestions,
    )


def answer_covered(desk: Desk, question: Question, intent: Intent) -> Answer:
    """Which municipalities the bot knows, or which in a county."""
    if question.counties:
        places = places_asked(desk, replace(question, covered=()))
        if not places:
            return nowhere_in_county(desk, question)
        names = tuple(place.name for place in places)
        short = said(
            "In {counties} I know {places}.", counties=Counties(question.counties), places=names
        )
    else:
        names = tuple(place.name for place in desk.store.covered)
        short = said("I know {number} municipalities: {places}.", number=len(names), places=names)
    return Answer(
        outcome="answer",
        short=short,
        suggestions=desk.not_in_sources(()).suggestions,
    )
