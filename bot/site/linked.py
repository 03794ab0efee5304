"""What a page says to machines: schema.org as JSON-LD."""

from collections.abc import Iterable
from typing import Any

from bot.site.contents import Contents
from knowledge.models import Language, Municipality
from knowledge.rows import StatementRow

_CONTEXT = "https://schema.org"


def quotation(row: StatementRow, address: str, contents: Contents) -> dict[str, Any]:
    """A statement: the municipality's words, where they stand, our translation apart."""
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Quotation",
        "@id": address,
        "identifier": row.id,
        "text": row.original,
        "inLanguage": "sv",
        "creator": _organization(row.municipality),
        "isBasedOn": {"@type": "WebPage", "name": row.source.title, "url": row.link},
        "about": [contents.topic(topic).sv for topic in row.topics],
        "workTranslation": {
            "@type": "Quotation",
            "text": row.translation,
            "inLanguage": "en",
            "description": "Unofficial translation",
        },
    }
    if row.person:
        data["spokenByCharacter"] = {"@type": "Person", "name": row.person}
    if row.valid_from or row.valid_until:
        first, last = (
            day.isoformat() if day else ".." for day in (row.valid_from, row.valid_until)
        )
        data["temporalCoverage"] = f"{first}/{last}"
    return data


def organization(place: Municipality, address: str, rows: Iterable[StatementRow]) -> dict[str, Any]:
    """A municipality and the pages it is quoted from."""
    pages = dict.fromkeys(row.source.url for row in rows)
    return {
        "@context": _CONTEXT,
        **_organization(place),
        "@id": address,
        "subjectOf": [{"@type": "WebPage", "url": url} for url in pages],
    }


def data_set(name: str, description: str, address: str, language: Language) -> dict[str, Any]:
    """The whole as a data set, with the files it is offered in."""
    files = (
        ("kommunmal.json", "application/json"),
        ("kommunmal.csv", "text/csv"),
        ("kommunmal.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": address,
        "inLanguage": language,
        "spatialCoverage": "Sverige" if language == "sv" else "Sweden",
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"data/{file}", "encodingFormat": kind}
            for file, kind in files
        ],
    }


def _organization(place: Municipality) -> dict[str, Any]:
    return {
        "@type": "GovernmentOrganization",
        "name": place.name,
        "identifier": place.code,
        "areaServed": place.county,
    }
