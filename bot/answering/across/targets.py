"""Who gives a number to reach: "Which have a population target?", "who wants the most people?"."""

from collections.abc import Sequence

from bot.answering.across.asked_about import named
from bot.answering.across.years import ByPlace
from bot.answering.answer import Answer, Said, Value, one_after_other, said
from bot.answering.desk import Desk, intents
from bot.answering.fact_lines import number_to_reach
from bot.answering.facts import fact_asked
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.reading import Reading
from knowledge.marking import marked
from knowledge.models import Kind, Municipality
from knowledge.rows import StatementRow

_POPULATION = frozenset({"topic.population", "ask.population"})
_WANTING = frozenset({"ask.want", "kind.goal", "kind.vision", "kind.plan"})


def target_asked(question: Question) -> bool:
    """Whether it is asked who gives a number, of inhabitants or of anything."""
    reading = question.reading
    if fact_asked(question) == intents()["replaced"]:
        return False
    words = set(reading.folded)
    figures = bool(words & clause_words()["figures"])
    if any(word.isdigit() for word in question.words):
        # Who gives that very number is another question.
        return False
    if Kind.GOAL in question.kinds and words & clause_words()["measurable"]:
        # A goal that can be measured has a number.
        return not (question.topics or question.narrow)
    if not _places(reading, _POPULATION):
        others = question.topics or question.narrow or question.counties or question.kinds
        return figures and not others and bool(words & _asking())
    return figures or ranks_numbers(reading) or _is_target(question)


def answer_target(desk: Desk, question: Question, places: Sequence[Municipality]) -> Answer | None:
    """Who gives a number that is still to be reached; None where nobody does."""
    found = {place.name: rows for place in places if (rows := _aiming(desk, place))}
    if not found:
        return None
    values: dict[str, Value] = {"places": tuple(found), "all": len(desk.store.covered)}
    shown = [row for rows in found.values() for row in rows]
    if not question.reading.cues & _WANTING and ranks_numbers(question.reading):
        now = said("No page says how many there are now; a number to reach: {places}.", **values)
        return desk.answer(now, shown)
    if question.covered:
        return desk.answer(said("A number to reach is given by {places}.", **values), shown)
    if len(found) == 1:
        one = marked("One of the {all} municipalities I know gives a number to reach: {places}.")
        return desk.answer(said(one, **values), shown)
    more = marked("{number} of the {all} municipalities I know give a number to reach: {places}.")
    return desk.answer(said(more, number=len(found), **values), shown)


def no_number(desk: Desk, question: Question, found: ByPlace) -> Said | None:
    """The line that nobody gives a number on a topic: "Does anyone set a CO2 target?"."""
    told = clause_words()["targets"] | clause_words()["measurable"]
    if not question.topics or told.isdisjoint(question.reading.folded):
        return None
    topics = set(question.topics)
    if any(topics & set(row.topics) for code in found for row in _aims(desk, code)):
        return None
    return said("No page gives a number to reach on {topic}.", topic=named(question))


def answer_numbers(desk: Desk, question: Question) -> Answer | None:
    """Who of those just spoken of gives a number to reach, and which: "how many?", "when?"."""
    asked = question.intent == "population" and len(question.covered) > 1
    if not asked or question.reading.mentions:
        return None
    found = {place.name: rows for place in question.covered if (rows := _aiming(desk, place))}
    if not found:
        return None
    rows = [row for of_place in found.values() for row in of_place]
    line = said("A number to reach is given by {places}.", places=tuple(found))
    if len(rows) == 1:
        line = one_after_other(line, number_to_reach(rows, aimed=True))
    return desk.answer(line, rows, notes=desk.silence(question.covered, rows))


def _aiming(desk: Desk, place: Municipality) -> list[StatementRow]:
    return _aims(desk, place.code)


def _aims(desk: Desk, code: str) -> list[StatementRow]:
    """What aims at a number that is not given up."""
    rows = desk.store.of_municipality(code)
    return [row for row in rows if row.target_number and row.replaced_by is None]


def ranks_numbers(reading: Reading) -> bool:
    """Whether the most or the fewest are asked for; "more" are wanted by whoever wants to grow."""
    told = clause_words()["ranks"] | clause_words()["fewest"]
    return not told.isdisjoint(reading.folded)


def _asking() -> frozenset[str]:
    return clause_words()["which"] | clause_words()["anybody"]


def _places(reading: Reading, groups: frozenset[str]) -> set[int]:
    return {p for h in reading.hits if h.group in groups for p in range(h.start, h.end)}


def _is_target(question: Question) -> bool:
    """Whether a number of people is what a goal is of: "invånarmål", "target of inhabitants"."""
    reading = question.reading
    people = _places(reading, _POPULATION)
    goals = _places(reading, frozenset({"kind.goal"})) if Kind.GOAL in question.kinds else set()
    targets = {p for p in goals if reading.words[p].folded in clause_words()["targets"]}
    near = {p + gap for p in people for gap in (-2, -1, 1)}
    return bool(goals & people or targets & near)
