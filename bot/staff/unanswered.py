"""`kommunmal unanswered`: what was asked in vain, for the people who look after the knowledge."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from gettext import gettext as _

import click

from bot.assistant import Assistant
from bot.memory.noting import unanswered
from bot.memory.personal_data import MARK, MARKS, without_marks
from bot.memory.remarks import forget_remarks, remarks
from bot.memory.unanswered import Asked, Group, Kept, Unanswered, grouped
from bot.service.keeping import DAYS, WHOSE, Keeping
from bot.staff.tabular import Cell, Column, Form, Row, as_csv, as_json, as_table
from bot.understanding.context import Context
from knowledge.marking import marked
from knowledge.store import Store

_REASONS = {
    "not_covered": marked("municipality not covered"),
    "not_in_sources": marked("not in the sources"),
    "off_topic": marked("something else"),
    "remark": marked("said to be missing"),
    "clarify": marked("asks back"),
    "chat": marked("talks"),
    "answer": marked("answered"),
}


def show_questions(keeping: Keeping, store: Store, form: Form, today: date) -> None:
    """All questions kept, like ones together, and what people said was missing."""
    groups = grouped(_kept(keeping, today))
    rows = [_row(group, store) for group in groups]
    rows += [_remark(text) for text in remarks(keeping.memory)]
    columns = [
        Column("times", _("Times")),
        Column("reason", _("Reason")),
        Column("last", _("Last")),
        Column("question", _("Question"), wide=True),
        Column("wordings"),
        Column("first"),
        Column("language"),
        Column("municipalities"),
        Column("uncovered"),
    ]
    _show(columns, rows, form, _("Nothing was asked in vain."))
    if form == "table":
        _tell_settings(keeping)


def show_municipalities(keeping: Keeping, store: Store, form: Form, today: date) -> None:
    """The municipalities asked for and not covered, the most asked for first."""
    times: Counter[str] = Counter()
    last: dict[str, date] = {}
    for one in _kept(keeping, today):
        for code in one.asked.uncovered:
            times[code] += one.times
            last[code] = max(one.day, last.get(code, one.day))
    rows: list[Row] = [
        {
            "times": number,
            "municipality": _names([code], store)[0],
            "code": code,
            "last": last[code],
            "covered": _is_covered(code, store),
            "now": _("covered by now") if _is_covered(code, store) else "",
        }
        for code, number in sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    columns = [
        Column("times", _("Times")),
        Column("municipality", _("Municipality")),
        Column("code", _("Code")),
        Column("last", _("Last")),
        Column("covered"),
    ]
    if form == "table" and any(row["covered"] for row in rows):
        columns.append(Column("now", _("Now")))
    _show(columns, rows, form, _("No municipality that is not covered was asked for."))


def try_again(keeping: Keeping, assistant: Assistant, form: Form) -> None:
    """Ask the questions again; those that are answered now come first."""
    groups = grouped(_kept(keeping, assistant.today()))
    rows = [_tried(group, assistant) for group in groups]
    rows.sort(key=lambda row: row["now"] != "answer")
    columns = [
        Column("times", _("Times")),
        Column("reason", _("Reason")),
        Column("now", _("Now")),
        Column("question", _("Question"), wide=True),
        Column("language"),
    ]
    _show(columns, rows, form, _("Nothing was asked in vain."))
    if form == "table" and rows:
        answered = sum(row["now"] == "answer" for row in rows)
        text = _("Answered now: {answered} of {all}.").format(answered=answered, all=len(rows))
        click.echo(f"\n{text}")


def forget(keeping: Keeping) -> None:
    """Erase all questions kept and all remarks."""
    questions = 0
    if keeping.path.is_file():
        with Unanswered(keeping.path, keeping.days) as kept:
            questions = kept.forget()
    erased = forget_remarks(keeping.memory)
    text = _("Erased: questions {questions}, remarks {remarks}.")
    click.echo(text.format(questions=questions, remarks=erased))


def _kept(keeping: Keeping, today: date) -> list[Kept]:
    # Looking makes no file.
    if not keeping.path.is_file():
        return []
    with Unanswered(keeping.path, keeping.days) as kept:
        return kept.kept(today)


def _row(group: Group, store: Store) -> dict[str, Cell]:
    usual = group.wordings[0]
    places = dict.fromkeys(code for one in group.wordings for code in one.covered)
    missing = dict.fromkeys(code for one in group.wordings for code in one.uncovered)
    return {
        "times": group.times,
        "reason": group.reason,
        "last": group.last,
        "question": usual.text,
        "wordings": [one.text for one in group.wordings],
        "first": group.first,
        "language": usual.language,
        "municipalities": _names([*places, *missing], store),
        "uncovered": _names(missing, store),
    }


def _remark(text: str) -> dict[str, Cell]:
    return {
        "times": 1,
        "reason": "remark",
        "last": None,
        "question": text,
        "wordings": [text],
        "first": None,
        "language": None,
        "municipalities": [],
        "uncovered": [],
    }


def _tried(group: Group, assistant: Assistant) -> dict[str, Cell]:
    usual = group.wordings[0]
    return {
        "times": group.times,
        "reason": group.reason,
        "now": _outcome(usual, assistant),
        "question": usual.text,
        "language": usual.language,
    }


def _outcome(asked: Asked, assistant: Assistant) -> str:
    """What comes of the question today. One that went on from another is asked so again."""
    text = without_marks(asked.text)
    reply = assistant.reply(text, fallback=asked.language)
    named = {place.code for place in reply.question.covered} if reply.question else set()
    if not named.issuperset(asked.covered):
        before = Context(language=asked.language, intent=asked.intent, codes=asked.covered)
        reply = assistant.reply(text, before, fallback=asked.language)
    again = unanswered(reply, text)
    return again.reason if again else reply.answer.reason or reply.answer.outcome


def _names(codes: Iterable[str], store: Store) -> list[str]:
    return [place.name if (place := store.municipality(code)) else code for code in codes]


def _is_covered(code: str, store: Store) -> bool:
    place = store.municipality(code)
    return place is not None and place.covered


def _show(columns: Sequence[Column], rows: Sequence[Row], form: Form, nothing: str) -> None:
    if form == "csv":
        click.echo(as_csv(columns, rows), nl=False)
    elif form == "json":
        click.echo(as_json(columns, rows))
    elif rows:
        click.echo(as_table(columns, [_for_people(row) for row in rows]))
    else:
        click.echo(nothing)


def _for_people(row: Row) -> Row:
    """The row in the words of the locale."""
    shown = dict(row)
    for name in ("reason", "now"):
        if row.get(name) in _REASONS:
            shown[name] = _(_REASONS[str(row[name])])
    if "question" in row:
        text = MARK.sub(lambda match: f"[{_(MARKS[match[1]])}]", str(row["question"]))
        shown["question"] = " ".join(text.split()) + _others(row)
    return shown


def _others(row: Row) -> str:
    wordings = row.get("wordings")
    number = len(wordings) - 1 if isinstance(wordings, list) else 0
    return " " + _("(and {number} like it)").format(number=number) if number else ""


def _tell_settings(keeping: Keeping) -> None:
    if keeping.whose == "off":
        text = _("Questions are not kept: {name}=off.").format(name=WHOSE)
    else:
        text = _("Questions are kept for {days} days ({name}), without personal data.")
        text = text.format(days=keeping.days, name=DAYS)
    click.echo(f"\n{text}", err=True)
