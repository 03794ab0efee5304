"""`ask --json` keeps the form of `docs/json.md` to the letter."""

import json
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from bot.assistant import Assistant
from bot.rendering.as_json import as_json
from bot.rendering.phrases import phrases
from knowledge.models import Kind, Status
from tests.conftest import TODAY


class Form(BaseModel):
    """No field may be missing, unknown or of another type."""

    model_config = ConfigDict(extra="forbid", strict=True)


Iso = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Code = Annotated[str, Field(pattern=r"^\d{4}$")]
Address = Annotated[str, Field(pattern=r"^https?://\S+$")]
Text = Annotated[str, Field(min_length=1, pattern=r"^[^\u00a0\u202f]*$")]


class Source(Form):
    """Where a statement stands."""

    title: Text
    url: Address
    link: Annotated[str, Field(pattern=r"^https?://\S+:~:text=\S+$")]
    published: Iso | None
    changed: Iso | None
    captured: Iso | None
    checked: Iso | None


class Statement(Form):
    """A verbatim quote."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,47}$")]
    municipality: Text
    code: Code
    kind: Literal[tuple(map(str, Kind))]  # type: ignore[valid-type]
    label: Text
    label_translation: Text
    parent: str | None
    topics: list[str]
    original: Annotated[str, Field(min_length=1)]
    translation: Annotated[str, Field(min_length=1)]
    status: Literal[tuple(map(str, Status))]  # type: ignore[valid-type]
    valid_from: Iso | None
    valid_until: Iso | None
    source: Source


class Link(Form):
    """Another page."""

    title: Text
    url: Address
    about: Literal["source", "newer", "older", "website"]


class Place(Form):
    """A municipality that is not covered."""

    name: Text
    code: Code


class Reply(Form):
    """One line."""

    question: str
    chat: str | None
    language: Literal["sv", "en"]
    outcome: Literal["answer", "clarify", "unknown", "chat"]
    reason: Literal["not_covered", "not_in_sources", "off_topic", "invalid_input"] | None
    short: Text | None
    text: Text
    statements: Annotated[list[Statement], Field(max_length=12)]
    total: int
    notes: list[Text]
    links: list[Link]
    uncovered: list[Place]
    suggestions: list[Text]


# The order of the fields is part of what people read.
ORDER = [
    "question", "chat", "language", "outcome", "reason", "short", "text", "statements", "total",
    "notes", "links", "uncovered", "suggestions",
]  # fmt: skip
QUESTIONS = [
    "what are Värnamo's goals",
    "Vilka mål har Övertorneå?",
    "Vad säger Ljungby om vatten?",
    "vision",
    "Kalix mål",
    "Värnamo and Kalix goals",
    "who won the world cup",
    "bygglov i Värnamo",
    "hej",
    "Vad säger Jokkmokk om vargjakt?",
    "Överkalix",
    "Vilka kommuner nämner skola?",
    "x" * 5000,
    " ",
    "Vilka är alla mål?",
    "{[<&\"'\\]}",
]


def asked(assistant: Assistant, question: str, chat: str | None = None) -> dict[str, Any]:
    """The reply as read back from its line."""
    found = assistant.reply(question)
    line = as_json(question, chat, found.answer, TODAY, phrases(found.language, assistant.store))
    assert "\n" not in line
    data: dict[str, Any] = json.loads(line)
    return data


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda text: text[:20])
def test_every_kind_of_reply_keeps_the_form(assistant: Assistant, question: str) -> None:
    """Fields, types, order, and what goes together."""
    data = asked(assistant, question, "c")
    reply = Reply.model_validate(data)

    assert list(data) == ORDER
    assert reply.question == question
    assert reply.chat == "c"
    assert (reply.reason is not None) == (reply.outcome == "unknown")
    assert bool(reply.statements) == (reply.outcome == "answer")
    assert bool(reply.uncovered) <= (reply.reason == "not_covered" or bool(reply.statements))
    assert reply.total >= len(reply.statements)
    assert reply.short is None or reply.short in reply.text


def test_the_text_holds_all_that_the_fields_hold(assistant: Assistant) -> None:
    """Whoever shows `text` alone leaves nothing out."""
    data = asked(assistant, "Vilka mål har Övertorneå?")

    for statement in data["statements"]:
        assert statement["original"] in data["text"]
    for link in data["links"]:
        assert link["url"] in data["text"]
    for said in data["notes"] + data["suggestions"]:
        assert said in data["text"]


def test_the_original_is_verbatim(assistant: Assistant) -> None:
    """The page's own dash, not the translation's."""
    first = asked(assistant, "what are Värnamo's goals")["statements"][0]

    assert first["original"] == "En stark kommun - en stark ekonomi säkrar välfärden"
    assert first["translation"].startswith("A strong municipality – a strong economy")
    assert first["valid_from"] == "2024-01-01"
    assert first["source"]["published"] == "2023-12-27"
    assert first["source"]["captured"] is None


def test_the_document_names_every_field() -> None:
    """`docs/json.md` lists the fields of a reply, of its statements and of their source."""
    document = (Path(__file__).parents[3] / "docs" / "json.md").read_text("utf-8")
    rows = {name for row in re.findall(r"^\| (`.*?) \|", document, re.MULTILINE)
            for name in re.findall(r"`(\w+)`", row)}  # fmt: skip

    assert rows == set(Reply.model_fields) | set(Statement.model_fields)
    assert all(f"`{name}`" in document for name in Source.model_fields)
