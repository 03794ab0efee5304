"""A text as a bot sends it to a text as Telegram shows it: parsed, cleaned, trimmed, counted.

Limits are counted in UTF-16 code units, the stricter reading of Telegram's "characters".
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.demo.detect import detected
from bot.demo.entities import parse_html, utf16_length
from bot.demo.errors import Json, bad

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
# Control characters become spaces; these invisible ones are dropped.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|[\t]")
_DROPPED = re.compile("[\r\u2028-\u202e\u206a-\u206f\ufeff\ufff9-\ufffc]")
_NESTS_NOTHING = {"code", "pre"}
_FOUND_BY_TELEGRAM = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number",
}  # fmt: skip
_QUOTES = {"blockquote", "expandable_blockquote"}
# Outer first, where two entities cover the same words.
_RANK = {"blockquote": 0, "expandable_blockquote": 0, "pre": 10, "code": 20, "text_link": 49,
         "text_mention": 49, "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93,
         "spoiler": 94, "custom_emoji": 99}  # fmt: skip


class Text(NamedTuple):
    """Words and their entities."""

    words: str
    entities: list[Json]


def shown(
    text: str,
    parse_mode: str | None,
    entities: list[Json] | None,
    *,
    longest: int = LONGEST_TEXT,
    empty: str | None = "text must be non-empty",
    long: str = "message is too long",
) -> Text:
    """The text as shown; `Refusal` for what can't be parsed, is empty, too long or too styled."""
    if not text and empty:
        raise bad("message text is empty")
    words, found = _parsed(text, parse_mode, entities or [])
    words, found = _trimmed(*_cleaned(words, found))
    if not words and empty:
        raise bad(empty)
    if utf16_length(words) > longest:
        raise bad(long)
    found = _nested(words, found)
    if len(found) > MOST_ENTITIES:
        raise bad("ENTITIES_TOO_LONG")
    return Text(words, detected(words, found))


def _parsed(text: str, parse_mode: str | None, entities: list[Json]) -> tuple[str, list[Json]]:
    mode = (parse_mode or "").lower()
    if mode == "html":
        return parse_html(text)
    if mode in ("markdown", "markdownv2"):
        raise bad("this server of ours reads parse_mode HTML alone")
    if mode and mode != "none":
        raise bad("unsupported parse_mode")
    for entity in entities:
        _check_entity(entity, utf16_length(text))
    return text, [dict(entity) for entity in entities]


def _check_entity(entity: Json, size: int) -> None:
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    if entity["type"] not in _RANK and entity["type"] not in _FOUND_BY_TELEGRAM:
        raise bad("can't parse MessageEntity: Unsupported type specified")
    for needing, field in (("text_link", "url"), ("text_mention", "user")):
        if entity["type"] == needing and field not in entity:
            raise bad(f"can't parse MessageEntity: Can't find field \"{field}\"")
    if begin < 0:
        raise bad(f"receive an entity with incorrect offset {begin}")
    if entity["length"] <= 0:
        raise bad(f"receive an entity with incorrect length {entity['length']}")
    if begin >= size:
        raise bad(f"entity begins after the end of the text at UTF-16 offset {begin}")
    if end > size:
        raise bad(
            f"entity beginning at UTF-16 offset {begin} ends after the end of the text "
            f"at UTF-16 offset {end}"
        )


def _cleaned(words: str, entities: list[Json]) -> tuple[str, list[Json]]:
    words = _CONTROL.sub(" ", words)
    if _DROPPED.search(words):
        gone = [utf16_length(words[: found.start()]) for found in _DROPPED.finditer(words)]
        words = _DROPPED.sub("", words)
        entities = [_moved(e, lambda at: at - sum(g < at for g in gone)) for e in entities]
    return words, entities


def _trimmed(words: str, entities: list[Json]) -> tuple[str, list[Json]]:
    left = words.lstrip()
    cut = utf16_length(words) - utf16_length(left)
    kept = left.rstrip()
    size = utf16_length(kept)
    return kept, [_moved(e, lambda at: min(max(at - cut, 0), size)) for e in entities]


def _moved(entity: Json, place: Callable[[int], int]) -> Json:
    begin = place(entity["offset"])
    end = place(entity["offset"] + entity["length"])
    return {**entity, "offset": begin, "length": end - begin}


def _nested(words: str, entities: list[Json]) -> list[Json]:
    """The entities as Telegram lets them stand: none empty, none where it may not nest."""
    units = words.encode("utf-16-le", "surrogatepass")
    kept: list[Json] = []
    for entity in sorted(
        entities, key=lambda e: (e["offset"], -e["length"], _RANK.get(e["type"], 50))
    ):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        inside = units[2 * begin : 2 * end].decode("utf-16-le", "replace")
        if not inside.strip():
            continue
        around = {
            e["type"] for e in kept if e["offset"] <= begin and end <= e["offset"] + e["length"]
        }
        if around & _NESTS_NOTHING or entity["type"] in around:
            continue
        if entity["type"] in _QUOTES and around & _QUOTES:
            continue
        entity = {
            key: value
            for key, value in entity.items()
            if key != "language" or entity["type"] == "pre"
        }
        kept.append(entity)
    return kept
