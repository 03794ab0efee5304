"""HTML of `parse_mode=HTML` to a text and its entities, with the errors that Telegram gives.

Behaves as described at core.telegram.org/bots/api#html-style. Errors name a byte offset in the
UTF-8 of the text as sent; entities are counted in UTF-16 code units of the text as shown.
"""

import re
from dataclasses import dataclass

from bot.demo.errors import Json, Refusal, bad
from bot.demo.links import as_kept, is_address

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "span": "spoiler", "tg-spoiler": "spoiler", "code": "code", "pre": "pre", "a": "text_link",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([a-zA-Z]+));?")
_NAME = re.compile(rb"[^\s>]*")
_ATTRIBUTE = re.compile(rb"[^\s=>/\"']*")
_TOKEN = re.compile(rb"[A-Za-z0-9.\-]*")
_SPACE = re.compile(rb"\s*")


def utf16_length(text: str) -> int:
    """How many UTF-16 code units a text has: the unit in which Telegram counts."""
    return len(text) + sum(character > "\uffff" for character in text)


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    begins: int


class _Parser:
    def __init__(self, html: str) -> None:
        self.source = html.encode("utf-8", "surrogatepass")
        self.at = 0
        self.out: list[str] = []
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if self.source[self.at] == ord("<"):
                if self.source[self.at + 1 : self.at + 2] == b"/":
                    self._end_tag()
                else:
                    self._start_tag()
            else:
                self._words()
        if self.open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.out), self.entities

    def _words(self) -> None:
        end = self.source.find(b"<", self.at)
        end = len(self.source) if end < 0 else end
        text = _decoded(self.source[self.at : end])
        self.out.append(text)
        self.units += utf16_length(text)
        self.at = end

    def _match(self, pattern: re.Pattern[bytes]) -> bytes:
        found = pattern.match(self.source, self.at)
        assert found  # noqa: S101  every pattern here matches the empty string
        self.at = found.end()
        return found.group()

    def _peek(self) -> bytes:
        return self.source[self.at : self.at + 1]

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._match(_NAME).decode("utf-8", "replace").lower()
        if not self._peek():
            raise _cannot(f"Unclosed start tag at byte offset {begin}")
        if tag not in _TYPES:
            raise _cannot(f'Unsupported start tag "{tag}" at byte offset {begin}')
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, argument, self.units, len(self.out)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            self._match(_SPACE)
            if self._peek() == b">":
                self.at += 1
                return argument
            name = self._match(_ATTRIBUTE).decode("utf-8", "replace")
            if not name:
                raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
            self._match(_SPACE)
            if not self._peek():
                raise _cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
            value = None
            if self._peek() == b"=":
                self.at += 1
                value = self._value(tag, begin)
            argument = _argument(tag, name, value, argument)

    def _value(self, tag: str, begin: int) -> str:
        self._match(_SPACE)
        quote = self._peek()
        if not quote:
            raise _cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
        if quote not in (b'"', b"'"):
            start = self.at
            token = self._match(_TOKEN).decode().lower()
            if self._peek() != b">" and not self._peek().isspace():
                raise _cannot(f"Unexpected end of name token at byte offset {start}")
            return token
        end = self.source.find(quote, self.at + 1)
        if end < 0 or end + 1 >= len(self.source):
            raise _cannot(f"Unclosed start tag at byte offset {begin}")
        value = _decoded(self.source[self.at + 1 : end])
        self.at = end + 1
        return value

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _cannot(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        tag = self._match(_NAME).decode("utf-8", "replace").lower()
        self._match(_SPACE)
        if self._peek() != b">":
            raise _cannot(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise _cannot(
                f"Unmatched end tag at byte offset {begin}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.units - opened.offset
        entity: Json = {
            "type": _TYPES[opened.tag], "offset": opened.offset, "length": length,
        }  # fmt: skip
        before = self.entities[-1] if self.entities else {}
        same = (before.get("offset"), before.get("length")) == (opened.offset, length)
        if opened.tag == "a":
            url = opened.argument or "".join(self.out[opened.begins :])
            if not is_address(url):
                return
            entity["url"] = as_kept(url)
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdecimal() or not int(opened.argument):
                raise _cannot("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
            if same and before["type"] == "pre":
                before["language"] = opened.argument
                return
        elif opened.tag == "pre" and same and before["type"] == "code" and "language" in before:
            before["type"] = "pre"
            return
        self.entities.append(entity)


def _argument(tag: str, name: str, value: str | None, before: str) -> str:
    match tag, name, value:
        case ("blockquote", "expandable", _):
            return "1"
        case ("a", "href", str()) | ("tg-emoji", "emoji-id", str()):
            return str(value)
        case ("code", "class", str()) if str(value).startswith("language-"):
            return str(value)[len("language-") :]
        case ("span", "class", str()) if str(value).startswith("tg-"):
            return str(value)[len("tg-") :]
    return before


def _cannot(reason: str) -> Refusal:
    return bad(f"can't parse entities: {reason}")


def _decoded(raw: bytes) -> str:
    try:
        return _REFERENCE.sub(_character, raw).decode("utf-8")
    except UnicodeDecodeError:
        raise _cannot(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from None


def _character(found: re.Match[bytes]) -> bytes:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name].encode() if name in _NAMED else found.group()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF:
        return found.group()
    return chr(code).encode("utf-8", "surrogatepass")


def parse_html(html: str) -> tuple[str, list[Json]]:
    """The text that is shown and its entities as opened and closed; `Refusal` where it can't be.

    >>> parse_html("<b>Värnamo</b> &amp; <i>co</i>")[0]
    'Värnamo & co'
    """
    return _Parser(html).parse()
