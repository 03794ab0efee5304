"""A reply is judged by what its case expects."""

from typing import Any

import pytest

from bot.evaluation.cases import Case
from bot.evaluation.judging import faults

RIGHT: dict[str, Any] = {
    "outcome": "answer",
    "reason": None,
    "language": "sv",
    "text": "Värnamo har ett mål: En grön kommun",
    "statements": [{"municipality": "Värnamo", "original": "En grön kommun", "status": "current"}],
}
REFUSED = RIGHT | {"outcome": "unknown", "reason": "off_topic", "statements": []}


def case(**expected: Any) -> Case:
    """A case that expects a Swedish answer, and more."""
    least: dict[str, Any] = {
        "id": "x", "turns": ("?",), "language": ("sv",), "outcome": ("answer",), "category": "",
    }  # fmt: skip
    return Case(**least | expected)


@pytest.mark.parametrize(
    ("expected", "fault"),
    [
        ({}, None),
        ({"outcome": ("unknown",)}, "outcome is answer, not unknown"),
        ({"language": ("en",)}, "language is sv, not en"),
        ({"municipalities": frozenset({"Värnamo"})}, None),
        ({"municipalities": frozenset({"Ljungby"})}, "municipalities is Värnamo, not Ljungby"),
        ({"municipalities_at_least": frozenset({"Ljungby"})}, "municipalities lacks Ljungby"),
        ({"all_of": ("grön",)}, None),
        ({"all_of": ("stark",)}, "original lacks 'stark'"),
        ({"any_of": ("stark", "grön")}, None),
        ({"any_of": ("stark", "rik")}, "original lacks 'stark' or 'rik'"),
        ({"none_of": ("grön",)}, "text has 'grön'"),
        ({"text": ("ett? mål",)}, None),
        ({"text": ("^mål",)}, "text lacks ^mål"),
        ({"text_not": ("mål",)}, "text has mål"),
        ({"status": ("ended",)}, "status is current, not ended"),
    ],
)
def test_what_is_wrong_is_named(expected: dict[str, Any], fault: str | None) -> None:
    """One fault for each thing that is not as expected, none for a right reply."""
    found = faults(case(**expected), RIGHT)

    assert len(found) == (fault is not None)
    assert fault is None or fault in found[0]


def test_a_wrong_reason_is_a_fault() -> None:
    """Of a refusal that was expected."""
    expected = case(outcome=("unknown",), reason=("not_covered",))

    assert faults(expected, REFUSED) == ["reason is off_topic, not not_covered"]
    assert faults(case(outcome=("unknown",), reason=("off_topic",)), REFUSED) == []


def test_statements_in_a_refusal_are_a_fault() -> None:
    """Whatever the case expects."""
    reply = REFUSED | {"statements": RIGHT["statements"]}

    assert "statements in a reply that is no answer" in faults(case(outcome=("unknown",)), reply)
