"""The same asked once more: in the place of what is missing, of all, of those named in turn."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line, names

MISSING = [
    ["Har alla kommuner en vision?", "vilken saknar?", "vad har den istället?"],
    ["Vilken vision har Överkalix?", "ingen alls?"],
    ["Vilken vision har Överkalix?", "inte alls?", "vad istället?"],
]


@pytest.mark.parametrize("turns", MISSING)
def test_what_stands_in_for_what_is_missing(assistant: Assistant, turns: list[str]) -> None:
    """The one without it is the one that is asked on about."""
    assert line(assistant, turns) == "Sidan anger inte någon vision, men väl en verksamhetsidé."
    assert last(assistant, turns).statements[0].id == "overkalix-verksamhetside"


def test_why_it_is_missing_is_not_said(assistant: Assistant) -> None:
    """And is not answered with who it is once more."""
    turns = ["Does every municipality have a vision?", "which one doesn't?", "why not?"]
    assert last(assistant, turns).reason == "not_in_sources"


def test_who_has_one(assistant: Assistant) -> None:
    """Is asked of all, about the kind just spoken of."""
    assert names(assistant, ["Vad är en verksamhetsidé?", "vilka har en?"]) == {"Överkalix"}


KINDS = [
    (["Vilka kommuner har en värdegrund?", "och Jokkmokks?"], "jokkmokk-grundlaggande-varderingar"),
    (["What are Jokkmokk's values?", "what are they exactly?"],
     "jokkmokk-grundlaggande-varderingar"),
    (["Tell me about Jokkmokk", "how many levels?", "what are they?"], "jokkmokk-fem-nivaer"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "first"), KINDS)
def test_the_kind_stays_in_hand(assistant: Assistant, turns: list[str], first: str) -> None:
    """The goals do not come in its place."""
    assert last(assistant, turns).statements[0].id == first


def test_who_made_it_is_not_asked_of_the_bot(assistant: Assistant) -> None:
    """Where a page was just spoken of."""
    turns = [
        "What is the external analysis in Ljungby?",
        "what are the ten points?",
        "who made it?",
    ]
    assert last(assistant, turns).outcome == "answer"


RANKED = [
    (["What does Värnamo say about the environment?", "and Överkalix?", "and Övertorneå?",
      "which one is greenest?"], {"Värnamo", "Överkalix", "Övertorneå"}),
    (["Vad säger Ljungby om miljö?", "och Värnamo?", "vilken är bäst?"], {"Ljungby", "Värnamo"}),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "places"), RANKED)
def test_all_that_were_asked_in_turn_are_ranked(
    assistant: Assistant, turns: list[str], places: set[str]
) -> None:
    """Or rather are not: each is shown by what it says."""
    assert names(assistant, turns) == places
