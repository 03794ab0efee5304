"""What a web page's head declares: title, site, address, days."""

import re
from datetime import date
from typing import Any


def told_by_head(tree: Any, html: str) -> dict[str, Any]:
    """Title, site name, address and dates that the page's head declares."""

    def first(*paths: str) -> str:
        for path in paths:
            for value in tree.xpath(path):
                if str(value).strip():
                    return " ".join(str(value).split())
        return ""

    saved = re.search(r"<!-- saved from url=\(\d+\)(\S+)", html[:2000])
    address = first(
        "//link[@rel='canonical']/@href",
        "//meta[@property='og:url']/@content",
        "//meta[@name='dcterms.identifier' or @name='DC.Identifier']/@content",
        "//base/@href",
    ) or (saved.group(1) if saved else "")
    return {
        "title": first("//title/text()", "//meta[@property='og:title']/@content"),
        "site": first("//meta[@property='og:site_name']/@content"),
        "url": address if address.startswith("http") else "",
        "published": _declared(tree, "publi", "created", "issued", "dcterms.date"),
        "changed": _declared(tree, "modif", "updated", "changed"),
    }


def _declared(tree: Any, *words: str) -> date | None:
    for meta in tree.xpath("//meta[@content]"):
        named = (
            f"{meta.get('property') or ''} {meta.get('name') or ''} {meta.get('itemprop') or ''}"
        )
        if any(word in named.lower() for word in words):
            found = re.match(r"(\d{4})-(\d\d)-(\d\d)", meta.get("content").strip())
            if found:
                try:
                    return date(*(int(part) for part in found.groups()))
                except ValueError:
                    continue
    return None
