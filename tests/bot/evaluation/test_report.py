"""Questions asked and judged, with a table of how it went."""

import json
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.evaluation.report import evaluate
from bot.translated import follow_locale

CASES = [
    {"question": "Vilka mål har Värnamo?", "language": "sv", "outcome": "answer"},
    {"question": ["Ljungby mål", "och Värnamo?"], "language": "sv", "outcome": "answer"},
    {"question": "Gäller Jokkmokks vision?", "language": "sv", "outcome": "answer",
     "on": "2031-01-01", "status": "ended"},
    {"question": "Kalix mål", "language": "sv", "outcome": "answer"},
    {"question": "Värnamos mål", "language": "sv", "outcome": "unknown"},
]  # fmt: skip


def report(assistant: Assistant, path: Path, *, quiet: bool) -> tuple[float, list[str]]:
    """The share of right replies and the lines printed."""
    path.write_text("\n".join(json.dumps(case) for case in CASES), "utf-8")
    lines: list[str] = []
    share = evaluate(assistant, [path], quiet=quiet, echo=lines.append)
    return share, lines


def test_the_share_of_right_replies_is_told(assistant: Assistant, tmp_path: Path) -> None:
    """Three of five; one is wrongly refused, one wrongly answered."""
    share, lines = report(assistant, tmp_path / "cases.jsonl", quiet=True)

    assert share == 60.0
    assert lines[-1] == "3 of 5 right: 60.0 %"
    assert lines[0].splitlines()[0].split()[:4] == ["category", "lang", "all", "right"]
    assert lines[0].splitlines()[1].split() == ["sv", "5", "3", "0", "1", "1"]


def test_each_failure_is_told_with_its_question(assistant: Assistant, tmp_path: Path) -> None:
    """Unless quiet."""
    _, lines = report(assistant, tmp_path / "cases.jsonl", quiet=False)

    assert "cases.jsonl:4: Kalix mål\n    wrongly refused: " in "\n".join(lines)
    assert "cases.jsonl:5: Värnamos mål\n    wrongly answered: " in "\n".join(lines)


def test_the_report_follows_the_locale(
    assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headings, verdicts and faults; the fields of a reply keep their names."""
    monkeypatch.setenv("LANGUAGE", "sv")
    follow_locale()

    _, lines = report(assistant, tmp_path / "cases.jsonl", quiet=False)

    text = "\n".join(lines)
    assert "felaktigt avvisad: outcome är unknown (not_covered), inte answer" in text
    assert lines[-2].splitlines()[0].split()[:4] == ["kategori", "språk", "alla", "rätt"]
    assert lines[-1] == "3 av 5 rätt: 60.0 %"
