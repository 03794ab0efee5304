"""Pages fetched from a server on loopback that behaves, and from one that does not."""

import asyncio
import gzip
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import httpx
import pytest

from knowledge.refresh.fetching import Fetched, Fetcher, Limits, Unreachable
from tests.knowledge.refresh.web import Web, page, sent_on, serving

LIMITS = Limits(seconds=0.5, pause=0.0, page_bytes=100_000)
AGENT = "kommunmal/0.1.0 (+https://example.org)"


@pytest.fixture
def web() -> Iterator[Web]:
    """A server of its own for each test."""
    with serving() as server:
        yield server


def fetch(url: str, *more: str, limits: Limits = LIMITS, **conditions: str) -> Fetched:
    """The last of some pages, fetched by one fetcher."""

    async def run() -> Fetched:
        async with httpx.AsyncClient() as client:
            fetcher = Fetcher(client, AGENT, limits)
            asked = {name.replace("_", "-"): value for name, value in conditions.items()}
            for address in (url, *more):
                found = await fetcher.page(address, asked)
            return found

    return asyncio.run(run())


def refused(url: str, limits: Limits = LIMITS) -> str:
    """The reason for which there is no page."""
    with pytest.raises(Unreachable) as caught:
        fetch(url, limits=limits)
    return caught.value.reason


def test_a_page_is_asked_for_by_name(web: Web) -> None:
    """The user agent names the project; robots.txt is asked for first, once."""
    web.answers["/a"] = web.answers["/b"] = page("<p>Vision</p>")

    found = fetch(web.url("/a"), web.url("/b"))

    assert found.content == b"<p>Vision</p>"
    assert [path for path, _ in web.requests] == ["/robots.txt", "/a", "/b"]
    assert {headers["User-Agent"] for _, headers in web.requests} == {AGENT}


def test_an_unchanged_page_is_not_sent_again(web: Web) -> None:
    """A conditional request carries the tag of the last answer."""
    web.answers["/a"] = page("Vision", ETag='"one"')

    assert fetch(web.url("/a"), If_None_Match='"one"').unchanged
    assert not fetch(web.url("/a"), If_None_Match='"two"').unchanged


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (page("User-agent: *\nDisallow: /vision"), False),
        (page("User-agent: *\nDisallow: /*/hemligt"), True),
        (page("User-agent: kommunmal\nDisallow: /"), False),
        (page("User-agent: *\nDisallow: /\n\nUser-agent: kommunmal\nAllow: /"), True),
        (page("no such file", 404), True),
        (page("<html>a page instead of rules</html>"), True),
    ],
)
def test_robots_txt_is_kept(web: Web, robots: object, allowed: bool) -> None:
    """Rules for all and for us, wild cards, and none at all."""
    web.answers["/robots.txt"] = robots  # type: ignore[assignment]
    web.answers["/vision/mal"] = page("Vision")

    if allowed:
        assert fetch(web.url("/vision/mal")).status == 200
    else:
        assert refused(web.url("/vision/mal")) == "robots"
        assert not web.asked("/vision/mal")


def test_a_server_whose_robots_txt_is_broken_is_left_alone(web: Web) -> None:
    """RFC 9309: where the rules can't be had, nothing is allowed."""
    web.answers["/robots.txt"] = page("oops", 503)
    web.answers["/a"] = page("Vision")

    assert refused(web.url("/a")) == "status"
    assert not web.asked("/a")


def test_robots_txt_may_lie_elsewhere(web: Web) -> None:
    """Its redirects are followed, to an end."""
    web.answers |= {"/robots.txt": sent_on("/rules"), "/rules": page("User-agent: *\nDisallow: /a")}
    web.answers["/a"] = page("Vision")
    assert refused(web.url("/a")) == "robots"

    web.answers["/robots.txt"] = sent_on("/robots.txt")
    assert fetch(web.url("/a")).status == 200
    assert len(web.asked("/robots.txt")) < 10


def test_requests_to_a_host_are_apart(web: Web) -> None:
    """The pause is kept, a longer one too where robots.txt asks for it."""
    web.answers["/robots.txt"] = page("User-agent: *\nCrawl-delay: 0.2")
    web.answers["/a"] = page("Vision")
    start = time.monotonic()

    fetch(web.url("/a"), web.url("/a"))

    assert time.monotonic() - start >= 0.4


def test_redirects_are_followed_to_the_end(web: Web) -> None:
    """The address told is the last one."""
    web.answers |= {"/a": sent_on("/b", 302), "/b": sent_on("c"), "/c": page("Vision")}

    assert fetch(web.url("/a")).url == web.url("/c")


def test_redirects_without_end_are_left(web: Web) -> None:
    """A circle, and a chain that is too long."""
    web.answers |= {"/a": sent_on("/b"), "/b": sent_on("/a")}
    web.answers |= {f"/{number}": sent_on(f"/{number + 1}") for number in range(20)}

    assert refused(web.url("/a")) == "redirects"
    assert refused(web.url("/0")) == "redirects"
    assert len(web.requests) < 15


def test_a_redirect_to_another_kind_of_address_is_left(web: Web) -> None:
    """Only the web is asked."""
    web.answers["/a"] = sent_on("file:///etc/passwd")

    assert refused(web.url("/a")) == "address"


def _hangs(request: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


def _drips(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(40):
        request.wfile.write(b"a")
        request.wfile.flush()
        time.sleep(0.05)


def _breaks_off(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b"half a")


def _never_ends(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"a" * 65536)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (_hangs, "timeout"),
        (_drips, "timeout"),
        (_breaks_off, "connection"),
        (_never_ends, "too_large"),
        (page(b"a" * 200_000), "too_large"),
        (page(gzip.compress(b"a" * 50_000_000), Content_Encoding="gzip"), "too_large"),
        (page(zlib.compress(b"a" * 50_000_000), Content_Encoding="deflate"), "too_large"),
        (page(b"no archive", Content_Encoding="gzip"), "encoding"),
        (page(b"\x1b\x03", Content_Encoding="br"), "encoding"),
    ],
)
def test_a_server_that_misbehaves_costs_little(web: Web, answer: object, reason: str) -> None:
    """Hanging, dripping, breaking off, huge, a small archive that unpacks to much."""
    web.answers["/a"] = answer  # type: ignore[assignment]
    start = time.monotonic()

    assert refused(web.url("/a")) == reason
    assert time.monotonic() - start < 10


def test_packed_pages_are_unpacked(web: Web) -> None:
    """Gzip, deflate, and deflate without its header."""
    bare = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    web.answers |= {
        "/gzip": page(gzip.compress(b"Vision"), Content_Encoding="gzip"),
        "/deflate": page(zlib.compress(b"Vision"), Content_Encoding="deflate"),
        "/bare": page(bare.compress(b"Vision") + bare.flush(), Content_Encoding="deflate"),
    }

    assert {fetch(web.url(path)).content for path in web.answers} == {b"Vision"}


def test_a_host_that_does_not_answer_is_told() -> None:
    """Nobody listens there."""
    with serving() as web:
        gone = web.url("/a")

    assert refused(gone) == "connection"
