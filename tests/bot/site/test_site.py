"""The web site as files: links, languages, what machines read, what is left in the folder."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import click
import pytest
from click.testing import CliRunner
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, URIRef

from bot.cli import main
from bot.rendering.wording import english
from bot.site.addresses import statement_address
from bot.site.catalogue import Publisher, catalogue
from bot.site.contents import Contents
from bot.site.making import Site
from bot.staff.publishing import MANIFEST, publish
from knowledge.exports.loading import plans_from_json
from knowledge.store import Store
from tests.bot.site.conftest import ADDRESS
from tests.conftest import TODAY

LARGEST_PAGE = 60_000


class Read(HTMLParser):
    """What a test asks of a page: its links, its languages, its headings, its JSON-LD."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.language: str | None = None
        self.linked_data: list[object] = []
        self._script: str | None = None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what matters of a tag."""
        found = dict(attrs)
        self.tags.append(tag)
        self.links += [found[name] or "" for name in ("href", "src", "action") if name in found]
        self.language = found.get("lang") if tag == "html" else self.language
        self._script = found.get("type") if tag == "script" else None

    def handle_data(self, data: str) -> None:
        """Read the data for machines."""
        if self._script == "application/ld+json" and data.strip():
            self.linked_data.append(json.loads(data))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Read]:
    """All pages by path."""
    return {str(path.relative_to(site)): Read(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def contents(store: Store) -> Contents:
    """What the site is made from."""
    return Contents(store)


def test_every_link_within_the_site_leads_somewhere(site: Path, pages: dict[str, Read]) -> None:
    """Links are relative, so that the site works at any address and from a folder."""
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(urldefrag(link).url)
            if parts.scheme or not parts.path:
                continue
            assert not parts.path.startswith("/")
            assert ((site / name).parent / parts.path).resolve().is_file(), (name, link)


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[str, Read]) -> None:
    """Scripts, styles and pictures lie beside the pages."""
    loads = re.compile(r"<(?:script|link rel=\"stylesheet\"|img)[^>]*(?:src|href)=\"https?:")

    assert not [name for name in pages if loads.search((site / name).read_text(encoding="utf-8"))]


def test_every_statement_has_a_lasting_page_in_both_languages(
    site: Path, contents: Contents
) -> None:
    """Its address follows from its id alone; its words stand there."""
    for row in contents.by_id.values():
        for language, words in (("sv", row.original), ("en", english(row))):
            address = statement_address(ADDRESS, row.id, language)  # type: ignore[arg-type]
            text = (site / address.removeprefix(f"{ADDRESS}/")).read_text(encoding="utf-8")
            shown = re.sub(r"&#39;", "'", re.sub(r"&#34;", '"', text))
            assert words in shown


def test_both_languages_have_the_same_pages(pages: dict[str, Read]) -> None:
    """Each page says its language and leads to the other one."""
    english = {name for name in pages if name.startswith("en/")}

    assert len(english) * 2 == len(pages)
    for name, page in pages.items():
        assert page.language == ("en" if name in english else "sv")


def test_pages_have_one_main_heading_and_landmarks(pages: dict[str, Read]) -> None:
    """A screen reader finds its way."""
    for name, page in pages.items():
        tags = [page.tags.count(tag) for tag in ("h1", "main", "header", "footer", "nav")]
        assert tags == [1, 1, 1, 1, 1], name


def test_pages_are_small(site: Path, pages: dict[str, Read]) -> None:
    """A phone on a slow network shows a page at once; the index waits until it is needed."""
    assert max((site / name).stat().st_size for name in pages) < LARGEST_PAGE
    loading = {name for name, page in pages.items() if any("index-" in link for link in page.links)}
    assert not loading


def test_a_statement_is_described_for_machines(pages: dict[str, Read], contents: Contents) -> None:
    """schema.org as JSON-LD: whose words, from which page, and our translation apart."""
    data = pages["s/varnamo-alla-raknas.html"].linked_data[0]

    assert isinstance(data, dict)
    assert data["@type"] == "Quotation"
    assert data["@id"] == f"{ADDRESS}/s/varnamo-alla-raknas.html"
    assert data["text"] == contents.by_id["varnamo-alla-raknas"].original
    assert data["spokenByCharacter"]["name"] == "Tobias Pettersson"
    assert data["workTranslation"]["inLanguage"] == "en"


def test_the_data_set_is_described_as_dcat_ap_se(site: Path) -> None:
    """What DCAT-AP asks of a catalogue, a data set and its distributions is there."""
    graph = Graph().parse(site / "dcat.rdf", format="xml")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    (data,) = graph.objects(catalogue, DCAT.dataset)

    for subject in (catalogue, data):
        titles = {title.language for title in graph.objects(subject, DCTERMS.title)}  # type: ignore[attr-defined]
        assert titles == {"sv", "en"}
        assert list(graph.objects(subject, DCTERMS.description))
        assert list(graph.objects(subject, DCTERMS.publisher))
    files = list(graph.objects(data, DCAT.distribution))
    assert len(files) == 3
    for file in files:
        (address,) = graph.objects(file, DCAT.accessURL)
        assert (site / str(address).removeprefix(f"{ADDRESS}/")).is_file()


def test_a_data_portal_can_harvest_the_description(store: Store) -> None:
    """Absolute addresses only, nothing nameless, and whom to ask."""
    publisher = Publisher("Habo kommun", "data@habo.example")
    text = catalogue(Contents(store), f"{ADDRESS}/mal/", publisher, TODAY)
    graph = Graph().parse(data=text, format="xml")

    nodes = {node for triple in graph for node in triple if not isinstance(node, Literal)}
    assert all(isinstance(node, URIRef) and urlsplit(node).scheme for node in nodes)
    assert not any("//mal/" in node for node in nodes)
    (contact,) = graph.objects(None, DCAT.contactPoint)
    assert (contact, None, URIRef("mailto:data@habo.example")) in graph
    assert Literal("miljö", lang="sv") in set(graph.objects(None, DCAT.keyword))


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(click.UsageError, match="no web address"):
        publish(tmp_path / "out", "mal.example", TODAY, {"LC_ALL": "C"})
    assert not (tmp_path / "out").exists()


def test_the_data_lies_beside_the_pages(site: Path) -> None:
    """JSON holds all plans; StratML is one file a municipality."""
    assert len(plans_from_json(site / "data" / "kommunmal.json")) == 5
    assert len(list((site / "data" / "stratml").glob("*.xml"))) == 5


def test_notes_and_newer_pages_are_shown(site: Path) -> None:
    """A gap is told where its statement stands; a newer page is linked from the municipality."""
    statement = (site / "s" / "varnamo-vision-2035.html").read_text(encoding="utf-8")
    place = (site / "kommun" / "overkalix.html").read_text(encoding="utf-8")

    assert "Ersatt" in statement
    assert "finns inte längre med i visionen" in statement
    assert "overgripande-mal-vision-och-vardegrund" in place


def test_what_is_replaced_comes_after_what_replaced_it(site: Path) -> None:
    """The first vision on the page is the one that holds."""
    text = (site / "kommun" / "varnamo.html").read_text(encoding="utf-8")

    assert text.index("s/varnamo-vision.html") < text.index("s/varnamo-vision-2035.html")


def test_markup_in_a_text_is_shown_and_not_run(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a page of a municipality holds."""
    contents = Contents(store)
    row = next(iter(contents.by_id.values()))
    evil = row._replace(original='</script><script>alert("x")</script>', translation="<b>x")
    contents.by_id[row.id] = evil
    contents.rows[row.municipality.code][0] = evil

    pages = dict(Site(contents, TODAY, ADDRESS).pages())

    assert not [name for name, text in pages.items() if "<script>alert" in text and "html" in name]
    assert "<b>x" not in pages[f"en/s/{row.id}.html"]


def test_a_site_made_again_leaves_nothing_old(tmp_path: Path, database: Path) -> None:
    """Pages of an earlier day that are no more are taken away; nobody else's files are touched."""
    environ = {"KOMMUNMAL_DATABASE": str(database), "KOMMUNMAL_DATA": str(tmp_path / "own")}
    out = tmp_path / "out"
    publish(out, None, TODAY, environ)
    (out / "s" / "gone.html").write_text("old", encoding="utf-8")
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    names = (out / MANIFEST).read_text(encoding="utf-8")
    (out / MANIFEST).write_text(f"{names}\ns/gone.html\n../own", encoding="utf-8")

    publish(out, None, date(2027, 1, 1), environ)

    assert not (out / "s" / "gone.html").exists()
    assert (out / "mine.txt").exists()
    assert not (out / "dcat.rdf").exists()


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """A slip of the keyboard mixes no site into somebody's documents."""
    (tmp_path / "letter.txt").write_text("Hej", encoding="utf-8")

    with pytest.raises(click.UsageError, match="something else"):
        publish(tmp_path, None, TODAY, {"LC_ALL": "C"})


def test_the_command_asks_for_a_folder() -> None:
    """`export site` alone is wrong usage."""
    result = CliRunner().invoke(main, ["export", "site"])

    assert result.exit_code == 2
    assert "-o FOLDER" in result.stderr
