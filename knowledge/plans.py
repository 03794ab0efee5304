"""Plan files and the other data files, read and validated into the nouns of `models`."""

import csv
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from knowledge.errors import InvalidData, Problem, reason
from knowledge.marking import marked
from knowledge.models import Label, Municipality, Plan, Topic
from knowledge.toml_errors import in_words

_PLAN = TypeAdapter(Plan)
_TOPIC = TypeAdapter(Topic)
_LABEL = TypeAdapter(Label)
_Noun = TypeVar("_Noun")
SCHEMA = "plan.schema.json"
_CODE = re.compile(r"\d{4}")
_LISTS = {"sources": "source", "statements": "statement", "notes": "note"}


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a municipality, and the language or kind of name that it is."""

    name: str
    municipality: str
    language: str


@dataclass(frozen=True, slots=True)
class NameList:
    """What is known of names beside the register.

    `ordinary` are official names that are also everyday words; `elsewhere` are places that are
    no Swedish municipality but sound like one, with the country they lie in (a code of CLDR).
    """

    aliases: tuple[Alias, ...]
    ordinary: frozenset[str]
    elsewhere: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Ordinary:
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _NamesFile:
    aliases: Mapping[str, Mapping[str, str]]
    ordinary: _Ordinary
    elsewhere: Mapping[str, str]


_NAMES = TypeAdapter(_NamesFile)


def read_toml(path: Path, file: str) -> dict[str, Any]:
    """The contents of a TOML file; InvalidData names the file and the line."""
    try:
        return tomllib.loads(_text(path, file))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problem = _("not valid TOML: {error}").format(error=in_words(error))
        raise InvalidData([Problem(file, "", problem)]) from None


def _text(path: Path, file: str) -> str:
    where = ""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problem = _("the file does not exist")
    except OSError as error:
        problem = _("the file can't be read: {error}").format(error=reason(error))
    except UnicodeDecodeError as error:
        where = _("byte {number}").format(number=error.start)
        problem = _("the file is not UTF-8 text")
    raise InvalidData([Problem(file, where, problem)])


def parse_plan(data: Mapping[str, Any], file: str) -> Plan:
    """The plan in a plan file's data; InvalidData lists every field that is wrong."""
    try:
        return _PLAN.validate_python(data)
    except ValidationError as error:
        raise InvalidData(
            [Problem(file, _where(data, item["loc"]), _what(item)) for item in error.errors()]
        ) from None


def read_plan(path: Path, file: str) -> Plan:
    """The plan in a plan file. `file` is what errors call it."""
    return parse_plan(read_toml(path, file), file)


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of plan files, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_PLAN.json_schema()}


def plan_schema_text() -> str:
    """The schema as `plan.schema.json` holds it; plan files name that file in their first line."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def read_register(path: Path) -> tuple[Municipality, ...]:
    """All municipalities with code, name and county, in the register's order."""
    rows = list(csv.DictReader(_text(path, path.name).splitlines()))
    problems = [
        Problem(path.name, _("row {number}").format(number=number), problem)
        for number, row in enumerate(rows, start=2)
        if (problem := _wrong_row(row))
    ]
    if problems or not rows:
        raise InvalidData(problems or [Problem(path.name, "", _("has no rows"))])
    return tuple(Municipality(row["code"], row["name"], row["county"]) for row in rows)


def _wrong_row(row: Mapping[str, str | None]) -> str:
    if not all((row.get(column) or "").strip() for column in ("code", "name", "county")):
        return _("needs a code, a name and a county")
    if not _CODE.fullmatch(row["code"] or ""):
        return _("the code {code!r} is not four digits").format(code=row["code"])
    return ""


def read_names(path: Path) -> NameList:
    """The other names of municipalities, and names to be careful with."""
    try:
        data = _NAMES.validate_python(read_toml(path, path.name))
    except ValidationError as error:
        raise InvalidData(
            [
                Problem(path.name, ", ".join(map(str, item["loc"])), _what(item))
                for item in error.errors()
            ]
        ) from None
    aliases = [
        Alias(alias, municipality, language)
        for language, names in data.aliases.items()
        for alias, municipality in names.items()
    ]
    return NameList(tuple(aliases), frozenset(data.ordinary.names), data.elsewhere)


def read_topics(path: Path) -> tuple[Topic, ...]:
    """The topics in the file's order; InvalidData lists every entry that is wrong."""
    return _entries(path, _TOPIC, "topic", "id")


def read_labels(path: Path) -> tuple[Label, ...]:
    """The pages' own words for kinds of statement, with their English."""
    return _entries(path, _LABEL, "label", "label")


def _entries(path: Path, adapter: TypeAdapter[_Noun], noun: str, key: str) -> tuple[_Noun, ...]:
    """The tables of a TOML file, the name of each under `key`."""
    found, problems = [], []
    for name, entry in read_toml(path, path.name).items():
        if not isinstance(entry, dict):
            problems.append(Problem(path.name, f"{noun} '{name}'", _("must be a table")))
            continue
        try:
            found.append(adapter.validate_python({key: name, **entry}))
        except ValidationError as error:
            for item in error.errors():
                place = ".".join(str(part) for part in item["loc"])
                problems.append(Problem(path.name, f"{noun} '{name}', {place}", _what(item)))
    if problems:
        raise InvalidData(problems)
    return tuple(found)


def _where(data: Mapping[str, Any], loc: tuple[int | str, ...]) -> str:
    """A place in a plan as a person would name it: statement 'habo-vision', original."""
    parts = list(loc)
    if len(parts) > 1 and parts[0] in _LISTS and isinstance(parts[1], int):
        entry = data[parts[0]][parts[1]]
        named = entry.get("id") if isinstance(entry, dict) else None
        name = f"'{named}'" if named else f"number {parts[1] + 1}"
        parts[:2] = [f"{_LISTS[parts[0]]} {name}"]
    return ", ".join(str(part) for part in parts)


def _what(item: Any) -> str:
    """What is wrong with a field, in words; the validator's own where it is something rare."""
    kind = item["type"]
    if kind == "missing":
        return _("is missing")
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return _("is no field of a plan file")
    value = repr(item["input"])
    if kind == "enum":
        allowed = item["ctx"]["expected"].replace(" or ", ", ")
        return _("{value} is none of {allowed}").format(value=value, allowed=allowed)
    for beginnings, problem in _WRONG_TYPES:
        if kind.startswith(beginnings):
            return _(problem).format(value=value[:80])
    return f"{item['msg']}: {value[:80]}"


# Beginnings of the validator's names for wrong types, and what a person is told of them.
_WRONG_TYPES = (
    (("string",), marked("must be text in quotation marks, but is {value}")),
    (("int",), marked("must be a whole number, but is {value}")),
    (("float", "finite"), marked("must be a number, but is {value}")),
    (("date",), marked("must be a date as in 2024-01-31, but is {value}")),
    (("tuple", "list"), marked("must be a list in square brackets, but is {value}")),
    (("dataclass", "dict", "mapping", "model"), marked("must be a table, but is {value}")),
    (("too_short", "too_long"), marked("has too few or too many parts: {value}")),
)
