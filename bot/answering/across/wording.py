"""A page's own words in a question: "Who wants to shape the future together?"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from bot.answering.finding import Found
from bot.understanding.clauses import clause_words
from bot.understanding.patterns import Hit
from bot.understanding.question import Question
from knowledge.models import Kind
from knowledge.rows import StatementRow
from knowledge.text import folded_words, stem

# So many words may stand between two that belong together: "formar (vi) framtiden".
_BETWEEN = 1
# So many words make a phrase; of several topics, one more: "growing population" is any growth.
_LEAST = 2


def in_those_words(
    question: Question, rows: Mapping[int, StatementRow], matches: Sequence[Found]
) -> list[Found]:
    """The statements that name what is asked about in the same words, beside each other.

    Who "shapes the future together" is asked for, not whoever speaks of the future.
    """
    for phrase in _phrases(question):
        found = [
            one
            for one in matches
            if one.entry in rows
            and any(stands_together(phrase, text) for text in _texts(rows[one.entry]))
        ]
        if found:
            return found
    return _on_each(question, rows, matches)


def _on_each(
    question: Question, rows: Mapping[int, StatementRow], matches: Sequence[Found]
) -> list[Found]:
    """The statements on each of the topics that one phrase is made of: "attract young adults".

    Only who asks for one municipality asks for no other that is near it.
    """
    named = _side_by_side(question)
    if len(named) < _LEAST or not _asks_for_one(question):
        return []
    return [
        one
        for one in matches
        if (row := rows.get(one.entry)) and row.kind is not Kind.FACT
        if all(topics & set(row.topics) for topics in named)
    ]


def _asks_for_one(question: Question) -> bool:
    one = clause_words()["municipality"] - clause_words()["several"]
    which = clause_words()["which"]
    return any(a in which and b in one for a, b in pairwise(question.reading.folded))


def _side_by_side(question: Question) -> list[set[str]]:
    """The topics of each of some words that stand beside each other, none joined to another."""
    reading = question.reading
    asked = range(reading.asking.start, reading.asking.end)
    told = [h for h in reading.hits if h.group.startswith("topic.") and h.start in asked]
    places = sorted({_place(hit) for hit in told})
    for (_, end), (start, _) in pairwise(places):
        joined = set(reading.folded[end:start]) & _parting()
        if start < end or start - end > _BETWEEN or joined:
            return []
    return [{h.group.removeprefix("topic.") for h in told if _place(h) == one} for one in places]


def _parting() -> frozenset[str]:
    return clause_words()["joining"] | clause_words()["either"]


def _phrases(question: Question) -> Iterator[list[str]]:
    """The stems of what is asked about as a whole, then of the last that a topic is named by."""
    reading = question.reading
    asked = range(reading.asking.start, reading.asking.end)
    told = (h for h in reading.hits if h.group.startswith("topic.") and h.start in asked)
    subjects = sorted(told, key=_place)
    if not subjects:
        return
    spelled = reading.folded
    start, end = subjects[0].start, max(hit.end for hit in subjects)
    least = _LEAST + (len({_place(hit) for hit in subjects}) > 1)
    if end - start < least and start > reading.asking.start:
        # The word before it says of which sort: "a rich life".
        start -= 1
    joined = clause_words()["joining"].intersection(spelled[start:end])
    one_name = any((start, end) == _place(hit) for hit in subjects)
    if joined or (one_name and not _asks_for_one(question)):
        # Who asks which one is "an attractive employer" asks for no other employer.
        return
    phrase = [found for word in spelled[start:end] if (found := stem(word)) in question.words]
    if len(phrase) >= least:
        yield phrase
    last = subjects[-1]
    before = {hit.group for hit in subjects if hit.end <= last.start}
    if last.group in before and last.end - last.start >= _LEAST:
        # "To cooperate with other municipalities" is more than to cooperate.
        yield [stem(word) for word in spelled[last.start : last.end]]


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.end


def _texts(row: StatementRow) -> tuple[str, str]:
    return row.original, row.translation


def stands_together(phrase: Sequence[str], text: str) -> bool:
    """Whether the stems stand one soon after the other in a text."""
    stems = [stem(word) for word in folded_words(text)]
    starts = [at for at, one in enumerate(stems) if one == phrase[0]]
    return any(_goes_on(phrase[1:], stems[at + 1 :]) for at in starts)


def _goes_on(phrase: Sequence[str], stems: Sequence[str]) -> bool:
    if not phrase:
        return True
    soon = stems[: _BETWEEN + 1]
    return phrase[0] in soon and _goes_on(phrase[1:], stems[soon.index(phrase[0]) + 1 :])


def stands_in(row: StatementRow, stems: Collection[str]) -> bool:
    """Whether any of the words stands in a statement itself, not just in what finds it."""
    return bool(stems) and any(
        stem(word) in stems for text in _texts(row) for word in folded_words(text)
    )
