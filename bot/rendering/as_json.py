"""A reply as the object that `kommunmal ask --json` prints, one line each.

The form is documented in `docs/json.md` and never changes but by addition.
"""

import json
from datetime import date
from typing import Any

from bot.answering.answer import Answer
from bot.rendering.phrases import Phrases
from bot.rendering.plain import plain
from knowledge.rows import SourceRow, StatementRow

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


def as_json(question: str, chat: str | None, answer: Answer, day: date, phrases: Phrases) -> str:
    """One line of JSON without a line break at its end."""
    return json.dumps(as_object(question, chat, answer, day, phrases), ensure_ascii=False)


def as_object(
    question: str, chat: str | None, answer: Answer, day: date, phrases: Phrases
) -> dict[str, Any]:
    """The reply as plain data."""
    short = phrases.say(answer.short).translate(_SPACES) if answer.short else None
    return {
        "question": question,
        "chat": chat,
        "language": phrases.language,
        "outcome": answer.outcome,
        "reason": answer.reason,
        "short": short,
        "text": plain(answer, day, phrases).translate(_SPACES),
        "statements": [_statement(row, day) for row in answer.statements],
        "total": answer.total,
        "notes": [phrases.note(note).translate(_SPACES) for note in answer.notes],
        "links": [
            {"title": link.title, "url": link.url, "about": link.about} for link in answer.links
        ],
        "uncovered": [{"name": place.name, "code": place.code} for place in answer.uncovered],
        "suggestions": [phrases.say(text).translate(_SPACES) for text in answer.suggestions],
    }


def _statement(row: StatementRow, day: date) -> dict[str, Any]:
    return {
        "id": row.id,
        "municipality": row.municipality.name,
        "code": row.municipality.code,
        "kind": str(row.kind),
        "label": row.label,
        "label_translation": row.label_translation,
        "parent": row.parent,
        "topics": list(row.topics),
        "original": row.original,
        "translation": row.translation,
        "status": str(row.status(day)),
        "valid_from": _iso(row.valid_from),
        "valid_until": _iso(row.valid_until),
        "source": _source(row.source, row.link),
    }


def _source(source: SourceRow, link: str) -> dict[str, Any]:
    return {
        "title": source.title,
        "url": source.url,
        "link": link,
        "published": _iso(source.published),
        "changed": _iso(source.changed),
        "captured": _iso(source.captured),
        "checked": _iso(source.checked),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
