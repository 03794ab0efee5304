"""What Telegram finds in a text by itself: commands, mentions, hashtags, addresses."""

import re

from bot.demo.entities import utf16_length
from bot.demo.errors import Json

_FOUND = re.compile(
    r"""(?xi)
    (?P<url>(?<![\w@])(?:https?://[^\s<>"]+|(?:[a-z0-9åäö-]+\.)+(?:se|com|org|net|eu|nu)\b(?:/[^\s<>"]*)?))
    | (?P<email>(?<!\w)[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?P<bot_command>(?<![\w/@<>])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/]))
    | (?P<mention>(?<![\w@])@[a-z0-9_]{3,32}\b)
    | (?P<hashtag>(?<!\w)\#[^\W\d]\w*)
    """
)
_WHOLE = {"code", "pre", "text_link", "url"}


def detected(text: str, known: list[Json]) -> list[Json]:
    """The entities that Telegram adds to those known, in the order it lists them."""
    if not any(mark in text for mark in "/@#."):
        return known
    taken = [(e["offset"], e["offset"] + e["length"]) for e in known if e["type"] in _WHOLE]
    added = []
    for found in _FOUND.finditer(text):
        kind = str(found.lastgroup)
        words = found.group().rstrip(".,:;!?)'\"»”") if kind == "url" else found.group()
        begin = utf16_length(text[: found.start()])
        end = begin + utf16_length(words)
        if not any(begin < last and first < end for first, last in taken):
            added.append({"type": kind, "offset": begin, "length": end - begin})
    return sorted([*known, *added], key=lambda e: (e["offset"], -e["length"]))
