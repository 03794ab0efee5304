"""What every way of answering has at hand: the knowledge, the day, and a few ready answers."""

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from bot.answering.answer import Answer, Said, said
from bot.answering.notes import links_of, notes_for
from bot.answering.suggestions import suggest
from knowledge.marking import marked
from knowledge.models import Aspect, Kind, Municipality, NoteKind
from knowledge.rows import NoteRow, StatementRow
from knowledge.store import Store

MOST = 12


def shared_out(
    lists: Collection[Sequence[StatementRow]], last: Collection[int] = ()
) -> tuple[list[StatementRow], list[str]]:
    """As much of each municipality's list as all have room for, and the ids of what is left.

    Of those at the places `last`, no more than one is shown before the others are shown whole.
    """
    room = dict.fromkeys(range(len(lists)), 1)
    for asked in (room.keys() - last, room.keys() & last):
        while sum(room.values()) < MOST:
            # One more to each in turn, while there is any.
            left = [at for at, rows in enumerate(lists) if at in asked and room[at] < len(rows)]
            if not left:
                break
            for at in left[: MOST - sum(room.values())]:
                room[at] += 1
    shown = [row for at, rows in enumerate(lists) for row in rows[: room[at]]]
    return shown, [row.id for at, rows in enumerate(lists) for row in rows[room[at] :]]


@dataclass(frozen=True, slots=True)
class Intent:
    """How an intent is answered; see `intents.toml`."""

    name: str
    shape: str
    kinds: tuple[tuple[Kind, ...], ...]
    aspects: tuple[Aspect, ...]
    near: tuple[Aspect, ...]
    most: int
    words: tuple[str, ...]


@cache
def intents() -> Mapping[str, Intent]:
    """All intents by name."""
    data = tomllib.loads(files(__package__).joinpath("intents.toml").read_text("utf-8"))
    return {
        name: Intent(
            name,
            entry["shape"],
            tuple(tuple(Kind(kind) for kind in group) for group in entry.get("kinds", ())),
            tuple(Aspect(aspect) for aspect in entry.get("aspects", ())),
            tuple(Aspect(aspect) for aspect in entry.get("near", ())),
            entry.get("most", MOST),
            tuple(entry.get("words", ())),
        )
        for name, entry in data.items()
    }


@dataclass(frozen=True, slots=True)
class Desk:
    """The knowledge, the day of asking, and the municipality of whoever names none."""

    store: Store
    day: date
    home: Municipality | None = None

    def answer(
        self,
        short: Said | NoteRow | None,
        statements: Iterable[StatementRow],
        *,
        notes: Sequence[Said | NoteRow] = (),
        asked: Collection[NoteKind] = (),
        rest: Sequence[str] = (),
        most: int = MOST,
    ) -> Answer:
        """An answer of these statements; `complete` adds the notes that belong to them."""
        found = list(dict.fromkeys(statements))
        shown, left = found[:most], [statement.id for statement in found[most:]]
        return Answer(
            outcome="answer",
            short=short,
            statements=tuple(shown),
            rest=(*left, *rest),
            notes=tuple(notes),
            asked=tuple(asked),
        )

    def complete(self, answer: Answer) -> Answer:
        """The answer with the notes, links and next questions that belong to its statements."""
        if not answer.statements:
            return answer
        answer = _by_place(self._with_successors(answer))
        about = notes_for(self.notes, answer.statements, self.day, answer.asked)
        told = (*answer.notes, *(note for note in about if note not in answer.notes))
        return replace(
            answer,
            notes=told,
            links=tuple(dict.fromkeys((*answer.links, *links_of(told)))),
            suggestions=suggest(self.store, answer.statements),
        )

    def _with_successors(self, answer: Answer) -> Answer:
        """Beside a statement that has been replaced, the one that replaced it."""
        shown = {row.id for row in answer.statements}
        missing = {row.replaced_by for row in answer.statements if row.replaced_by} - shown
        found = [row for name in sorted(missing) if (row := self.store.statement(name))]
        return replace(answer, statements=(*answer.statements, *found)) if found else answer

    def notes(self, codes: Iterable[str]) -> list[NoteRow]:
        """The notes of the municipalities."""
        return [note for code in dict.fromkeys(codes) for note in self.store.notes(code)]

    def silence(
        self, places: Iterable[Municipality], statements: Iterable[StatementRow]
    ) -> list[Said]:
        """A note on those of several that say nothing of what is asked; none where all do."""
        told = {row.municipality.code for row in statements}
        names = tuple(place.name for place in places if place.code not in told)
        text = marked("I find nothing of the kind on the page from {places}.")
        if len(names) > 1:
            text = marked("I find nothing of the kind on the pages from {places}.")
        return [said(text, places=names)] if names else []

    def not_in_sources(self, places: Sequence[Municipality]) -> Answer:
        """What is in scope but stands nowhere: said, with what can be asked instead."""
        names = tuple(place.name for place in places)
        if len(names) > 1:
            short = said(
                "I can't find that: the pages I have from {places} do not say.", places=names
            )
        elif names:
            short = said(
                "I can't find that: the page I have from {places} does not say.", places=names
            )
        else:
            short = said("I can't find that: none of the pages I have says anything about it.")
        notes = [
            note
            for note in self.notes(place.code for place in places)
            if note.kind is NoteKind.NEWER and not note.statements
        ]
        return Answer(
            outcome="unknown",
            reason="not_in_sources",
            short=short,
            notes=tuple(notes),
            links=links_of(notes),
            suggestions=suggest(self.store, (), places),
        )


def _by_place(answer: Answer) -> Answer:
    """The statements of each municipality together, in the order in which they come up."""
    places = list(dict.fromkeys(row.municipality.code for row in answer.statements))
    if len(places) <= 1:
        return answer
    together = sorted(answer.statements, key=lambda row: places.index(row.municipality.code))
    return replace(answer, statements=tuple(together))
