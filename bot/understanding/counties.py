"""The words by which a message names a county: its own name, and those in `regions.toml`."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

from knowledge.models import county_stem
from knowledge.store import Store


def county_patterns(store: Store) -> Mapping[str, Sequence[str]]:
    """Patterns by group, "county.Norrbottens län".

    "Kalmar" is a municipality, "Kalmar län" the county; "Norrbotten" is a county alone.
    """
    listed = tomllib.loads(files(__package__).joinpath("regions.toml").read_text("utf-8"))
    bare = {county: county_stem(county) for county in store.counties}
    municipalities = store.official_names(bare.values())
    return {
        f"county.{county}": [
            *_official(county, name),
            *([] if name in municipalities else [name, f"{name}s", f"{name}skommun*"]),
            *listed.get(county, ()),
        ]
        for county, name in bare.items()
    }


def _official(county: str, bare: str) -> Iterable[str]:
    for name in {bare, county.removesuffix(" län")}:
        yield from (f"{name} län", f"{name} county", f"county of {name}", f"region {name}")
