"""A large number that a message names: "40 000", "40,000", "40000", "40k"."""

import re
from itertools import takewhile

from bot.understanding.reading import Reading

_HEAD, _GROUP, _THOUSANDS = re.compile(r"\d{1,7}"), re.compile(r"\d{3}"), re.compile(r"(\d+)k")
_LEAST, _YEARS = 1000, range(1900, 2101)


def figure_asked(reading: Reading) -> int | None:
    """The first number of a thousand or more that is no year."""
    words = reading.folded
    for position, word in enumerate(words):
        if short := _THOUSANDS.fullmatch(word):
            return int(short.group(1)) * 1000
        if not _HEAD.fullmatch(word):
            continue
        groups = list(takewhile(_GROUP.fullmatch, words[position + 1 :]))
        number = int("".join([word, *groups]))
        if number >= _LEAST and (groups or number not in _YEARS):
            return number
    return None
