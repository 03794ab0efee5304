"""The index that the search and the comparison read in the browser, one for each language."""

import json
from datetime import date

from bot.rendering.phrases import Phrases
from bot.rendering.wording import english, label, quoted, status_note
from bot.site.addresses import path
from bot.site.contents import SECTIONS, Contents

# Explanations and the like are found by a search; a comparison shows what a plan is made of.
_COMPARED = [kind for kinds in list(SECTIONS.values())[:4] for kind in kinds]


def index(contents: Contents, day: date, phrases: Phrases) -> str:
    """A script that holds the index as JSON: unlike JSON alone, it loads without a server too."""
    language = phrases.language
    statements = [
        {
            "path": path(language, "statement", row.id),
            "text": quoted(row.original, phrases) if language == "sv" else english(row),
            "original": quoted(row.original, phrases) if language == "en" else "",
            "label": label(row, phrases),
            "place": row.municipality.code,
            "status": status_note(row, day, phrases),
            "topics": row.topics,
            "compared": row.kind in _COMPARED,
        }
        for rows in contents.rows.values()
        for row in rows
    ]
    covered = {place.code for place in contents.places}
    data = {
        "statements": statements,
        "places": {
            place.code: {
                "name": place.name,
                "path": path(language, "municipality", contents.slugs[place.code]),
            }
            for place in contents.places
        },
        # A name that is an everyday word too is taken for a name only where it stands alone.
        "uncovered": {
            place.name: place.name in contents.ordinary
            for place in contents.everywhere
            if place.code not in covered
        },
        "topics": {
            id_: contents.topic(id_).sv if language == "sv" else contents.topic(id_).en
            for id_ in contents.topics
        },
    }
    return f"window.kommunmal = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
