"""Who speaks of one thing and not of another: "Who mentions business but not the environment?"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.answering.across.speaking import best_of_each
from bot.answering.across.years import ByPlace, is_gone
from bot.answering.answer import Answer, AnyTopic, Value, said
from bot.answering.desk import Desk, shared_out
from bot.answering.finding import Wanted, find
from bot.answering.topics import holds
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.reading import Reading
from knowledge.marking import marked
from knowledge.models import Municipality
from knowledge.text import stem


class Side(NamedTuple):
    """The topics of a side, and the words that name them."""

    topics: tuple[str, ...]
    things: tuple[frozenset[str], ...]


def sides_of(question: Question) -> tuple[Side, Side] | None:
    """What is asked for, and what must not be there; None where there is nothing on either."""
    turn = _turn(question.reading)
    if turn is None:
        return None
    wanted = _side(question, range(turn))
    denied = _side(question, range(turn + 1, len(question.reading.words)))
    apart = set(wanted.topics).isdisjoint(denied.topics)
    return (wanted, denied) if wanted.topics and denied.topics and apart else None


def _turn(reading: Reading) -> int | None:
    """Where "and not" or "but they do not" stands; "not only" denies nothing."""
    lacks, few = clause_words()["lacks"], clause_words()["few"]
    joins = clause_words()["joining"] | clause_words()["but"]
    words = [*reading.folded, ""]
    for at, word in enumerate(reading.folded):
        joined = joins.intersection(words[max(0, at - _NEAR) : at])
        if word in lacks and joined and words[at + 1] not in few:
            return at
    return None


# "Men de säger inte": so many words may stand between what joins and what denies.
_NEAR = 3


def _side(question: Question, places: range) -> Side:
    reading = question.reading
    hits = [hit for hit in reading.hits if hit.group.startswith("topic.") and hit.start in places]
    told = {hit.group.removeprefix("topic.") for hit in hits}
    words = tuple(frozenset(reading.folded[hit.start : hit.end]) for hit in hits)
    return Side(tuple(topic for topic in question.topics if topic in told), words)


def _speaking(
    desk: Desk, question: Question, side: Side, places: Sequence[Municipality]
) -> ByPlace:
    """What is tagged with the topics of a side, or holds the words that name them."""
    asked = replace(question, topics=side.topics, narrow=side.things)
    words = {stem(word) for thing in side.things for word in thing}
    matches = find(desk.store, places, Wanted(topics=side.topics, words=words))
    rows = desk.store.statements([one.entry for one in matches])
    return best_of_each(
        desk,
        [
            one
            for one in matches
            if (row := rows.get(one.entry))
            and not is_gone(row)
            and (set(row.topics) & set(side.topics) or holds(row, asked))
        ],
    )


def answer_but_not(
    desk: Desk, question: Question, sides: tuple[Side, Side], places: Sequence[Municipality]
) -> Answer:
    """Those that speak of the one and not of the other, by what they say of the one."""
    wanted, denied = sides
    named = _speaking(desk, question, wanted, places)
    other = _speaking(desk, question, denied, places)
    found = {code: rows for code, rows in named.items() if code not in other}
    values: dict[str, Value] = {
        "all": len(desk.store.covered), "topic": AnyTopic(wanted.topics),
        "other": AnyTopic(denied.topics),
    }  # fmt: skip
    if not found:
        none = said(
            "None of the {all} municipalities I know mentions {topic} but not {other}.", **values
        )
        return replace(desk.not_in_sources(()), short=none)
    names = tuple(rows[0].municipality.name for rows in found.values())
    shown, rest = shared_out(found.values())
    if len(names) == 1:
        text = marked(
            "One of the {all} municipalities I know mentions {topic} but not {other}: {places}."
        )
        return desk.answer(said(text, places=names, **values), shown, rest=rest)
    text = marked(
        "{number} of the {all} municipalities I know mention {topic} but not {other}: {places}."
    )
    return desk.answer(said(text, number=len(names), places=names, **values), shown, rest=rest)
