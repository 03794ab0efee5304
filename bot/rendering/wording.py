"""The parts of a reply that every rendering says in the same words."""

from datetime import date
from urllib.parse import urlsplit

from bot.answering.answer import Answer
from bot.rendering.phrases import Phrases
from knowledge.marking import marked
from knowledge.models import Language, Status
from knowledge.rows import NoteRow, SourceRow, StatementRow
from knowledge.text import collapse

_MARKS = '”“"'
_SINGLE = str.maketrans("“”", "‘’")


def quoted(text: str, phrases: Phrases) -> str:
    """Text in the quotation marks of the language; a page's own around it are not doubled.

    Those that a page has within stay as they are: it is quoted word for word.
    """
    return in_marks(text, phrases.language)


def in_marks(text: str, language: Language) -> str:
    """The same in the quotation marks of a language."""
    if _is_quotation(text):
        return text
    return f"”{text}”" if language == "sv" else f"“{text}”"


def translated(text: str) -> str:
    """An English translation in quotation marks; what is quoted within it has single ones."""
    return text if _is_quotation(text) else f"“{text.translate(_SINGLE)}”"


def english(row: StatementRow) -> str:
    """The English of a statement in quotation marks: word for word where the page is in English."""
    if is_translated(row):
        return translated(row.translation)
    return in_marks(row.translation, "en")


def _is_quotation(text: str) -> bool:
    """Whether quotation marks stand around a text as a whole, and not around its parts."""
    around = text[:1] + text[-1:]
    return all(one in _MARKS for one in around) and not any(one in text[1:-1] for one in _MARKS)


def is_translated(row: StatementRow) -> bool:
    """Whether our English is a translation: some pages are in English, and quoted as they are."""
    return collapse(row.translation) != collapse(row.original)


def status_note(row: StatementRow, day: date, phrases: Phrases) -> str:
    """What is to be said of a statement that does not simply hold, or nothing."""
    match row.status(day):
        case Status.REPLACED:
            return phrases("replaced")
        case Status.ENDED if row.valid_until:
            return phrases("ended on {date}", date=row.valid_until)
        case Status.UPCOMING if row.valid_from:
            return phrases("applies from {date}", date=row.valid_from)
        case _:
            return ""


def label(row: StatementRow, phrases: Phrases) -> str:
    """The page's own word for the statement, in English beside its translation."""
    return row.label if phrases.language == "sv" else row.label_translation


def host(url: str) -> str:
    """The web site of an address, without "www."."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def dates(source: SourceRow, phrases: Phrases) -> str:
    """The page's own dates and the days it was captured and checked, those that are known."""
    known = [
        phrases(text, date=day)
        for text, day in (
            (marked("published {date}"), source.published),
            (marked("changed {date}"), source.changed),
            (marked("saved {date}"), source.captured),
            (marked("checked {date}"), source.checked),
        )
        if day
    ]
    return ", ".join(known) if known else phrases("the page gives no date")


def more_line(answer: Answer, phrases: Phrases) -> str:
    """How many statements there are in all, where not all are shown."""
    if not answer.rest:
        return ""
    return phrases(
        "Showing {shown} of {total}. Ask for more to see the rest.",
        shown=len(answer.statements),
        total=answer.total,
    )


def notes_told(answer: Answer, phrases: Phrases, line: str) -> list[str]:
    """Our notes, without the short line; of several municipalities each with its name."""
    names = {row.municipality.code: row.municipality.name for row in answer.statements}
    told = []
    for note in answer.notes:
        text = phrases.note(note)
        if text == line:
            continue
        name = names.get(note.municipality) if isinstance(note, NoteRow) else None
        told.append(f"{name}: {text}" if name and len(names) > 1 else text)
    return told


def by_place(answer: Answer) -> list[list[StatementRow]]:
    """The statements in runs of the same municipality."""
    groups: list[list[StatementRow]] = []
    for row in answer.statements:
        if not groups or groups[-1][0].municipality != row.municipality:
            groups.append([])
        groups[-1].append(row)
    return groups


def sources(answer: Answer) -> list[tuple[SourceRow, list[StatementRow]]]:
    """Each source once, with its statements, in the order shown."""
    found: dict[str, tuple[SourceRow, list[StatementRow]]] = {}
    for row in answer.statements:
        found.setdefault(row.source.id, (row.source, []))[1].append(row)
    return list(found.values())
