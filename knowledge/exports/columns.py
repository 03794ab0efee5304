"""The columns of the spreadsheets, from `columns.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it holds in both languages, and whether it follows from the others."""

    sv: str
    en: str
    derived: bool = False
    width: int = 12


@cache
def sheets() -> Mapping[str, Mapping[str, Column]]:
    """The columns of each sheet by name, in order."""
    text = Path(__file__).with_name("columns.toml").read_text(encoding="utf-8")
    return {
        sheet: {name: Column(**column) for name, column in columns.items()}
        for sheet, columns in tomllib.loads(text).items()
    }


def given(sheet: str) -> list[str]:
    """The columns that a person fills in: those that are not derived."""
    return [name for name, column in sheets()[sheet].items() if not column.derived]
