"""What a draft marks as unsure: lines "# check: …" in a plan, notes on cells in a spreadsheet."""

import re
from pathlib import Path

from knowledge.intake.extras import extra

_LINE = re.compile(r"#\s*check:\s*(?P<reason>.+)")
_ID = re.compile(r'id\s*=\s*"(?P<id>[^"]+)"')
_NOTE = "check: "
_WIDTH, _HEIGHT = 320, 80
_YELLOW = "FFF2CC"


def unsure_lines(text: str) -> list[tuple[int, str]]:
    """The lines of a plan file that are marked, each with its number and the reason."""
    numbered = enumerate(text.splitlines(), start=1)
    found = ((number, _LINE.match(line.strip())) for number, line in numbered)
    return [(number, match["reason"]) for number, match in found if match]


def unsure_cells(path: Path) -> list[tuple[str, str]]:
    """The cells of a spreadsheet that bear such a note ("statements G5"), with the reason."""
    if path.suffix.lower() == ".csv":
        return []
    openpyxl = extra("openpyxl")
    try:
        book = openpyxl.load_workbook(path)
    except Exception:  # openpyxl raises many kinds for files that are no workbooks; told elsewhere
        return []
    return [
        (f"{sheet.title} {cell.coordinate}", cell.comment.text.removeprefix(_NOTE).strip())
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None and cell.comment.text.startswith(_NOTE)
    ]


def mark_cells(path: Path, text: str) -> None:
    """Put the reasons of a plan file's marked lines on the rows of the same id."""
    reasons = _by_id(text)
    if not reasons:
        return
    openpyxl = extra("openpyxl")
    comments, styles = extra("openpyxl.comments"), extra("openpyxl.styles")
    book = openpyxl.load_workbook(path)
    for name, shown in (("statements", "original"), ("sources", "url")):
        sheet = book[name]
        columns = {cell.value: cell.column for cell in sheet[1]}
        for row in sheet.iter_rows(min_row=2):
            reason = reasons.get(str(row[columns["id"] - 1].value))
            if reason:
                cell = row[columns[shown] - 1]
                note = comments.Comment(f"{_NOTE}{reason}", "kommunmal")
                note.width, note.height = _WIDTH, _HEIGHT
                cell.comment = note
                cell.fill = styles.PatternFill("solid", fgColor=_YELLOW)
    book.save(path)


def _by_id(text: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    waiting: list[str] = []
    for line in text.splitlines():
        reason, named = _LINE.match(line.strip()), _ID.match(line)
        if reason:
            waiting.append(reason["reason"])
        elif named and waiting:
            found[named["id"]], waiting = waiting, []
        elif line.startswith("[["):
            waiting = []
    return {id_: "; ".join(reasons) for id_, reasons in found.items()}
