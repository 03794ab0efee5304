"""PDF files made for the tests, set as municipalities set theirs: headings, columns, hyphens."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

# A line of a document: its style ("h1", "h2", "h3", "p", or "" for space) and its text.
Line = tuple[str, str]
# A font file that comes with the library, so that every sign is itself in the file.
for _name, _file in (("Body", "Vera.ttf"), ("Head-Bold", "VeraBd.ttf")):
    registerFont(TTFont(_name, _file))
_STYLES = {"h1": ("Head-Bold", 20), "h2": ("Head-Bold", 15), "h3": ("Head-Bold", 10)}
_BODY = ("Body", 10)
_LEFT, _TOP, _COLUMN = 60, 780, 260


def pdf(top: Sequence[Line], *columns: Sequence[Line], header: str = "", pages: int = 1) -> bytes:
    """A document: `top` runs over the whole width, the columns stand below it, side by side."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(1, pages + 1):
        if header:
            canvas.setFont(*_BODY)
            canvas.drawString(_LEFT, 815, header)
        canvas.setFont(*_BODY)
        canvas.drawString(290, 30, str(number))
        below = _TOP
        if number == 1:
            below = _set(canvas, top, _LEFT, _TOP)
            for place, column in enumerate(columns):
                _set(canvas, column, _LEFT + place * _COLUMN, below - 10)
        else:
            _set(
                canvas, [("p", f"Bilaga {number}. Ordlista och tabeller följer här.")], _LEFT, below
            )
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned() -> bytes:
    """A document that holds a picture of text and no text."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(60, 500, 300, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _set(canvas: Canvas, lines: Sequence[Line], left: float, top: float) -> float:
    at = top
    for style, text in lines:
        font, size = _STYLES.get(style, _BODY)
        if style.startswith("h"):
            at -= 8
        canvas.setFont(font, size)
        canvas.drawString(left, at - size, text)
        at -= size * 1.25 if text else 8
    return at
