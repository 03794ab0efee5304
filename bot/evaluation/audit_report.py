"""`kommunmal audit`: plans audited with a progress bar, a table of figures, and the lists."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from gettext import gettext as _
from itertools import groupby

import click

from bot.assistant import Assistant
from bot.evaluation.audit import Audited, Differing, audit
from bot.evaluation.frames import questions
from knowledge.models import Municipality
from knowledge.store import Store
from knowledge.text import fold


class NotCovered(Exception):
    """A municipality that there is no plan of; says which there are."""


def run_audit(
    assistant: Assistant,
    names: Sequence[str],
    *,
    as_json: bool,
    echo: Callable[[str], None],
    least: float = 0.0,
) -> bool:
    """Audit the plans of municipalities (all where none is named); whether each passes.

    `least` percent of the questions must be answered alike in another spelling. Names may be SCB
    codes. Raises NotCovered.
    """
    store = assistant.store
    places = [_covered(store, name) for name in names] or list(store.covered)
    made = {place: questions(store, place) for place in places}
    bar = click.progressbar(
        length=sum(len(asked) for asked in made.values()), label=_("asking"), hidden=as_json
    )
    with bar if not as_json else nullcontext(bar) as progress:
        audited = [audit(assistant, place, asked, progress.update) for place, asked in made.items()]
    for line in map(_json, audited) if as_json else (*_lists(audited), _table(audited)):
        echo(line)
    return all(one.passes(least) for one in audited)


def _covered(store: Store, name: str) -> Municipality:
    for place in store.covered:
        if name == place.code or fold(name) == fold(place.name):
            return place
    known = ", ".join(place.name for place in store.covered)
    problem = _("There is no plan of {name!r}. There are plans of {known}.")
    raise NotCovered(problem.format(name=name, known=known))


def _json(one: Audited) -> str:
    return json.dumps(one.as_object(), ensure_ascii=False)


def _lists(audited: Iterable[Audited]) -> Iterable[str]:
    """What is to be mended, by municipality."""
    for one in audited:
        for lost in one.unreached:
            problem = _("{id}: no question in {languages} reaches it: {original}")
            yield problem.format(
                id=lost.statement, languages=", ".join(lost.languages), original=lost.original
            )
        for how, pairs in groupby(sorted(one.differing, key=lambda d: d.how), lambda d: d.how):
            yield _("{place}, answered otherwise ({how}):").format(
                place=one.municipality.name, how=_(how)
            )
            yield from map(_pair, pairs)


def _pair(one: Differing) -> str:
    lost = ", ".join(name for name in one.answer if name not in one.other)
    new = ", ".join(name for name in one.other if name not in one.answer)
    return f"  {one.question}\n  {one.spelled}\n    - {lost or '–'}\n    + {new or '–'}"


def _table(audited: Sequence[Audited]) -> str:
    heads = (
        _("municipality"), _("statements"), _("reached"), _("questions"), _("spelled two ways"),
        _("alike"),
    )  # fmt: skip
    rows = [
        (
            one.municipality.name, f"{one.statements}", f"{one.reached:.1f} %",
            f"{one.asked - one.pairs}", f"{one.pairs}", f"{one.alike:.1f} %",
        )
        for one in audited
    ]  # fmt: skip
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])])
        for row in (heads, *rows)
    )
