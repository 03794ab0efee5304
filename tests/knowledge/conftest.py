"""A small folder of data to spoil: one municipality, one page, one plan."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.folders import SHIPPED
from knowledge.library import Library

PAGE = """Vision och mål

Habo - en kommun i rörelse. Visionen antogs av kommunfullmäktige den 24 mars 2022.

Våra mål
  • Ett  tryggt Habo
  • Ett grönt Habo, nu och för all fram- tid
"""
PLAN = """
municipality = "0643"

[[sources]]
id = "habo-vision-och-mal"
title = "Vision och mål"
url = "https://habo.example/vision"
page = "habo/vision.txt"
published = 2022-04-01
mend = { "fram- tid" = "framtid" }

[[statements]]
id = "habo-vision"
kind = "vision"
label = "vision"
original = "Habo - en kommun i rörelse."
translation = "Habo – a municipality on the move."
topics = ["growth"]
valid_from = 2022-03-24

[[statements]]
id = "habo-antogs"
kind = "fact"
label = "uppgift"
original = "Visionen antogs av kommunfullmäktige den 24 mars 2022."
translation = "The vision was adopted by the council on 24 March 2022."
parent = "habo-vision"
about = ["decided"]
decided_by = "kommunfullmäktige"
decided_by_translation = "the municipal council"

[[statements]]
id = "habo-tryggt"
kind = "goal"
label = "mål"
original = "Ett tryggt Habo"
translation = "A safe Habo"
topics = ["safety"]

[[statements]]
id = "habo-gront"
kind = "goal"
label = "mål"
original = "Ett grönt Habo, nu och för all framtid"
translation = "A green Habo, now and for ever"
topics = ["environment"]

[[notes]]
id = "habo-nyare"
kind = "newer"
sv = "Det finns en nyare sida."
en = "There is a newer page."
url = "https://habo.example/ny-vision"
title = "Ny vision"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of data without a flaw."""
    data = tmp_path / "data"
    for name in ("register.csv", "aliases.toml", "topics.toml", "labels.toml"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / name, data / name)
    (data / "plans").mkdir()
    (data / "pages" / "habo").mkdir(parents=True)
    (data / "plans" / "habo.toml").write_text(PLAN, "utf-8")
    (data / "pages" / "habo" / "vision.txt").write_text(PAGE, "utf-8")
    return data


@pytest.fixture
def library(folder: Path) -> Library:
    """The same, to be read when it is asked for: spoil the files first."""
    return Library(base=folder)


@pytest.fixture
def spoil(folder: Path) -> Callable[..., None]:
    """Replaces text in a file of the folder, the plan if none is named."""

    def replace(old: str, new: str, file: str = "plans/habo.toml") -> None:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")

    return replace
