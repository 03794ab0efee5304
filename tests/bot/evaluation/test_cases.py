"""Files of labelled questions are read as `docs/questions.md` says."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.evaluation.cases import Case, InvalidCase, read_cases

DOCUMENT = Path(__file__).parents[3] / "docs" / "questions.md"


def written(tmp_path: Path, *lines: object) -> Path:
    """A file of cases."""
    path = tmp_path / "cases.jsonl"
    path.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    )
    return path


def test_the_document_names_every_field() -> None:
    """No field is left out, and none is invented."""
    rows = re.findall(r"^\| (`.*?) \|", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}

    assert named == {field.name for field in fields(Case)} - {"turns"} | {"question"}


def test_a_case_is_read_with_what_it_leaves_out(tmp_path: Path) -> None:
    """A question alone or several turns; one language or a list; an id made of the place."""
    least = {"question": "hej", "language": "sv", "outcome": "chat"}
    turns = {"question": ["Värnamo mål", "och?"], "language": ["sv", "en"], "outcome": ["answer"]}

    one, two = read_cases([written(tmp_path, least, "", turns)])

    assert (one.id, one.turns, one.language) == ("cases.jsonl:1", ("hej",), ("sv",))
    assert one.municipalities is None
    assert (two.id, two.turns) == ("cases.jsonl:3", ("Värnamo mål", "och?"))


@pytest.mark.parametrize("line", ["{", "[]", "1", "{}", {"question": "x", "language": "sv"}])
def test_a_line_that_is_no_case_is_told_with_its_place(tmp_path: Path, line: object) -> None:
    """File and number."""
    with pytest.raises(InvalidCase, match=r"cases\.jsonl:1: not a case"):
        list(read_cases([written(tmp_path, line)]))
