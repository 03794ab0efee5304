"""What the site shows: municipalities with their statements in order, topics, notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.site.addresses import slugs
from knowledge.marking import marked
from knowledge.models import Kind, Language, Municipality, NoteKind, Topic
from knowledge.rows import NoteRow, StatementRow
from knowledge.store import Store, swedish_order

# The headings of a municipality's page and the kinds of statement under each.
SECTIONS: Mapping[str, tuple[Kind, ...]] = {
    marked("Vision"): (Kind.VISION,),
    marked("Mission and purpose"): (Kind.MISSION, Kind.PURPOSE),
    marked("Values"): (Kind.VALUE,),
    marked("Goals and priorities"): (
        Kind.GOAL,
        Kind.GOAL_AREA,
        Kind.FOCUS_AREA,
        Kind.PRIORITY,
        Kind.PERSPECTIVE,
        Kind.ACTION,
        Kind.INDICATOR,
    ),
    marked("How the goals are steered"): (Kind.STEERING,),
    marked("Facts and quotations"): (Kind.FACT, Kind.QUOTATION, Kind.EXPLANATION),
}


@dataclass(frozen=True, slots=True)
class Tree:
    """A statement with those that belong to it."""

    row: StatementRow
    under: tuple["Tree", ...]


class Contents:
    """Everything that the pages are made from, read from the database once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.places = list(store.covered)
        self.rows = {place.code: store.of_municipality(place.code) for place in self.places}
        self.by_id = {row.id: row for rows in self.rows.values() for row in rows}
        self.notes = {place.code: store.notes(place.code) for place in self.places}

    @cached_property
    def everywhere(self) -> list[Municipality]:
        """All municipalities, covered or not."""
        return [place for county in self.store.counties for place in self.store.in_county(county)]

    @cached_property
    def slugs(self) -> dict[str, str]:
        """The short names of all municipalities by code."""
        return slugs(self.everywhere)

    @cached_property
    def topics(self) -> dict[str, list[StatementRow]]:
        """The statements of each topic that has any, municipality by municipality."""
        found: dict[str, list[StatementRow]] = {}
        for place in self.places:
            for row in self.rows[place.code]:
                for topic in row.topics:
                    found.setdefault(topic, []).append(row)
        return {id_: found[id_] for id_ in self.store.topics if id_ in found}

    def topic_list(self, language: Language) -> list[Topic]:
        """The topics that have statements, in the order of the alphabet."""
        found = [self.topic(id_) for id_ in self.topics]
        if language == "en":
            return sorted(found, key=lambda topic: topic.en.casefold())
        return sorted(found, key=lambda topic: swedish_order(topic.sv))

    @cached_property
    def ordinary(self) -> set[str]:
        """The municipalities' names that are everyday words too."""
        names = (name for alike in self.store.names.values() for name in alike)
        return {name.name for name in names if name.ordinary and name.municipality}

    def topic(self, id_: str) -> Topic:
        """A topic by id."""
        return self.store.topics[id_]

    def sections(self, code: str) -> dict[str, list[Tree]]:
        """A municipality's statements under the headings, each below the one it belongs to."""
        rows = self.rows[code]
        own = {row.id for row in rows}
        tops = [row for row in rows if row.parent not in own]
        sections = {
            # What has been replaced comes after what has replaced it.
            heading: sorted(
                (self._tree(row, code, frozenset()) for row in tops if row.kind in kinds),
                key=lambda tree: tree.row.replaced_by is not None,
            )
            for heading, kinds in SECTIONS.items()
        }
        return {heading: trees for heading, trees in sections.items() if trees}

    def _tree(self, row: StatementRow, code: str, above: frozenset[str]) -> Tree:
        path = above | {row.id}
        under = (one for one in self.rows[code] if one.parent == row.id and one.id not in path)
        return Tree(row, tuple(self._tree(one, code, path) for one in under))

    def notes_on(self, row: StatementRow) -> list[NoteRow]:
        """The notes that concern a statement."""
        return [note for note in self.notes[row.municipality.code] if row.id in note.statements]

    def plan_notes(self, code: str) -> list[NoteRow]:
        """The notes on a plan as a whole: that it has ended, that a newer page is known."""
        return [note for note in self.notes[code] if not note.statements]

    def newer(self, code: str) -> list[NoteRow]:
        """The notes on newer pages of a municipality."""
        return [note for note in self.notes[code] if note.kind is NoteKind.NEWER and note.url]
