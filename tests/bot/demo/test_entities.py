"""HTML is read as Telegram reads it: texts, entities in UTF-16 units, errors with byte offsets."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.entities import parse_html, utf16_length
from bot.demo.errors import Json, Refusal
from bot.demo.snapshot import as_html
from bot.demo.texts import shown

# The ends of real answers of Telegram's, as TDLib's own tests have them for the same slips.
ERRORS = [
    ("å 🏟<abc", "Unclosed start tag at byte offset 7"),
    ("å 🏟<abc d>", 'Unsupported start tag "abc" at byte offset 7'),
    ("x <!-- y -->", 'Unsupported start tag "!--" at byte offset 2'),
    ("5 < 6 > 4", 'Unsupported start tag "" at byte offset 2'),
    ("a<br/>b", 'Unsupported start tag "br/" at byte offset 1'),
    ("<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 0'),
    ('<a href="x"y">z</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<i  aba>", 'Can\'t find end tag corresponding to start tag "i"'),
    ("<i  aba  =  ", 'Unclosed start tag "i" at byte offset 0'),
    ("<i  aba  =  19az-.,", "Unexpected end of name token at byte offset 12"),
    ('<i  aba  =  "&lt;>', "Unclosed start tag at byte offset 0"),
    ("&lt;</", "Unexpected end tag at byte offset 4"),
    ("<b></b></", "Unexpected end tag at byte offset 7"),
    ("<i>a</i   ", "Unclosed end tag at byte offset 4"),
    ("å<i>a</em >", 'Unmatched end tag at byte offset 6, expected "</i>", found "</em>"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    (
        "&#xDFDF;",
        "Text contains invalid Unicode characters after decoding HTML entities, "
        "check for unmatched surrogate code units",
    ),
]


@pytest.mark.parametrize(("html", "reason"), ERRORS)
def test_errors(html: str, reason: str) -> None:
    """What Telegram can't read is refused in its own words."""
    with pytest.raises(Refusal) as refusal:
        parse_html(html)
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<i></i>tom", "tom", []),
        ("➡️<b>➡️</b>", "➡️➡️", [("bold", 2, 2)]),
        ("🏟<strong>🏟 &lt🏟</strong>", "🏟🏟 <🏟", [("bold", 2, 6)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><del>b</del>", "ab", [("strikethrough", 0, 1), ("strikethrough", 1, 1)]),
        ("<i>a <b aba = caba>b</b></i>", "a b", [("italic", 0, 3), ("bold", 2, 1)]),
        ("<i>a</    >", "a", [("italic", 0, 1)]),
        ("<I>a</i>", "a", [("italic", 0, 1)]),
        ("<tg-spoiler>a</>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote cite='' x>a</>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>å</blockquote>", "å", [("expandable_blockquote", 0, 1)]),
        ("<blockquote expandable=no>å</>", "å", [("expandable_blockquote", 0, 1)]),
        ("<pre><code>a</code></pre>", "a", [("pre", 0, 1)]),
        ("<pre><code class='language-toml'>a</></>", "a", [("pre", 0, 1, "toml")]),
        ("<a href='varnamo.se?a&amp;b'>x</a>", "x", [("text_link", 0, 1, "http://varnamo.se?a&b")]),
        ("<a href=ljungby.se>x</a>", "x", [("text_link", 0, 1, "http://ljungby.se/")]),
        ("<a>https://a.se/b#c</a>", "https://a.se/b#c", [("text_link", 0, 16, "https://a.se/b#c")]),
        ("<a href='ingen'>x</a>", "x", []),
        ("&amp;amp; &laquo;&ge; &#229;&#xe5;", "&amp; &laquo;&ge; åå", []),
        ("<b> a </b>", "a", [("bold", 0, 1)]),
        ("<b>\n</b>a", "a", []),
        ("<b>a <b>b</b></b>", "a b", [("bold", 0, 3)]),
        ("<code>a <b>b</b></code>", "a b", [("code", 0, 3)]),
        ("<blockquote>a <blockquote>b</blockquote></blockquote>", "a b", [("blockquote", 0, 3)]),
    ],
)
def test_texts(html: str, text: str, entities: list[tuple[Any, ...]]) -> None:
    """What is shown, and how it is marked."""
    found = shown(html, "HTML", None)
    assert found.words == text
    assert [_short(entity) for entity in found.entities] == entities


def _short(entity: Json) -> tuple[Any, ...]:
    extra = [entity[key] for key in ("url", "language") if key in entity]
    return (entity["type"], entity["offset"], entity["length"], *extra)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("/mål", []),
        ("å /mal@kommunmal_bot nu", [("bot_command", 2, 18)]),
        ("😀 @kommunmal_bot, hej", [("mention", 3, 14)]),
        ("och/eller anna@varnamo.se", [("email", 10, 15)]),
        ("se www.ljungby.se/mal?x=1.", [("url", 3, 22)]),
        ("(https://a.se/b)", [("url", 1, 14)]),
        ("#värnamo 1", [("hashtag", 0, 8)]),
        ("7.5.2024 kl. 10.30", []),
    ],
)
def test_found_by_telegram(text: str, found: list[tuple[Any, ...]]) -> None:
    """Commands, mentions and addresses are marked without being asked for."""
    assert [_short(entity) for entity in shown(text, None, None).entities] == found


@given(st.text(alphabet=st.sampled_from('<>/"=& ;#xabi-å😀\n'), max_size=60))
def test_any_html(html: str) -> None:
    """Whatever comes is read or refused, and entities lie within the text."""
    try:
        text, entities = parse_html(html)
    except Refusal:
        return
    assert all(e["offset"] + e["length"] <= utf16_length(text) for e in entities)


@given(st.text(max_size=80), st.sampled_from(["b", "i", "u", "s", "code", "tg-spoiler"]))
def test_snapshot_reads_back(text: str, tag: str) -> None:
    """A snapshot, sent again, gives the same text and entities."""
    text = text.encode("utf-8", "ignore").decode()
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    html = f"å <{tag}>{escaped}</{tag}> slut"
    once = shown(html, "HTML", None)
    again = shown(as_html(once.words, once.entities), "HTML", None)
    assert again == once
