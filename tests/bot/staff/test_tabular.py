"""Rows as a table, as CSV and as JSON, whatever texts they hold."""

import csv
import io
import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.staff.tabular import Column, as_csv, as_json, as_table
from knowledge.exports.cells import unguarded

COLUMNS = [Column("times", "Times"), Column("text", "Question", wide=True), Column("day")]


def test_a_table_fits_the_terminal() -> None:
    """Long texts are wrapped; columns without a heading are left out; numbers stand right."""
    rows = [{"times": 12, "text": "mål " * 40, "day": date(2026, 11, 22)}]

    lines = as_table(COLUMNS, rows, width=60).splitlines()

    assert max(map(len, lines)) <= 60
    assert lines[2].startswith("     12  mål mål")
    assert "2026" not in "".join(lines)


def test_csv_opens_right_in_excel() -> None:
    """A mark for UTF-8, semicolons, no formulas; several texts in a cell; quotes doubled."""
    rows = [
        {"times": 1, "text": '=HYPERLINK("x";1)', "day": None},
        {"times": 2, "text": ["å", "ä; ö"], "day": True},
    ]

    assert as_csv(COLUMNS, rows).decode() == (
        '\ufefftimes;text;day\r\n1;"\'=HYPERLINK(""x"";1)";\r\n2;"å; ""ä; ö""";true\r\n'
    )


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_any_text_comes_back(texts: list[str]) -> None:
    """From CSV and from JSON."""
    rows = [{"times": number, "text": text, "day": None} for number, text in enumerate(texts)]

    sheet = io.StringIO(as_csv(COLUMNS, rows).decode("utf-8-sig"), newline="")

    assert [unguarded(row["text"]) for row in csv.DictReader(sheet, delimiter=";")] == texts
    assert [row["text"] for row in json.loads(as_json(COLUMNS, rows))] == texts
