"""Long texts made shorter for a picture: whole words, and a mark where something is left out.

>>> shorten("En trygg kommun där alla trivs och mår bra", 30).split()
['En', 'trygg', 'kommun', 'där', 'alla', '…']
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from knowledge.text import clean, collapse

_NO_BREAK = "\u00a0"
MARK = f"{_NO_BREAK}…"
# Marks that open or go on: a cut leaves none hanging at the end.
_HANGING = " \u00a0,;:-–—(\"“”„'’«/&"
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*(?=\s)")
# A word longer than this has no syllables that a typesetter knows: it is broken anywhere.
_LONGEST_WORD = 36
_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_BREAK = "\u200b"
# The space within a number or a date, and the one before a mark that must not begin a line.
_KEPT_TOGETHER = re.compile(
    r"(?<=\d) (?=\d{3}\b)|(?<=\d) (?=[^\W\d]{3,9} \d{4}\b)| (?=[-–—·…](?: |$))"
)


def tidy(text: str) -> str:
    """Text as one line without invisible characters; what is too long for a word may be broken.

    Numbers ("35 000"), days and dashes stay in place.
    """
    text = _KEPT_TOGETHER.sub(_NO_BREAK, collapse(clean(text)))
    return _WORD.sub(lambda match: _BREAK.join(match.group()), text)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words, with "…" for what is left out.

    A cut at the end of a sentence is taken where that keeps more than half of the room.
    """
    text = collapse(clean(text))
    if len(text) <= limit:
        return text
    room = text[: max(limit - len(MARK), 0) + 1]
    ends = [match.end() for match in _SENTENCE_END.finditer(room)]
    if ends and ends[-1] * 2 > limit:
        return room[: ends[-1]] + MARK
    words = _outside_bracket(" ".join(room.split(" ")[:-1])).split(" ")
    while len(words) > 1 and words[-1].strip(_HANGING).lower() in {"", *_joints()}:
        words.pop()
    kept = " ".join(words).rstrip(_HANGING)
    return kept + MARK if kept else MARK.strip()


@cache
def _joints() -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("joints.toml").read_text("utf-8"))
    return frozenset(word for language in data.values() for word in language)


def _outside_bracket(text: str) -> str:
    """The text before a bracket that it opens and no longer closes, if that is most of it."""
    opened = text.rfind("(")
    return text[:opened] if opened > text.rfind(")") and opened * 2 > len(text) else text


def lead(text: str) -> tuple[str, str]:
    """A text's opening words where it sets them apart with a dash or colon, and all the rest.

    The two parts put together are the text.

    >>> lead("En grön kommun - en god miljö är grunden")
    ('En grön kommun', ' - en god miljö är grunden')
    """
    match = re.match(r"(?P<lead>[^.!?:]{3,48}?)(?P<rest>(?:[ \u00a0][-–—] |: ).{3,})$", text)
    return (match["lead"], match["rest"]) if match else (text, "")
