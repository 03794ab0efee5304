"""A tiny load, as `make load` runs it."""

import os
import re
import subprocess
import sys


def test_a_few_questions() -> None:
    """Both bots answer each question once; rates, memory and the limits set are told."""
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", "--questions", "20", "--open", "4"],
        # A setting of whoever runs it changes nothing.
        env={**os.environ, "TELEGRAM_QUESTIONS_A_MINUTE": "1", "KOMMUNMAL_HOME": "nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    figures = dict(re.findall(r"^\| (\w[^|]*?) +\|(.*)\|$", result.stdout, re.MULTILINE))
    assert "5 alternating pairs of 4 questions" in result.stdout
    assert "TELEGRAM_MESSAGES_A_SECOND=0" in result.stdout
    assert re.fullmatch(r"( +\d+ \|){2} +\d\.\d\d ", figures["questions a second"])
    assert [figures[name].split() for name in ("lost", "answered twice")] == 2 * [
        ["0", "|", "0", "|"]
    ]
    assert re.findall(r"\d+\.\d MB", figures["20"])
