"""Answers across municipalities: who says something of what is asked, and which are known."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from bot.answering.across.all_of_it import asks_for_all_of_it
from bot.answering.across.asked_about import named
from bot.answering.across.but_not import answer_but_not, sides_of
from bot.answering.across.by_name import who_names_it, who_uses_it
from bot.answering.across.dated_visions import answer_any_year, any_year_asked
from bot.answering.across.gathering import Way, way_of
from bot.answering.across.given_up import given_up
from bot.answering.across.holding import answer_holding
from bot.answering.across.newer_pages import with_newer_pages
from bot.answering.across.places import answer_covered, nowhere_in_county, places_asked
from bot.answering.across.quoting import answer_quotation, asks_for_quotation
from bot.answering.across.ranking import aiming_at_rank, answer_rank, asks_rank, rank_line
from bot.answering.across.speaking import near_topic, speaks
from bot.answering.across.tally import (
    answer_unused,
    answer_without,
    how_many,
    how_many_say,
    how_many_there,
    who_of_some,
)
from bot.answering.across.targets import answer_target, no_number, target_asked
from bot.answering.across.years import ByPlace
from bot.answering.answer import Answer, one_after_other, said
from bot.answering.answer import Word as AsWord
from bot.answering.desk import MOST, Desk, Intent, intents, shared_out
from bot.answering.echo import rows_quoted
from bot.answering.literally import denies_word, that_say, word_asked
from bot.answering.numbers import (
    areas_alike,
    counts_some,
    numbers_of_each,
    rows_that_count,
    with_the_number,
)
from bot.answering.progress import asks_how_far
from bot.answering.wholes import answer_compare, plan_of
from bot.understanding.question import Question
from bot.understanding.state import state_asked
from bot.understanding.subjects import asks_where, asks_without
from knowledge.marking import marked
from knowledge.models import Kind, Municipality
from knowledge.text import Word


def answer_across(desk: Desk, question: Question, intent: Intent) -> Answer:
    """The municipalities that say something of what is asked, each with its best statements."""
    places = places_asked(desk, question)
    if not places:
        return nowhere_in_county(desk, question)
    if quoted := rows_quoted(desk, question):
        # The vision that is called so, before the sentence that speaks of it.
        quoted.sort(key=lambda row: (row.kind not in question.kinds, len(row.original)))
        found: ByPlace = {}
        for row in quoted:
            found.setdefault(row.municipality.code, [row])
        return _answer(desk, question, found, len(found))
    if asks_for_quotation(question) and (said_by := answer_quotation(desk, question, places)):
        return said_by
    if target_asked(question) and (target := answer_target(desk, question, places)):
        return target
    if any_year_asked(question) and (dated := answer_any_year(desk, question, places)):
        return dated
    if word := word_asked(question):
        return _answer_word(desk, question, word, places)
    if asks_how_far(question):
        line = said("No page I have says how far that has come.")
        return replace(desk.not_in_sources(()), short=line)
    if sides := sides_of(question):
        return answer_but_not(desk, question, sides, places[:MOST])
    if state := state_asked(question):
        return answer_holding(desk, question, state, places)
    if asks_rank(question) and not (question.kinds or question.topics or question.narrow):
        if aiming := aiming_at_rank(desk, question, places):
            return _answer_using(desk, *aiming)
        return answer_rank(desk, question, places)
    if asks_for_all_of_it(question):
        every = replace(question, covered=tuple(places[:MOST]))
        return answer_compare(desk, every, intents()["compare"])
    if _asks_for_what_none_has(desk, question):
        return desk.not_in_sources(())
    question = areas_alike(question)
    way = way_of(question)
    if (way is None and asks_where(question.reading)) or _asks_who_is_known(question):
        return answer_covered(desk, question, intent)
    if way is None:
        found = {place.code: plan_of(desk, place) for place in places[:MOST]}
        return _answer(desk, question, found, len(places))
    return with_newer_pages(desk, question, places, _who_says(desk, question, way, places))


def _who_says(desk: Desk, question: Question, way: Way, places: Sequence[Municipality]) -> Answer:
    """Who says what is asked; where nobody does, what is nearest to it, or that nobody does."""
    ranked = asks_rank(question)
    found, number = _gathered(desk, question, way, places)
    if way.definite and (question.silent or asks_without(question.reading)):
        return _without(desk, question, way, places, found)
    if len(counted := with_the_number(desk, question, found)) < len(found):
        found, number = counted, len(counted)
    if ranked and len(found) == 1:
        # "Who speaks most of equality?" is settled where one alone does.
        ranked = False
    if not found and (near := _near(desk, question, places)):
        return replace(near, short=rank_line(desk, question, places)) if ranked else near
    if not found and question.without and not question.covered:
        others = said(
            "Apart from {places}, no page I have says anything about it.",
            places=tuple(place.name for place in question.without),
        )  # fmt: skip
        return replace(desk.not_in_sources(()), short=others)
    if not found:
        nothing = desk.not_in_sources(question.covered)
        return replace(nothing, short=rank_line(desk, question, places)) if ranked else nothing
    answer = _answer(desk, question, found, max(number, len(found)))
    if (line := no_number(desk, question, found)) and answer.short:
        return replace(answer, short=one_after_other(line, answer.short))
    if not ranked and (line := given_up(question, found)):
        return replace(answer, short=line)
    return replace(answer, short=rank_line(desk, question, places)) if ranked else answer


def _answer_word(
    desk: Desk, question: Question, word: Word, places: Sequence[Municipality]
) -> Answer:
    """The municipalities that use a word as such."""
    found = that_say(desk, question, word, places)
    if denies_word(question):
        silent = [place for place in list(places)[:MOST] if place.code not in found]
        return answer_unused(desk, word.lower, silent)
    if not found:
        none = said(
            "None of the {all} municipalities I know uses the word {word}.",
            all=len(desk.store.covered), word=AsWord(word.lower),
        )  # fmt: skip
        return replace(desk.not_in_sources(()), short=none)
    return _answer_using(desk, word.lower, found)


def _answer_using(desk: Desk, word: str, found: ByPlace) -> Answer:
    """Who uses a word, and in what."""
    shown, rest = shared_out(found.values())
    names = [rows[0].municipality.name for rows in found.values()]
    return desk.answer(how_many_say(desk, word, names), shown, rest=rest)


def _gathered(
    desk: Desk, question: Question, way: Way, places: Sequence[Municipality]
) -> tuple[ByPlace, int]:
    """What is found of the first municipalities that say it, and how many say it in all."""
    if len(places) <= MOST or not way.terms:
        found = way.gather(desk, question, places)
        return found, len(found)
    # Of hundreds, those that speak of it are counted, and the first looked at.
    codes = set(desk.store.mentioning(way.terms))
    told = (place for place in places if place.code in codes)
    found = way.gather(desk, question, list(islice(told, MOST)))
    if len(places) == len(desk.store.covered):
        return found, len(codes)
    return found, sum(place.code in codes for place in places)


def _without(
    desk: Desk,
    question: Question,
    way: Way,
    places: Sequence[Municipality],
    found: ByPlace,
) -> Answer:
    """Those that say nothing of it; where they are all, or none, that is said."""
    many = len(places) > MOST and way.terms
    codes = set(desk.store.mentioning(way.terms)) if many else found.keys()
    silent = [
        place
        for place in places
        if place.code not in codes and not counts_some(desk, question, place)
    ]
    if 0 < len(silent) <= MOST:
        return answer_without(desk, question, silent)
    if not found:
        return desk.not_in_sources(())
    answer = _answer(desk, question, found, len(codes))
    if silent:
        return answer
    if not question.topics:
        return _all_have_some(desk, question, places, answer)
    all_of_them = said(
        "None: all {all} municipalities I know mention {topic}.",
        all=len(desk.store.covered), topic=named(question),
    )  # fmt: skip
    return replace(answer, short=all_of_them)


def _all_have_some(
    desk: Desk, question: Question, places: Sequence[Municipality], answer: Answer
) -> Answer:
    """That nobody is without; of whom only the number is known, the sentence that tells it."""
    none = said("None: all {all} municipalities I know have some.", all=len(places))
    listed = {row.municipality.code for row in answer.statements}
    counted = {
        place.name: rows
        for place in list(places)[:MOST]
        if place.code not in listed and (rows := rows_that_count(desk, question, place))
    }
    if not counted:
        return replace(answer, short=none)
    only = said("How many, but not which, is told by {places}.", places=tuple(counted))
    rows = [row for told in counted.values() for row in told]
    shown = (*rows, *answer.statements)[:MOST]
    return replace(answer, short=one_after_other(none, only), statements=shown)


def _asks_who_is_known(question: Question) -> bool:
    """Whether no more may be asked than who is known: "Which municipalities are there?"."""
    subject = question.kinds or question.topics or question.narrow or question.words
    beside = question.counties or question.reading.years or question.without
    return not (subject or beside) and question.likely.get("covered", 0.0) >= _MAY_BE


# Beside who has it, who is known is as good as half of what may be asked.
_MAY_BE = 0.3


def _asks_for_what_none_has(desk: Desk, question: Question) -> bool:
    """Whether a word of its own names what is asked for, and no page has it: "rymden"."""
    if question.topics or question.narrow or question.reading.years or not question.strange:
        return False
    if question.kinds and question.kinds != (Kind.PRIORITY,):
        # "The whole collection of visions": a list is asked for; "who bets on space?" is not one.
        return False
    return not any(desk.store.holds(f"w:{word}") for word in question.strange)


def _answer(desk: Desk, question: Question, found: ByPlace, number: int) -> Answer:
    names = tuple(rows[0].municipality.name for rows in found.values())
    instead = _standing_in(question, found)
    shown, rest = shared_out(
        found.values(), last=[at for at, name in enumerate(names) if name in instead]
    )
    named = tuple(name for name in names if name not in instead)
    notes = [said(_NEAREST[question.kinds[0]], places=instead)] if instead else []
    counted = numbers_of_each(desk, question, found.values())
    number -= len(instead)
    on_topic = bool(question.topics) and speaks(desk, question, found, places_asked(desk, question))
    everyone = len(names) == len(places_asked(desk, question))
    in_county = (
        how_many_there(question, names, on_topic=on_topic, everyone=everyone)
        if question.counties
        else None
    )
    of_some = None
    if number == len(named) and not (counted or in_county):
        of_some = who_of_some(question, named, on_topic=on_topic)
    line = counted or in_county or of_some
    if not (line or on_topic or instead):
        line = who_uses_it(desk, question, found, places_asked(desk, question))
    line = line or how_many(desk, question, named, number, on_topic=on_topic)
    if on_topic and number == len(named) and not (counted or in_county):
        by_name = who_names_it(desk, question, found)
        line = one_after_other(line, by_name) if by_name else line
    return desk.answer(line, shown, notes=notes, rest=rest)


# What is said of those whose list is of another kind than was asked for.
_NEAREST = {
    Kind.VISION: marked("No vision is given by {places}; the nearest to it is shown."),
    Kind.GOAL: marked("No goals are listed by {places}; the nearest to them is shown."),
}


def _standing_in(question: Question, found: ByPlace) -> tuple[str, ...]:
    """The municipalities shown with something else in the place of what was asked for."""
    if question.topics or question.narrow or question.reading.years:
        return ()
    kind = question.kinds[0] if question.kinds else None
    lists = [rows for rows in found.values() if not any(row.kind is kind for row in rows)]
    if kind not in _NEAREST or len(lists) == len(found):
        return ()
    return tuple(rows[0].municipality.name for rows in lists)


def _near(desk: Desk, question: Question, places: Sequence[Municipality]) -> Answer | None:
    """What shares the words of a question on what nobody names, said to be no more than near."""
    found = near_topic(desk, question, places[:MOST]) if question.topics else {}
    if not found:
        return None
    shown, rest = shared_out(found.values())
    nobody = said("No page I have mentions {topic}; the nearest is this:", topic=named(question))
    return desk.answer(nobody, shown, rest=rest)
