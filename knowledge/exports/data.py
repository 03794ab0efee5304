"""A plan as plain data, the same tables as in its TOML file, nothing empty in it."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from knowledge.models import Plan

_PLAN = TypeAdapter(Plan)


def plan_data(plan: Plan) -> dict[str, Any]:
    """The plan with dates as dates and every optional field that says nothing left out."""
    tidy: dict[str, Any] = _tidy(_PLAN.dump_python(plan, exclude_defaults=True))
    tidy.setdefault("sources", [])
    tidy.setdefault("statements", [])
    return tidy


def _tidy(value: Any) -> Any:
    match value:
        case Mapping():
            cleaned = {key: _tidy(inner) for key, inner in value.items()}
            return {key: inner for key, inner in cleaned.items() if inner not in ({}, [], None)}
        case list() | tuple():
            return [_tidy(inner) for inner in value]
        case str():
            return str(value)
        case float() if value.is_integer():
            return int(value)
        case _:
            return value
