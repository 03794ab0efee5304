"""Pages taken in: encodings, PDF files, what can't be read, and addresses over real HTTP."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from knowledge.intake.capture import capture, read
from knowledge.intake.draft import make_draft
from knowledge.intake.remarks import CannotTake
from knowledge.library import Library
from tests.knowledge.intake.documents import Line, pdf, scanned
from tests.knowledge.intake.sites import episerver, sitevision

BODY = "<h2>Våra mål</h2><ul><li>Öka tryggheten</li><li>Värna sjöarna</li></ul>"
TOP: list[Line] = [
    ("h1", "Utvecklingsstrategi för Ydre kommun"),
    ("p", "Antagen av kommunfullmäktige 2023-11-27 § 112. Strategin gäller 2024–2027."),
]
LEFT: list[Line] = [
    ("h2", "Vår vision"),
    ("p", "Ydre – där livet får ta plats"),
    ("h2", "Strategiska mål"),
    ("h3", "Mål 1: En levande bygd"),
    ("p", "Kommunen ska arbeta för att fler väljer att"),
    ("p", "bo här, i etablerings-"),
    ("p", "och boendeorter i attrak-"),
    ("p", "tiva lägen."),
]
RIGHT: list[Line] = [
    ("h3", "Mål 2: Friska sjöar"),
    ("p", "Sjön Sommens vatten ska ha god eko\u00ad"),
    ("p", "logisk status senast 2027."),
    ("h3", "Mål 3: Jobb åt fler"),
    ("p", "Företag ska vilja starta här."),
]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "utf-8-sig"])
def test_an_encoding_that_is_declared_is_read(encoding: str) -> None:
    """Older pages are not in UTF-8."""
    html = sitevision("Kil", "Mål", BODY).replace('charset="UTF-8"', f'charset="{encoding}"')

    captured = read(html.encode(encoding))

    assert "Öka tryggheten" in captured.text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_an_encoding_that_is_declared_wrongly_or_not_at_all_is_guessed(encoding: str) -> None:
    """By its Swedish letters."""
    page = episerver("Kil", "Mål", BODY)

    assert "Värna sjöarna" in read(page.encode(encoding, "replace")).text
    assert "Värna sjöarna" in read("Våra mål\n\n- Värna sjöarna".encode(encoding)).text


def test_two_columns_are_read_one_after_the_other() -> None:
    """Headings by their size, paragraphs across lines, the running head left out."""
    draft = make_draft(read(pdf(TOP, LEFT, RIGHT)), Library())

    goals = [proposal.original for proposal in draft.proposals if str(proposal.kind) == "goal"]
    assert goals == ["En levande bygd", "Friska sjöar", "Jobb åt fler"]
    assert str(draft.decision.day) == "2023-11-27"
    assert draft.period == (2024, 2027)


def test_soft_hyphens_join_and_hyphens_are_proposed_for_mending() -> None:
    """A soft hyphen joins for certain; "etablerings- och" is right as it is."""
    captured = read(pdf([*TOP, *LEFT, *RIGHT], header="Ydre kommun", pages=3))

    assert "god ekologisk status" in captured.text
    assert "etablerings- och boendeorter" in captured.text
    assert dict(captured.mend) == {"attrak- tiva": "attraktiva"}
    assert captured.text.count("Ydre kommun") == 1


def test_a_mended_word_is_quoted_whole() -> None:
    """The saved page keeps it as the PDF has it."""
    draft = make_draft(read(pdf([*TOP, *LEFT])), Library())

    originals = [proposal.original for proposal in draft.proposals]
    assert any(
        text.endswith("etablerings- och boendeorter i attraktiva lägen.") for text in originals
    )
    assert "attrak- tiva" in draft.captured.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (scanned(), "scanned"),
        (pdf([("p", "Mål")])[:200], "can't be read"),
        (b"", "empty"),
        (b"   \n ", "empty"),
        (b"PK\x03\x04word/document.xml", "Word"),
        (b"\x89PNG\r\n", "picture"),
        (b"ab\xff\x00\x01\x02\x00", "neither"),
        (b"<html><body></body></html>", "no text"),
        (
            b"<html><body><h1>Logga in</h1><form><input name='u'><input type='password'></form>"
            b"</body></html>",
            "login",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    """And with what to do instead; nothing is made of it."""
    with pytest.raises(CannotTake, match=reason):
        read(content)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(CannotTake, match=r"no file .*none\.html"):
        capture(str(tmp_path / "none.html"))


@pytest.fixture
def site() -> Iterator[str]:
    """A web site on loopback: a page, a redirect to a login, a locked and a forbidden page."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = episerver("Kil", "Mål", BODY).encode("iso-8859-1")
            answers = {
                "/robots.txt": (200, b"User-agent: *\nDisallow: /stop\n", "text/plain"),
                "/mal": (200, page, "text/html; charset=iso-8859-1"),
                "/locked": (401, b"", "text/html"),
                "/logga-in": (200, b"<html><body>Logga in</body></html>", "text/html"),
            }
            if self.path == "/inne":
                self.send_response(302)
                self.send_header("Location", "/logga-in?next=/inne")
                self.end_headers()
                return
            status, content, kind = answers.get(
                self.path.partition("?")[0], (404, b"", "text/html")
            )
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched_and_read_in_its_encoding(site: str) -> None:
    """The server's word counts where the page does not tell."""
    captured = capture(f"{site}/mal")

    assert "Öka tryggheten" in captured.text
    assert captured.url == f"{site}/mal"


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/locked", "login"), ("/inne", "login"), ("/stop/x", "robots"), ("/no", "no page")],
)
def test_an_address_that_gives_no_page_is_told(site: str, path: str, reason: str) -> None:
    """In words that say what to do."""
    with pytest.raises(CannotTake, match=reason):
        capture(site + path)


def test_a_site_that_does_not_answer_is_told() -> None:
    """Save the page by hand instead."""
    with pytest.raises(CannotTake, match="can't be reached"):
        capture("http://127.0.0.1:9/mal")
