"""Lines of standard input become questions; a bad line becomes one that is told as bad."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.lines import Line, read_lines


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("Värnamo mål\n", Line("Värnamo mål")),
        ("  Värnamo mål\r\n", Line("Värnamo mål")),
        ("\ufeffVärnamo mål\n", Line("Värnamo mål")),
        ('{"q": "mål", "chat": "a"}\n', Line("mål", "a")),
        ('{"q": "mål", "chat": 7}\n', Line("mål", "7")),
        ('{"q": "mål", "chat": null, "more": []}\n', Line("mål")),
        ('{"q": ""}\n', Line("")),
        ('{"q": "a\\u0000b"}\n', Line("a\0b")),
        ('["mål"]\n', Line('["mål"]')),
    ],
)
def test_a_line_is_a_question_as_it_stands_or_in_json(raw: str, line: Line) -> None:
    """Ends of lines and a byte order mark are no part of it."""
    assert list(read_lines([raw.encode()])) == [line]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b'{"q": "m\n', '{"q": "m'),
        (b"{}\n", "{}"),
        (b'{"q": 3}\n', '{"q": 3}'),
        (b'{"q": null}\n', '{"q": null}'),
        (b'{"q": "m", "chat": {}}\n', '{"q": "m", "chat": {}}'),
        (b'{"q": "m", "chat": true}\n', '{"q": "m", "chat": true}'),
        (b'{"q": "m", "chat": 1.5}\n', '{"q": "m", "chat": 1.5}'),
        (b'{"q": "m", "chat": ' + b"1" * 5000 + b"}", '{"q": "m", "chat": ' + "1" * 5000 + "}"),
        (b'{"q": "\\ud800 m"}\n', "\ufffd m"),
        (b'{"q": "m", "chat": "\\udfff"}\n', "m"),
        (b"m\xe5l\n", "m\ufffdl"),
        (b'{"a":' * 100_000, '{"a":' * 100_000),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_bad_line_is_kept_and_told_as_bad(raw: bytes, text: str) -> None:
    """Broken JSON, wrong types, lone surrogates, other encodings, bottomless nesting."""
    assert list(read_lines([raw])) == [Line(text, invalid=True)]


@pytest.mark.parametrize(
    "raw", [b"\n", b" \t\r\n", b"", "\u00a0\u2003\n".encode(), b"\xef\xbb\xbf\n"]
)
def test_a_blank_line_is_no_question(raw: bytes) -> None:
    """White space of any kind, or a byte order mark alone."""
    assert list(read_lines([raw])) == []


@given(st.lists(st.binary(min_size=1)))
def test_every_line_that_is_not_blank_gives_one_that_can_be_written(raw: list[bytes]) -> None:
    """Whatever the bytes: as many questions as lines, each of them valid text."""
    lines = list(read_lines(raw))

    not_blank = [r for r in raw if r.decode("utf-8", "replace").removeprefix("\ufeff").strip()]
    assert len(lines) == len(not_blank)
    assert all(line.text.encode() is not None for line in lines)


@given(st.text(), st.text())
def test_any_json_string_is_taken(question: str, chat: str) -> None:
    """Whatever the characters, written as JSON does."""
    raw = json.dumps({"q": question, "chat": chat}).encode()

    assert list(read_lines([raw])) == [Line(question, chat)]
