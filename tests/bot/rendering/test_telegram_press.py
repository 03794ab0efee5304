"""Callback data: what is written is read again, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.asks import ASKS, Ask, ask_of, everyone
from bot.answering.desk import intents
from bot.rendering.deep_links import payload, target
from bot.rendering.telegram_press import LONGEST, Press, read_press
from knowledge.store import Store

_LONGEST_ID = "a" * 48


@given(st.text(max_size=80) | st.none() | st.integers())
def test_anything_may_come(data: object) -> None:
    """Forged data is read as nothing, or as a press that would be written just so."""
    press = read_press(data)

    assert press is None or press.data() == data


@given(st.text(max_size=30))
def test_forged_fields(field: str) -> None:
    """Fields hold letters, digits and a few marks; nothing that could be markup or SQL."""
    press = read_press(f"1|so|{field}")

    assert press is None or all(one.replace("-", "").replace("_", "").replace("+", "").isalnum()
                                or not one.strip("+-_") for one in press.fields)  # fmt: skip


@pytest.mark.parametrize("data", ["", "1|", "2|so|a", "1|xo|a", "1|sz|a", "1|so|å", "1|so|a b",
                                  "1|so|" + "a" * 60, "so|a", "1|so|a\n"])  # fmt: skip
def test_what_is_no_press(data: str) -> None:
    """Other versions, unknown actions, odd signs and what is too long."""
    assert read_press(data) is None


@pytest.mark.parametrize("intent", sorted(intents()))
def test_the_longest_id_fits_beside_every_intent(intent: str) -> None:
    """A button carries the kind of question and a statement; the short kinds are all different."""
    data = Press("good", "sv", (intent[:10], _LONGEST_ID)).data()

    assert len(data) <= LONGEST
    assert sum(name.startswith(intent[:10]) for name in intents()) == 1


def test_what_does_not_fit_is_refused() -> None:
    """A mistake of ours is found when the button is made, not when it is pressed."""
    with pytest.raises(ValueError, match="no button can carry"):
        Press("open", "sv", ("a" * 70,)).data()
    with pytest.raises(ValueError, match="no button can carry"):
        Press("open", "sv", ("å",)).data()


@pytest.mark.parametrize("key", sorted(ASKS))
def test_every_question_fits_and_comes_back(store: Store, key: str) -> None:
    """For every municipality, and every topic where the question has one."""
    with_topic = "{topic}" in ASKS[key]
    for topic in store.topics if with_topic else [""]:
        for place in everyone(store)[:: 1 if not with_topic else 40]:
            codes = (
                () if key == "who" else (place.code, "0683") if key == "compare" else (place.code,)
            )
            question = Ask(key, codes, topic)
            said = question.said(store)
            assert said is not None
            assert ask_of(said, store) == question
            data = Press("ask", "sv", (key, "+".join(codes), topic)).data()
            assert len(data) <= LONGEST


@pytest.mark.parametrize(
    "question",
    [Ask("nonsense", ("0683",)), Ask("goals"), Ask("goals", ("9999",)), Ask("who", (), "nonsense"),
     Ask("who"), Ask("goals", ("0683",), "environment"), Ask("who", ("0683",), "environment")],
)  # fmt: skip
def test_forged_questions_are_none(store: Store, question: Ask) -> None:
    """Unknown keys, municipalities and topics, missing and superfluous ones."""
    assert question.said(store) is None


def test_payloads_lead_back(store: Store) -> None:
    """A municipality, one on a topic, a statement; at most 64 signs of those that links allow."""
    for place in everyone(store):
        assert target(payload(place, store), store) == Ask("all", (place.code,))
        for topic in list(store.topics)[::9]:
            made = payload(place, store, topic)
            assert len(made) <= 64
            assert made.replace("_", "").replace("-", "").isalnum()
            assert made.isascii()
            assert target(made, store) == Ask("topic", (place.code,), topic)
    row = target("varnamo-vision", store)
    assert row is not None
    assert not isinstance(row, Ask)
    assert row.id == "varnamo-vision"


@given(st.text(max_size=64))
def test_forged_payloads(store: Store, words: str) -> None:
    """Anything may follow ?start=."""
    found = target(words, store)
    assert found is None or isinstance(found, Ask) or found.id == words
