"""Newer pages known to be on a topic, of municipalities whose page at hand is not: "klimat"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from bot.answering.answer import Answer, Sentences, one_after_other, said
from bot.answering.desk import MOST, Desk
from bot.answering.newer_known import newer_known
from bot.answering.notes import links_of
from bot.answering.topics import OF_ANY_PLAN
from bot.understanding.patterns import Patterns
from bot.understanding.question import Question
from bot.understanding.subjects import asks_without
from knowledge.models import Municipality, Topic
from knowledge.rows import NoteRow
from knowledge.text import words


def with_newer_pages(
    desk: Desk, question: Question, places: Sequence[Municipality], answer: Answer
) -> Answer:
    """The answer with the newer pages on its topic that nobody among those shown has."""
    topics = [desk.store.topics[name] for name in question.topics if name not in OF_ANY_PLAN]
    if answer.short is None or not topics or asks_without(question.reading):
        return answer
    shown = {row.municipality.code for row in answer.statements}
    others = [place for place in places[:MOST] if place.code not in shown]
    known = {place.name: notes for place in others if (notes := list(_on(desk, topics, place)))}
    if not known:
        return answer
    line = said(
        "A newer page from {places} is on it; its text is not included here.", places=tuple(known)
    )
    told = (
        said("{place}: {sentences}", place=place, sentences=Sentences(tuple(notes)))
        for place, notes in known.items()
    )
    pages = links_of(note for notes in known.values() for note in notes)
    return replace(
        answer,
        short=one_after_other(answer.short, line),
        notes=(*answer.notes, *told),
        links=(*answer.links, *pages),
    )


def _on(desk: Desk, topics: Iterable[Topic], place: Municipality) -> Iterable[NoteRow]:
    """The notes on newer pages that name one of the topics."""
    for note in newer_known(desk, place):
        spelled = words(note.sv)
        if any(_named_by(topic).find(spelled) for topic in topics):
            yield note


@cache
def _named_by(topic: Topic) -> Patterns:
    return Patterns({topic.id: [*topic.words.sv, *topic.narrow.sv]})
