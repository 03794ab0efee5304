"""How far a municipality has come: "How is Värnamo doing with its goals?", "Hur går det?"."""

from dataclasses import replace

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, intents
from bot.answering.facts import answer_fact
from bot.answering.lists import listed, listing_of
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words, says
from bot.understanding.question import Question
from bot.understanding.reading import Reading
from knowledge.models import Kind

_AIMS = frozenset({Kind.VISION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA})
_OF_ANOTHER = frozenset({"ask.process", "ask.count"})
# What such a question is read as; "how did they come about?" asks for something else.
_READ_AS = frozenset({
    "topic", "followup", "status", "count", "replaced", "absent", "across",
})  # fmt: skip


def answer_progress(desk: Desk, question: Question) -> Answer | None:
    """The goals, or how they are followed up, below that no page tells the outcome of its own.

    None where that is not asked.
    """
    if len(question.covered) != 1 or question.topics or question.narrow:
        return None
    line = said("The page does not say how far that has come.")
    if asks_how_far(question):
        shown = listed(desk, question, listing_of(question.kinds), question.covered[0])
        return desk.answer(line, shown) if shown else None
    if not asks_how_it_goes(question.reading):
        return None
    followed = answer_fact(desk, replace(question, intent="followup"), intents()["followup"])
    if followed.outcome == "answer":
        return desk.answer(line, followed.statements)
    return replace(desk.not_in_sources(question.covered), short=line)


def asks_how_far(question: Question) -> bool:
    """Whether it is asked how far they have come with a kind of statement."""
    reading, told = question.reading, clause_words()
    words = asking_words(reading)
    aims = _AIMS.issuperset(question.kinds) and (question.kinds or says(reading.words, "far"))
    opens = reading.folded[reading.asking.start] in told["how"]
    fares = words & told["fares"] and words.isdisjoint(told["until"])
    # "How many goals has it got?" counts.
    other = not _OF_ANOTHER.isdisjoint(reading.cues)
    return bool(aims and opens and fares and question.intent in _READ_AS) and not other


def asks_how_it_goes(reading: Reading) -> bool:
    """Whether it is asked how it goes; "how is it going to grow?" asks for something else."""
    told, words = clause_words(), reading.folded[reading.asking.start : reading.asking.end]
    if not words[2:] or words[0] not in told["how"] or not told["no_going"].isdisjoint(words):
        return False
    swedish = words[1] in told["goes"] and words[2] in told["it_goes"]
    english = words[1] in told["being"] and not told["goes"].isdisjoint(words[2:])
    return swedish or english
