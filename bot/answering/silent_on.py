"""Of several topics asked about, those that a page says nothing on: "goals on nature and roads"."""

from collections.abc import Iterable
from dataclasses import replace

from bot.answering.answer import Answer, AnyTopic, Said, one_after_other, said
from bot.answering.desk import Desk, Intent
from bot.answering.topics import answer_topic, holds
from bot.understanding.patterns import Hit
from bot.understanding.question import Question
from bot.understanding.subjects import subjects
from knowledge.models import Municipality


def answer_topics(desk: Desk, question: Question, intent: Intent) -> Answer:
    """What is said of the topics asked about, after those of which nothing is."""
    answer = answer_topic(desk, question, intent)
    if len(question.covered) != 1 or not isinstance(answer.short, Said):
        return answer
    if answer.short.text not in _TOLD:
        return answer
    unsaid = _silent_on(desk, question, question.covered[0])
    return replace(answer, short=one_after_other(unsaid, answer.short)) if unsaid else answer


# Lines above what is said of one of them; others tell already that it is not named.
_TOLD = frozenset({"This is what {place} says:", "This is what {place} says about {topic}:"})


def _silent_on(desk: Desk, question: Question, place: Municipality) -> Said | None:
    """The line on what is named beside other topics and stands nowhere on the page."""
    found = subjects(question.reading, anywhere=False)
    named = _named_apart(hit for hit in found if hit.group.partition(".")[2] in question.topics)
    if len(named) <= 1:
        return None
    unsaid = [hits for hits in named if not _is_said(desk, question, place, hits)]
    if not unsaid or len(unsaid) == len(named):
        return None
    topics = dict.fromkeys(hits[0].group.partition(".")[2] for hits in unsaid)
    return said("{place} does not name {topic}.", place=place.name, topic=AnyTopic(tuple(topics)))


def _named_apart(hits: Iterable[Hit]) -> list[list[Hit]]:
    """The topics by the words that name them: a word may name several."""
    found: list[list[Hit]] = []
    end = -1
    for hit in sorted(hits, key=lambda hit: hit.start):
        if hit.start < end:
            found[-1].append(hit)
        else:
            found.append([hit])
        end = max(end, hit.end)
    return found


def _is_said(desk: Desk, question: Question, place: Municipality, hits: list[Hit]) -> bool:
    """Whether anything on the page is on one of the topics, or holds a word that names it."""
    topics = {hit.group.partition(".")[2] for hit in hits}
    here = desk.store.of_municipality(place.code)
    if any(topics.intersection(row.topics) for row in here):
        return True
    words = question.reading.folded
    thing = replace(question, narrow=tuple(frozenset(words[h.start : h.end]) for h in hits))
    return any(holds(row, thing) for row in here)
