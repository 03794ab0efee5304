"""Statements, sources and notes as flat rows of cells, by the names in `columns.toml`."""

from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.exports.cells import join_list
from knowledge.exports.data import plan_data
from knowledge.exports.entries import Entry
from knowledge.models import Plan

Row = dict[str, Any]
# Fields of a plan that are small tables, and the columns that hold them.
INNER = {
    "states": {"number": "states_number", "label": "states_label"},
    "target": {"number": "target_number", "unit": "target_unit", "year": "target_year"},
    "words": {"sv": "words_sv", "en": "words_en"},
}


def plan_rows(plan: Plan, found: list[Entry]) -> dict[str, list[Row]]:
    """All rows of a plan by sheet. `found` are the plan's statements as entries."""
    data = plan_data(plan)
    code = plan.municipality
    statements = [
        _flat(fields, code) | _derived(entry)
        for fields, entry in zip(data["statements"], found, strict=True)
    ]
    sources = [_flat(fields, code) for fields in data["sources"]]
    return {
        "statements": statements,
        "sources": [{key: row[key] for key in row if key != "mend"} for row in sources],
        "mended": list(_mended(plan)),
        "notes": [_flat(fields, code) for fields in data.get("notes", [])],
    }


def _flat(fields: Mapping[str, Any], code: str) -> Row:
    row: Row = {"code": code}
    for name, value in fields.items():
        if name in INNER:
            for inner, content in value.items():
                row[INNER[name][inner]] = _cell(content)
        else:
            row[name] = _cell(value)
    return row


def _cell(value: Any) -> Any:
    return join_list(value) if isinstance(value, list) else value


def _derived(entry: Entry) -> Row:
    return {
        "municipality": entry.municipality.name,
        "label_translation": entry.label_translation,
        "status": str(entry.status),
        "source_title": entry.source.title,
        "link": entry.link,
        "notes_sv": "\n".join(note.sv for note in entry.notes),
        "notes_en": "\n".join(note.en for note in entry.notes),
        "newer": join_list(entry.newer),
    }


def _mended(plan: Plan) -> Iterator[Row]:
    for source in plan.sources:
        for broken, whole in source.mend.items():
            yield {
                "source": source.id,
                "code": plan.municipality,
                "broken": broken,
                "whole": whole,
            }
