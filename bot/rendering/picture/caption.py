"""The same as a picture shows in words, for those who can't see it: plain text within a limit."""

from collections.abc import Iterable

from bot.rendering.phrases import Phrases
from bot.rendering.picture.content import Content, Entry, Place, Section
from bot.rendering.picture.shortening import shorten
from bot.rendering.wording import quoted, translated

# Telegram's limit for a caption, counted in UTF-16 code units.
LONGEST = 1024
# Texts are made shorter in these steps until all fits; the last steps leave out notes, too.
_STEPS = (
    (400, True),
    (200, True),
    (130, True),
    (90, True),
    (70, False),
    (50, False),
    (36, False),
    (26, False),
)
_INVISIBLE = str.maketrans({"\u200b": "", "\u00a0": " "})


def caption(content: Content, phrases: Phrases) -> str:
    """The title, each place with its texts and their status, the sources: at most LONGEST."""
    end = _end(content)
    for limit, notes in _STEPS:
        text = _text(content, phrases, limit, notes)
        if units(text) + units(end) <= LONGEST:
            return text + end
    # Where words come from and whose they are is never what is left out.
    return whole_lines(whole_lines(text, LONGEST - units(end)) + end, LONGEST)


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def whole_lines(text: str, limit: int) -> str:
    """As many whole lines as there is room for, with "…" for those left out.

    A heading does not stay behind without what it is a heading of.
    """
    lines = text.splitlines()
    if units(text) <= limit:
        return text
    while lines and units("\n".join([*lines, "…"])) > limit:
        lines.pop()
    while lines and lines[-1].endswith(":"):
        lines.pop()
    return "\n".join([*lines, "…"])


def visible(text: str) -> str:
    """A text of the picture as the caption has it."""
    return text.translate(_INVISIBLE)


def _text(content: Content, phrases: Phrases, limit: int, notes: bool) -> str:
    several = len(content.places) > 1
    places = ["\n".join(_place(place, phrases, limit, notes, several)) for place in content.places]
    return visible("\n\n".join(part for part in (content.title, *places) if part))


def _end(content: Content) -> str:
    sources = [source for place in content.places for source in place.sources]
    return visible("\n\n" + "\n".join([*sources, *content.foot]))


def _place(place: Place, phrases: Phrases, limit: int, notes: bool, named: bool) -> Iterable[str]:
    if named:
        yield place.name
    for one in place.top:
        yield f"{place.label}: {_quote(one, phrases, limit)}"
    for one in place.earlier:
        yield _quote(one, phrases, limit)
    for section in place.sections:
        yield from _section(section, phrases, limit)
    if place.also:
        yield place.also
    if notes:
        yield from place.notes


def _section(section: Section, phrases: Phrases, limit: int) -> Iterable[str]:
    yield f"{section.title}{f' ({section.mark.text})' if section.mark else ''}:"
    for one in section.entries:
        before = " ".join(part for part in (one.when, one.above) if part)
        text = _quote(one, phrases, limit)
        yield f"{'  ' * one.level}• {f'{before}: ' if before else ''}{text}"
    if section.more:
        yield section.more


def _quote(one: Entry, phrases: Phrases, limit: int) -> str:
    text = shorten(one.text, limit)
    if one.quoted:
        text = translated(text) if one.translated else quoted(text, phrases)
    return f"{text} ({one.mark.text})" if one.mark else text
