"""A few words that point at what was just said are asked of it, and of nothing else."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last

LIVE = [
    (["Övertorneå meänkieli", "vad är det"], "answer", None),
    (["Varför tog Värnamo bort 40 000?", "vem kan jag citera"], "answer", None),
    (["Är Värnamo grönt?", "vad tänker de göra"], "answer", None),
    (["jämför Värnamos och Ljungbys vision", "which is clearer"], "answer", None),
    (["Vad säger Värnamo om välfärd?", "hur ska den betalas"], "unknown", "not_in_sources"),
    (["Värnamos mål", "vem är kung"], "unknown", "off_topic"),
    (["Värnamos mål", "what is love"], "unknown", "off_topic"),
]


@pytest.mark.parametrize(("turns", "outcome", "reason"), LIVE)
def test_what_points_back_is_asked_of_the_last(
    assistant: Assistant, turns: list[str], outcome: str, reason: str | None
) -> None:
    """What the page does not say is said so; what points at nothing is something else still."""
    found = last(assistant, turns)
    assert (found.outcome, found.reason) == (outcome, reason)
