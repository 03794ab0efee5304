"""A plan file that is not as it should be is told in words, with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import InvalidData
from knowledge.folders import SHIPPED
from knowledge.library import Library
from knowledge.plans import SCHEMA, parse_plan, plan_schema_text, read_plan

Spoil = Callable[..., None]

BAD = [
    # Not TOML at all, or half of it.
    ("[[sources]]", "[[sources", ": not valid TOML: "),
    ('label = "vision"', 'label = "vision', ": not valid TOML: "),
    ("published = 2022-04-01", "published = 2022-13-01", ": not valid TOML: "),
    ('kind = "vision"', 'kind = "vision"\nkind = "goal"', ": not valid TOML: "),
    # Fields that are missing, unknown or of a wrong type.
    ('municipality = "0643"', "", ": municipality: is missing"),
    ('municipality = "0643"', "municipality = 643", ": municipality: must be text in quotation"),
    ('kind = "vision"', "", ": statement 'habo-vision', kind: is missing"),
    (
        'kind = "vision"',
        'kind = "dream"',
        ": statement 'habo-vision', kind: 'dream' is none of 'vis",
    ),
    ('id = "habo-vision"\n', "", ": statement number 1, id: is missing"),
    ('id = "habo-vision"\n', "id = 7\n", ": statement '7', id: must be text in quotation marks"),
    (
        'translation = "A safe Habo"',
        'translation = "A safe Habo"\ntranslaton = "?"',
        ": statement 'habo-tryggt', translaton: is no field of a plan file",
    ),
    (
        'translation = "A safe Habo"',
        'translation = ["A safe Habo"]',
        ": statement 'habo-tryggt', translation: must be text in quotation marks, but is ['A safe",
    ),
    ('topics = ["safety"]', 'topics = "safety"', ", topics: must be a list in square brackets"),
    ('topics = ["safety"]', "topics = [1]", ", topics, 0: must be text in quotation marks"),
    (
        "valid_from = 2022-03-24",
        'valid_from = "spring 2022"',
        ": statement 'habo-vision', valid_from: must be a date as in 2024-01-31, but is 'spring",
    ),
    ('about = ["decided"]', 'about = ["when"]', ", about, 0: 'when' is none of 'start', "),
    (
        'about = ["decided"]',
        'states = { number = "many", label = "mål" }',
        ", states, number: must be a whole number, but is 'many'",
    ),
    ('about = ["decided"]', "states = 3", ", states: must be a table, but is 3"),
    ('about = ["decided"]', 'words = { fi = ["a"] }', ", words, fi: is no field of a plan file"),
    (
        'url = "https://habo.example/vision"\n',
        "",
        ": source 'habo-vision-och-mal', url: is missing",
    ),
    ("[[notes]]", "[notes]", ": notes: must be a list in square brackets"),
    ("[[notes]]", "[[nots]]", ": nots: is no field of a plan file"),
]


@pytest.mark.parametrize(("old", "new", "problem"), BAD)
def test_a_bad_plan_is_told_with_its_place(
    library: Library, spoil: Spoil, old: str, new: str, problem: str
) -> None:
    """The error names file, entry and field, and says what is wrong in plain words."""
    spoil(old, new)

    plans, problems = library.plan_files()

    assert plans == []
    told = [str(found) for found in problems]
    assert any(text.startswith("plans/habo.toml: ") and problem in text for text in told)


def test_every_wrong_field_of_a_plan_is_listed(library: Library, spoil: Spoil) -> None:
    """Three slips in three entries are three problems."""
    spoil('kind = "vision"', "")
    spoil('topics = ["safety"]', 'topics = "safety"')
    spoil("[[notes]]", '[[notes]]\nkid = "newer"')

    assert len(library.plan_files()[1]) == 3


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'municipality = "\xe5"', "byte 16: the file is not UTF-8 text"),
        (b"\xff\xfem\x00", "byte 0: the file is not UTF-8 text"),
        (b"", "municipality: is missing"),
        (b"[" * 5000, "not valid TOML"),
    ],
)
def test_a_file_that_is_no_plan_is_told(tmp_path: Path, content: bytes, problem: str) -> None:
    """Bytes of another encoding, an empty file and nonsense get a message too."""
    path = tmp_path / "x.toml"
    path.write_bytes(content)

    with pytest.raises(InvalidData, match=problem):
        read_plan(path, "plans/x.toml")


def test_a_plan_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    """Neither ends in a traceback."""
    with pytest.raises(InvalidData, match="the file does not exist"):
        read_plan(tmp_path / "x.toml", "plans/x.toml")
    with pytest.raises(InvalidData, match="the file can't be read"):
        read_plan(tmp_path, "plans/x.toml")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_FIELDS = ("municipality", "sources", "statements", "notes")


@given(st.dictionaries(st.sampled_from(_FIELDS) | st.text(), _VALUES, max_size=5))
def test_whatever_a_plan_holds_it_is_read_or_told(data: dict[str, Any]) -> None:
    """No contents of a file make anything but a plan or InvalidData."""
    try:
        told = [parse_plan(data, "plans/x.toml").municipality]
    except InvalidData as error:
        told = [str(problem) for problem in error.problems]

    assert told


def test_the_schema_for_editors_is_that_of_the_models() -> None:
    """`plan.schema.json` is made from the models; after a change: `make schema`."""
    assert (SHIPPED / SCHEMA).read_text("utf-8") == plan_schema_text()


def test_the_schema_lists_every_field_of_a_statement() -> None:
    """An editor completes fields and kinds from it."""
    statement = json.loads(plan_schema_text())["$defs"]["Statement"]

    assert statement["additionalProperties"] is False
    assert {"id", "kind", "label", "original", "translation"} == set(statement["required"])


@pytest.mark.parametrize("path", sorted((SHIPPED / "plans").glob("*.toml")), ids=lambda p: p.name)
def test_each_plan_names_the_schema(path: Path) -> None:
    """Its first line tells an editor where the schema is."""
    first = path.read_text("utf-8").splitlines()[0]

    assert first == f"#:schema ../{SCHEMA}"
