"""A draft written to a folder laid out as a data folder: plans/, pages/, the schema beside."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowledge.errors import reason
from knowledge.intake.draft import Draft
from knowledge.intake.extras import extra
from knowledge.intake.place import slug
from knowledge.intake.plan_text import page_name, plan_text
from knowledge.intake.remarks import CannotTake, Say
from knowledge.intake.unsure import mark_cells
from knowledge.library import SHIPPED, Library, PlanFile
from knowledge.marking import marked
from knowledge.models import Language, Plan
from knowledge.plans import SCHEMA, read_plan


@dataclass(frozen=True, slots=True)
class Written:
    """Where the plan and the saved page were written."""

    plan: Path
    page: Path


def written_to(draft: Draft, folder: Path) -> Written:
    """Where a draft's files go in a folder."""
    assert draft.place is not None  # noqa: S101  # asked before
    plan = folder / "plans" / f"{slug(draft.place)}.toml"
    return Written(plan, folder / "pages" / page_name(draft))


def write_draft(
    draft: Draft, library: Library, folder: Path, say: Say, language: Language
) -> Written:
    """Write plan and page; CannotTake where the folder can't be written to."""
    assert draft.place is not None  # noqa: S101  # asked before
    files = written_to(draft, folder)
    text = plan_text(draft, library, plan_of(library, draft.place.code), say, language)
    try:
        for path, content in (
            (files.page, draft.captured.text),
            (files.plan, text),
            (folder / SCHEMA, (SHIPPED / SCHEMA).read_text(encoding="utf-8")),
            *_labels(draft, library, folder),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="") as file:
                file.write(content)
    except OSError as error:
        raise CannotTake(
            marked("{path} can't be written: {error}. Name another folder with -o."),
            path=str(error.filename or folder),
            error=reason(error),
        ) from None
    return files


def _labels(draft: Draft, library: Library, folder: Path) -> list[tuple[Path, str]]:
    """The page's own words that have no English yet, in a file for a person to fill in."""
    missing = sorted({p.label for p in draft.proposals} - set(library.labels))
    if not missing:
        return []
    kinds = {proposal.label: proposal.kind for proposal in draft.proposals}
    lines = [
        f'"{label}" = {{ en = "", many = ["{label}", ""], kind = "{kinds[label]}" }}'
        for label in missing
    ]
    heading = "# The page's own words for kinds of statement, with their English and plurals.\n"
    return [(folder / "labels.toml", heading + "\n".join(lines) + "\n")]


def write_workbook(plan: Path, folder: Path, library: Library) -> Path:
    """Write the plan as a spreadsheet too, beside the folder of plans."""
    extra("openpyxl")
    from knowledge.exports.as_xlsx import as_xlsx

    plan_file = PlanFile(read_plan(plan, plan.name), folder, plan.name)
    path = folder / f"{plan.stem}.xlsx"
    today = datetime.now(UTC).astimezone().date()
    path.write_bytes(as_xlsx([plan_file], library, today))
    mark_cells(path, plan.read_text(encoding="utf-8"))
    return path


def plan_of(library: Library, code: str) -> Plan | None:
    """The plan in use for a municipality, or None."""
    plan_files, _ = library.plan_files()
    for plan_file in plan_files:
        if plan_file.plan.municipality == code:
            return plan_file.plan
    return None
