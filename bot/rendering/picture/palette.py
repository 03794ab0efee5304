"""The colours of the pictures, as data: `palette.toml` says what each is for."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def palette() -> Mapping[str, Any]:
    """Everything in `palette.toml`."""
    return tomllib.loads(files(__package__).joinpath("palette.toml").read_text("utf-8"))


def themes_for(codes: Sequence[str]) -> list[Mapping[str, str]]:
    """A theme for each municipality, by its code, so that it keeps its colour; no two alike.

    >>> [theme["name"] for theme in themes_for(["0683"])]
    ['rowan']
    >>> len({theme["name"] for theme in themes_for(["2510", "0683", "2513"])})
    3
    """
    themes: list[Mapping[str, str]] = list(palette()["themes"])
    chosen: list[Mapping[str, str]] = []
    for code in codes:
        first = int(code) % len(themes)
        inorder = themes[first:] + themes[:first]
        chosen.append(next((theme for theme in inorder if theme not in chosen), inorder[0]))
    return chosen
