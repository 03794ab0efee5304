"""A page fetched from its address, politely: one request, named, with limits."""

from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from knowledge.intake.extras import extra
from knowledge.intake.remarks import CannotTake, marked

AGENT = "kommunmal (quotes municipalities' goals with their source)"
_SECONDS = 20.0
_LARGEST = 20_000_000
_LOGIN = ("login", "logga-in", "loggain", "signin", "saml", "oauth", "adfs")
_OK, _GONE, _LOCKED = 200, {404, 410}, {401, 403, 407}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, where it led to, and what the server said they are."""

    content: bytes
    url: str
    encoding: str | None
    is_pdf: bool


def fetch(url: str) -> Fetched:
    """The page at an address; CannotTake says in plain words why it can't be had."""
    httpx = extra("httpx")
    try:
        with httpx.Client(
            headers={"User-Agent": AGENT, "Accept": "text/html,application/pdf,text/plain"},
            timeout=_SECONDS,
            follow_redirects=True,
            max_redirects=5,
        ) as client:
            _ask_robots(client, url)
            with client.stream("GET", url) as answer:
                _look_at(answer.status_code, str(answer.url), url)
                content = b""
                for part in answer.iter_bytes():
                    content += part
                    if len(content) > _LARGEST:
                        raise CannotTake(marked("{url} is larger than 20 MB."), url=url)
                kind = answer.headers.get("content-type", "")
                encoding = answer.charset_encoding
                return Fetched(content, str(answer.url), encoding, "pdf" in kind.lower())
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise CannotTake(
            marked("{url} can't be reached ({error}). Save the page as a file and draft from it."),
            url=url,
            error=type(error).__name__,
        ) from None


def _look_at(status: int, reached: str, url: str) -> None:
    path = urlsplit(reached).path.lower() + urlsplit(reached).netloc.lower()
    if status in _LOCKED or (reached != url and any(word in path for word in _LOGIN)):
        raise CannotTake(
            marked(
                "The page is behind a login. Open it in your browser, save it as a file "
                "(Ctrl+S) and draft from that file."
            )
        )
    if status in _GONE:
        raise CannotTake(marked("There is no page at {url}."), url=url)
    if status != _OK:
        raise CannotTake(
            marked("{url} answers with status {status}. Try again later."), url=url, status=status
        )


def _ask_robots(client: object, url: str) -> None:
    """Keep to the site's robots.txt; a site without one, or whose can't be read, forbids nothing."""
    httpx = extra("httpx")
    parts = urlsplit(url)
    try:
        answer = client.get(f"{parts.scheme}://{parts.netloc}/robots.txt")  # type: ignore[attr-defined]
    except httpx.HTTPError:
        return
    if answer.status_code != _OK:
        return
    rules = RobotFileParser()
    rules.parse(answer.text.splitlines())
    if not rules.can_fetch(AGENT, url):
        raise CannotTake(
            marked(
                "The site asks programs not to fetch {url} (robots.txt). Open it in your "
                "browser, save it as a file (Ctrl+S) and draft from that file."
            ),
            url=url,
        )
