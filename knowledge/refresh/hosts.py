"""Where an address leads: out into the web, or to a machine nearby."""

import ipaddress
from urllib.parse import urlsplit


def leads_inside(start: str, url: str) -> bool:
    """Whether a public page sends us to a machine of our own network.

    >>> leads_inside("https://habo.se/vision", "http://127.0.0.1:8080/admin")
    True
    >>> leads_inside("https://habo.se/vision", "https://www.habo.se/vision")
    False
    """
    return _inside(url) and not _inside(start)


def _inside(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def same_page(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing but the scheme, "www." and a slash at the end.

    >>> same_page("http://habo.se/vision", "https://www.habo.se/vision/")
    True
    >>> same_page("http://habo.se/vision", "https://www.habo.se/")
    False
    """
    return _plain(one) == _plain(other)


def _plain(url: str) -> tuple[str, int | None, str, str]:
    parts = urlsplit(url)
    port = None if parts.port in {None, 80, 443} else parts.port
    host = (parts.hostname or "").removeprefix("www.")
    return host, port, parts.path.rstrip("/"), parts.query
