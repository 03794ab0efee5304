"""What may go out: the plans that keep every promise, the same as the database is built from."""

from collections.abc import Iterable, Sequence
from gettext import gettext as _

import click

from knowledge.check import sound_plans
from knowledge.errors import Problem
from knowledge.library import Library, PlanFile
from knowledge.models import Municipality


def outgoing(data: Library) -> tuple[list[PlanFile], bool]:
    """The plans to publish or to watch, and whether any was left out; which ones is told.

    A plan that `check` refuses is never among them. InvalidData where what ships has problems.
    """
    plan_files, problems = sound_plans(data)
    tell_left_out(problems)
    return plan_files, bool(problems)


def chosen(plan_files: Sequence[PlanFile], places: Sequence[Municipality]) -> Sequence[PlanFile]:
    """The plans of the municipalities named, all of them where none is named."""
    by_code = {plan_file.plan.municipality: plan_file for plan_file in plan_files}
    for place in places:
        if place.code not in by_code:
            raise click.UsageError(_("There is no plan of {place}.").format(place=place.name))
    return [by_code[place.code] for place in places] or plan_files


def tell_left_out(problems: Iterable[Problem]) -> None:
    """Say on standard error what is left out, and why."""
    for problem in problems:
        click.echo(_("Left out: {problem}").format(problem=problem), err=True)
