"""The description of the data for data portals: DCAT-AP-SE, as RDF/XML.

It needs the address that the site will have, since everything in it is named by address.
"""

from dataclasses import dataclass
from datetime import date

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from bot.site.contents import Contents

_EU = "http://publications.europa.eu/resource/authority"
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_MEDIA = "http://www.iana.org/assignments/media-types"
_FILES = {
    "kommunmal.json": (f"{_EU}/file-type/JSON", "application/json", "JSON"),
    "kommunmal.csv": (f"{_EU}/file-type/CSV", "text/csv", "CSV"),
    "kommunmal.xlsx": (
        f"{_EU}/file-type/XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLSX",
    ),
}
_TITLE = {"sv": "Kommuners visioner och mål", "en": "Municipalities’ visions and goals"}
_DESCRIPTION = {
    "sv": "Ordagranna citat ur svenska kommuners sidor om vision och mål, med källa, datum, "
    "ämnen och inofficiella översättningar till engelska. Kommuner: {places}.",
    "en": "Verbatim quotes from Swedish municipalities’ pages on vision and goals, with source, "
    "dates, topics and unofficial English translations. Municipalities: {places}.",
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who answers for the data, and an e-mail address for questions, where there is one."""

    name: str
    email: str | None = None


def catalogue(contents: Contents, site: str, publisher: Publisher, day: date) -> bytes:
    """The catalogue with its one data set and the files it is offered in.

    Everything has an absolute address and nothing is nameless, as data portals ask.
    """
    base = f"{site.rstrip('/')}/"
    graph = Graph()
    for prefix, namespace in (("dcat", DCAT), ("dcterms", DCTERMS), ("vcard", _VCARD)):
        graph.bind(prefix, namespace)
    whole, data, agent = (_named(base, name) for name in ("catalog", "data", "publisher"))
    graph.add((agent, RDF.type, FOAF.Agent))
    graph.add((agent, FOAF.name, Literal(publisher.name)))
    graph.add((whole, RDF.type, DCAT.Catalog))
    graph.add((whole, FOAF.homepage, URIRef(base)))
    graph.add((whole, DCAT.dataset, data))
    for subject in (whole, data):
        _describe(graph, subject, agent, day, contents)
    _data_set(graph, data, base, contents)
    if publisher.email:
        _contact(graph, data, _named(base, "contact"), publisher.name, publisher.email)
    for file, kinds in _FILES.items():
        _distribution(graph, data, base, file, kinds)
    return graph.serialize(format="pretty-xml", encoding="utf-8")


def _named(base: str, name: str) -> URIRef:
    return URIRef(f"{base}dcat.rdf#{name}")


def _data_set(graph: Graph, data: URIRef, base: str, contents: Contents) -> None:
    graph.add((data, RDF.type, DCAT.Dataset))
    graph.add((data, DCAT.landingPage, URIRef(base)))
    graph.add((data, DCTERMS.identifier, Literal(str(data))))
    graph.add((data, DCTERMS.accessRights, URIRef(f"{_EU}/access-right/PUBLIC")))
    graph.add((data, DCTERMS.spatial, URIRef(f"{_EU}/country/SWE")))
    for theme in ("GOVE", "REGI"):
        graph.add((data, DCAT.theme, URIRef(f"{_EU}/data-theme/{theme}")))
    for topic in contents.topic_list("sv"):
        graph.add((data, DCAT.keyword, Literal(topic.sv, lang="sv")))
        graph.add((data, DCAT.keyword, Literal(topic.en, lang="en")))


def _contact(graph: Graph, data: URIRef, contact: URIRef, name: str, email: str) -> None:
    graph.add((data, DCAT.contactPoint, contact))
    graph.add((contact, RDF.type, _VCARD.Organization))
    graph.add((contact, _VCARD.fn, Literal(name)))
    graph.add((contact, _VCARD.hasEmail, URIRef(f"mailto:{email}")))


def _distribution(
    graph: Graph, data: URIRef, base: str, name: str, kinds: tuple[str, str, str]
) -> None:
    format_, media, title = kinds
    file, distribution = URIRef(f"{base}data/{name}"), _named(base, name)
    graph.add((data, DCAT.distribution, distribution))
    graph.add((distribution, RDF.type, DCAT.Distribution))
    graph.add((distribution, DCTERMS.title, Literal(title, lang="sv")))
    graph.add((distribution, DCAT.accessURL, file))
    graph.add((distribution, DCAT.downloadURL, file))
    graph.add((distribution, DCTERMS.format, URIRef(format_)))
    graph.add((distribution, DCAT.mediaType, URIRef(f"{_MEDIA}/{media}")))


def _describe(graph: Graph, subject: URIRef, agent: URIRef, day: date, contents: Contents) -> None:
    places = ", ".join(place.name for place in contents.places)
    for language, title in _TITLE.items():
        description = _DESCRIPTION[language].format(places=places)
        graph.add((subject, DCTERMS.title, Literal(title, lang=language)))
        graph.add((subject, DCTERMS.description, Literal(description, lang=language)))
    for code in ("SWE", "ENG"):
        graph.add((subject, DCTERMS.language, URIRef(f"{_EU}/language/{code}")))
    graph.add((subject, DCTERMS.publisher, agent))
    graph.add((subject, DCTERMS.modified, Literal(day.isoformat(), datatype=XSD.date)))
