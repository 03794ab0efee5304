"""What counts as the same page, and what does not."""

import pytest

from knowledge.pages import Page
from knowledge.refresh.comparing import compare
from knowledge.refresh.fetching import Fetched, Unreachable
from knowledge.refresh.live import live_text

SAVED = Page(
    "Vision\n\nVi säger ”ja” till priorit- erade mål – varje\u00a0dag.\n\n"
    "• Grön kommun\n• Trygg kommun\n",
    {"priorit- erade": "prioriterade"},
)
QUOTES = {
    "habo-ja": "Vi säger ”ja” till prioriterade mål – varje dag.",
    "habo-gron": "Grön kommun",
}
HTML = """<!doctype html><html><head><title>Vision</title><style>p {{}}</style></head><body>
<nav><a href="/">Start</a></nav><main><h1>Vision</h1>{}</main>
<footer>Kontakta oss</footer></body></html>"""
SAME = (
    "<p>Vi säger ”ja” till prioriterade <b>mål</b> – varje dag.</p>"
    "<ul><li>Grön kommun<li>Trygg kommun</ul>"
)


def html(content: str, kind: str = "text/html", encoding: str = "utf-8") -> Fetched:
    """A page with this content, in a frame of menus."""
    body = HTML.format(content).encode(encoding)
    return Fetched("https://habo.se/vision", 200, body, {"content-type": kind})


@pytest.mark.parametrize(
    "content",
    [
        SAME,
        SAME.replace("”", "&quot;").replace("–", "-"),
        SAME.replace("prioriterade", "prioriter&shy;ade"),
        SAME.replace("prioriterade", "priorit- erade"),
        SAME.replace(" ", "\n   "),
        SAME.replace("<p>", "<div><section><p class='x'>").replace("</p>", "</p></section></div>"),
    ],
)
def test_a_page_that_says_the_same_is_unchanged(content: str) -> None:
    """Markup, white space, soft hyphens, kinds of dashes and quotation marks do not count."""
    found = compare(SAVED, QUOTES, live_text(html(content)))

    assert (found.missing, found.removed) == ((), ())


def test_a_quote_that_is_gone_is_named() -> None:
    """One word changed is enough; the other quotes still stand."""
    found = compare(SAVED, QUOTES, live_text(html(SAME.replace("varje", "nästan varje"))))

    assert found.missing == ("habo-ja",)
    assert any("nästan varje dag" in line for line in found.added)
    assert found.removed == ('Vi säger "ja" till priorit- erade mål - varje dag.',)


def test_something_new_is_told_where_all_quotes_stand() -> None:
    """A paragraph was added."""
    more = SAME + "<p>Från 2027 gäller också ett mål om vatten och natur i hela kommunen.</p>"

    found = compare(SAVED, QUOTES, live_text(html(more)))

    assert found.missing == ()
    assert "Från 2027 gäller också ett mål om vatten och natur i hela kommunen." in found.added


@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("cp1252", "text/html; charset=windows-1252"),
        ("iso-8859-1", "text/html; charset=iso-8859-1"),
        ("utf-8", "text/html"),
        ("utf-8-sig", "application/octet-stream"),
        ("utf-8", "image/png"),
        ("utf-16", "text/html; charset=utf-16"),
        ("cp1252", "text/html"),
        ("utf-8", "text/html; charset=no-such-thing"),
    ],
)
def test_words_are_read_whatever_the_server_calls_them(encoding: str, kind: str) -> None:
    """Old encodings, wrong and missing content types; what the page is decides."""
    content = SAME.replace("”", "&rdquo;").replace("–", "&ndash;")

    found = compare(SAVED, QUOTES, live_text(html(content, kind, encoding)))

    assert found.missing == ()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png"),
        (b"\x89PNG\r\n\x1a\n\0\0", "text/plain"),
        (b"PK\x03\x04", "application/zip"),
        (b"%PDF-1.7 broken", "application/pdf"),
        (b'{"a": 1}', "application/json"),
    ],
)
def test_what_is_no_page_is_told(content: bytes, kind: str) -> None:
    """A picture, an archive, a broken PDF, also under a false name."""
    with pytest.raises(Unreachable) as caught:
        live_text(Fetched("https://habo.se/a", 200, content, {"content-type": kind}))

    assert caught.value.reason == "not_a_page"


def a_pdf(text: str) -> bytes:
    """The smallest PDF document with a line of text."""
    drawn = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode("cp1252")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 200]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def test_a_pdf_is_read_whatever_the_server_calls_it() -> None:
    """Many sources are documents."""
    content = a_pdf("Grön kommun")

    live = live_text(Fetched("https://habo.se/vision.pdf", 200, content, {}))

    assert compare(SAVED, QUOTES, live).missing == ("habo-ja",)


@pytest.mark.parametrize("content", [b"", b"<html>" + b"<div>" * 5000, b"<!doctype html>\0\0"])
def test_a_strange_page_is_read_or_refused_but_never_a_crash(content: bytes) -> None:
    """Empty, nested without end, with zero bytes: no quote stands in it."""
    try:
        live = live_text(Fetched("https://habo.se/a", 200, content))
    except Unreachable:
        return

    assert set(compare(SAVED, QUOTES, live).missing) == set(QUOTES)
