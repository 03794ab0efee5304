"""Plans as one JSON document: the tables of the plan files, and what follows from them."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from knowledge.exports.data import plan_data
from knowledge.exports.entries import entries, place
from knowledge.library import Library, PlanFile

FORMAT = "kommunmal-plans"
VERSION = 1
# What is written for the reader and passed over when the file is read back.
DERIVED = "derived"


def as_json(plan_files: Iterable[PlanFile], library: Library, day: date) -> str:
    """The document as text. Everything that follows from the rest stands under `derived`."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "made": day,
        "plans": [_plan(plan_file, library, day) for plan_file in plan_files],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plan(plan_file: PlanFile, library: Library, day: date) -> dict[str, Any]:
    data = plan_data(plan_file.plan)
    municipality = place(plan_file, library)
    for source, fields in zip(plan_file.plan.sources, data["sources"], strict=True):
        fields[DERIVED] = {"sha256": plan_file.page(source).sha256}
    found = entries(plan_file, library, day)
    for entry, fields in zip(found, data["statements"], strict=True):
        fields[DERIVED] = {
            "label_translation": entry.label_translation,
            "status": str(entry.status),
            "link": entry.link,
        }
    return {
        "municipality": data.pop("municipality"),
        DERIVED: {"name": municipality.name, "county": municipality.county},
        **data,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")
