"""The labelled questions that the model is learnt from."""

from bot.answering.desk import intents
from bot.evaluation.cases import read_cases
from bot.understanding.model import Model
from bot.understanding.question import CHAT, FOLLOW, OFF, SELF
from tests.conftest import QUESTIONS

# Labels that are learnt as another: see bot.evaluation.learning.
LEARNT_AS_OTHERS = {"service", "lookalike", "uncovered"}
LABELS = {*intents(), *CHAT, *FOLLOW, *OFF} - SELF


def test_every_label_is_an_intent() -> None:
    """A slip in a label would be learnt as an intent that nothing answers."""
    cases = read_cases(sorted((QUESTIONS / "learnt").glob("*.jsonl")))
    unknown = {case.id for case in cases if case.intent not in {*LABELS, *LEARNT_AS_OTHERS, ""}}

    assert not unknown


def test_the_model_knows_no_other() -> None:
    """What it can find, can be answered."""
    assert set(Model.load().labels) <= LABELS
