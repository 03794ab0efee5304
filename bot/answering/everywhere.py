"""Answers across municipalities: who says something of a topic, a kind, a year, in a county."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.answering.answer import Answer, AnyTopic, Counties, Said, Value, marked, said
from bot.answering.desk import MOST, Desk, Intent
from bot.answering.echo import rows_quoted
from bot.answering.facts import fact_asked
from bot.answering.finding import Found, Wanted, find, find_anywhere
from bot.answering.lists import listed, listing_of
from bot.answering.topics import _is_about, holds
from bot.answering.wholes import _overview
from bot.understanding.question import Question
from bot.understanding.subjects import asks_without
from knowledge.models import Kind, Municipality
from knowledge.rows import StatementRow

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


def answer_across(desk: Desk, question: Question, intent: Intent) -> Answer:
    """The municipalities that say something of what is asked, each with its best statements."""
    places = _places(desk, question)
    if not places:
        return _nowhere_in_county(desk, question)
    if quoted := rows_quoted(desk, question):
        found = {row.municipality.code: [row] for row in quoted}
        return _answer(desk, question, found, len(found))
    years = {f"{year}" for year in question.reading.years}
    about_kind = question.kinds and question.kinds[0] in _LISTED
    fact = None if years or question.topics or question.counties else fact_asked(question)
    if question.counties and not (about_kind or years or question.topics):
        shown = places[:MOST]
        found = {place.code: _overview(desk, question, place) for place in shown}
        return _answer(desk, question, found, len(places))
    if fact:
        way, terms = _of_fact, {f"a:{aspect}" for aspect in fact.aspects}
    elif not (about_kind or years) or (question.topics and not _is_plain(question)):
        way, terms = _on_topic, {f"t:{topic}" for topic in question.topics}
    elif years:
        way, terms = _of_year, {f"y:{y}:{k}" for y in years for k in question.kinds or Kind}
    else:
        way, terms = _of_kind, {f"k:{kind}" for kind in _standing_in(question)}
    if len(places) > MOST and terms:
        # Of hundreds, those that speak of it are counted, and the first looked at.
        told = set(desk.store.mentioning(terms))
        places = [place for place in places if place.code in told]
        found, number = way(desk, question, places[:MOST]), len(places)
    else:
        found, number = way(desk, question, places), 0
    if (about_kind or fact or question.topics or question.narrow) and (
        silent := _silent(desk, question, found)
    ):
        return _answer_without(desk, question, silent)
    if not found:
        return desk.not_in_sources(())
    return _answer(desk, question, found, max(number, len(found)))


def _silent(desk: Desk, question: Question, found: Collection[str]) -> list[Municipality]:
    """Those that say nothing of what is asked, where they are asked for and can be named."""
    if not asks_without(question.reading):
        return []
    # A page that counts what it does not list ("six areas") has them all the same.
    kinds = () if question.topics or question.narrow else question.kinds
    told = {*found, *desk.store.mentioning({f"n:{kind}" for kind in kinds})}
    silent = [place for place in _places(desk, question) if place.code not in told]
    return silent if len(silent) <= MOST else []


def _answer_without(desk: Desk, question: Question, silent: Sequence[Municipality]) -> Answer:
    """Those of whom nothing is known that was asked about; there is nothing to quote."""
    names = tuple(place.name for place in silent)
    values: dict[str, Value] = {"all": len(desk.store.covered), "places": names}
    if question.topics:
        values["topic"] = AnyTopic(question.topics)
        one = marked("One of the {all} municipalities I know does not mention {topic}: {places}.")
        more = marked(
            "{number} of the {all} municipalities I know do not mention {topic}: {places}."
        )
    else:
        one = marked("One of the {all} municipalities I know has none on its page: {places}.")
        more = marked(
            "{number} of the {all} municipalities I know have none on their pages: {places}."
        )
    short = said(one, **values) if len(names) == 1 else said(more, number=len(names), **values)
    return Answer(
        outcome="answer", short=short, suggestions=desk.not_in_sources(silent).suggestions
    )


def _standing_in(question: Question) -> Collection[Kind]:
    """The kinds that a list of the kind asked for may be made of."""
    if question.kinds[0] not in _FALL_BACK:
        return question.kinds
    return [kind for group in listing_of(question.kinds).kinds for kind in group]


def _is_plain(question: Question) -> bool:
    """Whether a question asks for a kind as such: no topic word stands beside it on its own."""
    reading = question.reading
    kinds = {hit.start for hit in reading.hits if hit.group.startswith("kind.")}
    topics = {hit.start for hit in reading.hits if hit.group.startswith("topic.")}
    return topics <= kinds


def _places(desk: Desk, question: Question) -> list[Municipality]:
    covered = list(desk.store.covered)
    if question.covered:
        return list(question.covered)
    if question.counties:
        covered = [place for place in covered if place.county in question.counties]
    return covered


def _of_fact(
    desk: Desk, question: Question, places: Collection[Municipality]
) -> dict[str, list[StatementRow]]:
    fact = fact_asked(question)
    if fact is None:
        return {}
    aspects = {f"a:{aspect}" for aspect in fact.aspects}
    wanted = Wanted(aspects=fact.aspects, kinds=question.kinds, words=question.words)
    matches = [one for one in find(desk.store, places, wanted) if aspects & one.terms.keys()]
    return _best(desk, matches)


def _on_topic(
    desk: Desk, question: Question, places: Collection[Municipality]
) -> dict[str, list[StatementRow]]:
    codes = {place.code for place in places}
    wanted = Wanted(topics=question.topics, words=question.words)
    few = len(codes) <= MOST
    weighed = find(desk.store, places, wanted) if few else find_anywhere(desk.store, wanted)
    here = [one for one in weighed if one.municipality in codes]
    if question.narrow:
        # Who writes of reindeer themselves, not who writes of animals.
        rows = desk.store.statements([one.entry for one in here])
        matches = [o for o in here if o.entry in rows and holds(rows[o.entry], question)]
    else:
        matches = [one for one in here if _is_about(one, question)]
    fact = fact_asked(question)
    if fact and fact.name == "replaced":
        # "Which one threw out its number of inhabitants?"
        aspects = {f"a:{aspect}" for aspect in fact.aspects}
        matches = [one for one in matches if aspects & _terms(desk, one)] or matches
    # Who quotes from memory asks for the one page that has most of the words.
    telling = [one for one in here if one.by("w:") >= _TELLING]
    if telling and len({one.municipality for one in telling}) == 1:
        matches = telling
    # "Which one was it with 35,000?" is asked of who names that number.
    numbers = {f"w:{word}" for word in question.words if _is_number(word)}
    stated = [one for one in here if numbers & one.terms.keys()]
    return _best(desk, stated or matches)


def _terms(desk: Desk, one: Found) -> set[str]:
    return set(desk.store.terms(one.municipality, one.entry))


def _is_number(word: str) -> bool:
    """Whether a word is a number that tells something: no year, nor the end of "35 000"."""
    return word.isdigit() and int(word) > 12 and not _YEAR.fullmatch(word)


def _best(desk: Desk, matches: Collection[Found]) -> dict[str, list[StatementRow]]:
    """Of what fits, the best of each municipality."""
    best: dict[str, list[Found]] = {}
    for one in matches:
        best.setdefault(one.municipality, []).append(one)
    kept = [one for found in best.values() for one in found[:_EACH]]
    rows = desk.store.statements([one.entry for one in kept])
    found: dict[str, list[StatementRow]] = {}
    for one in kept:
        if one.entry in rows:
            found.setdefault(one.municipality, []).append(rows[one.entry])
    return found


def _of_kind(
    desk: Desk, question: Question, places: Collection[Municipality]
) -> dict[str, list[StatementRow]]:
    intent, found = listing_of(question.kinds), {}
    for place in places:
        rows = listed(desk, question, intent, place)
        if question.kinds[0] not in _FALL_BACK or asks_without(question.reading):
            rows = [row for row in rows if row.kind in question.kinds]
        if rows:
            found[place.code] = rows
    return found


def _of_year(
    desk: Desk, question: Question, places: Collection[Municipality]
) -> dict[str, list[StatementRow]]:
    """Statements with a year in them, or a period that reaches it."""
    years = {f"{year}" for year in question.reading.years}
    found: dict[str, list[StatementRow]] = {}
    named = [one.entry for one in find(desk.store, places, Wanted(words=years))]
    rows = desk.store.statements(named)
    current = (rows[entry] for entry in named if entry in rows)
    # A year that was in a vision once is in it no more.
    for row in (row for row in current if row.replaced_by is None):
        if not question.kinds or row.kind in question.kinds:
            found.setdefault(row.municipality.code, []).append(row)
    for place in places:
        for row in desk.store.of_kinds(place.code, question.kinds):
            until = str(row.valid_until.year) if row.valid_until else None
            if until in years and row not in found.get(place.code, ()):
                found.setdefault(place.code, []).append(row)
    if not found and question.kinds:
        # "Goals to 2035": where only visions name the year, these.
        return _of_year(desk, replace(question, kinds=()), places)
    return found


def _answer(
    desk: Desk, question: Question, found: dict[str, list[StatementRow]], number: int
) -> Answer:
    total = sum(map(len, found.values()))
    each = total if total <= MOST else max(1, MOST // len(found))
    shown = [row for rows in found.values() for row in rows[:each]]
    rest = [row.id for rows in found.values() for row in rows[each:]]
    names = tuple(rows[0].municipality.name for rows in found.values())
    return desk.answer(_short(desk, question, names, number), shown, rest=rest)


def _short(desk: Desk, question: Question, names: Sequence[str], number: int) -> Said:
    """How many there are, and which; of many, the first."""
    values: dict[str, Value] = {"all": len(desk.store.covered), "places": tuple(names)}
    if question.topics:
        topic = AnyTopic(question.topics)
        if number == 1:
            text = marked("One of the {all} municipalities I know mentions {topic}: {places}.")
            return said(text, topic=topic, **values)
        if number == len(names) == values["all"]:
            text = marked("All {all} municipalities I know mention {topic}: {places}.")
            return said(text, topic=topic, **values)
        if number > len(names):
            text = marked(
                "{number} of the {all} municipalities I know mention {topic}, among them {places}."
            )
        else:
            text = marked("{number} of the {all} municipalities I know mention {topic}: {places}.")
        return said(text, number=number, topic=topic, **values)
    if number == 1:
        return said("One of the {all} municipalities I know: {places}.", **values)
    if number == len(names) == values["all"]:
        return said("All {all} municipalities I know: {places}.", **values)
    if number > len(names):
        text = marked("{number} of the {all} municipalities I know, among them {places}.")
    else:
        text = marked("{number} of the {all} municipalities I know: {places}.")
    return said(text, number=number, **values)


def _nowhere_in_county(desk: Desk, question: Question) -> Answer:
    here = tuple(place for county in question.counties for place in desk.store.in_county(county))
    return Answer(
        outcome="unknown",
        reason="not_covered",
        short=said(
            "I know no municipality in {counties} yet.", counties=Counties(question.counties)
        ),
        uncovered=here[:MOST],
        suggestions=desk.not_in_sources(()).suggestions,
    )


def answer_covered(desk: Desk, question: Question, intent: Intent) -> Answer:
    """Which municipalities the bot knows, or which in a county."""
    if question.counties:
        places = _places(desk, replace(question, covered=()))
        if not places:
            return _nowhere_in_county(desk, question)
        names = tuple(place.name for place in places)
        short = said(
            "In {counties} I know {places}.", counties=Counties(question.counties), places=names
        )
    else:
        names = tuple(place.name for place in desk.store.covered)
        short = said("I know {number} municipalities: {places}.", number=len(names), places=names)
    return Answer(
        outcome="answer",
        short=short,
        suggestions=desk.not_in_sources(()).suggestions,
    )
