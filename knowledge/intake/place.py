"""Which municipality a page is of: from its address, title and text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from knowledge.library import SHIPPED
from knowledge.models import Municipality
from knowledge.plans import NameList, read_names, read_register
from knowledge.text import fold

_HOST, _TITLE, _FILE_NAME = 6.0, 4.0, 2.0
_NAMED_IN_TEXT, _MOST_FROM_TEXT = 1.0, 4.0
_BARE = 0.25
# A page that names nothing more often than this does not tell whose it is.
_LEAST, _MARGIN = 2.0, 1.5
_FOLLOWED = r"(?:kommuns?|kommunens|kommunen|stads?|municipality(?:['’]s)?|kommunfullmäktige)"


@dataclass(frozen=True, slots=True)
class Clues:
    """What tells whose page it is. Empty where there is nothing."""

    url: str = ""
    title: str = ""
    site: str = ""
    text: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The municipality, or None where it is not sure; then the likely ones, best first."""

    place: Municipality | None
    likely: tuple[Municipality, ...]


def recognise(clues: Clues) -> Recognised:
    """Whose page it is."""
    scores: defaultdict[str, float] = defaultdict(float)
    for code, score in _from_address(clues.url):
        scores[code] += score
    for text in (clues.title, clues.site):
        for code, score in _from_title(text):
            scores[code] += score
    for code, score in _from_text(clues.text):
        scores[code] += score
    if clues.file_name:
        for code in _by_folded().get(_joined(re.split(r"[\d_.-]", clues.file_name)[0]), ()):
            scores[code] += _FILE_NAME
    ranked = sorted(scores.items(), key=lambda entry: -entry[1])[:3]
    likely = tuple(_places()[code] for code, _ in ranked)
    if not ranked or ranked[0][1] < _LEAST:
        return Recognised(None, likely)
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        return Recognised(None, likely)
    return Recognised(likely[0], likely)


def find_place(named: str) -> Municipality | None:
    """The municipality with this code or name ("0683", "Värnamo", "Värnamo kommun"), or None."""
    text = named.strip()
    if text in _places():
        return _places()[text]
    bare = re.sub(rf"\s+{_FOLLOWED}$", "", text, flags=re.IGNORECASE)
    for form in (bare, bare.removesuffix("s")):
        for name, code in _names().items():
            if name.lower() == form.lower():
                return _places()[code]
    codes = _by_folded().get(_joined(bare), set())
    return _places()[next(iter(codes))] if len(codes) == 1 else None


@cache
def is_place(word: str) -> bool:
    """Whether a word is a municipality's name, its genitive too."""
    lower = word.lower()
    return lower in _lower_names() or lower.removesuffix("s") in _lower_names()


def slug(place: Municipality) -> str:
    """The name as ids and files have it: "Upplands-Bro" is "upplands-bro", "Åre" is "are".

    >>> slug(Municipality("0305", "Håbo", "Uppsala län"))
    'habo'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(place.name)).strip("-")


def _from_address(url: str) -> Iterable[tuple[str, float]]:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return
    parts = host.split(".")
    # The name stands before the top domain: kommun.varnamo.se, www.habo.se.
    for part in parts[-2:-1]:
        plain = _joined(part.removesuffix("kommun").removesuffix("stad"))
        codes = _by_folded().get(plain, set())
        exact = {code for code in codes if _plain_letters(_places()[code].name) == part}
        for code in exact or codes:
            yield code, _HOST / len(exact or codes)


def _from_title(text: str) -> Iterable[tuple[str, float]]:
    for code, times in _named(text).items():
        yield code, _TITLE * min(times, 1)
    for code in _bare(text):
        yield code, 1.0


def _from_text(text: str) -> Iterable[tuple[str, float]]:
    for code, times in _named(text).items():
        yield code, min(_MOST_FROM_TEXT, _NAMED_IN_TEXT + _NAMED_IN_TEXT * times)
    for code, times in _bare(text).items():
        yield code, min(2.0, _BARE * 2 * times)


def _named(text: str) -> Counter[str]:
    """How often each municipality is called by name and "kommun" (or "stad", "municipality")."""
    found: Counter[str] = Counter()
    for match in _pattern().finditer(text):
        name = match.group(1) or match.group(2)
        code = _lower_names().get(name.lower()) or _lower_names().get(
            name.lower().removesuffix("s")
        )
        if code:
            found[code] += 1
    return found


def _bare(text: str) -> Counter[str]:
    """How often each name stands alone, written as a name; ordinary words are no clue."""
    found: Counter[str] = Counter()
    ordinary = {name.lower() for name in _name_list().ordinary}
    for match in re.finditer(r"(?<![\w-])[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?", text):
        for form in (match.group(), match.group().split(" ")[0]):
            name = form.lower()
            plain = name if name in _lower_names() else name.removesuffix("s")
            if plain in _lower_names() and plain not in ordinary:
                found[_lower_names()[plain]] += 1
                break
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    either = "|".join(re.escape(name) for name in names)
    return re.compile(
        rf"(?<![\w-])(?:({either})s?\s+{_FOLLOWED}"
        rf"|(?:kommunen|municipality of|city of)\s+({either}))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _places() -> Mapping[str, Municipality]:
    return {place.code: place for place in read_register(SHIPPED / "register.csv")}


@cache
def _name_list() -> NameList:
    return read_names(SHIPPED / "aliases.toml")


@cache
def _names() -> Mapping[str, str]:
    """All names in use with the municipality's code."""
    official = {place.name: place.code for place in _places().values()}
    others = {alias.name: official[alias.municipality] for alias in _name_list().aliases}
    return {**others, **official}


@cache
def _lower_names() -> Mapping[str, str]:
    return {name.lower(): code for name, code in _names().items()}


@cache
def _by_folded() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, code in _names().items():
        found.setdefault(_joined(name), set()).add(code)
    return found


def _joined(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))


def _plain_letters(name: str) -> str:
    """The name as an address has it: å, ä and ö without their marks, no spaces."""
    return re.sub(r"[^a-z0-9]", "", name.lower().translate(str.maketrans("åäöé", "aaoe")))
