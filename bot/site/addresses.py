"""Where each page of the site lies. Statements' addresses last as long as their ids."""

from collections import Counter
from collections.abc import Iterable, Mapping

from knowledge.models import Language, Municipality
from knowledge.text import fold

_FOLDERS: Mapping[Language, Mapping[str, str]] = {
    "sv": {"": "", "municipality": "kommun/", "topic": "amne/", "statement": "s/"},
    "en": {"": "en/", "municipality": "en/municipality/", "topic": "en/topic/",
           "statement": "en/s/"},
}  # fmt: skip
_PAGES: Mapping[Language, Mapping[str, str]] = {
    "sv": {"home": "index", "search": "sok", "compare": "jamfor", "about": "om"},
    "en": {"home": "index", "search": "search", "compare": "compare", "about": "about"},
}


def path(language: Language, kind: str, name: str = "") -> str:
    """The path of a page below the site's address.

    >>> path("sv", "statement", "varnamo-vision"), path("en", "search")
    ('s/varnamo-vision.html', 'en/search.html')
    """
    folders = _FOLDERS[language]
    if kind in folders and kind:
        return f"{folders[kind]}{name}.html"
    return f"{folders['']}{_PAGES[language][kind]}.html"


def statement_address(site: str, statement_id: str, language: Language) -> str:
    """The lasting address of a statement, for sharing and citing.

    >>> statement_address("https://mal.example/", "varnamo-vision", "sv")
    'https://mal.example/s/varnamo-vision.html'
    """
    return f"{site.rstrip('/')}/{path(language, 'statement', statement_id)}"


def slugs(places: Iterable[Municipality]) -> dict[str, str]:
    """A short name for each municipality by code; where two are alike, the code is added.

    >>> habo = [Municipality("0643", "Habo", "Jönköpings län")]
    >>> slugs([*habo, Municipality("0305", "Håbo", "Uppsala län")])
    {'0643': 'habo-0643', '0305': 'habo-0305'}
    """
    short = {place.code: fold(place.name).replace(" ", "-") for place in places}
    often = Counter(short.values())
    return {code: f"{name}-{code}" if often[name] > 1 else name for code, name in short.items()}


def way_up(page: str) -> str:
    """What leads from a page to the top of the site, so that it works at any address.

    >>> way_up("en/s/varnamo-vision.html")
    '../../'
    """
    return "../" * page.count("/")
