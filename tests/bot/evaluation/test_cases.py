"""Files of labelled questions are read as `docs/questions.md` says."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.evaluation.cases import Case, InvalidCase, read_cases
from bot.evaluation.report import evaluate
from tests.conftest import QUESTIONS

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

    assert named == {field.name for field in fields(Case)} - {"turns", "ignored"} | {"question"}


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


CASE = {"question": "hej", "language": "sv", "outcome": "chat"}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"outcome": ["answr"]}, "outcome: 'answr' is none of 'answer', 'clarify'"),
        ({"outcome": []}, "outcome: is empty"),
        ({"reason": "offtopic"}, "reason: 'offtopic' is none of 'not_covered'"),
        ({"status": "over"}, "status: 'over' is none of 'current'"),
        ({"text": "("}, "text: '(' is no regular expression"),
        ({"text_not": ["a", "["]}, "text_not: '[' is no regular expression"),
        ({"on": "2031-02-30"}, "on: must be a date as in 2024-01-31, but is '2031-02-30'"),
        ({"question": 5}, "question: must be a list in square brackets, but is 5"),
        ({"question": ["a", 5]}, "question: must be text in quotation marks, but is 5"),
        ({"municipalities": "Habo"}, "municipalities: must be a list in square brackets"),
        ({"outcome": None}, "outcome: is missing"),
    ],
)
def test_a_field_that_is_wrong_is_named(
    tmp_path: Path, wrong: dict[str, object], told: str
) -> None:
    """A slip of the pen must not let a case pass: what is not read is not judged."""
    with pytest.raises(InvalidCase) as raised:
        list(read_cases([written(tmp_path, "", CASE | wrong)]))

    assert f"cases.jsonl:2: not a case: {told}" in str(raised.value)


def test_a_field_that_no_case_has_is_told(tmp_path: Path, assistant: Assistant) -> None:
    """A file may say more than is judged; a slip of the pen must not go unseen."""
    path = written(tmp_path, CASE | {"persona": "Ada", "munis": ["Habo"]})
    told: list[str] = []
    share = evaluate(assistant, [path], quiet=True, echo=told.append)

    assert "Not judged, for a case has no such field: munis, persona" in told
    assert share == 100


@pytest.mark.parametrize("content", [b'{"question": "m\xe5l"}', b"\xff\xfe"])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    """Saved as Latin-1, or something else than text."""
    (tmp_path / "cases.jsonl").write_bytes(content)

    with pytest.raises(InvalidCase, match=r"cases\.jsonl: the file is not UTF-8 text"):
        list(read_cases([tmp_path / "cases.jsonl"]))


def test_what_people_note_and_leave_empty_is_passed_over(tmp_path: Path) -> None:
    """A note, a null, a mark of the byte order."""
    line = json.dumps(CASE | {"note": "seen in May", "municipalities": None, "intent": "greeting"})
    (tmp_path / "cases.jsonl").write_bytes(b"\xef\xbb\xbf" + line.encode())

    (case,) = read_cases([tmp_path / "cases.jsonl"])

    assert (case.municipalities, case.category) == (None, "greeting")


def test_all_our_own_cases_are_read() -> None:
    """Every file in tests/questions."""
    files = sorted(QUESTIONS.rglob("*.jsonl"))

    assert len(list(read_cases(files))) > 1000
