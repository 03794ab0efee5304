"""The data files together: what ships with the package, and a municipality's own laid over it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from knowledge.errors import InvalidData, Problem
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

SHIPPED = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan that was read, the folder it came from and its file's name for errors."""

    plan: Plan
    folder: Path
    file: str

    def page(self, source: Source) -> Page:
        """The saved page of a source; InvalidData where it can't be read."""
        path = (self.folder / "pages" / source.page).resolve()
        where = f"source '{source.id}', page"
        if not path.is_relative_to((self.folder / "pages").resolve()):
            raise InvalidData([Problem(self.file, where, f"{source.page!r} lies outside pages/")])
        try:
            # newline="" keeps the page as captured, so that its digest is that of the file.
            with path.open(encoding="utf-8", newline="") as file:
                return Page(file.read(), source.mend)
        except FileNotFoundError:
            problem = f"there is no saved page pages/{source.page}"
        except UnicodeDecodeError as error:
            problem = f"pages/{source.page} is not UTF-8 text (byte {error.start})"
        except OSError as error:
            problem = f"pages/{source.page} can't be read: {error.strerror}"
        raise InvalidData([Problem(self.file, where, problem)])


@dataclass(frozen=True)
class Library:
    """Folders of data, each with `plans/` and `pages/`; a later one is laid over the earlier.

    The register, names, topics and labels are those of `base`.
    """

    base: Path = SHIPPED
    overlays: tuple[Path, ...] = ()
    # The days on which `refresh` last found the quotes of a source in its page.
    checked: Mapping[str, date] = field(default_factory=dict, hash=False)

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
        shipped = {label.label: label for label in read_labels(self.base / "labels.toml")}
        return {**self._own_labels()[0], **shipped}

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
                same = f"{plan.municipality} has a plan already, in {earlier.file}"
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

    def fingerprint(self) -> str:
        """A digest of all data files and of the code that builds from them."""
        digest = hashlib.sha256()
        for path in self._inputs():
            digest.update(path.name.encode() + b"\0" + _content(path) + b"\0")
        digest.update(repr(sorted(self.checked.items())).encode())
        return digest.hexdigest()

    def _inputs(self) -> Iterator[Path]:
        yield from sorted(SHIPPED.glob("*.py"))
        yield from (self.base / name for name in ("register.csv", "aliases.toml"))
        yield from (self.base / name for name in ("topics.toml", "labels.toml"))
        yield from (folder / "labels.toml" for folder in self.overlays)
        for folder in (self.base, *self.overlays):
            yield from sorted((folder / "plans").glob("*.toml"))
            yield from sorted(path for path in (folder / "pages").rglob("*") if path.is_file())


def _content(path: Path) -> bytes:
    """A file's bytes; what can't be read is left out of a build and has none."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
