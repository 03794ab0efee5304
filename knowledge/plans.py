"""Plan files and the other data files, read and validated into the nouns of `models`."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from knowledge.errors import InvalidData, Problem
from knowledge.models import Label, Municipality, Plan, Topic

_PLAN = TypeAdapter(Plan)
_TOPIC = TypeAdapter(Topic)
_LABEL = TypeAdapter(Label)
_Noun = TypeVar("_Noun")
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


def read_toml(path: Path, file: str) -> dict[str, Any]:
    """The contents of a TOML file; InvalidData names the file and the line."""
    try:
        return tomllib.loads(path.read_bytes().decode())
    except FileNotFoundError:
        raise InvalidData([Problem(file, "", "the file does not exist")]) from None
    except UnicodeDecodeError as error:
        where = f"byte {error.start}"
        raise InvalidData([Problem(file, where, "the file is not UTF-8 text")]) from None
    except OSError as error:
        raise InvalidData([Problem(file, "", f"can't be read: {error.strerror}")]) from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidData([Problem(file, "", f"not valid TOML: {error}")]) from None


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
    return _PLAN.json_schema()


def read_register(path: Path) -> tuple[Municipality, ...]:
    """All municipalities with code, name and county, in the register's order."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Municipality(row["code"], row["name"], row["county"]) for row in csv.DictReader(file)
        )


def read_names(path: Path) -> NameList:
    """The other names of municipalities, and names to be careful with."""
    data = read_toml(path, path.name)
    aliases = [
        Alias(alias, municipality, language)
        for language, names in data["aliases"].items()
        for alias, municipality in names.items()
    ]
    return NameList(tuple(aliases), frozenset(data["ordinary"]["names"]), data["elsewhere"])


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
    if item["type"] == "missing":
        return "is missing"
    if item["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        return "is no field of a plan file"
    return f"{item['msg']}, but is {item['input']!r}"
