"""Answers about a municipality as a whole: overview and comparison."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answering.across.ranking import asks_rank, rank_line
from bot.answering.across.targets import answer_target, ranks_numbers, target_asked
from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, Intent, intents, shared_out
from bot.answering.facts import answer_fact, fact_asked
from bot.answering.lists import answer_list, listed, listing_of
from bot.answering.numbers import numbers_of_each
from bot.answering.order import goals_first
from bot.answering.topics import OF_ANY_PLAN, answer_topic, fitting, nearest_shown, only_near
from bot.understanding.question import Question
from knowledge.models import Kind, Municipality, Status
from knowledge.rows import StatementRow


def answer_overview(desk: Desk, question: Question, intent: Intent) -> Answer:
    """The vision and the goals of each municipality named."""
    if question.kinds == (Kind.STEERING,):
        # "Sum up how it is steered": nothing is asked of what it is steered towards.
        return answer_fact(desk, question, intents()["steering"])
    shown = [row for place in question.covered for row in plan_of(desk, place)]
    if len(question.covered) > 1:
        return desk.answer(None, shown)
    return desk.answer(
        said(
            "This is what {place} says about its vision and goals:",
            place=shown[0].municipality.name,
        ),
        shown,
    )


def plan_of(desk: Desk, place: Municipality) -> list[StatementRow]:
    """What a municipality's plan says as a whole: vision, goals, areas, priorities."""
    groups = (
        (Kind.VISION, Kind.MISSION),
        (Kind.GOAL,),
        (Kind.GOAL_AREA, Kind.FOCUS_AREA),
        (Kind.PRIORITY,),
    )
    here = desk.store.of_kinds(place.code, [kind for group in groups for kind in group])
    current = [row for row in here if row.status(desk.day) is not Status.REPLACED]
    return [row for group in groups for row in current if row.kind in group]


def answer_compare(desk: Desk, question: Question, intent: Intent) -> Answer:
    """What each municipality says on the same kind or topic, one after the other."""
    if len(question.covered) < 2:
        # The others are not covered; of the one that is, just what was asked for.
        if question.topics or question.narrow:
            return answer_topic(desk, question, intents()["topic"])
        if question.kinds:
            return answer_list(desk, question, listing_of(question.kinds))
        return answer_overview(desk, question, intent)
    # "Which one has a number?" of two just compared.
    plain = not (question.kinds or question.topics or question.narrow)
    most = target_asked(question) and (plain or ranks_numbers(question.reading))
    if most and (target := answer_target(desk, question, question.covered)):
        return target
    on_topic = _on_topic(desk, question)
    sides = on_topic or {place: _side(desk, question, place) for place in question.covered}
    shown, rest = _without_torn_lists(sides, *shared_out(sides.values()))
    if not shown:
        return desk.not_in_sources(question.covered)
    names = tuple(place.name for place in question.covered)
    counted = numbers_of_each(desk, question, sides.values())
    short = counted or said("{places} side by side:", places=names)
    if not counted and asks_rank(question):
        short = rank_line(desk, question, question.covered)
    of_one = {row.municipality.name for row in shown}
    if len(of_one) == 1 and not question.topics and question.narrow:
        # "Is it Överkalix or Övertorneå that …?" is answered with a name.
        short = said("Only {place}, on the pages that I have:", place=of_one.pop())
    notes = desk.silence(question.covered, shown)
    if on_topic and (near := only_near(question, [row for rows in sides.values() for row in rows])):
        notes = [nearest_shown(question, near), *notes]
    return desk.answer(short, shown, notes=notes, rest=rest)


def _without_torn_lists(
    sides: Mapping[Municipality, Sequence[StatementRow]], shown: list[StatementRow], rest: list[str]
) -> tuple[list[StatementRow], list[str]]:
    """Without the areas of which some had no room, beside goals: three of four look like three."""
    left = set(rest)
    torn: set[str] = set()
    for rows in sides.values():
        areas = {row.id for row in rows if row.kind in _AREAS}
        if areas & left and any(row.kind is Kind.GOAL and row.id not in left for row in rows):
            torn |= areas
    every = [row.id for rows in sides.values() for row in rows]
    kept = [row for row in shown if row.id not in torn]
    return kept, [one for one in every if one in left or one in torn]


_AREAS = frozenset({Kind.GOAL_AREA, Kind.FOCUS_AREA})


def _on_topic(desk: Desk, question: Question) -> dict[Municipality, list[StatementRow]]:
    """What each says on the topic or thing named beside a kind ("miljömålen"); {} where none does.

    A thing of its own that nobody names leaves every side empty.
    """
    topics = tuple(topic for topic in question.topics if topic not in OF_ANY_PLAN)
    # "Which vision is the most sustainable?" is asked of the visions themselves.
    ranked = bool(question.kinds) and asks_rank(question)
    if ranked or not (topics or question.narrow):
        return {}
    asked = replace(question, topics=topics)
    sides: dict[Municipality, list[StatementRow]] = {}
    for place in question.covered:
        rows = desk.store.statements([one.entry for one in fitting(desk, asked, [place])])
        on_it = {entry: row for entry, row in rows.items() if set(topics) & set(row.topics)}
        if topics and (question.kinds or on_it):
            # A goal on the environment is asked for, not what is near it; and what shares a word
            # with the question is no news beside what is on the topic.
            rows = on_it
        sides[place] = goals_first(desk, question, [*rows.values()])[:_ON_TOPIC]
    return sides if any(sides.values()) or not topics else {}


# So much of each is shown on a topic.
_ON_TOPIC = 4


def _side(desk: Desk, question: Question, place: Municipality) -> list[StatementRow]:
    if fact := fact_asked(question):
        # "The difference in how they are steered?"
        one = replace(question, covered=(place,), intent=fact.name)
        if told := answer_fact(desk, one, fact).statements:
            return list(told[:4])
    if not question.kinds:
        return plan_of(desk, place)
    return listed(desk, question, listing_of(question.kinds), place)
