"""Made-up municipalities with plans, the same ones at every run."""

import csv
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

from knowledge.folders import SHIPPED
from knowledge.library import Library, PlanFile
from knowledge.models import Aspect, Kind, Municipality, Plan, Source, Statement, Topic
from knowledge.text import fold

STATEMENTS = 40
_MADE_UP_CODES = 4000
_YEARS = (2026, 2045)


def parts() -> dict[str, Any]:
    """What names and sentences are made of."""
    return tomllib.loads(files(__package__).joinpath("synthetic.toml").read_text("utf-8"))


def register(number: int) -> list[Municipality]:
    """So many municipalities: the real 290 first, then made-up ones."""
    real = list(Library().register.values())
    names = made_up_names({fold(place.name) for place in real})
    more = (
        Municipality(f"{_MADE_UP_CODES + at}", name, real[at % len(real)].county)
        for at, name in zip(range(number - len(real)), names, strict=False)
    )
    return [*real, *more][:number]


def made_up_names(taken: set[str]) -> Iterator[str]:
    """Names as Swedish places have them, each once and none that is folded like one taken."""
    known = set(taken)
    pieces, chance = parts(), Random(1)
    while True:
        name = "".join(chance.choice(pieces[part]) for part in ("first", "middle", "last"))
        if fold(name) not in known:
            known.add(fold(name))
            yield name


def make_library(folder: Path, places: Sequence[Municipality]) -> Library:
    """A folder of data with a register of these municipalities, and no plans yet."""
    for name in ("aliases.toml", "topics.toml", "labels.toml"):
        shutil.copy(SHIPPED / name, folder / name)
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("code", "name", "county"))
        rows.writerows((place.code, place.name, place.county) for place in places)
    (folder / "pages").mkdir()
    return Library(base=folder)


def make_plans(library: Library, places: Sequence[Municipality]) -> list[PlanFile]:
    """A plan of each municipality, its page saved in the library's folder."""
    topics = list(library.topics.values())
    return [_plan_file(library.base, place, topics) for place in places]


def _plan_file(folder: Path, place: Municipality, topics: Sequence[Topic]) -> PlanFile:
    statements = tuple(_statements(place, topics))
    page = f"{place.code}.txt"
    text = "\n\n".join(statement.original for statement in statements)
    (folder / "pages" / page).write_text(text, "utf-8")
    source = Source(
        id=f"m{place.code}-page", title="Vision och mål", page=page,
        url=f"https://municipality-{place.code}.example/vision",
    )  # fmt: skip
    plan = Plan(municipality=place.code, sources=(source,), statements=statements)
    return PlanFile(plan, folder, f"plans/{place.code}.toml")


def _statements(place: Municipality, topics: Sequence[Topic]) -> Iterator[Statement]:
    chance = Random(place.code)
    number = 0
    for sentence in parts()["sentences"]:
        for _ in range(sentence.get("number", 1)):
            number += 1
            topic, other = chance.sample(topics, 2)
            year = chance.randint(*_YEARS)
            yield Statement(
                id=f"m{place.code}-{number}",
                kind=Kind(sentence["kind"]),
                label=sentence["label"],
                original=sentence["sv"].format(
                    name=place.name, year=year,
                    word=_plain(topic.words.sv, chance), other=_plain(other.words.sv, chance),
                ),
                translation=sentence["en"].format(
                    name=place.name, year=year,
                    word=_plain(topic.words.en, chance), other=_plain(other.words.en, chance),
                ),
                topics=(topic.id, other.id),
                about=tuple(Aspect(aspect) for aspect in sentence.get("about", ())),
            )  # fmt: skip


def _plain(words: Sequence[str], chance: Random) -> str:
    return chance.choice([word for word in words if "*" not in word])
