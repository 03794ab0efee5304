"""The site, made once."""

from pathlib import Path

import pytest

from bot.staff.publishing import publish
from tests.conftest import TODAY

ADDRESS = "https://mal.example"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, database: Path) -> Path:
    """The folder of the site of the shipped knowledge."""
    folder = tmp_path_factory.mktemp("site") / "out"
    own = str(tmp_path_factory.mktemp("own"))
    environ = {"KOMMUNMAL_DATABASE": str(database), "KOMMUNMAL_DATA": own}
    publish(folder, ADDRESS, TODAY, environ)
    return folder
