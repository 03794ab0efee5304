"""A reply as plain text: the short answer, the quotes, notes, sources, what to ask next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.answering.answer import Answer
from bot.rendering.phrases import Phrases
from bot.rendering.wording import (
    by_place,
    dates,
    english,
    is_translated,
    label,
    more_line,
    notes_told,
    quoted,
    sources,
    status_note,
)
from knowledge.rows import StatementRow


@dataclass(frozen=True, slots=True)
class Style:
    """How a medium sets off a heading, a quotation and an aside; text alone by default."""

    heading: Callable[[str], str] = str
    aside: Callable[[str], str] = str
    link: Callable[[str, str], str] = lambda text, _: text


def plain(answer: Answer, day: date, phrases: Phrases, style: Style | None = None) -> str:
    """The whole reply."""
    style = style or Style()
    short = phrases.say(answer.short) if answer.short else ""
    notes = notes_told(answer, phrases, short)
    parts = [
        style.heading(short) if answer.statements else short,
        _statements(answer, day, phrases, style),
        more_line(answer, phrases),
        "\n".join(phrases("Note: {note}", note=note) for note in notes),
        _sources(answer, phrases, style),
        _links(answer, phrases, style),
        _suggestions(answer, phrases, style),
    ]
    return "\n\n".join(part for part in parts if part)


def _statements(answer: Answer, day: date, phrases: Phrases, style: Style) -> str:
    groups = by_place(answer)
    return "\n\n".join(
        "\n".join(
            ([style.heading(group[0].municipality.name)] if len(groups) > 1 else [])
            + [_statement(row, day, phrases, style) for row in group]
        )
        for group in groups
    )


def _statement(row: StatementRow, day: date, phrases: Phrases, style: Style) -> str:
    status = status_note(row, day, phrases)
    about = "; ".join(part for part in (label(row, phrases), status) if part)
    original = style.link(quoted(row.original, phrases), row.link)
    if phrases.language == "sv" or not is_translated(row):
        return f"• {original} {style.aside(f'({about})')}"
    in_swedish = phrases("In Swedish: {original}", original=original)
    return f"• {english(row)} {style.aside(f'({about})')}\n  {in_swedish}"


def _sources(answer: Answer, phrases: Phrases, style: Style) -> str:
    lines = []
    for source, rows in sources(answer):
        url = rows[0].link if len(rows) == 1 else source.url
        title = f"{style.link(source.title, url)} ({dates(source, phrases)})"
        lines.append(phrases("Source: {title}", title=title) + f"\n  {style.aside(url)}")
    if phrases.language == "en" and any(map(is_translated, answer.statements)):
        unofficial = phrases("The English texts are our own unofficial translations.")
        lines.append(style.aside(unofficial))
    return "\n".join(lines)


def _links(answer: Answer, phrases: Phrases, style: Style) -> str:
    if not answer.links:
        return ""
    names = {
        "newer": phrases("Newer page"),
        "older": phrases("Older page"),
        "website": phrases("Web site"),
        "source": phrases("Source"),
    }
    return "\n".join(
        f"{names[link.about]}: {style.link(link.title, link.url)}\n  {style.aside(link.url)}"
        for link in answer.links
    )


def _suggestions(answer: Answer, phrases: Phrases, style: Style) -> str:
    if not answer.suggestions:
        return ""
    lines = [style.aside(phrases("You can ask:"))]
    return "\n".join(lines + [f"  {phrases.say(question)}" for question in answer.suggestions])
