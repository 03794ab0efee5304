"""Datasette over the database, with its titles, facets and ready-made questions."""

import tomllib
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database

_HERE = Path(__file__).parent
# What the database is called in addresses, whatever its file is called.
NAME = "kommunmal"
FIRST_PAGE = f"/{NAME}/statement_today"
_SETTINGS = {"default_facet_size": 20, "facet_time_limit_ms": 1000, "sql_time_limit_ms": 3000}


def application(database: Path) -> Datasette:
    """Datasette with the one database, which can be read and not changed."""
    datasette = Datasette(
        metadata=metadata(), settings=_SETTINGS, template_dir=str(_HERE / "templates"), files=[]
    )
    datasette.remove_database("_memory")
    datasette.add_database(Database(datasette, str(database), is_mutable=False), name=NAME)
    return datasette


def metadata() -> dict[str, Any]:
    """The contents of metadata.toml as Datasette takes them."""
    text = (_HERE / "metadata.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    database = data.pop("database") | {
        "tables": data.pop("tables"),
        "queries": data.pop("queries"),
    }
    return data | {"databases": {NAME: database}}
