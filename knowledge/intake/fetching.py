"""A page fetched from its address as `refresh` fetches: politely, named, with limits."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from knowledge.intake.extras import extra
from knowledge.intake.remarks import CannotTake
from knowledge.marking import marked

AGENT = "kommunmal"
_LOGIN = ("login", "logga-in", "loggain", "signin", "saml", "oauth", "adfs")
_OK, _GONE, _LOCKED = 200, {404, 410}, {401, 403, 407}
_BEHIND_LOGIN = marked(
    "The page is behind a login. Open it in your browser, save it as a file (Ctrl+S) and draft "
    "from that file."
)
_REASONS = {
    "robots": marked(
        "The site asks programs not to fetch {url} (robots.txt). Open it in your browser, save "
        "it as a file (Ctrl+S) and draft from that file."
    ),
    "too_large": marked("{url} is too large ({detail})."),
    "address": marked("{url} is no web address."),
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: its bytes, where it led to, and the encoding that the server named."""

    content: bytes
    url: str
    encoding: str | None


def fetch(url: str) -> Page:
    """The page at an address; CannotTake says in plain words why it can't be had."""
    httpx = extra("httpx")
    extra("protego")
    from knowledge.refresh.fetching import Fetched, Fetcher, Limits, Unreachable

    async def ask() -> Fetched:
        async with httpx.AsyncClient() as client:
            return await Fetcher(client, AGENT, Limits(pause=0.5)).page(url)

    try:
        found = asyncio.run(ask())
    except Unreachable as error:
        text = _REASONS.get(
            error.reason,
            marked("{url} can't be reached ({detail}). Save the page as a file and draft from it."),
        )
        raise CannotTake(text, url=url, detail=error.detail or error.reason) from None
    _look_at(found.status, found.url, url)
    return Page(found.content, found.url, _encoding(found.headers.get("content-type", "")))


def _look_at(status: int, reached: str, url: str) -> None:
    place = urlsplit(reached)
    where = f"{place.netloc}{place.path}".lower()
    if status in _LOCKED or (reached != url and any(word in where for word in _LOGIN)):
        raise CannotTake(_BEHIND_LOGIN)
    if status in _GONE:
        raise CannotTake(marked("There is no page at {url}."), url=url)
    if status != _OK:
        raise CannotTake(
            marked("{url} answers with status {status}. Try again later."), url=url, status=status
        )


def _encoding(content_type: str) -> str | None:
    for part in content_type.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
