"""Labelled questions: one JSON object a line, with what a right reply holds."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import date
from functools import cache
from gettext import gettext as _
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError

from bot.answering.answer import Outcome, Reason
from knowledge.errors import reason
from knowledge.marking import marked
from knowledge.models import Status


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error:
        raise ValueError(_("{value!r} is no regular expression").format(value=value)) from None
    return value


_T = TypeVar("_T")
# A text alone stands for a list of one.
_Several = Annotated[tuple[_T, ...], BeforeValidator(_several)]
_Some = Annotated[tuple[_T, ...], BeforeValidator(_several), Field(min_length=1)]
_Pattern = Annotated[str, AfterValidator(_pattern)]


@dataclass(frozen=True, slots=True)
class Case:
    """A question (or the turns of a chat, the last judged) and what is expected of its reply."""

    id: Annotated[str, BeforeValidator(str)]
    turns: Annotated[_Some[str], Field(alias="question")]
    language: _Some[str]
    outcome: _Some[Outcome]
    category: str = ""
    intent: str = ""
    municipalities: frozenset[str] | None = None
    municipalities_at_least: frozenset[str] = frozenset()
    all_of: _Several[str] = ()
    any_of: _Several[str] = ()
    none_of: _Several[str] = ()
    text: _Several[_Pattern] = ()
    text_not: _Several[_Pattern] = ()
    reason: _Several[Reason] = ()
    status: _Several[Status] = ()
    on: date | None = None
    # Fields that are none of these: what is not read is not judged, and that is told.
    ignored: tuple[str, ...] = ()


class InvalidCase(Exception):
    """A file of cases can't be read; names the file, the line, and what is wrong there."""


def read_cases(paths: Iterable[Path]) -> Iterator[Case]:
    """The cases of files in the form of `docs/questions.md`. Raises InvalidCase."""
    for path in paths:
        for number, line in enumerate(_text(path).split("\n"), start=1):
            if line.strip():
                yield _case(line, f"{path.name}:{number}")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        problem = _("the file can't be read: {error}").format(error=reason(error))
    except UnicodeDecodeError:
        problem = _("the file is not UTF-8 text")
    raise InvalidCase(f"{path.name}: {problem}")


def _case(line: str, place: str) -> Case:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise InvalidCase(_not_a_case(place, _("the line is no JSON object")))
    fields = {name: value for name, value in data.items() if value is not None}
    # What people note beside a case is for people.
    fields.pop("note", None)
    fields["category"] = fields.get("category") or fields.get("intent", "")
    judged = {name: value for name, value in fields.items() if name in _FIELDS}
    ignored = sorted(fields.keys() - _FIELDS)
    try:
        return _adapter().validate_python({"id": place, **judged, "ignored": ignored})
    except ValidationError as error:
        problems = "; ".join(map(_problem, error.errors()))
        raise InvalidCase(_not_a_case(place, problems)) from None


_FIELDS = {one.name for one in dataclass_fields(Case)} - {"turns", "ignored"} | {"question"}


@cache
def _adapter() -> TypeAdapter[Case]:
    return TypeAdapter(Case)


def _not_a_case(place: str, problem: str) -> str:
    return _("{place}: not a case: {problem}").format(place=place, problem=problem)


def _problem(item: Any) -> str:
    """What is wrong with a field; the validator's own words where it is something rare."""
    field, kind, value = str(item["loc"][0]), item["type"], repr(item["input"])[:80]
    if kind == "literal_error" or kind == "enum":
        allowed = item["ctx"]["expected"].replace(" or ", ", ")
        return f"{field}: " + _("{value} is none of {allowed}").format(value=value, allowed=allowed)
    if kind == "value_error":
        return f"{field}: {item['ctx']['error']}"
    for beginning, problem in _WRONG.items():
        if kind.startswith(beginning):
            return f"{field}: " + _(problem).format(value=value)
    return f"{field}: {item['msg']}: {value}"


# Beginnings of the validator's names for what is wrong, and what a person is told.
_WRONG = {
    "missing": marked("is missing"),
    "too_short": marked("is empty"),
    "string": marked("must be text in quotation marks, but is {value}"),
    "tuple": marked("must be a list in square brackets, but is {value}"),
    "frozen_set": marked("must be a list in square brackets, but is {value}"),
    "date": marked("must be a date as in 2024-01-31, but is {value}"),
}
