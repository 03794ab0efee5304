"""Whether every statement of a plan can be asked for, however the question is spelled.

The questions are made (`frames`), not written by hand, so that each municipality that is added
gets its figure by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, get_args

from bot.assistant import Assistant, Reply
from bot.evaluation.frames import Made, questions
from bot.evaluation.misspelling import Spelling, spellings
from knowledge.models import Language, Municipality
from knowledge.store import Store

_LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Unreached:
    """A statement that no question made for it reaches in some language."""

    statement: str
    original: str
    languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A question answered otherwise when only its spelling is another.

    `how` is what was done to the spelling, `answer` and `other` what the two answers were:
    ids of statements, or the outcome where there are none.
    """

    question: str
    spelled: str
    how: str
    answer: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """What the audit of one plan found; `pairs` is the number of questions asked in two ways."""

    municipality: Municipality
    statements: int
    asked: int
    pairs: int
    unreached: tuple[Unreached, ...]
    differing: tuple[Differing, ...]

    @property
    def reached(self) -> float:
        """The share of statements reached in both languages, in percent."""
        return _percent(self.statements - len(self.unreached), self.statements)

    @property
    def alike(self) -> float:
        """The share of questions answered alike in both spellings, in percent."""
        return _percent(self.pairs - len(self.differing), self.pairs)

    def passes(self, least: float) -> bool:
        """Whether all statements are reached, and `least` percent of spellings answered alike."""
        return not self.unreached and self.alike >= least

    def as_object(self) -> dict[str, Any]:
        """The findings as plain data, for JSON."""
        return {
            "municipality": self.municipality.name,
            "code": self.municipality.code,
            "statements": self.statements,
            "reached": round(self.reached, 1),
            "asked": self.asked,
            "pairs": self.pairs,
            "alike": round(self.alike, 1),
            "unreached": [asdict(one) for one in self.unreached],
            "differing": [asdict(one) for one in self.differing],
        }


def audit_plan(store: Store, code: str, day: date) -> Audited:
    """Audit the plan of the municipality with an SCB code, asked on a day.

    KeyError where the municipality is not covered.
    """
    place = store.municipality(code)
    if place is None or not place.covered:
        raise KeyError(code)
    return audit(Assistant(store, lambda: day), place, questions(store, place))


def audit(
    assistant: Assistant,
    place: Municipality,
    made: Sequence[Made],
    step: Callable[[int], object] = int,
    *,
    respelled: bool = True,
) -> Audited:
    """Ask the questions made of a plan; `step` is told of each done.

    Each is asked in other spellings too, unless these are not wanted: they take most of the time.
    """
    reached: dict[str, set[Language]] = {}
    differing: list[Differing] = []
    pairs = 0
    is_word = assistant.understand.lexicon.is_word
    for question in made:
        answer = _answer(assistant.reply(question.text))
        for statement in set(answer).intersection(question.statements):
            reached.setdefault(statement, set()).add(question.language)
        for spelling in spellings(question.text, place.name, is_word) if respelled else ():
            pairs += 1
            other = assistant.reply(spelling.text)
            if not _is_doubt(other, spelling, place) and set(_answer(other)) != set(answer):
                differing.append(
                    Differing(question.text, spelling.text, spelling.how, answer, _answer(other))
                )
        step(1)
    statements = assistant.store.of_municipality(place.code)
    unreached = [
        Unreached(row.id, row.original, missing)
        for row in statements
        if (missing := tuple(one for one in _LANGUAGES if one not in reached.get(row.id, ())))
    ]
    return Audited(
        municipality=place,
        statements=len(statements),
        asked=len(made) + pairs,
        pairs=pairs,
        unreached=tuple(unreached),
        differing=tuple(differing),
    )


def _answer(reply: Reply) -> tuple[str, ...]:
    """The ids of all statements found, those on asking for more too; else the outcome."""
    shown = (*(row.id for row in reply.answer.statements), *reply.answer.rest)
    return shown or (reply.answer.reason or reply.answer.outcome,)


def _is_doubt(reply: Reply, spelling: Spelling, place: Municipality) -> bool:
    """Whether a slip made the name as near to another's, and the reply rightly asks which."""
    return (
        spelling.of_name
        and reply.question is not None
        and any(place in group for group in reply.question.unsure)
    )


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0
