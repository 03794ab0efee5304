"""What answers a question asked of several municipalities: by topic, by fact, by kind, by year."""

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import NamedTuple

from bot.answering.desk import MOST, Desk, Intent, intents
from bot.answering.facts import fact_asked
from bot.answering.finding import Found, Wanted, find, find_anywhere
from bot.answering.lists import listed, listing_of
from bot.answering.order import goals_first
from bot.answering.topics import holds, is_about, is_on
from bot.answering.years import ByPlace, of_year
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_without, both_asked, years_asked
from knowledge.models import Aspect, Kind, Municipality, Status
from knowledge.rows import StatementRow
from knowledge.text import words as words_of

_EACH = 3
# A statement holds so much of a question's own words that it is likely the one meant: about three
# rare ones.
_TELLING = 4.4
_YEAR = re.compile(r"(?:19|20)\d\d")
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
    asked = about_kind or bool(years) or bool(question.topics)
    if question.counties and not asked:
        return None
    fact = fact_asked(question)
    if question.narrow and "ask.exists" in {hit.group for hit in question.reading.hits}:
        # "Who mentions research?" does not ask what a plan builds on.
        fact = None
    if fact and not (years or question.topics or question.counties):
        gather = partial(_of_fact, fact)
        return Way(gather, frozenset(f"a:{aspect}" for aspect in fact.aspects), True)
    removed = fact == intents()["replaced"]
    # "Is there one that gives theatre priority?" asks for theatre.
    on_topic = bool(question.narrow) or (
        bool(question.topics) and (removed or not _is_plain(question))
    )
    if on_topic or not (about_kind or years):
        definite = bool(question.topics or question.narrow)
        terms = frozenset(f"t:{topic}" for topic in question.topics)
        return Way(partial(_on_topic, removed), terms, definite)
    if years:
        kinds = question.kinds or Kind
        return Way(of_year, frozenset(f"y:{y}:{k}" for y in years for k in kinds), about_kind)
    return Way(_of_kind, frozenset(f"k:{kind}" for kind in _standing_in(question)), True)


def _is_plain(question: Question) -> bool:
    """Whether a question asks for a kind as such: no topic word stands beside it on its own."""
    reading = question.reading
    ends: dict[int, int] = {}
    for hit in reading.hits:
        if hit.group.startswith("kind."):
            ends[hit.start] = max(hit.end, ends.get(hit.start, 0))
    topics = (hit for hit in reading.hits if hit.group.startswith("topic."))
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
    return _best(desk, _with_number(question, matches) or matches)


def _on_topic(
    removed: bool, desk: Desk, question: Question, places: Collection[Municipality]
) -> ByPlace:
    codes = {place.code for place in places}
    words = {word for word in question.words if not (question.topics and _YEAR.fullmatch(word))}
    wanted = Wanted(topics=question.topics, words=words)
    few = len(codes) <= MOST
    weighed = find(desk.store, places, wanted) if few else find_anywhere(desk.store, wanted)
    here = [one for one in weighed if one.municipality in codes]
    if question.narrow:
        # Who writes of reindeer themselves, not who writes of animals.
        rows = desk.store.statements([one.entry for one in here])
        matches = [o for o in here if o.entry in rows and holds(rows[o.entry], question)]
    else:
        on_it = [one for one in here if is_on(one, question)]
        matches = on_it or [one for one in here if is_about(one, question)]
        if Kind.VISION in question.kinds:
            # "Whose vision mentions the future?" is asked of the visions, where any does.
            matches = [one for one in matches if f"k:{Kind.VISION}" in one.terms] or matches
    if says_of_someone(question):
        # "Who said that everyone counts?" is answered with whom a page quotes.
        rows = desk.store.statements([one.entry for one in matches])
        spoken = {entry for entry, row in rows.items() if row.person}
        matches = [one for one in matches if one.entry in spoken] or matches
    if removed:
        # "Which one threw out its number of inhabitants?"
        rows = desk.store.statements([one.entry for one in matches])
        told = {entry for entry, row in rows.items() if Aspect.REPLACED in row.about}
        matches = [one for one in matches if one.entry in told] or matches
    # Who quotes from memory asks for the one page that has most of the words, or a rare one.
    rare = {f"w:{word}" for word in question.strange}
    telling = [one for one in here if one.by("w:") >= _TELLING or rare & one.terms.keys()]
    if telling and len({one.municipality for one in telling}) == 1:
        matches = telling
    # "Which one was it with 35,000?" is asked of who names that number.
    stated = _with_number(question, here)
    if "population" in question.topics and Kind.GOAL in question.kinds:
        stated = stated or _aimed_at(desk, matches)
    if both_asked(question.reading) and len(question.topics) > 1:
        return _with_each(desk, matches, question)
    best = _best(desk, stated or matches)
    return {code: goals_first(desk, question, rows) for code, rows in best.items()}


def _with_number(question: Question, matches: Collection[Found]) -> list[Found]:
    """Those with a number of the question in them."""
    numbers = {f"w:{word}" for word in question.words if _is_number(word)}
    return [one for one in matches if numbers & one.terms.keys()]


def _aimed_at(desk: Desk, matches: Collection[Found]) -> list[Found]:
    """Those that give a number to reach, which is still aimed at."""
    rows = desk.store.statements([one.entry for one in matches])
    aimed = {e for e, row in rows.items() if row.target_number and row.replaced_by is None}
    return [one for one in matches if one.entry in aimed]


def _with_each(desk: Desk, matches: Sequence[Found], question: Question) -> ByPlace:
    """Those that speak of each topic: "Who has goals on both safety and equality?"."""
    rows = desk.store.statements([one.entry for one in matches])
    told: dict[str, set[str]] = {}
    for one in matches:
        if one.entry in rows:
            told.setdefault(one.municipality, set()).update(rows[one.entry].topics)
    all_of_it = {code for code, topics in told.items() if set(question.topics) <= topics}
    return _best(desk, [one for one in matches if one.municipality in all_of_it])


def _with_each_kind(desk: Desk, question: Question, places: Collection[Municipality]) -> ByPlace:
    """Those that have each kind: "Who has both a vision and values?"."""
    lists = {place.code: desk.store.of_kinds(place.code, question.kinds) for place in places}
    current = {
        code: [row for row in rows if row.status(desk.day) is not Status.REPLACED]
        for code, rows in lists.items()
    }
    wanted = set(question.kinds)
    return {code: rows for code, rows in current.items() if wanted <= {row.kind for row in rows}}


def says_of_someone(question: Question) -> bool:
    """Whether it is asked who says something."""
    words = {word.folded for word in question.reading.words}
    asks_who = any(hit.group == "ask.who" for hit in question.reading.hits)
    return asks_who and not clause_words()["says"].isdisjoint(words)


def _is_number(word: str) -> bool:
    """Whether a word is a number that tells something: no year, nor the end of "35 000"."""
    return word.isdigit() and int(word) > 12 and not _YEAR.fullmatch(word)


def _best(desk: Desk, matches: Collection[Found]) -> ByPlace:
    """Of what fits, the best of each municipality."""
    best: dict[str, list[Found]] = {}
    for one in matches:
        best.setdefault(one.municipality, []).append(one)
    kept = [one for found in best.values() for one in found[:_EACH]]
    rows = desk.store.statements([one.entry for one in kept])
    found: ByPlace = {}
    for one in kept:
        if one.entry in rows:
            found.setdefault(one.municipality, []).append(rows[one.entry])
    return found


def _of_kind(desk: Desk, question: Question, places: Collection[Municipality]) -> ByPlace:
    if len(question.kinds) > 1 and both_asked(question.reading):
        return _with_each_kind(desk, question, places)
    intent, found = listing_of(question.kinds), {}
    without = asks_without(question.reading)
    only_these = question.kinds[0] not in _FALL_BACK or without
    for place in places:
        # "Neither a vision nor values": who has one of them is not meant.
        any_of = desk.store.of_kinds(place.code, question.kinds) if without else ()
        rows = any_of or listed(desk, question, intent, place)
        if only_these:
            rows = [row for row in rows if row.kind in question.kinds]
        if rows:
            found[place.code] = rows
    stated = {code: told for code, rows in found.items() if (told := _stating(question, rows))}
    return stated or found


def _stating(question: Question, rows: Sequence[StatementRow]) -> list[StatementRow]:
    """Those with a number of the question in them: "whose vision says 35,000?"."""
    numbers = {word for word in question.words if _is_number(word)}
    return [row for row in rows if numbers & {word.folded for word in words_of(row.original)}]
