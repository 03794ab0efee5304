"""One question as different people spell it: without å ä ö, in capitals, with a slip.

Everything is worked out from the text alone, so that two runs ask the same.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from zlib import crc32

from knowledge.marking import marked
from knowledge.names import slips
from knowledge.text import fold

_WITHOUT = str.maketrans("åäöÅÄÖ", "aaoAAO")
_DIGRAPHS = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "Å": "Aa", "Ä": "Ae", "Ö": "Oe"})
# A shorter word is not believed to be a slip of another.
_SHORTEST = 6
_KEYBOARD = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_BESIDE = {
    key: row[place - 1 : place] + row[place + 1 : place + 2]
    for row in _KEYBOARD
    for place, key in enumerate(row)
}
_WORD = re.compile(r"\w+")


class Spelling(NamedTuple):
    """A way of spelling a question: what was done to it, and the text. `of_name`: to the name."""

    how: str
    text: str
    of_name: bool = False


def spellings(
    text: str, name: str, is_word: Callable[[str], bool] = lambda word: False
) -> Iterator[Spelling]:
    """The question spelled in other ways; those that change nothing are left out.

    A slip that makes another word (`is_word`, of one in lower case) is none: who asks about a
    "social service" asks about one.
    """
    found = [
        Spelling(marked("without å ä ö"), text.translate(_WITHOUT)),
        Spelling(marked("ae, oe"), text.translate(_DIGRAPHS)),
        Spelling(marked("capitals"), text.upper()),
    ]
    longest = max(_WORD.findall(name), key=len)
    if slips(fold(longest)):
        slipped = _with_slip(text, longest, is_word)
        found.append(Spelling(marked("slip in the name"), slipped, of_name=True))
    others = [word for word in _WORD.findall(text) if word not in name and word.isalpha()]
    subject = max(others, key=len, default="")
    if len(subject) >= _SHORTEST:
        found.append(Spelling(marked("slip in a word"), _with_slip(text, subject, is_word)))
    return (spelling for spelling in found if spelling.text != text)


def _with_slip(text: str, word: str, is_word: Callable[[str], bool]) -> str:
    return text.replace(word, slip(word, crc32(text.encode()), is_word), 1)


def slip(word: str, number: int, is_word: Callable[[str], bool] = lambda word: False) -> str:
    """The word with one slip of the keyboard, one of several by a number; its first letter stays.

    >>> [slip("vision", number) for number in range(4)]
    ['vsiion', 'vsion', 'viision', 'vosion']
    """
    ways: tuple[Callable[[str, int], str], ...] = (_swapped, _left_out, _doubled, _beside)
    # Some slips change nothing ("oo" swapped): the next one is taken then.
    for attempt in range(number, number + len(word) * len(ways)):
        place = 1 + attempt // len(ways) % (len(word) - 1)
        slipped = ways[attempt % len(ways)](word, place)
        if slipped != word and not is_word(slipped.lower()):
            return slipped
    return word


def _swapped(word: str, place: int) -> str:
    return word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]


def _left_out(word: str, place: int) -> str:
    return word[:place] + word[place + 1 :]


def _doubled(word: str, place: int) -> str:
    return word[: place + 1] + word[place:]


def _beside(word: str, place: int) -> str:
    return word[:place] + _BESIDE.get(word[place], word[place])[-1:] + word[place + 1 :]
