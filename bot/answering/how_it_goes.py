"""How far a municipality has come, which no page of goals tells: "How is Jokkmokk doing?"."""

from dataclasses import replace

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, intents
from bot.answering.facts import answer_fact
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.reading import Reading


def answer_how_it_goes(desk: Desk, question: Question) -> Answer | None:
    """That the page does not say, above how it is followed up; None where more is asked."""
    if len(question.covered) != 1 or question.topics or question.narrow:
        return None
    if not asks_how_it_goes(question.reading):
        return None
    short = said("The page does not say how far that has come.")
    followed = answer_fact(desk, replace(question, intent="followup"), intents()["followup"])
    if followed.outcome == "answer":
        return desk.answer(short, followed.statements)
    return replace(desk.not_in_sources(question.covered), short=short)


def asks_how_it_goes(reading: Reading) -> bool:
    """Whether it is asked how it goes; "how is it going to grow?" asks for something else."""
    told, words = clause_words(), reading.folded[reading.asking.start : reading.asking.end]
    if not words[2:] or words[0] not in told["how"] or not told["no_going"].isdisjoint(words):
        return False
    swedish = words[1] in told["goes"] and words[2] in told["it_goes"]
    english = words[1] in told["being"] and not told["goes"].isdisjoint(words[2:])
    return swedish or english
