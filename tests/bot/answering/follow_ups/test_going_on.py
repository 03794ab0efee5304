"""What a few words after an answer ask for, each a whole conversation."""

import pytest

from bot.assistant import Assistant
from bot.rendering.as_json import as_object
from bot.rendering.phrases import phrases
from tests.bot.answering.conftest import last
from tests.conftest import TODAY


def line(assistant: Assistant, turns: list[str]) -> str:
    """The first line of the answer to the last turn."""
    context, reply = None, None
    for turn in turns:
        reply = assistant.reply(turn, context)
        context = reply.context or context
    assert reply is not None
    spoken = phrases(reply.language, assistant.store)
    return str(as_object(turns[-1], None, reply.answer, TODAY, spoken)["short"])


def names(assistant: Assistant, turns: list[str]) -> set[str]:
    """The municipalities in the answer to the last turn."""
    return {row.municipality.name for row in last(assistant, turns).statements}


FILLERS = [
    (["what are Värnamo's goals", "hmm and jobs"], "Värnamo"),
    (["what are Värnamo's goals", "hmm ok and nature"], "Värnamo"),
    (["Vilka mål har Värnamo", "ja jokkmokk"], "Jokkmokk"),
]


@pytest.mark.parametrize(("turns", "name"), FILLERS)
def test_a_filler_decides_nothing(assistant: Assistant, turns: list[str], name: str) -> None:
    """What comes after it is asked."""
    assert names(assistant, turns) == {name}


@pytest.mark.parametrize("text", ["hmm", "ja", "ja jokkmokk", "bra"])
def test_a_filler_turns_no_language(assistant: Assistant, text: str) -> None:
    """A Swedish conversation goes on in Swedish."""
    context = assistant.reply("Vilka mål har Värnamo?").context
    assert assistant.reply(text, context).language == "sv"


LOST = ["fattar inte", "förstår inte", "I don't get it"]


@pytest.mark.parametrize("text", LOST)
def test_who_does_not_understand_is_not_praised(assistant: Assistant, text: str) -> None:
    """They are told what to try."""
    context = assistant.reply("hur styrs ljungby mot visionen").context
    assert assistant.reply(text, context).answer == assistant.reply("you are useless").answer


ON_A_SUBJECT = [
    ["Vad säger Jokkmokk om turism?", "och befolkning?", "har de en siffra?"],
    ["Vad är målet för befolkningen i Jokkmokk?", "hur många?"],
]


@pytest.mark.parametrize("turns", ON_A_SUBJECT)
def test_a_figure_is_one_of_what_was_spoken_of(assistant: Assistant, turns: list[str]) -> None:
    """It is no talk about the bot, and counts no goals."""
    assert line(assistant, turns) == "Sidan anger inte någon siffra för det."


def test_who_is_not_covered_stays_so(assistant: Assistant) -> None:
    """Why not is no other municipality's question; those around it are known by the county."""
    assert last(assistant, ["Haparanda", "varför inte?"]).reason == "not_covered"
    assert line(assistant, ["Luleå mål", "nåt i närheten som du har"]) == (
        "I Norrbottens län känner jag till Jokkmokk, Överkalix och Övertorneå."
    )


OF_ALL = [
    (["Vilka kommuner nämner jämställdhet?", "och mångfald?"], {"Värnamo", "Övertorneå"}),
    (["Vilka kommuner tar upp vatten?", "och miljö?"], {"Överkalix", "Värnamo"}),
    (["Which municipalities mention schools?", "and climate?"], {"Jokkmokk"}),
]


@pytest.mark.parametrize(("turns", "some"), OF_ALL)
def test_which_municipalities_stays_the_question(
    assistant: Assistant, turns: list[str], some: set[str]
) -> None:
    """Another subject is put to all, not to those found last."""
    assert some <= names(assistant, turns)


UNKNOWN = [
    ["vad vill överkalix med skolan?", "och vargen"],
    ["Vad säger Värnamo om miljön", "och hästar"],
    ["Överkalix jämställdhet", "är det hbtq också"],
    ["Överkalix jämställdhet", "nattvandring"],
]


@pytest.mark.parametrize("turns", UNKNOWN)
def test_an_unknown_thing_is_not_the_last_topic(assistant: Assistant, turns: list[str]) -> None:
    """The page does not say."""
    assert last(assistant, turns).reason == "not_in_sources"


def test_others_who_say_it_are_others(assistant: Assistant) -> None:
    """Those just asked are left out."""
    turns = ["Vad säger Värnamo om företag?", "och Jokkmokk", "vilka fler"]
    assert "Jokkmokk" not in names(assistant, turns)
    assert "Ljungby" in names(assistant, turns)


def test_one_picked_from_all_is_not_compared(assistant: Assistant) -> None:
    """How it wants to do something is asked of it alone."""
    turns = ["which municipality says most about business?", "only Värnamo please"]
    assert names(assistant, [*turns, "how does it want to do that"]) == {"Värnamo"}


def test_instead_is_what_there_is(assistant: Assistant) -> None:
    """After what the page does not have, the whole of it."""
    shown = last(assistant, ["Har Ljungby någon värdegrund?", "vad har de i stället?"]).statements
    assert shown[0].id == "ljungby-vision"


def test_now_is_what_came_after(assistant: Assistant) -> None:
    """After what was before."""
    turns = ["vad hette Värnamos vision innan", "och nu"]
    assert [row.id for row in last(assistant, turns).statements] == ["varnamo-vision"]


def test_what_applies_after_the_end_is_the_newer_page(assistant: Assistant) -> None:
    """The period that has ended is in the notes."""
    told = line(assistant, ["Övertorneå mål", "vad gäller nu istället"])
    assert told == "Det finns en senare sida, med en målbild för 2020–2035."


NOT_SAID = [
    ["ljungby 35000", "är det realistiskt"],
    ["vilka mål har ljungby", "finns det siffror på det"],
    ["Vem beslutade om Jokkmokks vision?", "när?"],
]


@pytest.mark.parametrize("turns", NOT_SAID)
def test_what_the_page_does_not_say(assistant: Assistant, turns: list[str]) -> None:
    """Is no other question, and off no topic."""
    assert last(assistant, turns).reason == "not_in_sources"


def test_the_language_of_a_page_is_no_wish(assistant: Assistant) -> None:
    """Who asks whether it is in Swedish is not answered in Swedish."""
    context = assistant.reply("what's ljungby's vision").context
    reply = assistant.reply("is that in swedish only?", context)
    assert (reply.language, reply.answer.outcome) == ("en", "chat")


def test_everything_is_erased(assistant: Assistant) -> None:
    """Who asks for it is told how."""
    reply = assistant.reply("radera allt", assistant.reply("är du en robot").context)
    assert reply.question is not None
    assert reply.question.intent == "privacy"


@pytest.mark.parametrize("text", ["när började den gälla", "och när började den gälla?"])
def test_a_time_of_the_goals_is_none_of_the_vision(assistant: Assistant, text: str) -> None:
    """What is told of the goals is shown as the nearest."""
    told = line(assistant, ["Vilken vision har Värnamo?", text])
    assert told == "Det säger sidan inte; närmast kommer detta:"


def test_when_alone_is_asked_of_the_plan(assistant: Assistant) -> None:
    """Its period, or its target year."""
    told = line(assistant, ["Vad är Ljungbys vision?", "när?"])
    assert told == "Sidan anger inget slut; målåret är 2035."


RANKED = [
    (["Jämför Ljungby och Värnamo", "vilken är bäst"], "Jag kan inte rangordna dem"),
    (["Vilken vision har Värnamo?", "och i ljungby?", "vilken är nyast?"], "Sidornas egna datum"),
]


@pytest.mark.parametrize(("turns", "begins"), RANKED)
def test_those_in_hand_are_not_ranked(assistant: Assistant, turns: list[str], begins: str) -> None:
    """Their pages' dates are told where the newest is asked for."""
    assert line(assistant, turns).startswith(begins)


def test_the_same_as_anothers_is_compared(assistant: Assistant) -> None:
    """The same for another is asked of it alone."""
    before = "What are Ljungby's vision goals?"
    both = {"Ljungby", "Värnamo"}
    assert names(assistant, [before, "is that the same as Värnamo's?"]) == both
    assert names(assistant, [before, "same for Värnamo please"]) == {"Värnamo"}


def test_a_thing_may_be_named_after_a_list(assistant: Assistant) -> None:
    """What the page says of it is shown."""
    assert names(assistant, ["övertorneå mål", "vad är meänkieli"]) == {"Övertorneå"}


@pytest.mark.parametrize(
    "turns",
    [
        ["Does Överkalix have a vision?", "what does it have instead?"],
        ["Har Ljungby någon värdegrund?", "vad har de i stället?"],
    ],
)
def test_what_stood_in_is_told_again(assistant: Assistant, turns: list[str]) -> None:
    """It is nothing off topic to ask what there is instead."""
    assert last(assistant, turns).outcome == "answer"


@pytest.mark.parametrize("text", ["", ":", "?"])
def test_no_words_at_all_are_no_fault(assistant: Assistant, text: str) -> None:
    """Within a conversation too."""
    assert last(assistant, ["Värnamos mål", text]).outcome in {
        "clarify",
        "unknown",
        "chat",
        "answer",
    }
