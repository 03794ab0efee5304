"""What may go out: the plans that keep every promise, the same as the database is built from."""

from collections.abc import Iterable
from gettext import gettext as _

import click

from knowledge.check import sound_plans
from knowledge.errors import Problem
from knowledge.library import Library, PlanFile


def outgoing(data: Library) -> tuple[list[PlanFile], bool]:
    """The plans to publish or to watch, and whether any was left out; which ones is told.

    A plan that `check` refuses is never among them. InvalidData where what ships has problems.
    """
    plan_files, problems = sound_plans(data)
    tell_left_out(problems)
    return plan_files, bool(problems)


def tell_left_out(problems: Iterable[Problem]) -> None:
    """Say on standard error what is left out, and why."""
    for problem in problems:
        click.echo(_("Left out: {problem}").format(problem=problem), err=True)
