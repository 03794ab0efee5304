"""What a heading does: it names what follows, is a statement itself, or is about the plan."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.intake.blocks import without_mark
from knowledge.intake.furniture import opens_furniture
from knowledge.intake.wording import Mention, vocabulary
from knowledge.models import Kind

_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[–—-]\s?(?:(?:19|20)?\d\d))?\b")
_NUMBER = r"\d{1,2}(?:[.:]\d{1,2})*"
# "Målområde 1:1", "Målområde 1: Trygghet", "Mål 3 – God hälsa", "VISION: Jokkmokk - …".
_AFTER_LABEL = re.compile(rf"\s*(?P<mark>{_NUMBER})?\s*(?P<dash>[:–—-]|\.(?=\s))?\s*(?P<name>.*)$")
_LONGEST_FILLER = 12
_AREAS = frozenset({Kind.GOAL_AREA, Kind.FOCUS_AREA})
_SHORT_NAME = 6
# Goals that are others': the global ones, the state's.
_OTHERS = re.compile(r"globala mål|agenda 2030|nationella mål|miljökvalitetsmål|global goals", re.I)
_BELOW_GOALS = frozenset({Kind.ACTION, Kind.INDICATOR})
_NAMED_VISION = re.compile(rf"\s*{_YEARS.pattern}\s*[:–—-]\s*\S.{{8,}}")


class HeadingRole(StrEnum):
    """What a heading does for the blocks below it."""

    FURNITURE = "furniture"
    CONTAINER = "container"
    LABELLED = "labelled"
    ABOUT = "about"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as read: what it does, the label it names, its number, the name it gives."""

    role: HeadingRole
    text: str
    label: str = ""
    kind: Kind | None = None
    mark: str = ""
    name: str = ""
    mixed: bool = False


def read_heading(text: str, mark: str = "") -> Heading:
    """A heading's role. `mark` is a number that stands before it."""
    if not mark:
        mark, text = without_mark(text)
    mark = mark if mark[:1].isdigit() else ""
    if opens_furniture(text):
        return Heading(HeadingRole.FURNITURE, text)
    words = vocabulary()
    # Headings in capitals say the same as others.
    mentions = words.mentions(text)
    labelled = _labelled(text, mentions, mark)
    if labelled:
        return labelled
    if text.endswith("?") or words.starts("about", text):
        return Heading(HeadingRole.ABOUT, text, mark=mark)
    if mentions and _only_names(text, mentions):
        kind, label = _together(mentions)
        return Heading(
            HeadingRole.CONTAINER,
            text,
            label,
            kind,
            mark,
            mixed=kind is None,
        )
    if mentions and _of_somebody(text, mentions[-1]):
        last = mentions[-1]
        return Heading(HeadingRole.CONTAINER, text, last.label, last.kind, mark)
    if _OTHERS.search(text):
        return Heading(HeadingRole.ABOUT, text, mark=mark)
    if words.holds("about", text) or any(mention.definite for mention in mentions):
        return Heading(HeadingRole.ABOUT, text, mark=mark)
    if mentions and len(mentions) == 1 and _opens_with_label(text, mentions[0]):
        return Heading(HeadingRole.CONTAINER, text, mentions[0].label, mentions[0].kind, mark)
    return Heading(HeadingRole.NAME, text, mark=mark, name=text)


def _together(mentions: list[Mention]) -> tuple[Kind | None, str]:
    """What a heading with several labels announces first; None where they don't go together."""
    main = [mention for mention in mentions if mention.kind not in _BELOW_GOALS] or mentions
    kinds = {mention.kind for mention in main}
    areas = [mention for mention in main if mention.kind in _AREAS]
    if areas and kinds <= _AREAS | {Kind.GOAL}:
        return areas[0].kind, areas[0].label
    return (main[0].kind if len(kinds) == 1 else None), main[0].label


def _labelled(text: str, mentions: list[Mention], mark: str) -> Heading | None:
    """A heading that begins with a label and goes on with a number, a dash or a colon."""
    if not mentions:
        return None
    opening = mentions[0]
    # "SYFTE OCH MÅL: …": what stands nearest to the colon names what follows.
    for mention in mentions[1:]:
        between = text[opening.end : mention.start].strip().lower()
        if between in {"och", "&", "and", "/"}:
            opening = mention
    before = text[: mentions[0].start].strip()
    if before and not _is_filler(before):
        return None
    if opening.kind is Kind.VISION and _NAMED_VISION.match(text, opening.end):
        # "Vision 2030 – en kommun för alla": the year belongs to the vision's name.
        return Heading(HeadingRole.LABELLED, text, opening.label, opening.kind, "", text)
    match = _AFTER_LABEL.match(text, opening.end)
    if match is None or (opening.definite and not match["mark"]):
        return None
    number, name = match["mark"], match["name"].strip()
    one = text[: opening.end].lower().endswith(("område", " area"))
    if one and name and not match["dash"] and not number and len(name.split()) <= _SHORT_NAME:
        return Heading(HeadingRole.LABELLED, text, opening.label, opening.kind, mark, name)
    if name and not match["dash"] and not number:
        return None
    if not number and not match["dash"]:
        return None
    if name and _YEARS.fullmatch(name):
        return None
    if name and not match["dash"] and number and not name[:1].isupper():
        return None
    if name and _all_filler(name):
        return None
    role = HeadingRole.LABELLED
    if not name and not number:
        return Heading(HeadingRole.CONTAINER, text, opening.label, opening.kind, mark)
    return Heading(role, text, opening.label, opening.kind, number or mark, name)


def _only_names(text: str, mentions: list[Mention]) -> bool:
    """Whether nothing but labels, years, numbers and filling words stands in the heading."""
    rest = text
    for mention in reversed(mentions):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    return _all_filler(rest)


def _all_filler(text: str) -> bool:
    return all(_is_filler(word) for word in re.findall(r"[^\s,.:;()/&]+", _YEARS.sub(" ", text)))


def _is_filler(text: str) -> bool:
    words = vocabulary()
    for word in text.split():
        plain = word.strip('.,:;()”"“').lower()
        named = word[:1].isupper() and text[:1] != word[:1]
        known = (
            not plain
            or plain in words.words("filler", "words")
            or plain in words.adjectives
            or words.number(plain) is not None
            or _is_place(plain)
        )
        if not known and not (named and len(plain) <= _LONGEST_FILLER and _is_place(plain)):
            return False
    return True


def _is_place(word: str) -> bool:
    from knowledge.intake.place import is_place

    return is_place(word)


def _of_somebody(text: str, mention: Mention) -> bool:
    """ "Socialnämndens mål": a genitive and a label, with nothing but years behind it."""
    before = text[: mention.start].split()
    behind = _YEARS.sub(" ", text[mention.end :])
    genitive = bool(before) and before[-1].lower().endswith("s") and len(before) <= _SHORT_NAME
    return genitive and not mention.definite and _all_filler(behind)


def _opens_with_label(text: str, mention: Mention) -> bool:
    """ "Målområden för hållbar utveckling": the label, then what it is for."""
    before = text[: mention.start].strip()
    after = text[mention.end :].split()
    joined = bool(after) and after[0].lower() in {"för", "inom", "i", "till", "mot", "for", "of"}
    return joined and (not before or _all_filler(before)) and not mention.definite
