"""A line on how many of a kind each municipality has: "who has the most goals?"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.answering.answer import Counted, Each, Label, Said, said
from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find
from bot.answering.labelled import words_of_one_page
from bot.understanding.clauses import clause_words
from bot.understanding.ordinals import NumberAsked, number_asked
from bot.understanding.question import Question
from bot.understanding.subjects import compares_numbers
from knowledge.marking import marked
from knowledge.models import Kind, Municipality, NoteKind
from knowledge.rows import StatementRow


def numbers_of_each(
    desk: Desk, question: Question, found: Iterable[Sequence[StatementRow]]
) -> Said | None:
    """How many each lists, the most first, where that is what is asked.

    Where something else is listed in their place, the number that the page states, if it does.
    """
    asked = compares_numbers(question.reading) or _number(desk, question) or _altogether(question)
    if question.topics or not question.kinds or not asked:
        return None
    counts = [(rows[0].municipality.name, _labels(desk, question, rows)) for rows in found if rows]
    if len(counts) == 1:
        place, labels = counts[0]
        text = marked("According to the page, {place} has {counts}.")
        return said(text, place=place, counts=Counted(labels))
    fewest = bool(clause_words()["fewest"] & set(question.reading.folded))
    counts.sort(key=lambda one: (1 if fewest else -1) * _sum(one[1]))
    return said("According to the pages: {counts}.", counts=Each(tuple(counts)))


def areas_alike(question: Question) -> Question:
    """The question for the most areas of a sort as one for those of the other sort as well.

    One page's "målområden" are another's "fokusområden"; each is counted by its own name.
    """
    if question.kinds and _AREAS.issuperset(question.kinds) and compares_numbers(question.reading):
        return replace(question, kinds=tuple(sorted(_AREAS)))
    return question


_AREAS = frozenset({Kind.FOCUS_AREA, Kind.GOAL_AREA})


def _altogether(question: Question) -> bool:
    """Whether the numbers just told are asked for together: "tillsammans?"."""
    reading = question.reading
    few = len(reading.words) <= _FEW or "ask.count" in reading.cues
    return few and bool(clause_words()["altogether"].intersection(reading.folded))


_FEW = 3


def _labels(desk: Desk, question: Question, rows: Sequence[StatementRow]) -> tuple[Label, ...]:
    """The number stated or listed; of two that differ the one asked for, else the one stated."""
    labels = _stated(desk, question, rows) or _listed(rows)
    asked, told = _number(desk, question), _told(desk, question, rows[0].municipality)
    if told and not asked and [told[0].label] == [label.label for label in labels]:
        # "According to the pages" is what they say, though they list one more or less.
        return told
    return told if asked and told and not asked.fits(_sum(labels)) else labels


def counts_some(desk: Desk, question: Question, place: Municipality) -> bool:
    """Whether a page tells how many there are of what it does not list: "21 goals"."""
    return not question.topics and bool(_told(desk, question, place))


def number_stated(desk: Desk, question: Question, place: Municipality) -> Label | None:
    """The number that a page tells of the kind asked for, where it does not contradict itself."""
    if question.topics or any(
        n.kind is NoteKind.CONTRADICTION for n in desk.store.notes(place.code)
    ):
        return None
    told = _told(desk, question, place)
    return told[0] if told else None


def with_the_number(
    desk: Desk, question: Question, found: Mapping[str, list[StatementRow]]
) -> dict[str, list[StatementRow]]:
    """Those that have the number asked for: "Which have four goals?", "more than three goals"."""
    asked = _number(desk, question)
    if asked is None or question.topics or not question.kinds:
        return dict(found)
    fitting = {
        code: rows
        for code, rows in found.items()
        if any(
            asked.fits(_sum(labels))
            for labels in (
                _stated(desk, question, rows) or _listed(rows),
                _labels(desk, question, rows),
            )
        )
    }
    # "Which has three vision goals?" has the page's own word for them.
    named = set(words_of_one_page(desk, question))
    own = {c: rows for c, rows in fitting.items() if any(row.label in named for row in rows)}
    return own or fitting


def _number(desk: Desk, question: Question) -> NumberAsked | None:
    """The number of a kind that is asked for: "all five visions" are those of all places."""
    asked = number_asked(question.reading)
    words = set(question.reading.folded)
    if asked and asked.number == len(desk.store.covered) and words & clause_words()["all"]:
        return None
    return asked


def _sum(labels: Iterable[Label]) -> int:
    return sum(label.number or 0 for label in labels)


def _listed(rows: Sequence[StatementRow]) -> tuple[Label, ...]:
    number = Counter(row.label for row in rows)
    return tuple(Label(label, times) for label, times in number.items())


def _stated(
    desk: Desk, question: Question, rows: Sequence[StatementRow]
) -> tuple[Label, ...] | None:
    """The number of goals of a page that lists only areas: "21 övergripande mål"."""
    return None if rows[0].kind in question.kinds else _told(desk, question, rows[0].municipality)


def _told(desk: Desk, question: Question, place: Municipality) -> tuple[Label, ...] | None:
    """The number that a sentence of the page tells."""
    for row in rows_that_count(desk, question, place):
        if row.states_number and row.states_label:
            return (Label(row.states_label, row.states_number),)
    return None


def rows_that_count(desk: Desk, question: Question, place: Municipality) -> list[StatementRow]:
    """The sentences of a page that tell how many there are: "totalt 21 övergripande mål"."""
    counting = find(desk.store, [place], Wanted(counted=question.kinds))
    told = desk.store.statements([one.entry for one in counting if one.by("n:")])
    return [row for row in told.values() if row.states_number and row.states_label]
