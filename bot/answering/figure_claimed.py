"""A number that one is said to want to grow to: "Does Ljungby plan to grow to 50,000?"."""

from dataclasses import replace

from bot.answering.answer import Answer
from bot.answering.desk import Desk, intents
from bot.answering.facts import answer_fact
from bot.answering.yes_or_no import with_verdict
from bot.understanding.figures import figure_asked
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no

_OF_PEOPLE = frozenset({"growth", "population"})


def answer_figure(desk: Desk, question: Question) -> Answer | None:
    """The number aimed at, after a yes or a no; None where no number of people is claimed.

    That a page has something on growth tells nothing of a number.
    """
    reading = question.reading
    if len(question.covered) != 1 or question.kinds or question.narrow:
        return None
    if not question.topics or not _OF_PEOPLE.issuperset(question.topics):
        return None
    if figure_asked(reading) is None or not asks_yes_or_no(reading):
        return None
    asked = replace(question, intent="population")
    told = answer_fact(desk, asked, intents()["population"])
    return with_verdict(desk, asked, told) if told.outcome == "answer" else None
