"""A plan as StratML Part 1 (ISO 17469-1): one document a municipality.

The standard has one Vision, one Mission, Values, and Goals with Objectives. What does not fit
(replaced visions and goals, how goals are steered, facts, quotations, our notes) stands in
OtherInformation, so that nothing is lost and nothing is passed off as something else.
"""

import re
from datetime import date
from gettext import gettext as _
from xml.etree import ElementTree

from knowledge.errors import KnowledgeError
from knowledge.exports.entries import Entry, entries, place
from knowledge.exports.structure import Structure
from knowledge.library import Library, PlanFile

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
# What XML 1.0 can't hold.
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ElementTree.register_namespace("", NAMESPACE)


class NotStratML(KnowledgeError):
    """A plan can't be put in StratML; the message says whose and why."""


def as_stratml(plan_file: PlanFile, library: Library, day: date) -> str:
    """The document as text. NotStratML, with the reason, where that can't be done."""
    municipality = place(plan_file, library)
    found = list(entries(plan_file, library, day))
    parts = Structure(found)
    if not parts.goals:
        raise NotStratML(
            _(
                "{name}: the plan has no goal, goal area, focus area or priority that is not "
                "replaced, and StratML (ISO 17469-1) asks for at least one."
            ).format(name=municipality.name)
        )
    root = ElementTree.Element(_tag("StrategicPlan"))
    source = plan_file.plan.sources[0]
    _add(root, "Name", source.title)
    _add(root, "Description", f"{municipality.name}, {municipality.county}")
    notes = [f"{note.sv}\n{note.en}" for note in plan_file.plan.notes]
    others = [_line(entry) for entry in parts.rest]
    _add(root, "OtherInformation", "\n\n".join([*others, *notes]))
    core = _add(root, "StrategicPlanCore")
    organization = _add(core, "Organization")
    _add(organization, "Name", municipality.name)
    _add(organization, "Identifier", f"SE-{municipality.code}")
    _add(organization, "Description", f"Kommun (municipality), {municipality.county}")
    _vision_and_mission(core, parts)
    for entry in parts.values:
        value = _add(core, "Value")
        _add(value, "Name", entry.statement.original)
        _add(value, "Description", _explanations(entry, parts))
    for number, entry in enumerate(parts.goals, start=1):
        _goal(core, entry, parts, number)
    _administration(root, parts, source.published or source.changed, source.url)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _vision_and_mission(core: ElementTree.Element, parts: Structure) -> None:
    if parts.vision:
        vision = _add(core, "Vision")
        text = [parts.vision.statement.original, _explanations(parts.vision, parts)]
        _add(vision, "Description", "\n".join(part for part in text if part))
        _add(vision, "Identifier", parts.vision.statement.id)
    if parts.mission:
        mission = _add(core, "Mission")
        lines = [(entry.statement.original, _explanations(entry, parts)) for entry in parts.mission]
        _add(mission, "Description", "\n".join(part for line in lines for part in line if part))
        _add(mission, "Identifier", parts.mission[0].statement.id)


def _goal(core: ElementTree.Element, entry: Entry, parts: Structure, number: int) -> None:
    goal = _add(core, "Goal")
    _described(goal, entry, parts, str(number))
    for place_, under in enumerate(parts.objectives[entry.statement.id], start=1):
        _described(_add(goal, "Objective"), under, parts, f"{number}.{place_}")


def _described(element: ElementTree.Element, entry: Entry, parts: Structure, order: str) -> None:
    statement = entry.statement
    _add(element, "Name", statement.original)
    _add(element, "Description", _explanations(entry, parts))
    _add(element, "Identifier", statement.id)
    _add(element, "SequenceIndicator", order)
    if statement.decided_by:
        stakeholder = _add(element, "Stakeholder", StakeholderTypeType="Organization")
        _add(stakeholder, "Name", statement.decided_by)
    _add(element, "OtherInformation", "\n".join(_about(entry)))


def _about(entry: Entry) -> list[str]:
    """What StratML has no place for: the page's own word, the English, dates and the link."""
    statement = entry.statement
    lines = [f"{statement.label} ({entry.label_translation})"]
    lines += [f"English (unofficial): {statement.translation}"] if statement.translation else []
    lines += [f"Gäller från (valid from): {statement.valid_from}"] if statement.valid_from else []
    lines += (
        [f"Gäller till (valid until): {statement.valid_until}"] if statement.valid_until else []
    )
    return [*lines, f"Källa (source): {entry.link}"]


def _explanations(entry: Entry, parts: Structure) -> str:
    return "\n".join(
        under.statement.original for under in parts.explained.get(entry.statement.id, [])
    )


def _line(entry: Entry) -> str:
    statement = entry.statement
    replaced = f", ersatt av (replaced by) {statement.replaced_by}" if statement.replaced_by else ""
    return f"{statement.label}{replaced}: {statement.original}"


def _administration(
    root: ElementTree.Element, parts: Structure, published: date | None, url: str
) -> None:
    held = [*([parts.vision] if parts.vision else []), *parts.goals]
    starts = [entry.statement.valid_from for entry in held if entry.statement.valid_from]
    ends = [entry.statement.valid_until for entry in held if entry.statement.valid_until]
    # The plan ends with its vision; without one, when the last of its goals has ended.
    over = parts.vision.statement.valid_until if parts.vision else None
    if not over and len(ends) == len(held):
        over = max(ends)
    information = _add(root, "AdministrativeInformation")
    if starts:
        _add(information, "StartDate", min(starts).isoformat())
    if over:
        _add(information, "EndDate", over.isoformat())
    if published:
        _add(information, "PublicationDate", published.isoformat())
    _add(information, "Source", url)


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, _tag(name), attributes)
    if text and _ILLEGAL.search(text):
        raise NotStratML(_("“{text}” holds a character that XML can't.").format(text=text[:60]))
    element.text = text
    return element


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
