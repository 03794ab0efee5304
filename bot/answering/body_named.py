"""Yes or no to a body that is named as the one that decided: "Did the region decide on it?"."""

from dataclasses import replace
from functools import cache

from bot.answering.answer import Answer, Both, Said, one_after_other, said
from bot.answering.desk import Desk, intents
from bot.answering.facts import answer_fact
from bot.understanding.claims import asks_a_favour, denies, offers_a_choice, says_wrong
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.marking import marked
from knowledge.text import folded_words, stem

_TOLD = frozenset(
    {"{body}, according to the page.", "{body}.", "{body}. The page does not say when."}
)
_DECIDING = frozenset({"ask.decided", "ask.decides"})
# Answered by who decided, whether a body is named or not.
_BY_WHOM = frozenset({"decided", "decides", "person"})


def answer_body(desk: Desk, question: Question) -> Answer | None:
    """Who decided, where a body is named for it: "the region" is then no topic."""
    if question.intent in _BY_WHOM or len(question.covered) != 1 or not _claims_a_body(question):
        return None
    asked = replace(question, intent="decided", topics=(), narrow=())
    told = answer_fact(desk, asked, intents()["decided"])
    judged = with_body(desk, asked, told)
    return None if judged is told else judged


def answer_person(desk: Desk, question: Question) -> Answer | None:
    """Who decided, where a person quoted is named for it: who speaks of goals did not set them."""
    reading = question.reading
    turned = denies(reading) or offers_a_choice(reading) or asks_a_favour(reading)
    named = "person.quoted" in reading.cues and _DECIDING & reading.cues
    if not named or turned or len(question.covered) != 1 or not asks_yes_or_no(reading):
        return None
    asked = replace(question, intent="decided", topics=(), narrow=())
    told = answer_fact(desk, asked, intents()["decided"])
    if isinstance(told.short, Said) and told.short.text in _TOLD:
        return told
    spoken = answer_fact(desk, asked, intents()["person"])
    line = said("The page does not say who adopted it or when.")
    return replace(spoken, short=line) if spoken.outcome == "answer" else None


def with_body(desk: Desk, question: Question, answer: Answer) -> Answer:
    """The body that decided, after a yes or a no where one is named."""
    short = answer.short
    if not isinstance(short, Said) or short.text not in _TOLD or not _claims_a_body(question):
        return answer
    body = short.values.get("body")
    if not isinstance(body, Both):
        return answer
    told = _bodies((*folded_words(body.sv), *folded_words(body.en)))
    yes = not told.isdisjoint(_bodies(question.reading.folded))
    verdict = said(marked("Yes.") if yes != says_wrong(question.reading) else marked("No."))
    return replace(answer, short=one_after_other(verdict, short))


def _claims_a_body(question: Question) -> bool:
    """Whether yes or no is asked to who decided; what a board may do is something else."""
    reading = question.reading
    if _DECIDING.isdisjoint(reading.cues) or not asks_yes_or_no(reading):
        return False
    turned = denies(reading) or offers_a_choice(reading) or asks_a_favour(reading)
    return bool(_bodies(reading.folded)) and not turned


def _bodies(found: tuple[str, ...]) -> set[str]:
    """The bodies among some words, by their stems."""
    return {stem(word) for word in found} & _all_bodies()


@cache
def _all_bodies() -> frozenset[str]:
    return frozenset(map(stem, clause_words()["bodies"]))
