"""A plan that is to be put in place: read from TOML or a spreadsheet, with its saved pages."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path

from knowledge.check import check_beside, sound_plans
from knowledge.errors import InvalidData, Problem
from knowledge.intake.extras import extra
from knowledge.intake.remarks import CannotTake
from knowledge.intake.table import codes_in, is_table, plan_from_table
from knowledge.library import Library, PlanFile
from knowledge.marking import marked
from knowledge.models import Plan
from knowledge.plans import parse_plan, read_plan
from knowledge.toml_errors import in_words


@dataclass(frozen=True, slots=True)
class Incoming:
    """A plan to be imported, the text of its file, the folder of its pages, its own labels."""

    plan: Plan
    text: str
    folder: Path
    file: str
    labels: Path | None = None
    problems: tuple[Problem, ...] = field(default=())


def read_incoming(path: Path, library: Library, code: str | None = None) -> Incoming:
    """Read what is to be imported. InvalidData or CannotTake where it can't be read.

    Whether it keeps the promises is another question: see `problems_of`.
    """
    if not path.is_file():
        raise CannotTake(marked("There is no file {page}."), page=str(path))
    if is_table(path):
        plan = _from_table(path, library, code)
        text = _as_text(plan)
    elif path.suffix.lower() == ".json":
        plan = _from_json(path, code)
        text = _as_text(plan)
    else:
        plan = read_plan(path, path.name)
        text = path.read_bytes().decode()
    folder = _folder_of_pages(path, plan, library)
    labels = folder / "labels.toml"
    return Incoming(plan, text, folder, path.name, labels if labels.is_file() else None)


def problems_of(incoming: Incoming, library: Library) -> list[Problem]:
    """What keeps the plan from being put in place; empty where nothing does."""
    with_labels = library
    if incoming.labels is not None:
        overlays = (*library.overlays, incoming.folder)
        with_labels = Library(library.base, overlays, library.checked)
    plan_file = PlanFile(incoming.plan, incoming.folder, incoming.file)
    others, _ = sound_plans(library)
    return sorted(set(check_beside(plan_file, others, with_labels)))


def plan_so_far(library: Library, code: str) -> PlanFile | None:
    """The plan that is served for a municipality today, or None."""
    for plan_file in sound_plans(library)[0]:
        if plan_file.plan.municipality == code:
            return plan_file
    return None


def _from_table(path: Path, library: Library, code: str | None) -> Plan:
    codes = [code] if code else codes_in(path)
    beside = _plan_beside(path)
    if not codes and beside:
        codes = [beside.municipality]
    if len(codes) != 1:
        raise CannotTake(
            marked("{page} holds {number} municipalities; say which with --municipality."),
            page=path.name,
            number=len(codes),
        )
    so_far = plan_so_far(library, codes[0])
    known = beside if beside and beside.municipality == codes[0] else None
    return plan_from_table(path, codes[0], known or (so_far.plan if so_far else None))


def _plan_beside(path: Path) -> Plan | None:
    """The plan file of the same name beside a spreadsheet, as a draft writes them."""
    beside = path.with_suffix(".toml")
    for candidate in (beside, path.parent / "plans" / beside.name):
        if candidate.is_file():
            return read_plan(candidate, candidate.name)
    return None


def _from_json(path: Path, code: str | None) -> Plan:
    from knowledge.exports.loading import plans_from_json

    plans = [plan for plan in plans_from_json(path) if code in {None, plan.municipality}]
    if len(plans) != 1:
        raise CannotTake(
            marked("{page} holds {number} municipalities; say which with --municipality."),
            page=path.name,
            number=len(plans),
        )
    return plans[0]


def _as_text(plan: Plan) -> str:
    extra("tomlkit")
    from knowledge.exports.as_toml import plan_to_toml

    return plan_to_toml(plan)


def _folder_of_pages(path: Path, plan: Plan, library: Library) -> Path:
    """The folder whose `pages/` holds the plan's pages: near the file, else where they were."""
    near = [path.parent.parent, path.parent]
    so_far = list(reversed((library.base, *library.overlays)))
    for folder in (*near, *so_far):
        if all((folder / "pages" / source.page).is_file() for source in plan.sources):
            return folder
    return near[0]


def moved_pages(incoming: Incoming, own: Path) -> Mapping[str, str]:
    """New names for pages that stand in the own folder already with another content.

    A saved page is never written over: earlier versions of the plan quote it.
    """
    import hashlib

    found: dict[str, str] = {}
    for source in incoming.plan.sources:
        there = own / "pages" / source.page
        content = (incoming.folder / "pages" / source.page).read_bytes()
        if there.is_file() and there.read_bytes() != content:
            digest = hashlib.sha256(content).hexdigest()[:8]
            stem, dot, ending = source.page.rpartition(".")
            found[source.page] = f"{stem}-{digest}{dot}{ending}" if dot else f"{ending}-{digest}"
    return found


def renamed(incoming: Incoming, names: Mapping[str, str]) -> str:
    """The plan file's text with pages called by their new names."""
    text = incoming.text
    for old, new in names.items():
        for quote in (json.dumps(old, ensure_ascii=False), f"'{old}'"):
            text = text.replace(quote, json.dumps(new, ensure_ascii=False))
    return text


def reread(text: str, file: str) -> Plan:
    """The plan in a text; InvalidData where it is none."""
    import tomllib

    try:
        return parse_plan(tomllib.loads(text), file)
    except tomllib.TOMLDecodeError as error:
        raise InvalidData(
            [Problem(file, "", _("not valid TOML: {error}").format(error=in_words(error)))]
        ) from None
