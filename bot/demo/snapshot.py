"""A message as text to read: its marks written as Telegram's HTML, its buttons below."""

import html

from bot.demo.errors import Json

_TAGS = {
    "bold": ("<b>", "</b>"), "italic": ("<i>", "</i>"), "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"), "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"), "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}  # fmt: skip


def as_html(text: str, entities: list[Json]) -> str:
    """The text with its marks as tags; what Telegram marks by itself has none."""
    units = text.encode("utf-16-le", "surrogatepass")
    events: list[tuple[int, int, int, str]] = []
    for rank, entity in enumerate(entities):
        tags = _tags(entity)
        if tags:
            begin, end = entity["offset"], entity["offset"] + entity["length"]
            events.append((begin, 1, rank, tags[0]))
            events.append((end, 0, -rank, tags[1]))
    written, at = [], 0
    for place, _, _, tag in sorted(events):
        written += [_escaped(units[2 * at : 2 * place]), tag]
        at = place
    return "".join([*written, _escaped(units[2 * at :])])


def _tags(entity: Json) -> tuple[str, str] | None:
    if entity["type"] == "text_link":
        return f'<a href="{html.escape(entity["url"])}">', "</a>"
    return _TAGS.get(entity["type"])


def _escaped(units: bytes) -> str:
    return html.escape(units.decode("utf-16-le", "replace"), quote=False)


def snapshot(message: Json) -> str:
    """The whole message: picture, words, buttons."""
    lines = []
    if "photo" in message:
        largest = message["photo"][-1]
        lines.append(f"[picture {largest['width']} × {largest['height']}]")
    if "document" in message:
        lines.append(f"[file {message['document']['file_name']}]")
    words = message.get("text") or message.get("caption") or ""
    marks = message.get("entities") or message.get("caption_entities") or []
    if words:
        lines.append(as_html(words, marks))
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        lines.append(" ".join(_button(button) for button in row))
    return "\n".join(lines)


def _button(button: Json) -> str:
    for key, sign in (("url", "↗"), ("copy_text", "⧉")):
        if key in button:
            value = button[key]["text"] if key == "copy_text" else button[key]
            return f"[{button['text']} {sign} {value}]"
    if "callback_data" in button:
        return f"[{button['text']}]"
    switch = next(key for key in button if key.startswith("switch_inline"))
    value = button[switch]
    query = value.get("query", "") if isinstance(value, dict) else value
    return f"[{button['text']} → @ {query}]".replace("@ ]", "@]")
