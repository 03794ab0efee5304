"""`kommunmal poster` as staff use it."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from bot.cli import main


@pytest.fixture
def poster(database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Runs the command in an empty folder, over the shipped knowledge."""
    monkeypatch.setenv("KOMMUNMAL_DATABASE", str(database))
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["poster", *words])

    return run


@pytest.mark.parametrize(("size", "points"), [("A4", (595, 842)), ("A3", (842, 1191))])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_poster_is_one_tagged_sheet(poster, size: str, points: tuple[int, int], language: str):  # type: ignore[no-untyped-def]
    """PDF/UA: tagged, with a title, a language and headings for screen readers."""
    result = poster(
        *("Övertorneå", "--language", language, "--size", size, "-o", "x.pdf", "--on", "2026-11-22")
    )

    assert result.exit_code == 0, result.output
    pdf = PdfReader("x.pdf")
    root = pdf.trailer["/Root"]
    assert len(pdf.pages) == 1
    assert tuple(round(float(side)) for side in pdf.pages[0].mediabox[2:]) == points
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert str(root["/Lang"]).lower().startswith(language)
    assert "Övertorneå" in str(pdf.metadata and pdf.metadata.title)
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_å_ä_and_ö_stand_in_the_poster(poster) -> None:  # type: ignore[no-untyped-def]
    """As letters that can be searched for, not as pictures of them."""
    assert poster("Värnamo", "-o", "x.pdf").exit_code == 0

    text = PdfReader(BytesIO(Path("x.pdf").read_bytes())).pages[0].extract_text()

    assert "Värnamo den mänskliga" in text
    assert "Fyra övergripande mål" in text


@pytest.mark.parametrize(
    "names", [["varnamo"], ["Värnamos", "ljungby kommun"], ["VAERNAMO", "Jåhkåmåhkke", "Matarenki"]]
)
def test_names_are_known_by_any_spelling(poster, names: list[str]) -> None:  # type: ignore[no-untyped-def]
    """As in questions; the file is named after the municipalities where no name is given."""
    result = poster(*names, "--format", "png")

    assert result.exit_code == 0, result.output
    (made,) = Path().glob("*.png")
    assert made.name.startswith(("varnamo", "jokkmokk"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Kalix"], "There is no plan of 'Kalix'"),
        (["Qwerty"], "no municipality 'Qwerty'"),
        (["Värnamo", "-o", "x.gif"], "neither .png nor .pdf"),
        (["Värnamo", "-o", "nowhere/x.pdf"], "nowhere is no folder."),
        (["Värnamo", "-o", "/dev/null/x.pdf"], "a file stands where a folder should be."),
        (["Värnamo", "Ljungby", "Jokkmokk", "Överkalix"], "one to 3"),
    ],
)
def test_what_can_not_be_made_is_told(poster, words: list[str], expected: str) -> None:  # type: ignore[no-untyped-def]
    """In a sentence, with exit status 2, and no file."""
    result = poster(*words)

    assert result.exit_code == 2
    assert expected in result.output
    assert not list(Path().iterdir())
