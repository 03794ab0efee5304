"""The description of the data for data portals: DCAT-AP-SE, as RDF/XML.

It needs the address that the site will have, since everything in it is named by address.
"""

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


def catalogue(contents: Contents, site: str, publisher: str, day: date) -> bytes:
    """The catalogue with its one data set and the files it is offered in."""
    graph = Graph()
    for prefix, namespace in (("dcat", DCAT), ("dcterms", DCTERMS), ("vcard", _VCARD)):
        graph.bind(prefix, namespace)
    base = f"{site.rstrip('/')}/"
    catalogue_, data, agent = (
        URIRef(f"{base}dcat.rdf#{name}") for name in ("catalog", "data", "publisher")
    )
    graph.add((agent, RDF.type, FOAF.Agent))
    graph.add((agent, FOAF.name, Literal(publisher)))
    graph.add((catalogue_, RDF.type, DCAT.Catalog))
    graph.add((catalogue_, FOAF.homepage, URIRef(base)))
    graph.add((catalogue_, DCAT.dataset, data))
    graph.add((data, RDF.type, DCAT.Dataset))
    graph.add((data, DCAT.landingPage, URIRef(base)))
    graph.add((data, DCTERMS.identifier, Literal(str(data))))
    graph.add((data, DCTERMS.accessRights, URIRef(f"{_EU}/access-right/PUBLIC")))
    graph.add((data, DCTERMS.spatial, URIRef(f"{_EU}/country/SWE")))
    for theme in ("GOVE", "REGI"):
        graph.add((data, DCAT.theme, URIRef(f"{_EU}/data-theme/{theme}")))
    for subject in (catalogue_, data):
        _describe(graph, subject, agent, day, contents)
    for name, (format_, media, title) in _FILES.items():
        file = URIRef(f"{base}data/{name}")
        distribution = URIRef(f"{base}dcat.rdf#{name}")
        graph.add((data, DCAT.distribution, distribution))
        graph.add((distribution, RDF.type, DCAT.Distribution))
        graph.add((distribution, DCTERMS.title, Literal(title, lang="sv")))
        graph.add((distribution, DCAT.accessURL, file))
        graph.add((distribution, DCAT.downloadURL, file))
        graph.add((distribution, DCTERMS.format, URIRef(format_)))
        graph.add((distribution, DCAT.mediaType, URIRef(f"{_MEDIA}/{media}")))
    return graph.serialize(format="pretty-xml", encoding="utf-8")


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
