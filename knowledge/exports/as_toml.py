"""A plan as the TOML file that people edit: one table an entry, small tables on one line."""

import re
from typing import Any

import tomlkit
from tomlkit.items import AoT, Item, Table

from knowledge.exports.data import plan_data
from knowledge.models import Plan

_LISTS = ("sources", "statements", "notes")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCHEMA = "#:schema ../plan.schema.json\n"


def plan_to_toml(plan: Plan) -> str:
    """The text of a plan file; reading it gives the same plan."""
    data = plan_data(plan)
    document = tomlkit.document()
    document.add("municipality", tomlkit.item(data["municipality"]))
    for name in _LISTS:
        if data.get(name):
            document.add(tomlkit.nl())
            document.add(name, _tables(data[name]))
        elif name != "notes":
            # Without an entry, the list must still stand there.
            document.add(name, tomlkit.array())
    return _SCHEMA + tomlkit.dumps(document)


def _tables(entries: list[dict[str, Any]]) -> AoT:
    tables = tomlkit.aot()
    for entry in entries:
        table: Table = tomlkit.table()
        for name, value in entry.items():
            table.add(name, _inline(value) if isinstance(value, dict) else value)
        tables.append(table)
    return tables


def _inline(value: dict[str, Any]) -> Item:
    """A small table on one line, with spaces inside its braces."""
    pairs = (f"{_key(name)} = {tomlkit.item(inner).as_string()}" for name, inner in value.items())
    return tomlkit.value(f"{{ {', '.join(pairs)} }}")


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else tomlkit.string(name).as_string()
