"""One page fetched politely: robots.txt, one request at a time for a host, limits on everything."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from knowledge.refresh.hosts import leads_inside
from knowledge.refresh.reading import TooLarge, UnknownEncoding, body

_REDIRECTS = {301, 302, 303, 307, 308}
_NOT_MODIFIED = 304
_ROBOTS_BYTES = 512_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient a check is: seconds a request, seconds between two to a host, bytes, hops."""

    seconds: float = 30.0
    pause: float = 2.0
    longest_pause: float = 30.0
    page_bytes: int = 10_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave: the address it came from in the end, and the page's bytes, unpacked."""

    url: str
    status: int
    content: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def unchanged(self) -> bool:
        """The server says that the page is the one that it gave before."""
        return self.status == _NOT_MODIFIED


class Unreachable(Exception):
    """No page could be had; `reason` is a code, `detail` what was met."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


class Fetcher:
    """Fetches pages. One fetcher is used for a whole run, so that it knows whom it has asked."""

    def __init__(self, client: httpx.AsyncClient, agent: str, limits: Limits) -> None:
        self._client = client
        self._agent = agent
        self._limits = limits
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._asked: dict[str, float] = {}
        self._robots: dict[str, Protego] = {}

    async def page(self, url: str, conditions: Mapping[str, str] | None = None) -> Fetched:
        """The page at an address, redirects followed; Unreachable where there is none.

        `conditions` are headers of a conditional request (If-None-Match, If-Modified-Since).
        """
        seen: set[str] = set()
        start = url
        while True:
            if url in seen or len(seen) > self._limits.redirects:
                raise Unreachable("redirects", url)
            seen.add(url)
            pause = await self._allowed(url)
            found = await self._ask(url, conditions or {}, pause, self._limits.page_bytes)
            if found.status not in _REDIRECTS or "location" not in found.headers:
                return found
            url = urljoin(url, found.headers["location"])
            if leads_inside(start, url):
                raise Unreachable("redirects", url)

    async def _allowed(self, url: str) -> float:
        """Seconds to wait between two requests; Unreachable where robots.txt says no."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise Unreachable("address", url)
        if origin not in self._robots:
            self._robots[origin] = await self._rules(origin)
        rules = self._robots[origin]
        if not rules.can_fetch(url, self._agent):
            raise Unreachable("robots", url)
        delay = rules.crawl_delay(self._agent) or 0.0
        return max(self._limits.pause, min(delay, self._limits.longest_pause))

    async def _rules(self, origin: str) -> Protego:
        """As RFC 9309 has it: without a robots.txt all is allowed, with a broken server nothing."""
        url, hops = f"{origin}/robots.txt", 0
        while True:
            found = await self._ask(url, {}, self._limits.pause, _ROBOTS_BYTES)
            if found.status not in _REDIRECTS or hops >= self._limits.redirects:
                break
            url, hops = urljoin(url, found.headers.get("location", "")), hops + 1
            if urlsplit(url).scheme not in {"http", "https"} or leads_inside(origin, url):
                break
        if found.status >= 500:
            raise Unreachable("status", f"{found.status} robots.txt")
        text = found.content.decode("utf-8", "replace") if found.status == httpx.codes.OK else ""
        return Protego.parse(text)

    async def _ask(
        self, url: str, conditions: Mapping[str, str], pause: float, most: int
    ) -> Fetched:
        host = urlsplit(url).netloc
        async with self._hosts[host]:
            await asyncio.sleep(max(0.0, self._asked.get(host, 0.0) + pause - time.monotonic()))
            try:
                async with asyncio.timeout(self._limits.seconds):
                    return await self._request(url, conditions, most)
            except (TimeoutError, httpx.TimeoutException):
                raise Unreachable("timeout", f"{self._limits.seconds:g} s") from None
            except TooLarge:
                raise Unreachable("too_large", f"{most} bytes") from None
            except UnknownEncoding as error:
                raise Unreachable("encoding", str(error)) from None
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                raise Unreachable("connection", str(error) or type(error).__name__) from None
            finally:
                self._asked[host] = time.monotonic()

    async def _request(self, url: str, conditions: Mapping[str, str], most: int) -> Fetched:
        headers = {"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate", **conditions}
        async with self._client.stream(
            "GET", url, headers=headers, follow_redirects=False, timeout=self._limits.seconds
        ) as response:
            content = b""
            if response.status_code == httpx.codes.OK:
                content = await body(response, most)
            return Fetched(url, response.status_code, content, response.headers)
