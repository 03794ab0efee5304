"""No message makes the bot work out of proportion to its length."""

import sys

import pytest

from bot.assistant import LONGEST, Assistant
from knowledge.names import left_out

SHORT = "Vilka mål har Värnamo?"
# One word or sign again and again, up to the longest message there is.
REPEATED = [
    "mål ", "goal? ", "Värnamo ", "Värnamo, mål? ", "hbo ", "vision. ", "i ", "a.", "x", "åkommun",
    "a'", "s - ", "Lund ", "vad ska ", "stokholm ", "(", ".", "*", '" OR ', "kommun", "ä\u0308",
]  # fmt: skip


def work(assistant: Assistant, text: str) -> int:
    """How many functions are called for the reply: the same on every machine, however busy."""
    calls = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        assistant.reply(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("part", REPEATED)
def test_a_long_message_takes_no_more_than_its_length(assistant: Assistant, part: str) -> None:
    """Generously: a message 180 times as long takes at most 200 times the work."""
    long = (part * LONGEST)[:LONGEST]
    assistant.reply(SHORT)  # what is made once

    assert work(assistant, long) < 200 * work(assistant, SHORT)


@pytest.mark.parametrize("letters", [40, 400, 4000])
def test_a_long_word_is_not_tried_as_a_misspelt_name(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, letters: int
) -> None:
    """The ways to leave two letters out of it would be millions."""
    tried: list[str] = []

    def counted(word: str, most: int) -> set[str]:
        tried.append(word)
        return left_out(word, most)

    monkeypatch.setattr("bot.understanding.misspelt_names.left_out", counted)

    assistant.reply("abcdefghij" * (letters // 10))

    assert tried == []
