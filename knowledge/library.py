"""The data files together: what ships with the package, and a municipality's own laid over it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from gettext import gettext as _
from pathlib import Path

from knowledge.errors import InvalidData, Problem, reason
from knowledge.folders import SHIPPED, Folders
from knowledge.models import Label, Municipality, Plan, Source, Topic
from knowledge.pages import Page
from knowledge.plans import (
    NameList,
    read_labels,
    read_names,
    read_plan,
    read_register,
    read_topics,
)

__all__ = ["SHIPPED", "Library", "PlanFile"]


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan that was read, the folder it came from and its file's name for errors."""

    plan: Plan
    folder: Path
    file: str

    def page(self, source: Source) -> Page:
        """The saved page of a source; InvalidData where it can't be read."""
        pages = (self.folder / "pages").resolve()
        path = (pages / source.page.replace("\0", "")).resolve()
        where = f"source '{source.id}', page"
        if not path.is_relative_to(pages):
            outside = _("{page!r} lies outside pages/").format(page=source.page)
            raise InvalidData([Problem(self.file, where, outside)])
        try:
            # newline="" keeps the page as captured, so that its digest is that of the file.
            with path.open(encoding="utf-8", newline="") as file:
                return Page(file.read(), source.mend)
        except FileNotFoundError:
            problem = _("there is no saved page pages/{page}").format(page=source.page)
        except UnicodeDecodeError as error:
            problem = _("pages/{page} is not UTF-8 text (byte {number})").format(
                page=source.page, number=error.start
            )
        except OSError as error:
            problem = _("pages/{page} can't be read: {error}").format(
                page=source.page, error=reason(error)
            )
        raise InvalidData([Problem(self.file, where, problem)])


@dataclass(frozen=True)
class Library(Folders):
    """What the folders of data hold, read and validated when it is asked for."""

    @cached_property
    def register(self) -> Mapping[str, Municipality]:
        """All municipalities by code."""
        return {place.code: place for place in read_register(self.base / "register.csv")}

    @cached_property
    def names(self) -> NameList:
        """Other names, and names to be careful with."""
        return read_names(self.base / "aliases.toml")

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """All topics by id."""
        return {topic.id: topic for topic in read_topics(self.base / "topics.toml")}

    @cached_property
    def labels(self) -> Mapping[str, Label]:
        """The pages' own words for kinds of statement, with their English.

        A municipality may add its own; what ships is not changed by that.
        """
        return {**self._own_labels()[0], **self.shipped_labels}

    @cached_property
    def shipped_labels(self) -> Mapping[str, Label]:
        """Those that come with the program."""
        return {label.label: label for label in read_labels(self.base / "labels.toml")}

    def _own_labels(self) -> tuple[dict[str, Label], list[Problem]]:
        found: dict[str, Label] = {}
        problems: list[Problem] = []
        for folder in self.overlays:
            path = folder / "labels.toml"
            try:
                if path.is_file():
                    found |= {label.label: label for label in read_labels(path)}
            except InvalidData as error:
                problems += error.problems
        return found, problems

    def plans_of(self, folder: Path) -> tuple[list[PlanFile], list[Problem]]:
        """The plans of one folder that can be read, and the problems of those that can't."""
        found: dict[str, PlanFile] = {}
        problems = self._own_labels()[1] if folder != self.base else []
        for path in sorted((folder / "plans").glob("*.toml")):
            # Whoever mends a file of their own must be told where it is.
            file = f"plans/{path.name}" if folder == self.base else str(path)
            try:
                plan = read_plan(path, file)
            except InvalidData as error:
                problems += error.problems
                continue
            earlier = found.get(plan.municipality)
            if earlier:
                same = _("{code} has a plan already, in {file}").format(
                    code=plan.municipality, file=earlier.file
                )
                problems.append(Problem(file, "municipality", same))
            else:
                found[plan.municipality] = PlanFile(plan, folder, file)
        return list(found.values()), problems

    def plan_files(self) -> tuple[list[PlanFile], list[Problem]]:
        """All plans that can be read, and the problems of those that can't.

        A plan of a later folder takes the place of an earlier one for the same municipality.
        """
        found: dict[str, PlanFile] = {}
        problems: list[Problem] = []
        for folder in (self.base, *self.overlays):
            plan_files, unreadable = self.plans_of(folder)
            problems += unreadable
            found |= {plan_file.plan.municipality: plan_file for plan_file in plan_files}
        return [found[code] for code in sorted(found)], problems
