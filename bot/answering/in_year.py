"""Whether a plan held in a year that is asked about: "Which goals applied in 2022?"."""

from collections.abc import Sequence

from bot.answering.answer import Answer, Said, said
from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find
from bot.answering.lists import listed, listing_of
from bot.answering.of_some import is_of_some
from bot.answering.times import said_since, since
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Aspect, Kind, Municipality, NoteKind
from knowledge.rows import StatementRow

# What may hold in a year, or what a year asks for.
_HOLDS = frozenset({
    "status", "vision", "goals", "goal_areas", "focus_areas", "priorities", "mission", "start",
    "end", "period", "replaced", "overview",
})  # fmt: skip
_TIMES = frozenset({"ask.status", "ask.start", "ask.end", "ask.period"})
# "Which goals had Värnamo 2022?" asks of little else.
_FEW = 6
# So near stands what asks for the time after a year.
_NEAR = 2


def answer_in_year(desk: Desk, question: Question) -> Answer | None:
    """What the plan says, under a line on whether it held then; None where no year is asked of."""
    year = _year_asked(desk, question)
    if year is None:
        return None
    place = question.covered[0]
    rows = listed(desk, question, listing_of(question.kinds or [Kind.VISION]), place)
    if not question.kinds:
        rows += listed(desk, question, listing_of([Kind.GOAL]), place)
    if not rows:
        return desk.not_in_sources(question.covered)
    follows = _asks_what_follows(question)
    start, end = _time(desk, rows, place)
    if end is None and question.intent in _ENDS and any(row.target_year for row in rows):
        # When it ends is not told; the year that is aimed at is no end, and another may be named.
        return None
    if follows and (end is None or end.valid_until is None or end.valid_until.year <= year):
        line: Said = said("The page does not say what comes after {year}.", year=str(year))
    elif apart := _goals_alone(desk, question, rows, year):
        line = said_since(
            "The page does not say what applied in {year}; the goals apply from {date}.",
            since(desk, apart[0]), year=str(year),
        )  # fmt: skip
        rows = [*apart, *(row for row in rows if row not in apart)]
    else:
        line = _line(desk, year, start, end)
    earlier = start is None or (start.valid_from is not None and start.valid_from.year > year)
    before = _before(desk, place) if earlier and not follows and year < desk.day.year else []
    return desk.answer(line, [*rows, *before], asked=(NoteKind.OLDER,))


def _goals_alone(
    desk: Desk, question: Question, rows: Sequence[StatementRow], year: int
) -> list[StatementRow]:
    """The goals that begin after the year, beside a vision that no time is told of."""
    goals = [row for row in rows if row.kind is Kind.GOAL]
    others = [row for row in rows if row.kind is not Kind.GOAL]
    if question.kinds or not goals or not others or any(row.valid_from for row in others):
        return []
    later = all(row.valid_from and year < row.valid_from.year for row in goals)
    return goals if later and year < desk.day.year else []


_ENDS = frozenset({"end", "period"})


def _year_asked(desk: Desk, question: Question) -> int | None:
    """The year that a municipality's plan is asked to have held in.

    None where the year is one of the plan's own: "Vision 2020" is a name.
    """
    reading = question.reading
    if len(question.covered) != 1 or len(reading.years) != 1 or question.counted:
        return None
    if question.topics or question.narrow or "else.figure" in reading.cues:
        return None
    asking = reading.words[reading.asking.start : reading.asking.end]
    cued = _TIMES & reading.cues or len(asking) <= _FEW
    absent = question.intent == "absent" and bool(question.kinds) and bool(cued)
    extends = clause_words()["extends"].intersection(word.folded for word in asking)
    if question.intent not in _HOLDS and not (absent or extends or _is_bare(question)):
        return None
    year = reading.years[0]
    if str(year) not in {word.raw for word in asking}:
        # Whoever moved here in 2019 asks of today.
        return None
    own = _is_own(desk, question.covered[0], year)
    return None if own and not _asks_what_follows(question) else year


def _is_bare(question: Question) -> bool:
    """Whether nothing but a year is asked about of what was spoken of: "is it for 2040?"."""
    told = clause_words()
    little = told["being"] | told["they"] | told["it"] | told["on"] | told["until"] | told["during"]
    little |= {str(year) for year in question.reading.years}
    return not question.reading.mentions and little.issuperset(question.reading.folded)


def _is_own(desk: Desk, place: Municipality, year: int) -> bool:
    """Whether a plan aims at a year, ends in it, or is named after it."""
    terms = {f"y:{year}:{kind}" for kind in Kind}
    return bool(desk.store.matches([place.code], terms))


def _asks_what_follows(question: Question) -> bool:
    """Whether the time after a year is asked for: "What happens after 2030?"."""
    words = question.reading.folded
    years = {str(year) for year in question.reading.years}
    # "The one that came after Jokkmokk 2015" asks for no time.
    before = (words[max(0, at - _NEAR) : at] for at, word in enumerate(words) if word in years)
    return any(clause_words()["after"].intersection(near) for near in before)


def _time(
    desk: Desk, rows: list[StatementRow], place: Municipality
) -> tuple[StatementRow | None, StatementRow | None]:
    """What tells from when the statements hold, and what tells until when.

    What says nothing of itself holds as long as its plan.
    """
    whole = desk.store.of_kinds(place.code, [Kind.VISION, Kind.STEERING, Kind.FACT])
    end = next((row for row in [*rows, *whole] if row.valid_until), None)
    same = [row for row in whole if end and row.valid_until == end.valid_until]
    own = (row for row in [*rows, *same] if row.valid_from and not row.parent)
    start = next((row for row in own if not is_of_some(desk, row)), None)
    return start, end


def _line(desk: Desk, year: int, start: StatementRow | None, end: StatementRow | None) -> Said:
    asked = str(year)
    first, last = start and start.valid_from, end and end.valid_until
    if last and year > last.year:
        if last < desk.day:
            return said("Not in {year}: the period ended on {date}.", year=asked, date=last)
        return said("Not in {year}: the period ends on {date}.", year=asked, date=last)
    if start and first and year < first.year:
        return said_since("Not in {year}: it applies from {date}.", since(desk, start), year=asked)
    if first and last:
        if last < desk.day:
            return said(
                "{year} is within the period, which ended on {date}.", year=asked, date=last
            )
        return said("{year} is within the period, which ends on {date}.", year=asked, date=last)
    if start and first:
        return said_since("From {date}; no end is given.", since(desk, start))
    if end and last and year >= desk.day.year:
        return said("{year} is within the period, which ends on {date}.", year=asked, date=last)
    if year < desk.day.year:
        return said("The page does not say what applied in {year}.", year=asked)
    return said("The page does not say what will apply in {year}.", year=asked)


def _before(desk: Desk, place: Municipality) -> list[StatementRow]:
    """What the page tells of what went before."""
    found = find(desk.store, [place], Wanted(aspects=[Aspect.REPLACED]))
    rows = desk.store.statements([one.entry for one in found if one.by("a:")])
    return [row for row in rows.values() if row.kind is Kind.FACT]
