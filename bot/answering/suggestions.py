"""Whole questions to ask next, as the buttons ask them."""

from collections.abc import Iterable, Sequence

from bot.answering.answer import Of, Said, TopicName, said
from knowledge.marking import marked
from knowledge.models import Kind, Municipality
from knowledge.rows import StatementRow
from knowledge.store import Store

_MOST = 4
_HEADS = {
    Kind.VISION: marked("What is {of} vision?"),
    Kind.MISSION: marked("What is {of} mission?"),
    Kind.GOAL: marked("What are {of} goals?"),
    Kind.GOAL_AREA: marked("What are {of} goal areas?"),
    Kind.FOCUS_AREA: marked("What are {of} focus areas?"),
    Kind.VALUE: marked("What are {of} values?"),
    Kind.PRIORITY: marked("What does {place} give priority to?"),
    Kind.STEERING: marked("How does steering work in {place}?"),
}


def suggest(
    store: Store, shown: Sequence[StatementRow], places: Iterable[Municipality] = ()
) -> tuple[Said, ...]:
    """Questions on what else the municipalities shown say: other kinds, then a topic."""
    found: list[Said] = []
    named = {s.municipality.code: s.municipality for s in shown} | {p.code: p for p in places}
    kinds = {statement.kind for statement in shown}
    for place in list(named.values())[:2]:
        there = store.kinds(place.code)
        found += [
            said(text, of=Of((place.name,)), place=place.name)
            for kind, text in _HEADS.items()
            if kind in there and kind not in kinds
        ]
    found = found[: _MOST - 1]
    topics = list(dict.fromkeys(topic for statement in shown for topic in statement.topics))
    if topics and len(named) == 1:
        found.append(said("Which municipalities mention {topic}?", topic=TopicName(topics[0])))
    if not named:
        found += [
            said("What are {of} goals?", of=Of((place.name,)), place=place.name)
            for place in store.covered[:_MOST]
        ]
    return tuple(found[:_MOST])
