"""Answers across municipalities: who says something of a topic, a kind, a year, in a county."""

from collections.abc import Collection, Sequence

from bot.answering.answer import Answer, Said, TopicName, said
from bot.answering.desk import MOST, Desk, Intent, intents
from bot.answering.finding import Found, Wanted, find_anywhere
from bot.answering.lists import listed
from bot.answering.topics import _is_about
from bot.answering.wholes import _overview
from bot.understanding.question import Question
from knowledge.models import Kind, Municipality
from knowledge.store import StatementRow

_EACH = 3
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
    years = {f"{year}" for year in question.reading.years}
    about_kind = question.kinds and question.kinds[0] in _LISTED
    if question.counties and not (about_kind or years or question.topics):
        found = {place.code: _overview(desk, question, place) for place in places}
    elif not (about_kind or years) or (question.topics and not _is_plain(question)):
        found = _on_topic(desk, question, places)
    elif years:
        found = _of_year(desk, question, places, years)
    else:
        found = _of_kind(desk, question, places)
    if not found:
        return desk.not_in_sources(())
    return _answer(desk, question, found)


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


def _on_topic(
    desk: Desk, question: Question, places: Collection[Municipality]
) -> dict[str, list[StatementRow]]:
    codes = {place.code for place in places}
    wanted = Wanted(topics=question.topics, words=question.words)
    matches = [
        one
        for one in find_anywhere(desk.store, wanted)
        if one.municipality in codes and _is_about(one, question)
    ]
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
    by_kind = {group[0][0]: one for one in intents().values() if (group := one.kinds)}
    intent = by_kind.get(question.kinds[0], intents()["goals"])
    found = {}
    for place in places:
        rows = listed(desk, question, intent, place)
        if question.kinds[0] not in _FALL_BACK:
            rows = [row for row in rows if row.kind in question.kinds]
        if rows:
            found[place.code] = rows
    return found


def _of_year(
    desk: Desk, question: Question, places: Collection[Municipality], years: Collection[str]
) -> dict[str, list[StatementRow]]:
    """Statements with a year in them, or a period that reaches it."""
    found: dict[str, list[StatementRow]] = {}
    for one in find_anywhere(desk.store, Wanted(words=years)):
        if one.municipality in {place.code for place in places}:
            row = desk.store.statements([one.entry]).get(one.entry)
            if row and (not question.kinds or row.kind in question.kinds):
                found.setdefault(row.municipality.code, []).append(row)
    for place in places:
        for row in desk.store.of_kinds(place.code, question.kinds):
            until = str(row.valid_until.year) if row.valid_until else None
            if until in years and row not in found.get(place.code, ()):
                found.setdefault(place.code, []).append(row)
    return found


def _answer(desk: Desk, question: Question, found: dict[str, list[StatementRow]]) -> Answer:
    each = max(1, MOST // len(found))
    shown = [row for rows in found.values() for row in rows[:each]]
    rest = [row.id for rows in found.values() for row in rows[each:]]
    names = tuple(rows[0].municipality.name for rows in found.values())
    return desk.answer(_short(desk, question, names), shown, rest=rest)


def _short(desk: Desk, question: Question, names: Sequence[str]) -> Said:
    of_all = len(desk.store.covered)
    if question.topics:
        return said(
            "{number} of the {all} municipalities I know mention {topic}: {places}.",
            number=len(names), all=of_all, topic=TopicName(question.topics[0]), places=tuple(names),
        )  # fmt: skip
    return said(
        "{number} of the {all} municipalities I know: {places}.",
        number=len(names), all=of_all, places=tuple(names),
    )  # fmt: skip


def _nowhere_in_county(desk: Desk, question: Question) -> Answer:
    here = tuple(place for county in question.counties for place in desk.store.in_county(county))
    return Answer(
        outcome="unknown",
        reason="not_covered",
        short=said("I know no municipality in {counties} yet.", counties=question.counties),
        uncovered=here[:MOST],
        suggestions=desk.not_in_sources(()).suggestions,
    )


def answer_covered(desk: Desk, question: Question, intent: Intent) -> Answer:
    """Which municipalities the bot knows."""
    names = tuple(place.name for place in desk.store.covered)
    return Answer(
        outcome="answer",
        short=said("I know {number} municipalities: {places}.", number=len(names), places=names),
        suggestions=desk.not_in_sources(()).suggestions,
    )
