"""`kommunmal poster`: municipalities by any spelling, one sheet of paper as a file."""

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path

from bot.rendering.picture.content import Kind
from bot.rendering.picture.drawing import Format, MissingExtra
from bot.rendering.picture.picture import MOST, CannotDraw
from bot.rendering.picture.picture import poster as drawn
from bot.understanding.names import find_mentions
from knowledge.errors import reason
from knowledge.models import Language, Municipality
from knowledge.store import Store
from knowledge.text import clean, fold, words

_FORMATS: tuple[Format, ...] = ("png", "pdf")


class CannotMake(Exception):
    """No poster was made; the message says why and what to do."""


def make_poster(
    store: Store,
    names: Sequence[str],
    *,
    language: Language,
    size: str,
    form: Format | None,
    timeline: bool,
    output: Path | None,
    on: date,
) -> Path:
    """Write the poster and return where. Raises CannotMake."""
    places = [_municipality(store, name) for name in names]
    form = form or _format_of(output)
    path = output or Path("-".join(fold(place.name) for place in places) + f".{form}")
    codes = [place.code for place in places]
    kind: Kind = "timeline" if timeline else "goals"
    try:
        path.write_bytes(drawn(store, codes, kind, language, on, size=size, form=form))
    except CannotDraw:
        problem = _("A poster shows one to {most} municipalities.")
        raise CannotMake(problem.format(most=MOST)) from None
    except MissingExtra as error:
        raise CannotMake(str(error)) from None
    except FileNotFoundError:
        raise CannotMake(_("{path} is no folder.").format(path=path.parent)) from None
    except OSError as error:
        problem = _("{path} can't be written: {error}.")
        raise CannotMake(problem.format(path=path, error=reason(error))) from None
    return path


def _format_of(output: Path | None) -> Format:
    if output is None:
        return "pdf"
    for form in _FORMATS:
        if output.suffix.lower() == f".{form}":
            return form
    problem = _("{path} is neither .png nor .pdf; say which with --format.")
    raise CannotMake(problem.format(path=output))


def _municipality(store: Store, name: str) -> Municipality:
    mentions = find_mentions(words(clean(name)), store, ())
    codes = list(dict.fromkeys(code for mention in mentions for code in mention.codes))
    places = [place for code in codes if (place := store.municipality(code))]
    known = ", ".join(place.name for place in store.covered)
    if not places:
        problem = _("There is no municipality {name!r}. There are plans of {known}.")
        raise CannotMake(problem.format(name=name, known=known))
    if len(places) > 1:
        meant = ", ".join(place.name for place in places)
        problem = _("{name!r} may be any of {meant}: name one at a time.")
        raise CannotMake(problem.format(name=name, meant=meant))
    if not places[0].covered:
        problem = _("There is no plan of {name!r}. There are plans of {known}.")
        raise CannotMake(problem.format(name=places[0].name, known=known))
    return places[0]
