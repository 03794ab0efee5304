"""Compiles the gettext catalogues when the package is built (and `make` calls it by hand)."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).parent / "bot" / "rendering" / "locale"


def compile_catalogues() -> None:
    """Write a .mo beside each .po."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parts[-3], abort_invalid=True)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


class CatalogueHook(BuildHookInterface[Any]):
    """Called by hatchling before a wheel, an editable install or a source archive is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, so that the package holds catalogues that are ready to use."""
        compile_catalogues()


if __name__ == "__main__":
    compile_catalogues()
