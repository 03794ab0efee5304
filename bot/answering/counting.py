"""How many there are of what is asked: told by a sentence, or counted in a list."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.answering.answer import Answer, Label, said
from bot.answering.desk import Desk
from bot.answering.echo import own_words
from bot.answering.finding import Found
from bot.answering.lists import answer_list, listing_of
from bot.answering.numbers import numbers_of_each
from bot.answering.topics import holds
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import NoteKind
from knowledge.rows import NoteRow

# Intents that a number answers.
FIGURES = frozenset({"count", "population"})
# About so much two rare words weigh, and one.
_STRONG_WORDS, _WORD = 2.2, 1.0


def counts_a_thing(question: Question) -> bool:
    """Whether the number of a thing is asked for that is neither listed nor everybody."""
    if question.intent == "population":
        # "How many suols?" is a slip of the keyboard.
        return bool(question.counted) and bool(question.topics or question.narrow)
    return (bool(question.counted) and not question.kinds) or names_a_topic(question)


def names_a_topic(question: Question) -> bool:
    """Whether no kind is named but as part of a topic's name: "the global goals"."""
    hits = question.reading.hits
    topics = [hit for hit in hits if hit.group.startswith("topic.")]
    kinds = question.reading.kinds
    return bool(kinds) and all(
        any(
            topic.start <= kind.start
            and kind.end <= topic.end
            and topic.end - topic.start > kind.end - kind.start
            for topic in topics
        )
        for kind in kinds
    )


def of_that_thing(question: Question, found: Iterable[Found]) -> list[Found]:
    """What names the thing counted: so many inhabitants tell nothing of how many cows."""
    told = {f"w:{word}" for word in question.counted}
    return [one for one in found if told & one.terms.keys() and "a:count" in one.terms]


def numbers_of(desk: Desk, question: Question, fitting: list[Found]) -> list[Found]:
    """What tells the number of a thing that is no kind of statement: "how many employees?"."""
    if question.topics and "population" not in question.topics:
        # It is not told by how many live there.
        fitting = [o for o in fitting if o.by("w:") >= _WORD and "a:count" in o.terms]
    if question.narrow:
        rows = desk.store.statements([one.entry for one in fitting])
        fitting = [o for o in fitting if o.entry in rows and holds(rows[o.entry], question)]
    worded = [o for o in fitting if "a:count" in o.terms and o.by("w:") >= _STRONG_WORDS]
    # "How many points does the analysis name?" is found by its words.
    return worded or fitting


def is_told(question: Question, fitting: Iterable[Found]) -> bool:
    """Whether a sentence tells the number of the kind asked for, or of a thing named beside it."""
    own = own_words(question)
    return any(one.by("n:") or _counts_a_word(one, own) for one in fitting)


def _counts_a_word(one: Found, words: Collection[str]) -> bool:
    """Whether a number is told of a thing that the question names beside a kind: "levels"."""
    told = sum(weight for term, weight in one.terms.items() if term.removeprefix("w:") in words)
    return "a:count" in one.terms and told >= _WORD


def lists_too(question: Question) -> bool:
    """Whether those counted are asked for as well: "Which goals are there, and how many?"."""
    reading = question.reading
    if "ask.list" in reading.cues:
        return True
    kinds = reading.kind_starts
    they, which = clause_words()["they"], clause_words()["which"]
    return any(
        # "Vilka mål …?", "… and what are they?"
        kinds & {at + 1, at + 2} or they & {one.folded for one in reading.words[at + 1 : at + 3]}
        for at, word in enumerate(reading.words)
        if word.folded in which
    )


def counted_list(desk: Desk, question: Question) -> Answer:
    """How many are listed, where no sentence tells how many there are."""
    listing = listing_of(question.kinds)
    whole = answer_list(desk, question, listing)
    rows = [row for row in whole.statements if row.kind in question.kinds]
    if not rows:
        return desk.not_in_sources(question.covered)
    places, labels = {row.municipality.name for row in rows}, {row.label for row in rows}
    label = desk.store.labels[rows[0].label]
    if len(places) > 1 or len(labels) > 1:
        each = [[row for row in rows if row.municipality.name == place] for place in sorted(places)]
        return replace(whole, short=numbers_of_each(desk, question, each) or whole.short)
    contradicted = isinstance(whole.short, NoteRow) and whole.short.kind is NoteKind.CONTRADICTION
    if label.plural is None or contradicted:
        return whole
    count = Label(rows[0].label, len(rows))
    return replace(whole, short=said("{place} has {count}:", place=places.pop(), count=count))
