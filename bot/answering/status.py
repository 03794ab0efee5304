"""Whether a plan still applies on the day of asking, and when its page was published or changed."""

from dataclasses import replace
from itertools import pairwise

from bot.answering.answer import Answer, Of, Said, one_after_other, said
from bot.answering.dated import dated_thing
from bot.answering.desk import Desk, Intent, intents
from bot.answering.finding import Wanted, find
from bot.answering.lists import listed, listing_of
from bot.answering.newer_known import newer_known
from bot.answering.newest import asks_newer
from bot.answering.still import OF_THE_PLAN, end_put, status_line
from bot.answering.topics import answer_topic
from bot.understanding.claims import asking_words, claims_gone, offers_a_choice
from bot.understanding.clauses import clause_words
from bot.understanding.figures import figure_asked
from bot.understanding.question import Question
from bot.understanding.subjects import asks_which, said_of_kind
from knowledge.marking import marked
from knowledge.models import Aspect, Kind, Municipality, NoteKind
from knowledge.rows import StatementRow


def answer_status(desk: Desk, question: Question, intent: Intent) -> Answer:
    """Whether what is asked about still applies on the day of asking."""
    if dated := dated_thing(desk, question):
        return desk.answer(status_line(desk, [dated]), [dated], asked=(NoteKind.OLDER,))
    if beside := _beside_the_plan(desk, question):
        return beside
    if _asks_of_page(desk, question):
        return answer_page(desk, question, intents()["changed"])
    shown: list[StatementRow] = []
    for place in question.covered:
        of_vision = not question.kinds or Kind.VISION in question.kinds
        of_vision = of_vision or _is_named_by_year(desk, question, place)
        asked = intents()["vision"] if of_vision else listing_of(question.kinds)
        found = listed(desk, question, asked, place)
        if not question.kinds:
            found = found + listed(desk, question, intents()["goals"], place)
        shown += list(dict.fromkeys(found))
    if not shown:
        return desk.not_in_sources(question.covered)
    if former := _former(desk, question):
        gone = claims_gone(question.reading)
        line = said(_IS_REPLACED if gone else _NO_REPLACED)
        return desk.answer(line, former, asked=(NoteKind.OLDER,))
    if asks_newer(question) and len(question.covered) == 1:
        # Where one is known, that has been told already.
        return desk.answer(said("I know of no newer page."), shown, asked=(NoteKind.OLDER,))
    if _names_its_figure(question, shown) and newer_known(desk, question.covered[0]):
        # "Is the vision still 35,000?" is told by the page, as far as that goes.
        return desk.answer(said("On the page I have, yes; but a newer page is known."), shown)
    one = len(question.covered) == 1
    short = status_line(desk, shown, end_put(question)) if one else None
    if isinstance(short, Said) and _asks_no_yes(question):
        short = replace(short, text=_WITHOUT_YES.get(short.text, short.text))
        if short.text == _ENDED and asks_which(question.reading):
            # "What applies now?" asks for more than what does not.
            short = next(iter(newer_known(desk, question.covered[0])), short)
    of_status = {row.status(desk.day) for row in shown}
    changes = [row for row in changes_told(desk, question) if of_status == {row.status(desk.day)}]
    return desk.answer(short, [*shown, *changes], asked=(NoteKind.OLDER,))


def _asks_no_yes(question: Question) -> bool:
    """Whether neither yes nor no answers: "What applies now?", "Can it be trusted?"."""
    reading = question.reading
    if asks_which(reading) or offers_a_choice(reading):
        return True
    if clause_words()["relies"].intersection(reading.folded):
        return True
    if _names_an_end(question):
        # "Do the goals apply until 2035?" asks for more than that they apply.
        return True
    # "Isn't the vision from 2020?" does not ask whether it holds.
    return bool(reading.years) and reading.cues.isdisjoint(_ASKS_WHETHER_NOW)


def _names_an_end(question: Question) -> bool:
    """Whether it is asked if a plan holds until a year: "Gäller målen till 2035?"."""
    years = {str(year) for year in question.reading.years}
    until = clause_words()["until"]
    return any(
        before in until and word in years for before, word in pairwise(question.reading.folded)
    )


_ASKS_WHETHER_NOW = frozenset(
    {"ask.status", "ask.end", "ask.replaced", "state.current", "state.ended"}
)
_IS_REPLACED = marked("Yes: that has been replaced.")
_NO_REPLACED = marked("No: that has been replaced.")
_ENDED = marked("The period ended on {date}.")
_WITHOUT_YES = {
    "Yes, from {date}; no end is given.": "From {date}; no end is given.",
    "Yes, from {first}; no end is given.": "From {first}; no end is given.",
    "No, no longer: the period ended on {date}.": _ENDED,
    "Yes: the period ended on {date}.": _ENDED,
}


def _beside_the_plan(desk: Desk, question: Question) -> Answer | None:
    """What is said of a thing asked about that is no part of the plan: the theatre, culture.

    The period of the vision tells nothing of it: "Do they still plan the theatre?".
    """
    if question.kinds or not (question.narrow or question.topics):
        return None
    told = answer_topic(desk, question, intents()["topic"])
    on_plan = any(row.kind in OF_THE_PLAN for row in told.statements)
    return told if question.narrow or not (on_plan or told.outcome != "answer") else None


def _names_its_figure(question: Question, shown: list[StatementRow]) -> bool:
    """Whether the number asked about is the one that is aimed at."""
    figure = figure_asked(question.reading)
    told = figure is not None and any(row.target_number == figure for row in shown)
    return told and len(question.covered) == 1


def _asks_of_page(desk: Desk, question: Question) -> bool:
    """Whether it is the page that may be out of date; that tells when it was changed."""
    cues = question.reading.cues
    told = asking_words(question.reading) & clause_words()["on_the_page"]
    if not (told or "kind.page" in cues) or question.kinds or len(question.covered) != 1:
        return False
    place = question.covered[0]
    dated = any(
        source.changed or (told and source.published) for source in desk.store.sources(place.code)
    )
    return dated and not newer_known(desk, place) and not asks_newer(question)


def _is_named_by_year(desk: Desk, question: Question, place: Municipality) -> bool:
    """Whether a year asked about is the vision's: "Do they still aim for 2020?"."""
    terms = {f"y:{year}:{Kind.VISION}" for year in question.reading.years}
    return bool(terms and desk.store.matches([place.code], terms))


def _former(desk: Desk, question: Question) -> list[StatementRow]:
    """What was replaced, where that is what is asked about: "Is the old vision still in use?"."""
    if len(question.covered) != 1:
        return []
    here = desk.store.of_kinds(question.covered[0].code, list(Kind))
    gone = [row for row in here if row.replaced_by]
    if not said_of_kind(question.reading, "former"):
        # "Is it still 40,000?"
        numbers = {word.raw for word in question.reading.words if word.raw.isdigit()}
        years = {str(year) for year in question.reading.years}
        # A year is that of the thing asked about: 2035 of a vision is none of the goals'.
        of_kind = {row.id for row in gone if not question.kinds or row.kind in question.kinds}
        gone = [
            row
            for row in gone
            if any(n in row.original and (n not in years or row.id in of_kind) for n in numbers)
        ]
    return [*gone, *changes_told(desk, question)] if gone else []


def changes_told(desk: Desk, question: Question) -> list[StatementRow]:
    """What the page tells of what was replaced or removed: it belongs to what applies now."""
    wanted = Wanted(aspects=[Aspect.REPLACED], words=question.words)
    found = [one for one in find(desk.store, question.covered, wanted) if one.by("a:")]
    rows = desk.store.statements([one.entry for one in found])
    return [row for row in rows.values() if row.kind is Kind.FACT]


def answer_page(desk: Desk, question: Question, intent: Intent) -> Answer:
    """When the page was published or changed."""
    shown: list[StatementRow] = []
    short: Said | None = None
    for place in question.covered:
        rows = listed(desk, question, intents()["vision"], place)[:1]
        shown += rows
        if rows and short is None:
            short = page_date(rows[0], intent.name)
    of_plan = question.kinds or _points_at_plan(question)
    changes = changes_told(desk, question) if intent.name == "changed" and of_plan else []
    if changes and short:
        # When the vision was changed is not when the page was.
        unsaid = said("The page does not say when that was.")
        short = one_after_other(unsaid, short)
        shown = [*changes, *shown]
    return desk.answer(short, shown, asked=(NoteKind.OLDER,))


def _points_at_plan(question: Question) -> bool:
    """Whether it is what was spoken of that may have changed, and not its page: "it", "den"."""
    pointed = clause_words()["they"].intersection(question.reading.folded)
    return bool(pointed) and "kind.page" not in question.reading.cues


def page_date(row: StatementRow, asked: str) -> Said:
    """When the page of a statement was published, or last changed where that is asked."""
    published, changed = row.source.published, row.source.changed
    of = Of((row.municipality.name,))
    if asked == "changed" and changed:
        return said("{of} page was last changed on {date}.", of=of, date=changed)
    if published and changed:
        return said(
            "{of} page was published on {date} and last changed on {changed}.",
            of=of, date=published, changed=changed,
        )  # fmt: skip
    if published:
        return said("{of} page was published on {date}.", of=of, date=published)
    return said("The page does not say when: it gives no date.")
