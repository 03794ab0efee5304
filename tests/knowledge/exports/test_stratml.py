"""StratML documents: the rules relied on always, the schema itself where it is at hand."""

import os
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from knowledge.exports.as_stratml import NAMESPACE, NotStratML, as_stratml
from knowledge.library import Library, PlanFile
from knowledge.models import Kind, Statement
from tests.conftest import TODAY

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_ORDER = {
    "StrategicPlan": [
        "Name",
        "Description",
        "OtherInformation",
        "StrategicPlanCore",
        "AdministrativeInformation",
    ],
    "StrategicPlanCore": ["Organization", "Vision", "Mission", "Value", "Goal"],
    "Organization": ["Name", "Acronym", "Identifier", "Description", "Stakeholder"],
    "Vision": ["Description", "Identifier"],
    "Mission": ["Description", "Identifier"],
    "Value": ["Name", "Description"],
    "Goal": [
        "Name",
        "Description",
        "Identifier",
        "SequenceIndicator",
        "Stakeholder",
        "OtherInformation",
        "Objective",
    ],
    "AdministrativeInformation": ["StartDate", "EndDate", "PublicationDate", "Source"],
    "Stakeholder": ["Name", "Description"],
}
_ORDER["Objective"] = _ORDER["Goal"][:-1]
_MANY = {"Value", "Goal", "Objective", "Organization", "Stakeholder"}
PLANS = {one.plan.municipality: one for one in Library().plan_files()[0]}


def schema_file() -> Path | None:
    """The schema of StratML Part 1: where KOMMUNMAL_SCHEMAS says, or shared beside the project."""
    beside = Path(__file__).parents[4] / "shared" / "schemas"
    folder = Path(os.environ.get("KOMMUNMAL_SCHEMAS", beside))
    return next(iter(folder.glob("StrategicPlanISOVersion*.xsd")), None)


def tree(plan_file: PlanFile) -> ElementTree.Element:
    """The document, parsed."""
    return ElementTree.fromstring(as_stratml(plan_file, Library(), TODAY))  # noqa: S314 - ours


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.removeprefix(f"{{{NAMESPACE}}}")


def texts(root: ElementTree.Element, path: str) -> list[str]:
    """The texts of the elements at a path."""
    spaced = "/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/"))
    return [element.text or "" for element in root.iterfind(f".//{spaced}")]


def with_statements(plan_file: PlanFile, *statements: Statement) -> PlanFile:
    """The plan with other statements."""
    return replace(plan_file, plan=replace(plan_file.plan, statements=statements))


@pytest.mark.parametrize("code", PLANS)
def test_elements_stand_in_the_order_of_the_schema(code: str) -> None:
    """Every element is known, in its place, and only lists repeat."""
    root = tree(PLANS[code])

    for element in root.iter():
        children = [local(child) for child in element]
        if not children:
            continue
        order = _ORDER[local(element)]
        assert children == sorted(children, key=order.index)
        single = [name for name in children if name not in _MANY]
        assert len(single) == len(set(single))


@pytest.mark.parametrize("code", PLANS)
def test_there_are_goals_each_with_a_name_and_lasting_identifiers(code: str) -> None:
    """At least one Goal; Name and Description in each; identifiers unique and well formed."""
    root = tree(PLANS[code])
    goals = list(root.iter(f"{{{NAMESPACE}}}Goal"))
    identifiers = texts(root, "Identifier")

    assert goals
    for goal in goals:
        assert [local(child) for child in goal][:2] == ["Name", "Description"]
        assert goal[0].text
    assert len(identifiers) == len(set(identifiers))
    assert all(_NAME.fullmatch(identifier) for identifier in identifiers)


@pytest.mark.parametrize("code", PLANS)
def test_every_statement_stands_in_the_document(code: str) -> None:
    """Nothing of the plan is lost on the way, and nothing stands there twice."""
    everything = "\n".join(tree(PLANS[code]).itertext())

    for statement in PLANS[code].plan.statements:
        assert statement.original in everything


@pytest.mark.parametrize("code", PLANS)
def test_documents_are_valid_against_the_schema(code: str) -> None:
    """The schema of ISO 17469-1 has nothing to say against them."""
    schema = schema_file()
    if schema is None:
        pytest.skip("the schema is not at hand")
    etree = pytest.importorskip("lxml.etree")
    document = etree.fromstring(as_stratml(PLANS[code], Library(), TODAY).encode())

    etree.XMLSchema(etree.parse(schema)).assertValid(document)


def test_the_vision_of_today_is_the_vision() -> None:
    """Värnamo's replaced vision stands in OtherInformation, with what replaced it."""
    root = tree(PLANS["0683"])

    assert texts(root, "Vision/Identifier") == ["varnamo-vision"]
    assert texts(root, "Vision/Description")[0].startswith("Värnamo den mänskliga tillväxt")
    other = (texts(root, "StrategicPlanCore/Vision") and root[2].text) or ""
    assert "vision, ersatt av (replaced by) varnamo-vision: Värnamo den" in other
    assert "40 000 invånare" not in texts(root, "Vision/Description")[0]


def test_explanations_describe_their_goal() -> None:
    """What belongs to a goal is its Description, in the order of the page."""
    root = tree(PLANS["0683"])

    description = texts(root, "Goal/Description")[0]

    assert description.startswith("Värnamo går in i en utmanade tid")
    assert len(description.splitlines()) == 3


def test_an_action_is_an_objective_of_its_goal() -> None:
    """Övertorneå's centre for Meänkieli serves its priority."""
    root = tree(PLANS["2518"])

    assert texts(root, "Objective/Identifier") == ["overtornea-center-for-meankieli"]


def test_a_plan_that_has_ended_says_when() -> None:
    """Övertorneå's Vision 2020 ended with that year."""
    assert texts(tree(PLANS["2518"]), "EndDate") == ["2020-12-31"]


def test_a_plan_without_goals_is_refused_with_the_reason() -> None:
    """Only visions, or only goals that were replaced: there is nothing for the one Goal."""
    jokkmokk = PLANS["2510"]
    kept = [s for s in jokkmokk.plan.statements if s.kind in {Kind.VISION, Kind.VALUE}]
    gone = replace(kept[0], id="jokkmokk-old", kind=Kind.GOAL, replaced_by=kept[0].id)

    with pytest.raises(NotStratML, match=r"Jokkmokk: the plan has no goal, .* at least one"):
        as_stratml(with_statements(jokkmokk, *kept, gone), Library(), TODAY)


def test_a_character_that_xml_lacks_is_refused() -> None:
    """A bell in a text would make the document unreadable."""
    varnamo = PLANS["0683"]
    rung = replace(varnamo.plan.statements[0], original="Värnamo\x07")

    with pytest.raises(NotStratML, match="a character that XML can't"):
        as_stratml(with_statements(varnamo, rung, *varnamo.plan.statements[1:]), Library(), TODAY)


def test_parents_in_a_circle_end_nowhere() -> None:
    """Two goals that name each other as parent make a document all the same."""
    varnamo = PLANS["0683"]
    goals = [s for s in varnamo.plan.statements if s.kind is Kind.GOAL][:2]
    ring = [
        replace(goals[0], parent=goals[1].id),
        replace(goals[1], parent=goals[0].id),
        replace(goals[0], id="varnamo-free"),
    ]

    root = tree(with_statements(varnamo, *ring))

    assert "varnamo-free" in texts(root, "Goal/Identifier")
