"""Addresses: which ones Telegram makes a link of; it shows the words of others without one."""

import re

_SCHEME = re.compile(r"(?i)(https?|ftp|tg|ton|tonsite|mailto|tel)://?")
_HOST = re.compile(r"(?i)(?:[^/?#@\s]*@)?(\[[0-9a-f:]+\]|[^/?#@:\s]+)(?::\d+)?(?:[/?#]\S*)?$")


def is_address(url: str) -> bool:
    """Whether Telegram makes a link of an address."""
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() in ("tg", "ton", "mailto", "tel"):
        return True
    if "://" in url and not scheme:
        return False
    rest = url[scheme.end() :] if scheme else url
    host = _HOST.match(rest)
    return bool(host) and ("." in rest or bool(scheme))


def as_kept(url: str) -> str:
    """The address as Telegram keeps it: with a scheme, and a path."""
    scheme = _SCHEME.match(url)
    if not scheme:
        url = f"http://{url}"
    if re.fullmatch(r"(?i)(https?|ftp)://[^/?#]+", url):
        url += "/"
    return url
