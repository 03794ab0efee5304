"""The municipality that is meant where a question names none: a setting of the operator."""

from collections.abc import Mapping
from gettext import gettext as _

from bot.service.keeping import InvalidSetting
from knowledge.models import Municipality
from knowledge.store import Store
from knowledge.text import fold

HOME = "KOMMUNMAL_HOME"


def read_home(environ: Mapping[str, str], store: Store) -> str | None:
    """The SCB code of the home municipality, None where none is set. Raises InvalidSetting."""
    value = environ.get(HOME, "").strip()
    if not value:
        return None
    place = store.municipality(value) or _named(value, store)
    if place is None:
        problem = _("{name} must be the code or name of a municipality; it is {value!r}.")
        raise InvalidSetting(problem.format(name=HOME, value=value))
    return place.code


def _named(value: str, store: Store) -> Municipality | None:
    """By name: "habo" is Habo, although Håbo is spelled so without its ring."""
    found = {
        name.municipality.code: name
        for name in store.names.get(fold(value.lower().replace("-", " ")), ())
        if name.municipality
    }
    exact = [name for name in found.values() if name.name.lower() == value.lower()]
    likely = exact or list(found.values())
    return likely[0].municipality if len(likely) == 1 else None
