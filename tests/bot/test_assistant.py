"""Conversations: follow-ups, languages, what stays off topic, the home municipality."""

from collections.abc import Sequence

import pytest

from bot.assistant import LONGEST, Assistant, Reply
from bot.understanding.context import Context
from knowledge.store import Store
from tests.conftest import TODAY

GOALS = "Vilka mål har Värnamo?"
# turns, and the outcome, the municipality and the first statement of the last reply
TALKS = [
    ([GOALS, "och Ljungby?"], "answer", "ljungby-basta-kommun-att-vaxa-i"),
    ([GOALS, "what about Jokkmokk"], "answer", "jokkmokk-attraktionskraft-nojda-medborgare"),
    ([GOALS, "när började de gälla?"], "answer", "varnamo-malen-galler-fran"),
    ([GOALS, "det andra?"], "answer", "varnamo-en-attraktiv-kommun"),
    ([GOALS, "den sista"], "answer", "varnamo-en-trygg-kommun"),
    ([GOALS, "varför?"], "answer", "varnamo-stark-utmanad-tid"),
    ([GOALS, "in English please"], "answer", "varnamo-en-stark-kommun"),
    ([GOALS, "tack", "och Ljungby?"], "answer", "ljungby-basta-kommun-att-vaxa-i"),
    (["Jag bor i Ljungby", "vad är visionen?"], "answer", "ljungby-vision"),
    (["Vad är visionen?", "Ljungby"], "answer", "ljungby-vision"),
    ([GOALS, "Vilka är Kalix mål?"], "unknown", None),
    ([GOALS, "vad blir det för väder?"], "unknown", None),
    ([GOALS, "vad blir det för väder?", "vem vann VM?"], "unknown", None),
    ([GOALS, "bygglov"], "unknown", None),
    ([GOALS, "hej"], "chat", None),
]


def talk(assistant: Assistant, turns: Sequence[str]) -> Reply:
    """The reply to the last turn."""
    context = None
    for turn in turns:
        reply = assistant.reply(turn, context)
        context = reply.context or context
    return reply


@pytest.mark.parametrize(("turns", "outcome", "first"), TALKS, ids=lambda v: str(v)[-30:])
def test_a_conversation_goes_on(
    assistant: Assistant, turns: Sequence[str], outcome: str, first: str | None
) -> None:
    """A follow-up takes over what the last question had; something else stays something else."""
    found = talk(assistant, turns).answer

    assert found.outcome == outcome
    assert (found.statements[0].id if found.statements else None) == first


@pytest.mark.parametrize(
    ("turns", "language"),
    [
        ([GOALS], "sv"),
        (["Värnamo's goals"], "en"),
        ([GOALS, "in English please"], "en"),
        (["Värnamo's goals", "på svenska tack"], "sv"),
        (["What are Värnamo's goals?", "Ljungby"], "en"),
        ([GOALS, "in English please", "Ljungby"], "en"),
        ([GOALS, "and what about the vision of Ljungby?"], "en"),
        (["Ljungby"], "sv"),
        (["Agenda 2030 Ljungby"], "sv"),
        (["What are Värnamo's goals?", "Agenda 2030 Ljungby"], "en"),
    ],
)
def test_the_reply_comes_in_the_language_of_the_talk(
    assistant: Assistant, turns: Sequence[str], language: str
) -> None:
    """That of the question; of a bare name that of the talk, then the user's, then Swedish."""
    assert talk(assistant, turns).language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kan jag få Värnamos mål som lista på engelska?", "en"),
        ("Ljungby's vision, in Swedish please", "sv"),
        ("What goals exist in Swedish municipalities?", "en"),
        ("How do you say that in Swedish?", "en"),
    ],
)
def test_a_language_at_the_end_is_for_the_reply(
    assistant: Assistant, text: str, language: str
) -> None:
    """What is asked about in a language is not."""
    assert assistant.reply(text).language == language


def test_a_language_asked_for_outright_wins(assistant: Assistant) -> None:
    """Over that of the question; the user's own only where the question tells none."""
    assert assistant.reply(GOALS, language="en").language == "en"
    assert assistant.reply(GOALS, fallback="en").language == "sv"
    assert assistant.reply("Ljungby", fallback="en").language == "en"


def test_the_same_statements_come_in_the_other_language(assistant: Assistant) -> None:
    """None added, none lost."""
    before = assistant.reply(GOALS)
    after = assistant.reply("in English please", before.context)

    assert after.answer.statements == before.answer.statements


def test_more_gives_what_was_left_and_nothing_twice(assistant: Assistant) -> None:
    """Until there is no more."""
    first = assistant.reply("Vilka mål har alla kommuner?")
    assert first.answer.rest
    more = assistant.reply("visa fler", first.context)

    shown = {row.id for row in first.answer.statements}
    assert more.answer.statements
    assert shown.isdisjoint(row.id for row in more.answer.statements)


def test_who_is_at_home_need_not_say_where(store: Store) -> None:
    """A question without a name is put to the home municipality, one with a name is not."""
    at_home = Assistant(store, lambda: TODAY, home="0781")

    assert at_home.reply("Vad är visionen?").answer.statements[0].id == "ljungby-vision"
    assert at_home.reply("Jokkmokks vision").answer.statements[0].id == "jokkmokk-vision"
    assert at_home.reply("Kalix vision").answer.reason == "not_covered"
    assert at_home.reply("bygglov").answer.reason == "off_topic"


@pytest.mark.parametrize(
    "text",
    [
        "Vilka kommuner saknar vision?",
        "Which municipalities mention growth?",
        "Vilka mål finns i Norrbottens län?",
        "Which plans have ended?",
        "Jämför kommunerna i Norrbotten",
        "Vilken kommun har flest mål?",
        "Vilka kommuner känner du till?",
        "Vilka utom Värnamo skriver om trygghet?",
        "Visioner till 2035",
    ],
)
def test_a_question_to_all_is_the_same_at_home(store: Store, text: str) -> None:
    """Whoever lives in Ljungby asks about the others too."""
    anywhere = Assistant(store, lambda: TODAY).reply(text).answer
    at_home = Assistant(store, lambda: TODAY, home="0781").reply(text).answer

    assert (at_home.short, at_home.statements) == (anywhere.short, anywhere.statements)


@pytest.mark.parametrize("home", ["2514", "9999", ""])
def test_a_home_that_is_not_covered_changes_nothing(store: Store, home: str) -> None:
    """The bot asks back."""
    at_home = Assistant(store, lambda: TODAY, home=home)

    assert at_home.reply("Vad är visionen?").answer.outcome == "clarify"


def test_the_longest_message_is_read(assistant: Assistant) -> None:
    """One sign more is none that a person wrote."""
    long = GOALS + " " * (LONGEST - len(GOALS))

    assert assistant.reply(long).answer.outcome == "answer"
    assert assistant.reply(long + " ").answer.reason == "invalid_input"


def test_what_is_kept_holds_no_words_of_the_message(assistant: Assistant) -> None:
    """Codes, kinds and ids alone."""
    reply = assistant.reply("Jag heter Xantippa och undrar vilka mål Värnamo har?")

    assert reply.context is not None
    assert "antippa" not in reply.context.to_json()
    assert reply.context.codes == ("0683",)


def test_a_context_comes_back_as_it_was(assistant: Assistant) -> None:
    """Through JSON, as it is kept."""
    context = assistant.reply(GOALS).context

    assert context is not None
    assert Context.from_json(context.to_json()) == context
