"""Dates that a page gives: published, changed, decided (with paragraph), periods, target years."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.intake.wording import vocabulary

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"(?P<iso>\b(?:19|20)\d\d-\d\d-\d\d)\b"
    rf"|\b(?P<day>\d{{1,2}})(?::e|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+"
    rf"(?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>(?:19|20)\d\d)\b"
    rf"|\b(?P<day3>\d{{1,2}})/(?P<month3>\d{{1,2}})[\s-]+(?P<year3>(?:19|20)\d\d)\b"
    rf"|\b(?P<year4>20\d\d)(?P<month4>[01]\d)(?P<day4>[0-3]\d)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:publicerad|publicerades|publicerat|publicering|publiceringsdatum|published|skapad)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:uppdaterad|uppdaterades|uppdaterat|ändrad|ändrades|granskad|senast ändrad|updated|"
    r"modified|changed|reviewed)\b",
    re.IGNORECASE,
)
# The word and its date stand close together, perhaps with "av Namn" or a line between.
_NEAR = 45
_PARAGRAPH = re.compile(r"(?:§|\bparagraf)\s*(\d{1,4}(?:/\d{2,4})?)", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(
    rf"\b({_YEAR})\s?(?:[–—-]|till(?: och med)?|to|t\.o\.m\.)\s?({_YEAR}|\d\d)\b(?!-\d)"
)
# A period told by its first and last day.
_FROM_DAY_TO_DAY = re.compile(
    rf"\b({_YEAR})-\d\d-\d\d\s?(?:[–—-]|till(?: och med)?|to|t\.o\.m\.)\s?({_YEAR})-\d\d-\d\d\b"
)
_TARGET = re.compile(
    rf"\b(?:till|senast|år|fram till|före|innan|utgången av|slutet av|slut|mot|by|until|in|"
    rf"the year|vision|sikte på|målbild|framtidsbild|invånare|inhabitants|residents)\s+"
    rf"(?:år(?:et)?\s+|the year\s+)?(?:slutet av\s+|utgången av\s+)?(?:år(?:et)?\s+)?"
    rf"({_YEAR})\b(?!\s?[–—-]\s?\d)",
    re.IGNORECASE,
)
# A year to compare with is no year to reach something in.
_BASE = re.compile(
    rf"\b(?:jämfört med|jämförelse med|jämförelse mot|basår|basåret|sedan|från(?: och med)?|"
    rf"fr\.o\.m\.|utgångsår|referensår|compared (?:with|to)|since|base year|baseline|from|"
    rf"relativt|mot)\s*:?\s*(?:års?\s+|the year\s+)?(?:nivån?\s+)?(?:år\s+)?({_YEAR})\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"\b(?:antogs|antagen|antagna|fastställd|fastställdes|adopted)\b", re.I)
_START = re.compile(
    r"\b(?:gälla|gäller|träder i kraft|in force|applies|apply)\b.{0,25}?\b(?:från|from|den)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Decision:
    """When a council decided, and its paragraph of that meeting; each as far as the page says."""

    day: date | None
    paragraph: str | None


def days(text: str) -> list[tuple[date, int]]:
    """The dates in a text, each with where it begins; impossible ones left out."""
    found = []
    for match in _DAY.finditer(text):
        day = _day(match)
        if day:
            found.append((day, match.start()))
    return found


def published_and_changed(lines: Sequence[str]) -> tuple[date | None, date | None]:
    """The page's own dates, where a line says which is which."""
    published, changed = _labelled(lines, _PUBLISHED), _labelled(lines, _CHANGED)
    return published or (None if changed else _alone(lines)), changed


def _alone(lines: Sequence[str]) -> date | None:
    """The one date that stands on a line of its own, as news have it."""
    found = {day for line in lines for day in _only_day(line)}
    return found.pop() if len(found) == 1 else None


def _only_day(line: str) -> Iterable[date]:
    match = _DAY.fullmatch(line.strip(" .,|"))
    day = _day(match) if match else None
    return (day,) if day else ()


def decision(sentences: Iterable[str]) -> Decision:
    """The decision that a text tells of: who decides must be named, or a paragraph."""
    words = vocabulary()
    best = Decision(None, None)
    for sentence in sentences:
        body = words.holds("decision", sentence, "bodies")
        verb = words.holds("decision", sentence, "verbs")
        paragraph = _PARAGRAPH.search(sentence)
        # "Visionen antogs 2021-05-17": who decides goes without saying.
        adopted = bool(_ADOPTED.search(sentence)) and (
            bool(words.mentions(sentence)) or words.starts("subject", sentence)
        )
        found = days(sentence)
        if not found or not (adopted or (verb and (body or paragraph)) or (body and paragraph)):
            continue
        numbered = f"§ {paragraph.group(1)}" if paragraph else None
        if paragraph:
            # A sentence may tell of a first decision and a later one: each has its paragraph.
            found = [(day, at) for day, at in found if at < paragraph.start()][-1:] or found
        if best.day is None or (best.paragraph is None and numbered):
            best = Decision(found[0][0], numbered)
    return best


def periods(text: str) -> list[tuple[int, int]]:
    """Spans of years, as (first, last)."""
    found = []
    for match in (*_PERIOD.finditer(text), *_FROM_DAY_TO_DAY.finditer(text)):
        first = int(match.group(1))
        last = (
            int(match.group(2)) if len(match.group(2)) == 4 else first // 100 * 100 + int(match[2])
        )
        if first < last <= first + 50:
            found.append((first, last))
    return found


def target_years(text: str) -> list[int]:
    """The years by which something is to be reached; years to compare with left out."""
    base = {match.start(1) for match in _BASE.finditer(text) if not _aims(text, match)}
    within = [match.span() for match in _PERIOD.finditer(text)]
    found = []
    for match in _TARGET.finditer(text):
        at = match.start(1)
        if at not in base and not any(start <= at < end for start, end in within):
            found.append(int(match.group(1)))
    return sorted(set(found))


def start_day(text: str) -> date | None:
    """The day from which the text says that something applies, or None."""
    found = days(text)
    if not _START.search(text):
        return None
    match = _START.search(text)
    later = [day for day, at in found if match and at >= match.start()]
    return later[0] if later else None


def _aims(text: str, match: re.Match[str]) -> bool:
    """ "mot 2030" aims at a year, "jämfört med 2010" compares."""
    return match.group().lower().startswith("mot")


def _labelled(lines: Sequence[str], word: re.Pattern[str]) -> date | None:
    for index, line in enumerate(lines):
        match = word.search(line)
        if match is None or len(line) > 200:
            continue
        after = line[match.end() :]
        for day, at in days(after):
            if at <= _NEAR:
                return day
        # The date on a line of its own, below its word.
        if not after.strip(" :") and index + 1 < len(lines) and len(lines[index + 1]) <= _NEAR:
            below = days(lines[index + 1])
            if below:
                return below[0][0]
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    try:
        if parts["iso"]:
            return date.fromisoformat(parts["iso"])
        for mark in ("", "2", "3", "4"):
            if parts[f"year{mark}"]:
                month = parts[f"month{mark}"].lower()
                number = _MONTHS.get(month) or int(month)
                return date(int(parts[f"year{mark}"]), number, int(parts[f"day{mark}"]))
    except ValueError:
        return None
    return None
