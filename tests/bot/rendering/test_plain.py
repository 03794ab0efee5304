"""Replies as plain text: the short answer, the quotes, the notes, the sources, what to ask next."""

import re

import pytest

from bot.assistant import Assistant
from bot.rendering.phrases import phrases
from bot.rendering.plain import plain
from bot.rendering.proof import proof
from bot.rendering.wording import english, host, is_translated, quoted, translated
from knowledge.store import Store
from tests.conftest import TODAY


def reply(assistant: Assistant, question: str) -> str:
    """The reply to a question, as text."""
    found = assistant.reply(question)
    return plain(found.answer, TODAY, phrases(found.language, assistant.store))


def test_a_swedish_reply(assistant: Assistant) -> None:
    """The number, the page's own words and its own word for them, a note, a source with a link."""
    text = reply(assistant, "Vilka mål har Övertorneå?")

    assert "”Hållbar utveckling” (målområde" in text
    assert "\nObs: Visionen har årtalet 2020" in text
    assert (
        "\nKälla: Mål och styrning (sidan anger inget datum)\n  https://www.overtornea.se/" in text
    )
    assert "\nNyare sida: " in text
    assert "In Swedish" not in text


def test_an_english_reply_has_the_translation_first_and_the_original_under_it(
    assistant: Assistant,
) -> None:
    """And says once that the translations are unofficial."""
    text = reply(assistant, "What is Jokkmokk's vision?")

    first = text.index("“Jokkmokk – ")
    assert first < text.index("In Swedish: “Jokkmokk - den självklara mötesplatsen på Polcirkeln”")
    assert text.count("The English texts are our own unofficial translations.") == 1
    assert "(published 15 June 2017, changed 15 August 2019)" in text


def test_one_quote_links_to_its_sentence_and_several_to_their_page(assistant: Assistant) -> None:
    """The link of a source leads as near as it can."""
    one = reply(assistant, "Vilken är Jokkmokks vision?")
    several = reply(assistant, "Vilka mål har Värnamo?")

    assert "#:~:text=" in one or one.count("•") > 1
    assert "#:~:text=" not in several


def test_a_reply_for_several_municipalities_has_a_heading_for_each(assistant: Assistant) -> None:
    """Each with its own quotes under it."""
    lines = reply(assistant, "Jämför målen i Värnamo och Ljungby").splitlines()

    assert "Värnamo" in lines
    assert "Ljungby" in lines


def test_a_note_that_is_the_short_answer_is_not_said_twice(assistant: Assistant) -> None:
    """No sentence stands twice in a reply."""
    for question in ("Hur många målområden har Övertorneå?", "Hur många fokusområden har Ljungby?"):
        lines = [line for line in reply(assistant, question).splitlines() if len(line) > 20]
        assert len(lines) == len(set(lines))


@pytest.mark.parametrize("question", ["Vilka mål har Värnamo?", "What does Ljungby want?", "hej"])
def test_a_reply_is_set_out_well(assistant: Assistant, question: str) -> None:
    """No empty lines at its ends or in a row, no space at the end of a line, no gap unfilled."""
    text = reply(assistant, question)

    assert text == text.strip()
    assert "\n\n\n" not in text
    assert not re.search(r" $|[{}]|None", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "sv", "en"),
    [
        ("Ett mål", "”Ett mål”", "“Ett mål”"),
        ("”Ett mål”", "”Ett mål”", "”Ett mål”"),
        ('"Ett" och två', '”"Ett" och två”', '“"Ett" och två”'),
        ("”Ett” och ”två”", "””Ett” och ”två””", "“”Ett” och ”två””"),
    ],
)
def test_quotation_marks_are_those_of_the_language(
    store: Store, text: str, sv: str, en: str
) -> None:
    """A page's own around the whole are not doubled."""
    assert quoted(text, phrases("sv", store)) == sv
    assert quoted(text, phrases("en", store)) == en


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A goal", "“A goal”"),
        ("“The municipality’s work,” says Tobias.", "“‘The municipality’s work,’ says Tobias.”"),
        ("Read “one” and “two”", "“Read ‘one’ and ‘two’”"),
        ("“One” and “two”", "“‘One’ and ‘two’”"),
        ("“It is ‘for real’.”", "“It is ‘for real’.”"),
    ],
)
def test_a_translation_that_quotes(text: str, shown: str) -> None:
    """Has single quotation marks within, none doubled around the whole."""
    assert translated(text) == shown


def test_what_is_quoted_word_for_word_keeps_its_marks(store: Store) -> None:
    """Of a page in Swedish and of one in English; only our translation has others."""
    rows = [row for place in store.covered for row in store.of_municipality(place.code)]
    own = [row for row in rows if any(mark in row.original for mark in '”“"')]
    assert own
    for row in own:
        assert row.original in quoted(row.original, phrases("sv", store))
    at = [row for row in rows if "“" in row.translation[1:-1]]
    assert at
    assert not [row for row in at if is_translated(row) and "““" in english(row)]
    in_english = at[0]._replace(original=at[0].translation)
    assert at[0].translation in english(in_english)


def test_the_host_is_shown_without_www() -> None:
    """As people write it."""
    assert host("https://www.ljungby.se/sv/") == "ljungby.se"


def test_the_proof_is_the_saved_page_with_the_quote_marked(store: Store) -> None:
    """With title, link and digest; a quote with a broken word is marked as it stands."""
    text = proof(store, "varnamo-en-stark-kommun", coloured=False)
    coloured = proof(store, "varnamo-en-stark-kommun", coloured=True)

    assert text
    assert coloured
    assert text.startswith("Reviderad vision och nya mål\nhttps://kommun.varnamo.se/")
    assert "\nSHA-256 14a980ff619d199a43f6aa3729f6a9084a5fa55699fbcca05dba61f119e5854a\n" in text
    assert ">>>En stark kommun - en stark ekonomi säkrar välfärden<<<" in text
    assert "\033[7mEn stark kommun - en stark ekonomi säkrar välfärden\033[0m" in coloured
    assert proof(store, "habo", coloured=False) is None


def test_the_proof_of_every_statement_marks_it(store: Store) -> None:
    """Each quote is found in its page, broken words and all."""
    for place in store.covered:
        for row in store.of_kinds(place.code, store.kinds(place.code)):
            text = proof(store, row.id, coloured=False)
            assert text
            assert ">>>" in text
