"""Labelled questions: one JSON object a line, with what a right reply holds."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """A question (or the turns of a chat, the last judged) and what is expected of its reply."""

    id: str
    turns: tuple[str, ...]
    language: tuple[str, ...]
    outcome: tuple[str, ...]
    category: str = ""
    intent: str = ""
    municipalities: frozenset[str] | None = None
    municipalities_at_least: frozenset[str] = frozenset()
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    text_not: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    on: str | None = None


class InvalidCase(Exception):
    """A line of a file of cases can't be read; names the file and the line."""


def read_cases(paths: Iterable[Path]) -> Iterator[Case]:
    """The cases of files in the form of `docs/questions.md`."""
    for path in paths:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _case(line, f"{path.name}:{number}")


def _case(line: str, place: str) -> Case:
    try:
        data = json.loads(line)
        question = data["question"]
        municipalities = data.get("municipalities")
        return Case(
            id=str(data.get("id", place)),
            turns=(question,) if isinstance(question, str) else tuple(question),
            language=_several(data["language"]),
            outcome=_several(data["outcome"]),
            category=data.get("category") or data.get("intent", ""),
            intent=data.get("intent", ""),
            municipalities=None if municipalities is None else frozenset(municipalities),
            municipalities_at_least=frozenset(data.get("municipalities_at_least", ())),
            all_of=_several(data.get("all_of")),
            any_of=_several(data.get("any_of")),
            none_of=_several(data.get("none_of")),
            text=_several(data.get("text")),
            text_not=_several(data.get("text_not")),
            reason=_several(data.get("reason")),
            status=_several(data.get("status")),
            on=data.get("on"),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidCase(f"{place}: not a case: {error!r}") from None


def _several(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())
