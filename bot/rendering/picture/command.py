"""`kommunmal poster`: municipalities by any spelling, one sheet of paper as a file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.rendering.picture.content import Kind
from bot.rendering.picture.drawing import Format, MissingExtra
from bot.rendering.picture.picture import MOST, CannotDraw
from bot.rendering.picture.picture import poster as drawn
from bot.understanding.names import find_mentions
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
        raise CannotMake(f"A poster shows one to {MOST} municipalities.") from None
    except (MissingExtra, OSError) as error:
        raise CannotMake(str(error)) from None
    return path


def _format_of(output: Path | None) -> Format:
    if output is None:
        return "pdf"
    for form in _FORMATS:
        if output.suffix.lower() == f".{form}":
            return form
    raise CannotMake(f"{output} is neither .png nor .pdf; say which with --format.")


def _municipality(store: Store, name: str) -> Municipality:
    mentions = find_mentions(words(clean(name)), store, ())
    codes = list(dict.fromkeys(code for mention in mentions for code in mention.codes))
    places = [place for code in codes if (place := store.municipality(code))]
    known = ", ".join(place.name for place in store.covered)
    if not places:
        raise CannotMake(f"{name!r} is no municipality that I know. There are plans of {known}.")
    if len(places) > 1:
        meant = " or ".join(place.name for place in places)
        raise CannotMake(f"{name!r} may be {meant}: name one at a time.")
    if not places[0].covered:
        raise CannotMake(f"There is no plan of {places[0].name}. There are plans of {known}.")
    return places[0]
