"""The project's own questions, asked and judged as `kommunmal evaluate` does."""

from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.evaluation.report import evaluate
from tests.conftest import QUESTIONS

# The share of right replies that must not be fallen below, in percent.
LEAST = {
    "examples.jsonl": 98,
    "kept/examination.jsonl": 95,
    "kept/fifty-people.jsonl": 96,
    "kept/sixty-people-more.jsonl": 97,
    "kept/three-hundred-more.jsonl": 97,
    "kept/whole-range.jsonl": 97,
    "read/as-the-examples-once-more.jsonl": 98,
    "read/conversation-and-chatter.jsonl": 96,
    "read/every-kind-evenly.jsonl": 98,
    "read/everyday-words-and-facts.jsonl": 97,
    "read/tempting-and-off.jsonl": 96,
    "read/thirty-voices.jsonl": 97,
    "read/turns-claims-and-all.jsonl": 97,
}


@pytest.mark.parametrize(("file", "least"), LEAST.items())
def test_questions_are_answered_right(assistant: Assistant, file: str, least: float) -> None:
    """The share of right replies is at least what it was."""
    path: Path = QUESTIONS / file

    share = evaluate(assistant, [path], quiet=True, echo=print)

    assert share >= least
