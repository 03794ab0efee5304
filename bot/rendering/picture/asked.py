"""Whether a message asks for a picture, and which: the words are data, in `asked.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from bot.rendering.picture.content import Kind
from knowledge.text import clean, fold, words

_Phrase = tuple[str, ...]


def asks_for_picture(text: str) -> bool:
    """Whether the words of a message ask to be shown something.

    Only words count, as they were written: "målbild" and "framtidsbild" are not "bild".
    """
    return any(_found(_without(_folded(text), "never"), "asks"))


def picture_asked_for(text: str) -> Kind | None:
    """The kind of picture that a message asks for; None where it asks for none."""
    if not asks_for_picture(text):
        return None
    return "timeline" if any(_found(_folded(text), "timeline")) else "goals"


def asks_to_see(text: str) -> bool:
    """Whether a message begins with "show": a picture, where it then names a whole."""
    said = _folded(text)
    begins = any(start == 0 for start, _ in _found(said, "shows"))
    return begins and not any(_found(said, "words"))


def in_words(text: str) -> str:
    """The text without the wish for a picture: "Visa målen som bild" becomes "Visa målen".

    Words that are joined by a hyphen are left out together.
    """
    shown = text.split()
    said = [fold(" ".join(word.lower for word in words(one))) for one in shown]
    taken: set[int] = set()
    for start, end in _found(_without(said, "never"), "asks"):
        for before, _ in (span for span in _found(said, "before") if span[1] == start):
            start = min(start, before)
        after = [stop for begin, stop in _found(said, "after") if begin == end]
        taken |= set(range(start, max([end, *after])))
    return " ".join(one for place, one in enumerate(shown) if place not in taken)


def is_about_the_last(text: str) -> bool:
    """Whether what is left in words names nothing of its own: "kan jag få det", or nothing."""
    said = [fold(word.lower) for word in words(text)]
    return len(list(_found(said, "it"))) == len(said)


def _folded(text: str) -> list[str]:
    # The text, not the words of a reading: those are mended towards words of goals.
    return [part for word in words(clean(text)) for part in fold(word.lower).split("-")]


def _without(said: Sequence[str], section: str) -> list[str]:
    taken = {place for start, end in _found(said, section) for place in range(start, end)}
    # A gap stays where words were taken out, so that none become neighbours by it.
    return ["" if place in taken else word for place, word in enumerate(said)]


def _found(said: Sequence[str], section: str) -> Iterator[tuple[int, int]]:
    """Where the phrases of a section stand: first word, and one past the last."""
    for start, word in enumerate(said):
        for phrase in _phrases()[section].get(word, ()):
            if tuple(said[start : start + len(phrase)]) == phrase:
                yield start, start + len(phrase)


@cache
def _phrases() -> Mapping[str, Mapping[str, Sequence[_Phrase]]]:
    """The phrases of each section by their first word, folded."""
    data = tomllib.loads(files(__package__).joinpath("asked.toml").read_text("utf-8"))
    found: dict[str, dict[str, list[_Phrase]]] = {}
    for section, languages in data.items():
        by_first = found.setdefault(section, {})
        for texts in languages.values():
            for text in texts:
                phrase = tuple(fold(word) for word in text.split())
                by_first.setdefault(phrase[0], []).append(phrase)
    return found
