"""The questions that an audit makes of a plan, from the frames of `frames.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from bot.answering.answer import Label, Of, TopicName, Value
from bot.rendering.phrases import Phrases, phrases
from knowledge.models import Language, Municipality
from knowledge.rows import StatementRow
from knowledge.store import Store

_VOWELS = "aeiouyåäö"
# So many words of a statement are copied into a question about it, the first stretch at most.
_QUOTED = 8
_STOPS = (" - ", " – ", ", ", ". ", "; ", ": ")


@dataclass(frozen=True, slots=True)
class Made:
    """A question, its language, and the ids of the statements that it is made for."""

    text: str
    language: Language
    statements: tuple[str, ...]


@cache
def _frames() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("frames.toml").read_text("utf-8"))


def questions(store: Store, place: Municipality) -> list[Made]:
    """Every question that the frames make of a municipality's statements, each once."""
    statements = store.of_municipality(place.code)
    by_id = {row.id: row for row in statements}
    made: dict[tuple[Language, str], list[str]] = {}
    for language in get_args(Language):
        say = phrases(language, store)
        for row in statements:
            for section, gaps in _asked_by(row, by_id.get(row.parent or ""), store):
                for frame in section.get(language, ()):
                    for text in _filled(frame, gaps, place.name, say):
                        made.setdefault((language, text), []).append(row.id)
    return [Made(text, language, tuple(ids)) for (language, text), ids in made.items()]


def _asked_by(
    row: StatementRow, parent: StatementRow | None, store: Store
) -> Iterator[tuple[Mapping[str, Sequence[str]], Mapping[str, Value | StatementRow]]]:
    """The frames that a statement is asked by, with what their gaps are filled with."""
    frames = _frames()
    yield frames["kind"][row.kind], {}
    counted = store.labels.get(row.label)
    if counted and counted.plural:
        yield frames["label"], {"many": Label(row.label, 2)}
    for topic in row.topics:
        yield frames["topic"], {"topic": TopicName(topic)}
        yield frames["with_topic"].get(row.kind, {}), {"topic": TopicName(topic)}
    for aspect in row.about:
        yield frames["aspect"][aspect], {}
    if row.states_label:
        yield frames["states"], {"many": Label(row.states_label, 2)}
    if row.term:
        yield frames["term"], {"term": row.term}
    if row.person:
        yield frames["person"], {"person": row.person}
    if row.replaced_by:
        yield frames["replaced_by"], {}
    if parent:
        yield frames["parent"], {"quote": parent}
        yield frames["explains"].get(parent.kind, {}), {}


def _filled(
    frame: str, gaps: Mapping[str, Value | StatementRow], name: str, say: Phrases
) -> Iterator[str]:
    """The frame with its gaps filled: with the bare name, and as a municipality's."""
    values = {gap: _said(value, say) for gap, value in gaps.items()}
    for called in (name, _as_municipality(name, say.language)):
        place = {
            "name": called,
            "of": say.value(Of((called,))),
            "in": f"{'i' if say.language == 'sv' else 'in'} {called}",
        }
        yield frame.format_map(values | place)


def _said(value: Value | StatementRow, say: Phrases) -> str:
    if isinstance(value, Label):
        # "två mål" without its number: the plural alone.
        return say.value(value).split(" ", 1)[1]
    if isinstance(value, StatementRow):
        return _beginning(value.original if say.language == "sv" else value.translation)
    return say.value(value)


def _beginning(text: str) -> str:
    """The first words of a statement, as people copy them."""
    end = min((at for stop in _STOPS if (at := text.find(stop)) > 0), default=len(text))
    return " ".join(text[:end].split()[:_QUOTED]).strip('—”“"!. ')


def _as_municipality(name: str, language: Language) -> str:
    """The name as its municipality's own: "Värnamo kommun", "Jokkmokks kommun".

    A Swedish name that ends in a consonant takes an s there.
    """
    if language == "en":
        return f"{name} municipality"
    joint = "" if name[-1] in f"{_VOWELS}sxz" else "s"
    return f"{name}{joint} kommun"
