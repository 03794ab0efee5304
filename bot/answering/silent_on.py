"""Several topics asked about at once: what is said of each, after those of which nothing is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from bot.answering.answer import AllTopics, Answer, AnyTopic, Said, one_after_other, said
from bot.answering.desk import Desk, Intent
from bot.answering.literally import word_asked
from bot.answering.order import goals_first
from bot.answering.topics import answer_topic, holds
from bot.understanding.patterns import Hit
from bot.understanding.question import Question
from bot.understanding.subjects import subjects
from knowledge.models import Municipality
from knowledge.rows import StatementRow
from knowledge.text import stem

_ABOUT = "This is what {place} says about {topic}:"
# Lines above what is said of one of them; others tell already that it is not named.
_TOLD = frozenset({"This is what {place} says:", _ABOUT})
# So much is shown of each of two; of more, as much as there is room for.
_OF_EACH = 4


def answer_topics(desk: Desk, question: Question, intent: Intent) -> Answer:
    """What is said of the topics asked about, of each in turn, after those of which nothing is."""
    answer = answer_topic(desk, question, intent)
    if len(question.covered) != 1 or not _is_told(answer) or word_asked(question):
        return answer
    parts = _parts(question)
    if len(parts) <= 1:
        return answer
    place = question.covered[0]
    each = [(part, answer_topic(desk, _on(question, part, parts), intent)) for part in parts]
    told = [(part, one.statements[:_OF_EACH]) for part, one in each if _is_told(one)]
    silent = [part for part in parts if not _is_said(desk, question, place, part)]
    if len(told) > 1:
        rows = _in_turn([rows for _, rows in told])
        # What is near a topic is not said of it.
        named = [part for part, _ in told if part not in silent] or [part for part, _ in told]
        topics = tuple(dict.fromkeys(_topic(part, rows) for part in named))
        short = said(_ABOUT, place=place.name, topic=AllTopics(topics))
        answer = desk.answer(short, goals_first(desk, question, rows), notes=answer.notes)
    if not silent or len(silent) == len(parts) or not isinstance(answer.short, Said):
        return answer
    unsaid = tuple(dict.fromkeys(_named(part)[0] for part in silent))
    line = said("{place} does not name {topic}.", place=place.name, topic=AnyTopic(unsaid))
    return replace(answer, short=one_after_other(line, answer.short))


def _is_told(answer: Answer) -> bool:
    return isinstance(answer.short, Said) and answer.short.text in _TOLD


def _parts(question: Question) -> list[list[Hit]]:
    """The topics by the words that name them; words that share a topic name one thing."""
    found = subjects(question.reading, anywhere=False)
    named = _named_apart(hit for hit in found if hit.group.partition(".")[2] in question.topics)
    parts: list[list[Hit]] = []
    for hits in named:
        same = next((part for part in parts if set(_named(part)) & set(_named(hits))), None)
        if same:
            same += hits
        else:
            parts.append(list(hits))
    return parts


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


def _named(hits: Iterable[Hit]) -> list[str]:
    return list(dict.fromkeys(hit.group.partition(".")[2] for hit in hits))


def _on(question: Question, part: Sequence[Hit], parts: Iterable[Sequence[Hit]]) -> Question:
    """The question on one of its topics alone, without the words that name the others."""
    words = question.reading.folded
    beside = {
        stem(words[at])
        for other in parts
        if other is not part
        for hit in other
        for at in range(hit.start, hit.end)
    }
    return replace(question, topics=tuple(_named(part)), words=question.words - beside)


def _topic(part: Sequence[Hit], rows: Sequence[StatementRow]) -> str:
    """The topic that the rows are on, of those that one word names."""
    held = {topic for row in rows for topic in row.topics}
    named = _named(part)
    return next((topic for topic in named if topic in held), named[0])


def _in_turn(lists: Iterable[Sequence[StatementRow]]) -> list[StatementRow]:
    """The first of each, then the second of each: none of them is left for another page."""
    rows = chain.from_iterable(zip_longest(*lists))
    return list(dict.fromkeys(row for row in rows if row is not None))


def _is_said(desk: Desk, question: Question, place: Municipality, hits: Sequence[Hit]) -> bool:
    """Whether anything on the page is on one of the topics, or holds a word that names it."""
    topics = set(_named(hits))
    here = desk.store.of_municipality(place.code)
    if any(topics.intersection(row.topics) for row in here):
        return True
    words = question.reading.folded
    thing = replace(question, narrow=tuple(frozenset(words[h.start : h.end]) for h in hits))
    return any(holds(row, thing) for row in here)
