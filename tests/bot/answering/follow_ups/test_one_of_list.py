"""One of what was listed, why it is so, and what it is taken for, each a whole conversation."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line, names

PICKED = [
    (["what is the first goal of värnamo", "and the next"], "varnamo-en-attraktiv-kommun"),
    (["what is the first goal of värnamo", "and the next", "next"], "varnamo-en-gron-kommun"),
    (["Överkalix", "just the goals please", "the second one, what does that mean"],
     "overkalix-jamstallt-tryggt-inkluderande"),
    (["What are Ljungby's focus areas?", "why water?", "what about the last one"],
     "ljungby-naringsliv"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "first"), PICKED)
def test_a_list_is_counted_in(assistant: Assistant, turns: list[str], first: str) -> None:
    """Onwards from the one just shown, and after an answer that found nothing."""
    assert last(assistant, turns).statements[0].id == first


def test_the_second_of_several_municipalities(assistant: Assistant) -> None:
    """Is a municipality, with all that was shown of it."""
    found = names(assistant, ["Which municipalities care about the environment?", "the second one"])
    assert len(found) == 1
    assert found != {"Värnamo"}


def test_what_is_meant_by_the_first(assistant: Assistant) -> None:
    """Where nothing explains it, that is said."""
    told = line(assistant, ["vilka mål har ljungby", "vad menas med det första"])
    assert told == "Mer än så här står det inte på sidan:"


NO_REASON = "Sidan anger inget skäl till det."
WHY = [
    (["Har Värnamo strukit målet om 40 000 invånare?", "varför?"], NO_REASON),
    (["hur många invånare vill Värnamo ha", "varför tog de bort det"], NO_REASON),
    (
        ["Övertorneå mål", "varför bara sex"],
        f"Sex målområden är uppräknade; sidan säger sju. {NO_REASON}",
    ),
    (["Övertorneå mål", "vilken saknas"], "Sex målområden är uppräknade; sidan säger sju."),
]


@pytest.mark.parametrize(("turns", "told"), WHY)
def test_no_reason_is_made_up(assistant: Assistant, turns: list[str], told: str) -> None:
    """Nor taken from what the page says of something else."""
    assert line(assistant, turns) == told


@pytest.mark.parametrize("text", ["Varför bara fyra?", "varför just de?", "why not more?"])
def test_why_there_are_so_few(assistant: Assistant, text: str) -> None:
    """The reason for the number, not for each goal."""
    shown = last(assistant, ["Värnamos mål", text]).statements
    assert [row.id for row in shown] == ["varnamo-darfor-fa-mal"]


CALLED = [
    (["Vad säger Ljungby om unga?", "är det ett mål?"], "Nej, på sidan kallas det fokusområde."),
    (["ljungbys visionsmål", "är det ett mål?"], "Ja, på sidan kallas det visionsmål."),
]


@pytest.mark.parametrize(("turns", "told"), CALLED)
def test_what_it_is_called(assistant: Assistant, turns: list[str], told: str) -> None:
    """By the page's own word."""
    assert line(assistant, turns) == told


def test_a_list_is_not_ranked(assistant: Assistant) -> None:
    """Nor is another municipality brought in."""
    turns = ["what are the priorities of Överkalix?", "which one is most important?"]
    assert line(assistant, turns) == "The page does not rank them."
    assert names(assistant, turns) == {"Överkalix"}


def test_three_or_four_counts(assistant: Assistant) -> None:
    """It picks no third one."""
    told = line(assistant, ["Vilka fokusområden har Ljungby?", "tre eller fyra då?"])
    assert told == "Fyra fokusområden är uppräknade; sidan säger tre."


def test_one_word_of_a_vision_is_explained(assistant: Assistant) -> None:
    """By its own sentence."""
    shown = last(assistant, ["what's ljungby's vision", "ok what do they mean with together"])
    assert [row.term for row in shown.statements] == ["tillsammans"]


def test_a_vision_shown_with_the_rest_is_explained(assistant: Assistant) -> None:
    """What it means is told by nothing that only has the word."""
    shown = last(assistant, ["Berätta om Jokkmokk", "vad betyder det"]).statements
    assert not {row.id for row in shown} & {"jokkmokk-rus", "jokkmokk-rus-programperiod"}


def test_whether_he_is_still_there(assistant: Assistant) -> None:
    """He is the one whom the page names; the plan's time tells nothing of him."""
    told = line(assistant, ["what's värnamo's vision?", "who said so", "is he still there"])
    assert told.startswith("On the page, published on 27 December 2023: Tobias Pettersson")


def test_what_was_just_spoken_of_has_a_time_of_its_own(assistant: Assistant) -> None:
    """A programme ends before the plan."""
    told = line(assistant, ["Jokkmokk", "what does RUS mean", "is it still going"])
    assert "2020" in told


def test_why_not_is_the_gap(assistant: Assistant) -> None:
    """What the page leaves out comes first; the reason for something else is none."""
    told = line(assistant, ["Har Överkalix en vision?", "varför inte?"])
    assert told == f"Sidan anger inte någon vision, men väl en verksamhetsidé. {NO_REASON}"


@pytest.mark.parametrize("text", ["någon annan?", "vilka andra kommuner", "vilka fler"])
def test_others_than_the_one_just_asked(assistant: Assistant, text: str) -> None:
    """On the same topic; "other municipalities" is no topic of its own."""
    found = names(assistant, ["Vad säger Värnamo om trygghet?", text])
    assert found == {"Överkalix", "Övertorneå"}
