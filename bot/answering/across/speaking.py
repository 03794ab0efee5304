"""Who speaks of a topic or a thing: what municipalities say of it, and whether they do."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.answering.across.asked_about import things_beside
from bot.answering.across.wording import in_those_words, stands_in
from bot.answering.across.years import ByPlace, is_gone
from bot.answering.desk import MOST, Desk
from bot.answering.finding import Found, Wanted, find, find_anywhere
from bot.answering.order import goals_first, own_goals_first
from bot.answering.topics import being_on, holds, is_about, saying
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import both_asked, subjects
from knowledge.models import Aspect, Kind, Municipality
from knowledge.rows import StatementRow
from knowledge.text import stem, stems, years

_EACH = 3
# A statement holds so much of a question's own words that it is likely the one meant: about three
# rare ones.
_TELLING = 4.4


def on_topic(
    removed: bool, desk: Desk, question: Question, places: Collection[Municipality]
) -> ByPlace:
    """What municipalities say on the topics, or the things, or in the words of a question.

    `removed` says that what is no longer said is asked for.
    """
    here = _weighed(desk, question, places)
    rows = desk.store.statements([one.entry for one in here])
    if question.narrow:
        # Who writes of reindeer themselves, not who writes of animals.
        matches = [o for o in here if o.entry in rows and holds(rows[o.entry], question)]
    elif question.topics:
        on_it = being_on(question)
        matches = [o for o in here if o.entry in rows and on_it(rows[o.entry])]
        matches = _saying_the_word(desk, question, rows, matches) or matches
    else:
        matches = [one for one in here if is_about(one, question)]
    if Kind.VISION in question.kinds and not question.narrow:
        # "Whose vision mentions the future?" is asked of the visions, where any does.
        matches = [one for one in matches if f"k:{Kind.VISION}" in one.terms] or matches
    if says_of_someone(question):
        # "Who said that everyone counts?" is answered with whom a page quotes.
        matches = [o for o in matches if o.entry in rows and rows[o.entry].person] or matches
    if removed:
        # "Which one threw out its number of inhabitants?"
        told = {entry for entry, row in rows.items() if Aspect.REPLACED in row.about}
        matches = [one for one in matches if one.entry in told] or matches
    else:
        matches = _not_given_up(question, rows, matches)
    matches = in_those_words(question, rows, matches) or matches
    # Who quotes from memory asks for the one page that has most of the words, or a rare one.
    telling = [
        one
        for one in here
        if one.by("w:") >= _TELLING
        or (one.entry in rows and stands_in(rows[one.entry], question.strange))
    ]
    if telling and len({one.municipality for one in telling}) == 1:
        matches = telling
    # "Which one was it with 35,000?" is asked of who names that number.
    stated = with_number(question, here)
    if both_asked(question.reading) and len(question.topics) + len(things_beside(question)) > 1:
        return _with_each(desk, matches, question)
    best = best_of_each(desk, stated or matches)
    sorted_out = {code: goals_first(desk, question, rows) for code, rows in best.items()}
    return own_goals_first(question, sorted_out)


def _saying_the_word(
    desk: Desk, question: Question, rows: dict[int, StatementRow], matches: Sequence[Found]
) -> list[Found]:
    """Those that say the one word asked about, where several topics share it and none has its name.

    Who dreams is not whoever speaks of the future or of the quality of life.
    """
    named = {(hit.start, hit.end) for hit in subjects(question.reading, anywhere=True)}
    if len(named) != 1 or len(question.topics) < _SHARED:
        return []
    start, end = named.pop()
    spelled = {stem(word) for word in question.reading.folded[start:end]}
    names = (desk.store.topics[topic] for topic in question.topics)
    if any(spelled & (stems(topic.sv) | stems(topic.en)) for topic in names):
        return []
    says = saying(question)
    return [one for one in matches if one.entry in rows and says(rows[one.entry])]


# So many topics share a word that is the name of none.
_SHARED = 2


def near_topic(desk: Desk, question: Question, places: Collection[Municipality]) -> ByPlace:
    """What shares the words of a question whose topic nobody names."""
    here = _weighed(desk, question, places)
    return best_of_each(desk, [one for one in here if is_about(one, question)])


def speaks(
    desk: Desk, question: Question, found: ByPlace, places: Collection[Municipality]
) -> bool:
    """Whether those found are on the topic, and leave out none of the places that is."""
    fits = being_on(question)
    on_it = {code for code, rows in found.items() if any(map(fits, rows))}
    if both_asked(question.reading) or len(places) > MOST:
        return on_it == found.keys()
    tagged = find(desk.store, places, Wanted(topics=question.topics))
    rows = desk.store.statements([one.entry for one in tagged])
    held = {
        row.municipality.code
        for row in rows.values()
        if set(row.topics) & set(question.topics) and not is_gone(row)
    }
    return on_it == found.keys() and held <= found.keys()


def _weighed(desk: Desk, question: Question, places: Collection[Municipality]) -> list[Found]:
    """What has anything of what is asked, the most first."""
    codes = {place.code for place in places}
    words = {word for word in question.words if not (question.topics and years(word))}
    wanted = Wanted(topics=question.topics, words=words)
    few = len(codes) <= MOST
    weighed = find(desk.store, places, wanted) if few else find_anywhere(desk.store, wanted)
    return [one for one in weighed if one.municipality in codes]


def _not_given_up(
    question: Question, rows: dict[int, StatementRow], matches: Sequence[Found]
) -> list[Found]:
    """Without what is no longer said, where more is said; nobody wants what it has given up."""
    gone = {entry for entry, row in rows.items() if is_gone(row)}
    held = [one for one in matches if one.entry not in gone]
    wants = Kind.GOAL in question.kinds or any(
        hit.group == "ask.want" for hit in question.reading.hits
    )
    others = {one.municipality for one in held}
    return held if wants else [o for o in matches if o in held or o.municipality not in others]


def with_number(question: Question, matches: Collection[Found]) -> list[Found]:
    """Those with a number of the question in them."""
    numbers = {f"w:{word}" for word in question.words if is_number(word)}
    return [one for one in matches if numbers & one.terms.keys()]


def is_number(word: str) -> bool:
    """Whether a word is a number that tells something: no year, nor the end of "35 000"."""
    return word.isdigit() and int(word) > 12 and not years(word)


def _with_each(desk: Desk, matches: Sequence[Found], question: Question) -> ByPlace:
    """Those that speak of each topic and thing: "Who has goals on both safety and equality?"."""
    rows = desk.store.statements([one.entry for one in matches])
    words = question.reading.folded
    things = [frozenset(words[hit.start : hit.end]) for hit in things_beside(question)]
    told: dict[str, set[str | frozenset[str]]] = {}
    for one in matches:
        if row := rows.get(one.entry):
            here = told.setdefault(one.municipality, set())
            here.update(row.topics)
            here.update(thing for thing in things if holds(row, replace(question, narrow=(thing,))))
    asked = {*question.topics, *things}
    all_of_it = {code for code, said in told.items() if asked <= said}
    return best_of_each(desk, [one for one in matches if one.municipality in all_of_it])


def says_of_someone(question: Question) -> bool:
    """Whether it is asked who says something."""
    says = not clause_words()["says"].isdisjoint(asking_words(question.reading))
    return says and not _OF_SOMEONE.isdisjoint(question.reading.cues)


_OF_SOMEONE = frozenset({"ask.who", "ask.person"})


def best_of_each(desk: Desk, matches: Collection[Found]) -> ByPlace:
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
