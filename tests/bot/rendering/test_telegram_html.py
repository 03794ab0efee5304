"""Replies in Telegram's HTML: within every limit, everything escaped, nothing left out."""

import re
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.assistant import Assistant
from bot.demo.entities import parse_html
from bot.rendering.phrases import Phrases
from bot.rendering.telegram_html import answer_pages, citation, opened_pages
from bot.rendering.telegram_keyboards import Keyboards, shown_by
from bot.rendering.telegram_markup import LONGEST_MESSAGE, MOST_ENTITIES, Markup, units
from knowledge.models import Language
from knowledge.rows import StatementRow
from knowledge.store import Store

_DAY = date(2026, 11, 22)
_ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400)


def _words(pages: Sequence[Markup]) -> str:
    return "\n".join(parse_html(page.html)[0] for page in pages)


def _within_limits(pages: Sequence[Markup]) -> None:
    for page in pages:
        words, entities = parse_html(page.html)
        assert 0 < units(words) <= LONGEST_MESSAGE
        assert len(entities) <= MOST_ENTITIES


@pytest.fixture
def row(store: Store) -> StatementRow:
    """A statement."""
    found = store.statement("varnamo-en-stark-kommun")
    assert found is not None
    return found


@settings(max_examples=40, deadline=None)
@given(
    words=_ANY,
    count=st.integers(1, 12),
    language=st.sampled_from(["sv", "en"]),
    times=st.sampled_from([1, 30]),
)
def test_any_statements_keep_the_limits(
    store: Store, words: str, count: int, language: Language, times: int
) -> None:
    """However long and odd the words are."""
    row = store.statement("varnamo-en-stark-kommun")
    assert row is not None
    long = row._replace(original=words * times, translation=words * times, label=words[:40])
    rows = tuple(long._replace(id=f"{long.id}-{n}") for n in range(count))
    answer = Answer(outcome="answer", short=said("{person}.", person=words), statements=rows,
                    notes=(said("{person}.", person=words * times),) * 3)  # fmt: skip
    phrases = Phrases(language, store)

    _within_limits(answer_pages(answer, _DAY, phrases))
    _within_limits(opened_pages(answer, _DAY, phrases))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_very_long_statement_is_whole(
    store: Store, row: StatementRow, language: Language
) -> None:
    """It is laid out as several quotations, parted between words."""
    original = " ".join(f"ord{n}" for n in range(2000))
    answer = Answer(outcome="answer", statements=(row._replace(original=original),))
    pages = answer_pages(answer, _DAY, Phrases(language, store))

    assert len(pages) > 1
    assert re.findall(r"\bord\d+\b", _words(pages)) == original.split()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_statement_can_be_shown(store: Store, language: Language) -> None:
    """In English the translation comes first and the original under it."""
    phrases, desk = Phrases(language, store), Desk(store, _DAY)
    for place in store.covered:
        for row in store.of_municipality(place.code):
            pages = answer_pages(desk.answer(None, [row]), _DAY, phrases)
            words = " ".join(_words(pages).split())
            assert " ".join(row.original.split()) in words
            assert f'href="{row.link}"'.replace("&", "&amp;") in pages[0].html
            if language == "en":
                assert words.index(row.translation[:40]) <= words.index(row.original[:40])


@pytest.mark.parametrize(
    "question",
    ["Vad är Värnamos vision?", "Vilka mål har Värnamo?", "Vad prioriterar Överkalix?",
     "What goals does Ljungby have?"],
)  # fmt: skip
def test_buttons_tell_what_is_shown(assistant: Assistant, question: str) -> None:
    """The statements, the kind of question and the language are read back from them."""
    reply = assistant.reply(question)
    assert reply.question
    markup = Keyboards(reply.language, assistant.store).answer(reply.answer, reply.question.intent)
    shown = shown_by(markup)

    assert shown.ids == tuple(row.id for row in reply.answer.statements)
    assert shown.asked == reply.question.intent[:10]
    assert shown.language == reply.language
    assert markup
    assert all(len(line) <= 8 for line in markup.inline_keyboard)


def test_a_citation_is_copied_only_where_it_fits(store: Store, row: StatementRow) -> None:
    """Quote, municipality, title, site and date; nothing that would be cut."""
    phrases = Phrases("sv", store)

    assert citation(row, phrases, 256) == (
        "”En stark kommun - en stark ekonomi säkrar välfärden” (Värnamo: Reviderad vision och nya "
        "mål, kommun.varnamo.se, 27 december 2023)"
    )
    assert citation(row, phrases, 100) is None
