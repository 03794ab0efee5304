"""Spreadsheets as staff meet them: opened in Excel, saved again, edited, broken."""

from dataclasses import fields
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from knowledge.errors import InvalidData
from knowledge.exports.as_csv import as_csv, statement_rows
from knowledge.exports.as_xlsx import as_xlsx
from knowledge.exports.columns import sheets
from knowledge.exports.entries import entries
from knowledge.exports.loading import plan_from_xlsx, plans_from_xlsx
from knowledge.exports.rows import INNER
from knowledge.exports.unflattening import rows_to_data
from knowledge.library import Library, PlanFile
from knowledge.models import Note, Source, Statement
from knowledge.plans import parse_plan
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def varnamo() -> PlanFile:
    """The plan of Värnamo."""
    plan_files, _ = Library().plan_files()
    return next(one for one in plan_files if one.plan.municipality == "0683")


def workbook(plan_file: PlanFile) -> Workbook:
    """The exported workbook, opened."""
    return load_workbook(BytesIO(as_xlsx([plan_file], Library(), TODAY)))


def read_back(book: Workbook, tmp_path: Path) -> object:
    """The plan in a workbook that was saved again."""
    book.save(tmp_path / "saved.xlsx")
    return plan_from_xlsx(tmp_path / "saved.xlsx")


@pytest.mark.parametrize(
    ("sheet", "noun"), [("statements", Statement), ("sources", Source), ("notes", Note)]
)
def test_every_field_of_the_models_has_its_column(sheet: str, noun: type) -> None:
    """A field that is added to a model can't be forgotten in the spreadsheets."""
    columns = set(sheets()[sheet])
    expected = {
        column
        for field in fields(noun)
        if field.name != "mend"
        for column in INNER.get(field.name, {"": field.name}).values()
    }

    assert expected <= columns
    assert {name for name in columns - expected if not sheets()[sheet][name].derived} == {"code"}


def test_csv_opens_right_in_swedish_excel(varnamo: PlanFile) -> None:
    """A byte order mark tells UTF-8; fields are parted by semicolons, lines by CR LF."""
    content = as_csv([varnamo], Library(), TODAY).encode()

    assert content.startswith(b"\xef\xbb\xbfid;code;municipality;")
    assert "Värnamo den mänskliga tillväxtkommunen!" in content.decode("utf-8-sig")
    assert content.count(b"\r\n") == len(varnamo.plan.statements) + 1


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_comes_back_whatever_its_separator(
    varnamo: PlanFile, separator: str, tmp_path: Path
) -> None:
    """The statements of a CSV file are those of the plan."""
    path = tmp_path / "plan.csv"
    path.write_bytes(as_csv([varnamo], Library(), TODAY, separator).encode())
    rows = {"statements": statement_rows(path), "sources": []}

    plan = parse_plan(rows_to_data("0683", rows), path.name)

    assert plan.statements == varnamo.plan.statements


def test_csv_in_an_old_encoding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    """Excel's plain "CSV" is not UTF-8."""
    path = tmp_path / "plan.csv"
    path.write_bytes("id;label\na;mål\n".encode("cp1252"))

    with pytest.raises(InvalidData, match="CSV UTF-8"):
        statement_rows(path)


def test_a_quote_that_looks_like_a_formula_stays_text(varnamo: PlanFile, tmp_path: Path) -> None:
    """No spreadsheet program runs what a page wrote."""
    book = workbook(varnamo)
    cell = book["statements"]["G2"]
    assert (cell.value, cell.data_type) != ("", "f")
    cell.value, cell.data_type = '=HYPERLINK("x")', "s"

    plan = read_back(book, tmp_path)

    assert plan.statements[0].original == '=HYPERLINK("x")'  # type: ignore[attr-defined]


def test_the_workbook_helps_who_fills_it_in(varnamo: PlanFile) -> None:
    """Kinds are chosen from a list, headings stay in sight, every column is explained."""
    book = workbook(varnamo)

    assert book.sheetnames == ["statements", "sources", "mended", "notes", "columns"]
    assert book["statements"].freeze_panes == "B2"
    offered = book["statements"].data_validations.dataValidation[0]
    assert "focus_area" in offered.formula1
    assert str(offered.sqref).startswith("D2:D")
    explained = {(row[0], row[1]) for row in book["columns"].iter_rows(2, values_only=True)}
    assert explained == {(sheet, name) for sheet, columns in sheets().items() for name in columns}


def test_code_keeps_its_zero_also_when_excel_dropped_it(varnamo: PlanFile, tmp_path: Path) -> None:
    """0683 typed into a spreadsheet becomes the number 683."""
    book = workbook(varnamo)
    for sheet in ("statements", "sources", "notes"):
        for row in range(2, book[sheet].max_row + 1):
            book[sheet].cell(row, 2).value = 683

    assert read_back(book, tmp_path) == varnamo.plan


def test_numbers_may_be_written_as_swedes_do(varnamo: PlanFile, tmp_path: Path) -> None:
    """ "40 000" with a space is the number 40000."""
    book = workbook(varnamo)
    column = list(sheets()["statements"]).index("target_number") + 1
    book["statements"].cell(3, column).value = "40 000"

    assert read_back(book, tmp_path) == varnamo.plan


def test_what_is_wrong_in_a_workbook_is_named_with_its_place(
    varnamo: PlanFile, tmp_path: Path
) -> None:
    """A missing sheet and column, an unknown column and a wrong kind are all told."""
    book = workbook(varnamo)
    book["statements"]["D2"] = "dream"
    book.save(tmp_path / "kind.xlsx")
    with pytest.raises(InvalidData, match="statement 'varnamo-visionen-reviderad', kind"):
        plans_from_xlsx(tmp_path / "kind.xlsx")

    del book["sources"]
    book["statements"]["G1"] = "quote"
    book.save(tmp_path / "sheet.xlsx")
    with pytest.raises(InvalidData) as caught:
        plans_from_xlsx(tmp_path / "sheet.xlsx")
    assert {(problem.where, problem.message) for problem in caught.value.problems} == {
        ("sheet 'sources'", "is missing"),
        ("sheet 'statements', column 'original'", "is missing"),
        ("sheet 'statements', column 'quote'", "is no column of this sheet"),
    }


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """A page saved under the name of a workbook, say."""
    path = tmp_path / "plan.xlsx"
    path.write_text("<html>", encoding="utf-8")

    with pytest.raises(InvalidData, match="is no workbook"):
        plan_from_xlsx(path)


def test_links_and_status_are_those_of_the_day(varnamo: PlanFile) -> None:
    """What follows from the rest is worked out for the day of the export."""
    before = {
        entry.statement.id: entry.status
        for entry in entries(varnamo, Library(), TODAY.replace(year=2023))
    }
    now = {entry.statement.id: entry for entry in entries(varnamo, Library(), TODAY)}

    assert before["varnamo-en-stark-kommun"] == "upcoming"
    assert now["varnamo-en-stark-kommun"].status == "current"
    assert now["varnamo-vision-2035"].status == "replaced"
    assert now["varnamo-vision"].link.endswith(
        "#:~:text=V%C3%A4rnamo%20den%20m%C3%A4nskliga%20tillv%C3%A4xtkommunen%21"
    )
