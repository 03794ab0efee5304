"""Plans read back from what was exported: JSON and XLSX, the same plan as before."""

import json
from gettext import gettext as _
from pathlib import Path
from typing import Any

from knowledge.errors import InvalidData, Problem
from knowledge.exports.as_json import DERIVED, FORMAT
from knowledge.exports.unflattening import code_of, rows_to_data
from knowledge.models import Plan
from knowledge.plans import parse_plan


def plan_from_json(path: Path) -> Plan:
    """The one plan in a JSON file. InvalidData where it can't be read, or holds several."""
    return _only(plans_from_json(path), path)


def plan_from_xlsx(path: Path) -> Plan:
    """The one plan in a workbook. InvalidData where it can't be read, or holds several."""
    return _only(plans_from_xlsx(path), path)


def plans_from_json(path: Path) -> list[Plan]:
    """All plans in a JSON file, as `export` writes it; a plan alone is read too."""
    try:
        document = json.loads(path.read_bytes())
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise _refused(path, _("not valid JSON: {error}").format(error=error)) from None
    plans = [document]
    if isinstance(document, dict) and document.get("format") == FORMAT:
        plans = document.get("plans", [])
    if not isinstance(plans, list) or not all(isinstance(plan, dict) for plan in plans):
        raise _refused(path, _("holds no plans"))
    return [parse_plan(_without_derived(plan), path.name) for plan in plans]


def plans_from_xlsx(path: Path) -> list[Plan]:
    """All plans in a workbook, as `export` writes it, in the order of their first source."""
    from knowledge.exports.workbooks import workbook_rows

    rows = workbook_rows(path)
    codes = dict.fromkeys(
        code_of(row) for sheet in ("sources", "statements") for row in rows[sheet]
    )
    return [parse_plan(rows_to_data(code, rows), path.name) for code in codes]


def _without_derived(plan: dict[str, Any]) -> dict[str, Any]:
    """The plan without `derived`, which stands in it, in its sources and its statements."""
    given_ = {key: value for key, value in plan.items() if key != DERIVED}
    for name in ("sources", "statements"):
        if isinstance(given_.get(name), list):
            given_[name] = [
                {key: value for key, value in entry.items() if key != DERIVED}
                if isinstance(entry, dict)
                else entry
                for entry in given_[name]
            ]
    return given_


def _only(plans: list[Plan], path: Path) -> Plan:
    if len(plans) != 1:
        problem = _("holds {number} plans; export one municipality at a time")
        raise _refused(path, problem.format(number=len(plans)))
    return plans[0]


def _refused(path: Path, problem: str) -> InvalidData:
    return InvalidData([Problem(path.name, "", problem)])
