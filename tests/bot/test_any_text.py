"""Whatever is sent, the reply keeps the promises."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.assistant import Assistant
from bot.rendering.as_json import as_json
from bot.rendering.phrases import phrases
from bot.rendering.plain import plain
from knowledge.library import Library
from knowledge.store import Store
from tests.conftest import TODAY

NAMES = ["Värnamo", "ljungby", "Kalix", "Lund", "hbo", "Torneå", "Vara", "Jönköpings län"]
PARTS = [
    *NAMES, "mål", "vision", "goals of", "?", " ", "\n", "vad säger", "om vatten", "2035", "och",
    # invisible, bidirectional, combining, and outside the basic plane
    "\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "a\u030a", "\U0001f1f8\U0001f1ea", "\x00",
    "\ud800",
    # what other machines read as commands
    '" OR "', "NEAR(", "mål*", "^vision", "vision AND NOT mål", "col:x",
    "'; drop table statement; --", "%", "_", "' or 1=1",
    "<b>", "</script><script>alert(1)</script>", "&amp;", "]]>",
    "**", "[x](javascript:x)", "`", "||", "{0}", "{place}", "%s", "\\", "../../etc/passwd",
]  # fmt: skip
# Any text, what looks like questions, and one part again and again up to 5,000 characters.
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PARTS), max_size=30).map("".join),
    st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=8)), max_size=20).map(" ".join),
    st.tuples(st.sampled_from(PARTS), st.integers(1, 5000)).map(
        lambda pair: (pair[0] * pair[1])[:5000]
    ),
)
often = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
UNCOVERED = 285


def replied(assistant: Assistant, *turns: str) -> dict[str, Any]:
    """The last reply, as read back from its line of JSON."""
    context = None
    for text in turns:
        reply = assistant.reply(text, context)
        context = reply.context or context
    spoken = phrases(reply.language, assistant.store)
    assert plain(reply.answer, TODAY, spoken)
    line = as_json(turns[-1], None, reply.answer, TODAY, spoken)
    assert "\n" not in line
    found: dict[str, Any] = json.loads(line)
    return found


def keeps_the_promises(reply: dict[str, Any]) -> bool:
    """What holds of every reply."""
    return (
        reply["language"] in {"sv", "en"}
        and reply["outcome"] in {"answer", "clarify", "unknown", "chat"}
        and (reply["reason"] is not None) == (reply["outcome"] == "unknown")
        and (reply["outcome"] == "answer" or not reply["statements"])
        and bool(reply["text"])
    )


@often
@given(text=texts)
def test_any_text_gets_a_reply_that_keeps_the_promises(assistant: Assistant, text: str) -> None:
    """No exception, valid JSON, one of two languages, statements in answers only."""
    assert keeps_the_promises(replied(assistant, text))


@often
@given(turns=st.lists(texts, min_size=2, max_size=3))
def test_any_conversation_goes_well(assistant: Assistant, turns: list[str]) -> None:
    """After an answer, too."""
    assert keeps_the_promises(replied(assistant, "Vilka mål har Värnamo?", *turns))


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The saved pages of each municipality by its code, mended, white space as one space."""
    plans, _ = Library().plan_files()
    found: dict[str, str] = {}
    for file in plans:
        for source in file.plan.sources:
            raw = (file.folder / "pages" / source.page).read_text("utf-8")
            text = " ".join(raw.split())
            for broken, whole in source.mend.items():
                text = text.replace(broken, whole)
            found[file.plan.municipality] = found.get(file.plan.municipality, "") + text
    return found


@often
@given(text=texts)
def test_every_quote_stands_in_its_page(
    assistant: Assistant, pages: dict[str, str], text: str
) -> None:
    """Word for word, on the page of the municipality that it is said to be of."""
    for statement in replied(assistant, f"Värnamo Ljungby mål {text}")["statements"]:
        assert " ".join(statement["original"].split()) in pages[statement["code"]]


def test_every_quote_of_plain_questions_stands_in_its_page(
    assistant: Assistant, pages: dict[str, str]
) -> None:
    """All municipalities, several kinds."""
    shown = [
        statement
        for place in assistant.store.covered
        for asked in ("mål", "vision", "fokusområden", "styrning", "prioriteringar")
        for statement in replied(assistant, f"{place.name} {asked}")["statements"]
    ]

    assert len(shown) > 50
    for statement in shown:
        assert " ".join(statement["original"].split()) in pages[statement["code"]]


def test_no_uncovered_municipality_gets_another_s_statements(
    assistant: Assistant, store: Store
) -> None:
    """Each of them by its bare name, and asked for its goals in both languages."""
    places = [p for county in store.counties for p in store.in_county(county) if not p.covered]
    wrong = [
        text
        for place in places
        for text in (place.name, f"Vilka mål har {place.name}?", f"{place.name}'s vision")
        if assistant.reply(text).answer.reason != "not_covered"
        or assistant.reply(text).answer.statements
    ]

    assert len(places) == UNCOVERED
    assert wrong == []
