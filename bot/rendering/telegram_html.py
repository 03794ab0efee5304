"""A reply as Telegram shows it: the answer in a line, the quotations, our notes, the sources."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from bot.answering.answer import Answer, Said, said
from bot.rendering.phrases import Phrases
from bot.rendering.telegram_markup import (
    Markup,
    bold,
    cut,
    italic,
    join,
    link,
    pages,
    pieces,
    quotation,
    text,
    units,
)
from bot.rendering.wording import (
    dates,
    host,
    in_marks,
    is_translated,
    label,
    notes_told,
    sources,
    status_note,
)
from knowledge.rows import SourceRow, StatementRow

# More than this at once is a wall on a phone: heads are shown then, and buttons open each.
_MOST_IN_FULL = 5
_LONGEST_IN_FULL = 1500
_HEAD = 80
# A quotation longer than about three lines on a phone is folded.
_FOLDED_FROM = 200
# More notes of ours than this are folded.
_MOST_NOTES = 2
# A single statement beyond this is laid out as several quotations.
_LONGEST_QUOTATION = 3000


def answer_pages(answer: Answer, day: date, phrases: Phrases, short: str = "") -> list[Markup]:
    """The whole reply on as few messages as hold it; `short` stands in for its first line."""
    line = short or short_line(answer, phrases)
    first = text(line) if answer.outcome == "chat" else bold(line)
    blocks = [first, *_statements(answer, day, phrases, line), _more(answer, phrases)]
    blocks += notes_and_sources(answer, phrases, line)
    return pages(blocks)


def opened_pages(opened: Answer, day: date, phrases: Phrases, heading: str = "") -> list[Markup]:
    """One statement, whole, with what the page says to explain it."""
    line = heading or short_line(opened, phrases)
    blocks = [bold(line)]
    for row in opened.statements:
        blocks += _quoted(row, day, phrases, "", label(row, phrases))
    return pages([*blocks, *notes_and_sources(opened, phrases, line)])


def short_line(answer: Answer, phrases: Phrases) -> str:
    """The answer in one line, or whose words follow."""
    if answer.short:
        return phrases.say(answer.short)
    names = tuple(dict.fromkeys(row.municipality.name for row in answer.statements))
    return phrases.say(_whose(names)) if names else ""


def _whose(names: tuple[str, ...]) -> Said:
    if len(names) == 1:
        return said("This is what {place} says:", place=names[0])
    return said("This is what {places} say:", places=names)


def heads(statements: Sequence[StatementRow]) -> list[StatementRow]:
    """The statements that are not there to explain another one shown."""
    shown = {row.id for row in statements}
    return [row for row in statements if row.parent not in shown]


def in_full(answer: Answer) -> bool:
    """Whether the statements are short and few enough to be read at once."""
    tops = heads(answer.statements)
    length = sum(units(row.original) for row in answer.statements)
    return len(tops) == 1 or (len(tops) <= _MOST_IN_FULL and length <= _LONGEST_IN_FULL)


def _statements(answer: Answer, day: date, phrases: Phrases, line: str) -> Iterable[Markup]:
    tops = heads(answer.statements)
    marks = {row.id: f"{number}." for number, row in enumerate(tops, 1) if len(tops) > 1}
    full = in_full(answer)
    for group in _by_place(tops):
        name = bold(group[0].municipality.name) if len(group) < len(tops) else Markup()
        if not full:
            yield join([name, *(_head(row, day, phrases, marks[row.id]) for row in group)])
            continue
        yield name
        for row in group:
            yield from _whole(answer, row, day, phrases, marks.get(row.id, ""), line)
    if len(tops) > 1:
        yield italic(phrases("Press a number to read more."))


def _by_place(rows: Sequence[StatementRow]) -> list[list[StatementRow]]:
    return [list(group) for _, group in groupby(rows, key=lambda row: row.municipality.code)]


def _whole(
    answer: Answer, row: StatementRow, day: date, phrases: Phrases, mark: str, line: str
) -> Iterable[Markup]:
    """A statement, then those shown that explain it."""
    # "Ljungby has three vision goals" need not be followed by "vision goal" three times.
    told = mark and label(row, phrases).lower() in line.lower()
    yield from _quoted(row, day, phrases, mark, "" if told else label(row, phrases))
    for child in answer.statements:
        if child.parent == row.id:
            yield from _whole(answer, child, day, phrases, "", line)


def _head(row: StatementRow, day: date, phrases: Phrases, mark: str) -> Markup:
    words = row.original if phrases.language == "sv" else row.translation
    status = status_note(row, day, phrases)
    line = bold(mark) + text(" ") + text(cut(words, _HEAD))
    return line + (text(" ") + italic(f"({status})") if status else Markup())


def _quoted(row: StatementRow, day: date, phrases: Phrases, mark: str, name: str) -> list[Markup]:
    """The statement as a quotation; in English its translation first, where it has one."""
    about = "; ".join(part for part in (name, status_note(row, day, phrases)) if part)
    first = join([bold(mark), italic(about)], " ")
    parts = list(pieces(row.original, _LONGEST_QUOTATION))
    quotes = [quotation(part, expandable=units(part) > _FOLDED_FROM) for part in parts]
    if phrases.language == "sv" or not is_translated(row):
        return [join([first, quotes[0]]), *quotes[1:]]
    translated = [text(part) for part in pieces(row.translation, _LONGEST_QUOTATION)]
    if units(row.original) + units(row.translation) <= _LONGEST_QUOTATION:
        return [join([first, *translated, *quotes])]
    return [join([first, translated[0]]), *translated[1:], *quotes]


def _more(answer: Answer, phrases: Phrases) -> Markup:
    if not answer.rest:
        return Markup()
    shown, total = len(answer.statements), answer.total
    return text(phrases("Showing {shown} of {total}.", shown=shown, total=total))


def notes_and_sources(answer: Answer, phrases: Phrases, line: str) -> list[Markup]:
    """What follows the quotations: our notes, the pages they stand on, other pages."""
    told = notes_told(answer, phrases, line)
    numbers = {row.id: number for number, row in enumerate(heads(answer.statements), 1)}
    lines = [_source(one, rows, numbers, phrases) for one, rows in sources(answer)]
    if phrases.language == "en" and any(map(is_translated, answer.statements)):
        lines.append(italic(phrases("The English texts are our own unofficial translations.")))
    return [*_notes(told, phrases), join(lines), join(_links(answer, phrases))]


def _notes(told: list[str], phrases: Phrases) -> list[Markup]:
    """Our own words, marked as ours; many are folded, and very many parted."""
    if len(told) < 2:
        return [italic(phrases("Our note: {note}", note=note)) for note in told]
    heading = italic(phrases("Our notes:"))
    lines = [f"• {note}" for note in told]
    if sum(units(line) for line in lines) > _LONGEST_QUOTATION:
        return [
            heading,
            *(italic(part) for one in lines for part in pieces(one, _LONGEST_QUOTATION)),
        ]
    if len(told) > _MOST_NOTES:
        return [join([heading, quotation("\n".join(lines), expandable=True)])]
    return [join([heading, *(italic(line) for line in lines)])]


def _source(
    source: SourceRow, rows: list[StatementRow], numbers: dict[str, int], phrases: Phrases
) -> Markup:
    """The page's title, host and dates; each statement's number leads to its sentence."""
    tops = [row for row in rows if row.id in numbers]
    url = rows[0].link if len(rows) == 1 or len(tops) == 1 else source.url
    line = text(f"{phrases('Source')}: ") + link(source.title, url)
    line += text(f" ({host(source.url)}, {dates(source, phrases)})")
    if len(numbers) < 2 or len(tops) < 2:
        return line
    links = join([link(f"{numbers[row.id]}", row.link) for row in tops], ", ")
    return join([line, text(phrases("To the sentences:") + " ") + links])


def source_line(source: SourceRow, phrases: Phrases) -> Markup:
    """A page as a list of sources names it."""
    where = text(f" ({host(source.url)}, {dates(source, phrases)})")
    return text("• ") + link(source.title, source.url) + where


def _links(answer: Answer, phrases: Phrases) -> list[Markup]:
    names = {
        "newer": phrases("Newer page"),
        "older": phrases("Older page"),
        "website": phrases("Web site"),
        "source": phrases("Source"),
    }
    return [
        text(f"{names[one.about]}: ") + link(one.title, one.url) + text(f" ({host(one.url)})")
        for one in answer.links
    ]


def citation(row: StatementRow, phrases: Phrases, longest: int) -> str | None:
    """The verbatim quote and where it stands, for copying; None where it would be too long."""
    source = row.source
    day = source.changed or source.published
    when = f", {phrases.date(day)}" if day else ""
    where = f"{row.municipality.name}: {source.title}, {host(source.url)}{when}"
    words = f"{in_marks(row.original, 'sv')} ({where})"
    return words if units(words) <= longest else None
