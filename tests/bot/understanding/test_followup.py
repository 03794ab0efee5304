"""A question within a conversation takes over what it leaves out."""

from inspect import isfunction

import pytest

from bot.understanding import (
    meaning_on,
    municipalities_meant,
    settling,
    settling_on_shown,
    which_place,
    within_the_vision,
)
from bot.understanding.context import Context
from bot.understanding.followup import STEPS, in_context
from bot.understanding.question import FOLLOW
from knowledge.models import Kind
from tests.bot.understanding.conftest import Understand

BEFORE = Context(language="sv", intent="goals", codes=("0683",), kinds=("goal",))
TABLE = [
    # what is said, the intent, of whom
    ("och Ljungby?", "goals", ["Ljungby"]),
    ("vad är visionen?", "vision", ["Värnamo"]),
    ("när började de gälla?", "start", ["Värnamo"]),
    ("Vilka kommuner nämner skola?", "across", []),
    ("mer", "more", ["Värnamo"]),
    ("tack", "thanks", []),
    ("vem vann VM?", "off_topic", []),
]


@pytest.mark.parametrize(("text", "intent", "names"), TABLE)
def test_what_is_left_out_is_taken_over(
    understand: Understand, text: str, intent: str, names: list[str]
) -> None:
    """The name, or what was asked; nothing by what looks at all or at none."""
    store = understand.store  # type: ignore[attr-defined]
    understood = understand(text, in_context=True)  # type: ignore[call-arg]
    question = in_context(understood, BEFORE, store)

    assert question.intent == intent
    assert [place.name for place in question.covered] == names


def test_another_municipality_is_asked_the_same(understand: Understand) -> None:
    """Kinds and topics come along."""
    store = understand.store  # type: ignore[attr-defined]
    before = Context(intent="topic", codes=("0683",), topics=("water",))
    question = in_context(understand("och Ljungby?"), before, store)

    assert (question.intent, question.topics) == ("topic", ("water",))
    assert in_context(understand("och Ljungby?"), BEFORE, store).kinds == (Kind.GOAL,)


def test_those_spoken_of_in_turn_are_compared(understand: Understand) -> None:
    """Of a comparison that names nobody: the last one and the one before, on the same kind."""
    store = understand.store  # type: ignore[attr-defined]
    before = Context(intent="vision", codes=("0683",), kinds=("vision",), earlier=("0781",))
    question = in_context(understand("jämför de två"), before, store)

    assert [place.name for place in question.covered] == ["Ljungby", "Värnamo"]
    assert question.kinds == (Kind.VISION,)


def test_all_is_an_answer_to_which_municipality(understand: Understand) -> None:
    """The kind asked for stays."""
    store = understand.store  # type: ignore[attr-defined]
    before = Context(intent="vision", kinds=("vision",))
    question = in_context(understand("alla", in_context=True), before, store)  # type: ignore[call-arg]

    assert (question.intent, question.kinds) == ("across", (Kind.VISION,))


def test_which_after_a_number_asks_for_the_list(understand: Understand) -> None:
    """Of what was counted."""
    store = understand.store  # type: ignore[attr-defined]
    before = Context(intent="count", codes=("0781",), kinds=("focus_area",))

    for text in ("which?", "vilka då?", "vilka är det?"):
        question = in_context(understand(text, in_context=True), before, store)  # type: ignore[call-arg]
        assert question.intent == "focus_areas"


@pytest.mark.parametrize("context", [None, Context(), Context(language="en")])
def test_with_nothing_before_nothing_is_taken_over(
    understand: Understand, context: Context | None
) -> None:
    """No follow-up is left, and no name appears."""
    store = understand.store  # type: ignore[attr-defined]
    question = in_context(understand("och sen då?"), context, store)

    assert question.intent not in FOLLOW
    assert question.covered == ()


def test_a_municipality_no_longer_covered_is_not_taken_over(understand: Understand) -> None:
    """Nor one that is unknown: the database may be newer than the conversation."""
    store = understand.store  # type: ignore[attr-defined]
    before = Context(intent="goals", codes=("2514", "9999"))

    assert in_context(understand("vad är visionen?"), before, store).covered == ()


@pytest.mark.parametrize("text", ["Vilka är det?", "which ones?"])
def test_what_was_counted_is_listed(understand: Understand, text: str) -> None:
    """After "hur många", "vilka" asks for them."""
    store = understand.store  # type: ignore[attr-defined]
    before = Context(intent="count", codes=("0683",), kinds=("goal",))
    question = in_context(understand(text, in_context=True), before, store)  # type: ignore[call-arg]

    assert (question.intent, [place.name for place in question.covered]) == ("goals", ["Värnamo"])


def test_each_way_to_go_on_stands_in_the_table_once() -> None:
    """A step that is written and not taken would be silent."""
    taken = [step.__name__ for settles, means in STEPS for step in (*settles, *means)]
    written = [
        name
        for module in (
            settling,
            settling_on_shown,
            meaning_on,
            municipalities_meant,
            which_place,
            within_the_vision,
        )
        for name, step in vars(module).items()
        if isfunction(step) and step.__module__ == module.__name__ and name[0] != "_"
    ]
    assert sorted({*written, "asked_again", "of_the_rest"}) == sorted(taken)
