"""The pages of the site, made from templates and written to a folder."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.rendering.phrases import Phrases, phrases
from bot.rendering.wording import dates, english, label, quoted, status_note
from bot.site import linked
from bot.site.addresses import path, way_up
from bot.site.contents import Contents
from bot.site.searching import index
from knowledge.models import Language
from knowledge.pages import Page
from knowledge.rows import StatementRow

_HERE = Path(__file__).parent
_LANGUAGES: tuple[Language, ...] = ("sv", "en")
# How much of the saved page is shown on each side of a quote.
_AROUND = 250
_WORD_EDGE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages are made for: the day, the address that the site will have (if known), and
    the data files that lie beside them."""

    contents: Contents
    day: date
    address: str | None
    files: frozenset[str] = frozenset()

    def pages(self) -> Iterator[tuple[str, str]]:
        """Each page's path and its text."""
        for language in _LANGUAGES:
            yield from self._in_language(language)
        for file in sorted((_HERE / "static").iterdir()):
            yield f"static/{file.name}", file.read_text(encoding="utf-8")

    def _in_language(self, language: Language) -> Iterator[tuple[str, str]]:
        contents = self.contents
        say = phrases(language, contents.store)
        yield f"static/index-{language}.js", index(contents, self.day, say)
        for kind in ("home", "search", "compare", "about"):
            data = self._data_set(language, say) if kind == "home" else None
            yield self._page(say, f"{kind}.html", kind, "", data=data)
        for place in contents.places:
            slug, rows = contents.slugs[place.code], contents.rows[place.code]
            data = linked.organization(place, self._at(path(language, "municipality", slug)), rows)
            yield self._page(
                say, "municipality.html", "municipality", slug, data=data, place=place, rows=rows
            )
        for topic, rows in contents.topics.items():
            yield self._page(
                say, "topic.html", "topic", topic, topic=contents.topic(topic), rows=rows
            )
        for row in contents.by_id.values():
            data = linked.quotation(row, self._at(path(language, "statement", row.id)), contents)
            yield self._page(
                say, "statement.html", "statement", row.id, data=data, row=row,
                around=_around(row, contents),
            )  # fmt: skip

    def _page(
        self, say: Phrases, template: str, kind: str, name: str, **context: Any
    ) -> tuple[str, str]:
        here = path(say.language, kind, name)
        other: Language = "en" if say.language == "sv" else "sv"
        up = way_up(here)
        text = _ENVIRONMENT.get_template(template).render(
            {"data": None} | context,
            say=say,
            language=say.language,
            contents=self.contents,
            day=self.day,
            files=self.files,
            address=self.address and self._at(here),
            other=up + path(other, kind, name),
            other_address=self.address and self._at(path(other, kind, name)),
            up=up,
            link=lambda kind_, name_="": up + path(say.language, kind_, name_),
            label=lambda row: label(row, say),
            status=lambda row: status_note(row, self.day, say),
            quoted=lambda words: quoted(words, say),
            english=english,
            source_dates=lambda source: dates(source, say),
            topic_name=lambda topic: topic.sv if say.language == "sv" else topic.en,
        )
        return here, text

    def _data_set(self, language: Language, say: Phrases) -> dict[str, Any]:
        return linked.data_set(
            "Kommunmål",
            say("Municipalities’ visions and goals, in their own words"),
            self._at(path(language, "home")),
            language,
        )

    def _at(self, page: str) -> str:
        return f"{self.address.rstrip('/')}/{page}" if self.address else page


def _around(row: StatementRow, contents: Contents) -> tuple[str, str, str] | None:
    """The saved page around the quote: before, the quote as it stands there, after."""
    saved = contents.store.saved_page(row.id)
    span = Page(saved.text, saved.mend).find(row.original) if saved else None
    if saved is None or span is None:
        return None
    first = max(0, span.start - _AROUND)
    last = min(len(saved.text), span.end + _AROUND)
    before, after = saved.text[first : span.start], saved.text[span.end : last]
    # Words at the cut are left out rather than shown in part.
    if first > 0:
        before = "… " + (_WORD_EDGE.split(before, 1)[-1] if _WORD_EDGE.search(before) else "")
    if last < len(saved.text):
        cut = max(after.rfind(" "), after.rfind("\n"))
        after = after[: max(cut, 0)] + " …"
    return before, saved.text[span.start : span.end], after


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters["upper_first"] = lambda text: text[:1].upper() + text[1:]
