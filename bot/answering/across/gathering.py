"""What answers a question asked of several municipalities: by topic, by fact, by kind, by year."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import NamedTuple

from bot.answering.across.ranking import ranks
from bot.answering.across.speaking import best_of_each, is_number, on_topic, with_number
from bot.answering.across.years import ByPlace, of_year
from bot.answering.by_whom import BY_WHOM, is_of_another_kind
from bot.answering.desk import Desk, Intent, intents
from bot.answering.facts import fact_asked
from bot.answering.finding import Found, Wanted, find
from bot.answering.lists import listed, listing_of
from bot.answering.numbers import rows_that_count
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_without, both_asked, compares_numbers, years_asked
from knowledge.models import Aspect, Kind, Municipality, Status
from knowledge.rows import StatementRow
from knowledge.text import words as words_of

# Kinds that a list of all municipalities is made of; for the first two, a municipality that has
# none gives what it has in their place.
_FALL_BACK = frozenset({Kind.GOAL, Kind.VISION})
_LISTED = _FALL_BACK | {
    Kind.MISSION, Kind.VALUE, Kind.FOCUS_AREA, Kind.GOAL_AREA, Kind.PRIORITY, Kind.PERSPECTIVE,
}  # fmt: skip


class Way(NamedTuple):
    """How what is asked is found in municipalities, and the terms of those that may have it.

    `definite` says that who is not found has none of it: a topic, a kind or a fact is asked for.
    """

    gather: Callable[[Desk, Question, Collection[Municipality]], ByPlace]
    terms: frozenset[str]
    definite: bool


def way_of(question: Question) -> Way | None:
    """How a question is answered across municipalities; None for one that names only a county."""
    years = years_asked(question.reading)
    about_kind = bool(question.kinds) and question.kinds[0] in _LISTED
    asked = about_kind or bool(years) or bool(question.topics or question.narrow)
    if question.counties and not asked and not any(map(is_number, question.words)):
        return None
    fact = fact_asked(question)
    if question.narrow:
        # "Who mentions research?" does not ask what a plan builds on, nor "who lies above the
        # Arctic Circle?" for levels.
        fact = None
    if question.kinds and ranks(question.reading):
        # "The newest goals" are none that replaced others.
        fact = None
    if fact and not (years or question.topics or question.counties):
        gather = partial(_of_fact, fact)
        return Way(gather, frozenset(f"a:{aspect}" for aspect in fact.aspects), True)
    removed = fact == intents()["replaced"]
    # "Is there one that gives theatre priority?" asks for theatre.
    of_topic = bool(question.narrow) or (
        bool(question.topics) and (removed or not _is_plain(question))
    )
    if of_topic or not (about_kind or years):
        definite = bool(question.topics or question.narrow)
        terms = frozenset(f"t:{topic}" for topic in question.topics)
        return Way(partial(on_topic, removed), terms, definite)
    if years:
        kinds = question.kinds or Kind
        return Way(of_year, frozenset(f"y:{y}:{k}" for y in years for k in kinds), about_kind)
    return Way(_of_kind, frozenset(f"k:{kind}" for kind in _standing_in(question)), True)


def _is_plain(question: Question) -> bool:
    """Whether a question asks for a kind as such: no topic word stands beside it on its own."""
    reading = question.reading
    ends: dict[int, int] = {}
    for hit in reading.kinds:
        ends[hit.start] = max(hit.end, ends.get(hit.start, 0))
    topics = [hit for hit in reading.hits if hit.group.startswith("topic.")]
    if question.topics and not topics:
        # The topic is that of the conversation: "any others?".
        return False
    # "Agenda 2030" is more than an agenda.
    return all(ends.get(hit.start, 0) >= hit.end for hit in topics)


def _standing_in(question: Question) -> Collection[Kind]:
    """The kinds that a list of the kind asked for may be made of."""
    if question.kinds[0] not in _FALL_BACK:
        return question.kinds
    return [kind for group in listing_of(question.kinds).kinds for kind in group]


def _of_fact(
    fact: Intent, desk: Desk, question: Question, places: Collection[Municipality]
) -> ByPlace:
    aspects = {f"a:{aspect}" for aspect in fact.aspects}
    wanted = Wanted(aspects=fact.aspects, kinds=question.kinds, words=question.words)
    matches = [one for one in find(desk.store, places, wanted) if aspects & one.terms.keys()]
    matches = _of_what_is_named(desk, question, fact, matches) or matches
    return best_of_each(desk, with_number(question, matches) or matches)


def _of_what_is_named(
    desk: Desk, question: Question, fact: Intent, matches: Sequence[Found]
) -> list[Found]:
    """Without what tells the fact of another thing: a new focus area changes no vision."""
    if fact.name not in _OF_ONE_KIND:
        return []
    rows = desk.store.statements([one.entry for one in matches])
    kept = {entry: row for entry, row in rows.items() if not _of_others(desk, question, row)}
    if fact == intents()["replaced"] and clause_words()["figures"] & set(question.reading.folded):
        # "Who removed a number from its vision?"
        kept = {entry: row for entry, row in kept.items() if Aspect.POPULATION in row.about}
    return [one for one in matches if one.entry in kept]


# What was decided or replaced is one thing; how goals are followed up is told of areas too.
_OF_ONE_KIND = BY_WHOM | {"replaced"}


def _of_others(desk: Desk, question: Question, row: StatementRow) -> bool:
    """Whether a statement tells of another kind: it is one, counts some, or there are no others."""
    kinds, code = set(question.kinds), row.municipality.code
    if not kinds:
        return False
    if row.kind in _LISTED - kinds or is_of_another_kind(desk, question, row):
        return True
    counts_them = {f"n:{kind}" for kind in kinds}.intersection(desk.store.terms(code, row.entry))
    return not counts_them and kinds.isdisjoint(desk.store.kinds(code))


def _with_each_kind(desk: Desk, question: Question, places: Collection[Municipality]) -> ByPlace:
    """Those that have each kind: "Who has both a vision and values?"."""
    lists = {place.code: desk.store.of_kinds(place.code, question.kinds) for place in places}
    current = {
        code: [row for row in rows if row.status(desk.day) is not Status.REPLACED]
        for code, rows in lists.items()
    }
    wanted = set(question.kinds)
    return {code: rows for code, rows in current.items() if wanted <= {row.kind for row in rows}}


def _of_kind(desk: Desk, question: Question, places: Collection[Municipality]) -> ByPlace:
    if len(question.kinds) > 1 and both_asked(question.reading):
        return _with_each_kind(desk, question, places)
    intent, found = listing_of(question.kinds), {}
    without = question.silent or asks_without(question.reading)
    only_these = question.kinds[0] not in _FALL_BACK or without
    for place in places:
        # "Neither a vision nor values": who has one of them is not meant.
        any_of = desk.store.of_kinds(place.code, question.kinds) if without else ()
        rows = any_of or listed(desk, question, intent, place)
        if only_these:
            rows = [row for row in rows if row.kind in question.kinds]
        if not (without or any(row.kind in question.kinds for row in rows)):
            # Six areas that no page names are more than three that one does; and a page that
            # lists only areas may tell how many goals it has.
            counted = rows_that_count(desk, question, place)
            rows = [*counted, *rows] if rows or compares_numbers(question.reading) else rows
        if rows:
            found[place.code] = rows
    stated = {code: told for code, rows in found.items() if (told := _stating(question, rows))}
    return stated or found


def _stating(question: Question, rows: Sequence[StatementRow]) -> list[StatementRow]:
    """Those with a number of the question in them: "whose vision says 35,000?"."""
    numbers = {word for word in question.words if is_number(word)}
    return [row for row in rows if numbers & {word.folded for word in words_of(row.original)}]
