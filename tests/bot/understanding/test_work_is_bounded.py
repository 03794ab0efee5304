"""No message makes the bot work out of proportion to its length."""

import time

import pytest

from bot.assistant import LONGEST, Assistant
from knowledge.names import left_out

SHORT = "Vilka mål har Värnamo?"
# One word or sign again and again, up to the longest message there is.
REPEATED = [
    "mål ", "goal? ", "Värnamo ", "Värnamo, mål? ", "hbo ", "vision. ", "i ", "a.", "x", "åkommun",
    "a'", "s - ", "Lund ", "vad ska ", "stokholm ", "(", ".", "*", '" OR ', "kommun", "ä\u0308",
]  # fmt: skip


def seconds(assistant: Assistant, text: str) -> float:
    """The least of the processor's time in a few tries."""
    best = float("inf")
    for _ in range(3):
        start = time.thread_time()
        assistant.reply(text)
        best = min(best, time.thread_time() - start)
    return best


@pytest.mark.parametrize("part", REPEATED)
def test_a_long_message_takes_no_more_than_its_length(assistant: Assistant, part: str) -> None:
    """Generously: a message 180 times as long takes at most 200 times as long."""
    long = (part * LONGEST)[:LONGEST]

    assert seconds(assistant, long) < 200 * max(seconds(assistant, SHORT), 0.001)


@pytest.mark.parametrize("letters", [40, 400, 4000])
def test_a_long_word_is_not_tried_as_a_misspelt_name(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, letters: int
) -> None:
    """The ways to leave two letters out of it would be millions."""
    tried: list[str] = []

    def counted(word: str, most: int) -> set[str]:
        tried.append(word)
        return left_out(word, most)

    monkeypatch.setattr("bot.understanding.names.left_out", counted)

    assistant.reply("abcdefghij" * (letters // 10))

    assert tried == []
