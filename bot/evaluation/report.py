"""Asks all questions of files of cases and prints a table of how the replies were judged."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click
from tabulate import tabulate

from bot.assistant import Assistant
from bot.evaluation.cases import Case, read_cases
from bot.evaluation.judging import faults
from bot.rendering.as_json import as_object
from bot.rendering.phrases import phrases
from knowledge.marking import marked

RIGHT, WRONG = marked("right"), marked("wrong")
REFUSED, ANSWERED = marked("wrongly refused"), marked("wrongly answered")
VERDICTS = (RIGHT, WRONG, REFUSED, ANSWERED)


def ask_case(assistant: Assistant, case: Case) -> dict[str, Any]:
    """The reply to a case's last turn, as an object of `--json`."""
    context = None
    for turn in case.turns:
        reply = assistant.reply(turn, context)
        context = reply.context or context
    return as_object(
        case.turns[-1],
        None,
        reply.answer,
        assistant.today(),
        phrases(reply.language, assistant.store),
    )


def evaluate(
    assistant: Assistant, paths: Iterable[Path], *, quiet: bool, echo: Callable[[str], None]
) -> float:
    """Print a table by category and language and each failure; the share of right ones in %."""
    cases = list(read_cases(paths))
    results: list[tuple[Case, str, list[str]]] = []
    with click.progressbar(cases, label=_("asking"), hidden=quiet) as progress:
        for case in progress:
            judge = assistant.on(case.on) if case.on else assistant
            reply = ask_case(judge, case)
            found = faults(case, reply)
            results.append((case, _verdict(case, reply, found), found))
    if not quiet:
        for case, verdict, found in results:
            if found:
                echo(f"{case.id}: {' / '.join(case.turns)}\n    {_(verdict)}: {'; '.join(found)}")
    echo(_table(results))
    if ignored := sorted({name for case in cases for name in case.ignored}):
        told = _("Not judged, for a case has no such field: {names}")
        echo(told.format(names=", ".join(ignored)))
    right = sum(verdict == RIGHT for _case, verdict, _found in results)
    share = 100 * right / len(results) if results else 100.0
    told = _("{right} of {all} right: {share} %")
    echo(told.format(right=right, all=len(results), share=f"{share:.1f}"))
    return share


def _verdict(case: Case, reply: dict[str, Any], found: Sequence[str]) -> str:
    if not found:
        return RIGHT
    if reply["outcome"] == "unknown" and "unknown" not in case.outcome:
        return REFUSED
    if reply["outcome"] == "answer" and "answer" not in case.outcome:
        return ANSWERED
    return WRONG


def _table(results: Sequence[tuple[Case, str, list[str]]]) -> str:
    counts: dict[tuple[str, str], Counter[str]] = {}
    for case, verdict, _found in results:
        language = "/".join(case.language)
        counts.setdefault((case.category, language), Counter())[verdict] += 1
    heads = [_("category"), _("lang"), _("all"), *(_(verdict) for verdict in VERDICTS)]
    rows = [
        [*row, count.total(), *(count[verdict] for verdict in VERDICTS)]
        for row, count in sorted(counts.items())
    ]
    text: str = tabulate(rows, headers=heads, tablefmt="plain")
    return text
